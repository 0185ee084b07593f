# Into the staff pages: password, second factor, one's own account.

login-invited = Choose a password. Next time, log in as "{ $name }" with it.
login-choose = Set the password and enter
login-password = Set a password now, to log in by name next time

enter-title = Log in
enter-name = Full name
enter-password = Password
enter-code = Code
enter-code-hint = The 6 digits on your phone, or a recovery code. Leave it empty where none is set up, or this browser is remembered.
enter-remember = Remember this browser for 30 days and ask for no code
enter-button = Log in
enter-wrong = The name, the password or the code is not right. After 5 failures each try must wait a little longer.
enter-no-password = No password yet, or forgotten?
enter-ask = Ask the administrator for an invitation. It is a link that works once, to choose a new password.

password-new = New password
password-hint = At least 12 characters. A long sentence is better than a few odd characters.
password-again = The password again
password-short = A password has at least { $shortest } characters.
password-long = A password has at most { $longest } characters.
password-common = Many people use this password, so others guess it. Choose a sentence that only you know.
password-local = A password of nothing but names of people, offices or places is easy to guess. Add other words.
password-unlike = The two are not the same.

confirm-title = Type the password again
confirm-why = This matters, so the password is asked for again. What was sent is kept.
confirm-button = Go on
confirm-wrong = The password is not right. After several failures you must wait some minutes.
confirm-no-password = This takes a password, and the account has none. Set one and try again.

second-title = Code on the phone
second-why = Besides the password, the pages ask for a code from your phone, so that knowing the password is not enough.
second-app = Install an authenticator on the phone, such as Google Authenticator or Microsoft Authenticator.
second-scan = In it, add an account and scan this picture.
second-type = Type the 6 digits that it shows.
second-picture = QR code for the authenticator
second-by-hand = If it cannot be scanned, type this key into the authenticator:
second-ask = Type the code to go on.
second-code = Code
second-button = Confirm
second-wrong = The code is not right, or was used. See that the phone's clock is right, wait for a new code and type it.
second-no-key = The server has no key to keep codes safe. Ask the administrator to set BOT_SECRET_KEY.

recovery-title = Recovery codes
recovery-why = Write these down and keep them safe. Without the phone, one of them stands in for the code; each works once. They are not shown again.
recovery-kept = Written down, go on

account-title = Account
account-password = Password
account-has-password = You log in as "{ $name }" with a password. With another one, every other browser has to log in again.
account-no-password = The account has no password. Set one to log in as "{ $name }".
account-change = Set password
account-password-set = The new password is set. Other browsers have to log in again.
account-has-second = It is set up. { $left } recovery codes are left.
account-no-second = It is not set up. Away from the server itself, whole phone numbers are shown only with it.
account-set-up = Set up the code
account-other-phone = Use another phone
account-new-codes = New recovery codes
account-devices = Remembered browsers, which are asked for no code, since: { $since }.
account-forget = Forget every browser
account-forgotten = From now on every browser is asked for a code.
account-sessions = Where you are logged in
account-last = Before this you logged in at { $at }, from { $address }. If that was not you, change the password and tell the administrator.
account-first = This is the first time that you log in.
account-since = Since
account-seen = Last used
account-address = Network address
account-browser = Browser
account-act = Act
account-here = This one
account-end = End
account-ended = That session is ended.
