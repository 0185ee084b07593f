# Words on the staff pages and in the exported spreadsheets.

# Spreadsheets
export-title = Registrations
export-code = Code
export-status = Status
export-erased = Details erased on request; before: { $status }
export-round = Round
export-round-name = { $level }, plan { $plan }
export-product = Product no.
export-unmarked = Typed without marks
export-channel = Channel
export-source = Came by
export-consented = Agreed to keeping data at
export-agreed = How they agreed
export-twins = May be the same as
export-opened = Begun at
export-sent = Sent at

agreed-self = Pressed the button themselves
agreed-present = Were there, pressed on the helper's phone
agreed-slip = Signed a slip, there is a photo
agreed-claim = Took it over, confirmed by staff
agreed-phone = Said so by phone, noted by staff
agreed-paper = Signed a paper that staff keep

channel-web = Web page
channel-telegram = Telegram
channel-zalo-oa = Zalo
channel-zalo-bot = Zalo (bot)
channel-import = Imported list
channel-terminal = Terminal
channel-office = Entered by staff

# The frame of every page
console-name = Staff pages
console-skip = To the main part
console-menu = Menu
console-areas = Areas of the console
console-crumbs = Where this page is
console-error = Error:
console-problems = Something needs correcting
console-registrations = Registrations
console-inbox = Inbox
console-hello = Logged in as { $name } ({ $role }).
console-log-out = Log out
console-language = Tiếng Việt
console-times = All times are Vietnam time.

role-admin = administrator
role-editor = editor
role-officer = commune officer
role-viewer = viewer

# Logging in
login-title = Log in to the staff pages
login-hello = Hello { $name }.
login-why = This link works once. The button opens a session of 12 hours on this machine.
login-enter = Open the staff pages
login-dead-title = This link does not work any more
login-dead = Each link works once, within 30 minutes. Ask the administrator for a new one.
login-needed = The session was not opened, ended after 12 hours, or was left alone for over 30 minutes. Log in to go on.
login-command = python -m bot staff add NAME --role editor
login-out-title = Logged out
login-out = The session on this machine is closed.

# Refusals
refused-title = This cannot be done
refused-role = Your role does not allow this.
refused-form = This page was open for too long, or was sent from elsewhere. Open it again and retry.
refused-plain = The staff pages open over https only, or on the server itself.
refused-unproven = This takes a log-in by password and code. Set up the code under Account, at the foot of the page.
form-meanwhile = Somebody else saved while you were typing. It now says: “{ $now }”. To keep yours, save once more.
form-meanwhile-ticks = Somebody else saved while you were typing; this part differs from what is saved. To keep yours, save once more.
refused-large = What was sent is too large, so nothing was stored. Go back, choose a smaller file and send it again.
refused-often = Too much in a short time. Please go on in a few minutes.
refused-missing = There is no such entry, or somebody else has just dealt with it.
refused-export = The spreadsheet could not be made. Try again in a few minutes; if it still fails, look at the program's log.
refused-back = Back to the list

# The list of registrations
list-title = Registrations
list-count = { $count } registrations
list-search = Search
list-search-hint = Establishment, product, contact, code or phone number
list-status = Status
list-status-all = All that were sent
list-commune = Commune or ward
list-commune-all = All communes and wards
list-group = Product group
list-group-all = All groups
list-filter = Filter
list-clear = Clear filters
list-without = Remove filter { $filter }
list-code = Code
list-opened = begun { $at }
list-products = { $count } products
list-unmarked = no marks
list-unmarked-why = This name was typed without its marks. Ask its owner before anything official is printed.
list-unnamed = No name yet
list-erased = Data erased on request ({ $at })
list-slip = Print the consent slip for helpers
list-waits = Waiting for the producer's consent (made by a helper)
list-next = Next page
list-first = To the top of the list
list-none-yet = No registrations yet. They appear here once producers have sent them.
list-none-found = No registration matches these filters.
list-export = Download the filtered list
list-export-what = The list as it is filtered, in the order shown. Every download is written down.
list-export-xlsx = Download Excel (XLSX)
list-export-csv = Download CSV

# One registration
record-title = Registration { $code }
record-back = Back to the list
record-sent = Sent { $at }
record-empty = Nothing yet
record-needed = Nothing yet, the dossier needs it
record-skipped = Skipped
record-typed = Typed: { $text }
record-by-chat = in the chat, { $at }
record-by-eligibility = when asking whether it fits, { $at }
record-by-carried = from the registration before, { $at }
record-by-staff = by staff, { $at }
record-phones = Show whole phone numbers
record-picture = Photo { $n }: { $label }
record-paper = Download paper { $n }
record-files = { $count } files; they open for who logged in with a code.
record-consents = Consents given and withdrawn
record-no-consents = None.
record-agreed = Agreed: { $topic } ({ $at }, { $channel }, text { $version })
record-withdrew = Withdrew: { $topic } ({ $at }, { $channel }, text { $version })
record-keeping-dossier = keeping details for the dossier
record-keeping-call = keeping a number to call back
record-keeping-seat = keeping a name and number for a seat
record-keeping-question = keeping a question to staff
record-news = news: { $topic }

# Requests
requests-done = Done
requests-call = Asks for a call
requests-tell = Tell by phone
requests-question = Asks a question
requests-claim = Claims a sign-up that a helper made
requests-confirm = Confirm and hand it over
requests-refuse = Refuse
requests-voice = Voice note
requests-voice-file = Download the voice note
requests-voice-here = There is a voice note; who logged in with a code can hear it.
requests-voice-coming = The voice note is on its way.
requests-voice-gone = The voice note is gone, or could not be fetched.
requests-since = Since { $at }
requests-done-at = Done at { $at }
requests-hour = Call: { $hour }
requests-language = Language: { $language }
requests-registered = Registered under: { $codes }
requests-no-phone = No phone number was left; asked by { $channel }.
requests-show-phone = Show number
requests-mark-done = Done
requests-mark-open = Not done, open again

# Keys
keys-title = Keys
keys-next = Next one
keys-before = One before
keys-open = Open the one that is chosen
keys-reply = Write a reply
keys-search = Search
keys-help = See the keys
keys-on = Use these keys
