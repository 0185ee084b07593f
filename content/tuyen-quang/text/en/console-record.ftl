### The page of one registration: its status, its history, what staff do to it.

record-steps = Move it on
record-history = History
record-no-history = Nothing has changed yet.
record-producer = the producer
record-moved = { $before } → { $after }
record-changed = { $label }: { $before } → { $after }
record-nothing = (empty)
record-at-by = { $at }, { $by }
record-reason = Reason: { $reason }
record-came = { $label } was received
record-past-agreed = Agreed: { $topic }
record-past-withdrew = Withdrew: { $topic }

step-complete = Checked, nothing is missing
step-print = The form is printed
step-file = Paper dossier received and checked
step-send = Send to the province
step-judge = The Council has scored it
step-certify = Gets the certificate
step-decline = Not chosen this time
step-return = Return it, something is to be added
step-hand-back = Hand it back to the commune
step-reconsider = Write the result anew
step-withdraw = Withdraw it
step-reopen = Open it again
step-from-to = From "{ $before }" to "{ $after }".
step-reason = Reason
step-reason-told = The producer reads this reason. Be short, and clear about what to do.
step-reason-kept = Only staff read this reason.
step-tell = Tell the producer in the chat
step-text = The message:
step-each-code = ‹each one's›
step-cannot-tell = The producer has no open chat: please call them.
step-look = See the message first
step-do = Move it on
step-leave = Leave it
step-done = The status is changed.
step-done-told = The status is changed, and the producer is told.
step-wrong-reason = Give a reason first.
step-wrong-missing = Answers or papers that a dossier needs are missing. Add them first.
step-wrong-moved = Somebody else has just moved this registration on. Open it again to see.
step-wrong-gone = This registration is here no more.
step-wrong-failed = This was not done. Try again in a few minutes.

send-up-title = Send the commune's list to the province
send-up-why = The list has every registration whose paper dossier the commune has received and checked. One press sends all of it.
send-up-no-commune = Commune not known
send-up-do = Send { $count } registrations to the province
send-up-done = { $count } registrations were sent to the province.
send-up-none = No commune has received a paper dossier that is not sent to the province yet.

refused-later = This could not be stored. Try again in a few minutes.

# Putting answers down
edit-title = Write: { $part }
edit-open = Write
edit-add-product = Add a product
edit-how = How it is known
edit-how-hint = It is kept with the registration's history.
edit-how-choose = Choose a line
edit-how-needed = Choose how it is known: a call, a paper, or a mistake put right.
edit-save = Save
edit-done = { $count } answers were saved.
edit-nothing = Nothing was changed.
edit-clash = Somebody else changed some answers while you were typing. Look at each and choose; what you typed is still there.
edit-clash-in = { $label }: somebody has just changed it
edit-theirs = Keep it as it is now: { $value }
edit-mine = Take what I typed in the field below
edit-voice = A voice note that answers this; listen, then type it in above:
typed-phone = A call
typed-paper = A paper form
typed-mistake = A mistake put right

field-none = Nothing yet
field-which = It may be: { $values }. Please be clearer.
field-more-than-whole = It cannot be more than "{ $label }" ({ $most }).
field-hint-phone = 10 digits, beginning with 0
field-hint-place = The commune or ward; an old name, or one without marks, will do
field-hint-money = For example: 850tr, 1,2 tỷ
field-hint-price = For example: 350k một cái
field-hint-amount = For example: 2000 chiếc
field-hint-date = day/month/year, for example 15/3/2021
field-need-phone = Enter a phone number of 10 digits that begins with 0; a landline has 11 and begins with 02.
field-need-place = It is not clear which commune or ward of the province this is. Enter its name of today.
field-need-money = Enter a sum, for example 850tr or 1,2 tỷ.
field-need-price = Enter a price and its unit, for example 350k một cái.
field-need-amount = Enter a number and its unit, for example 2000 chiếc.
field-need-date = Enter day, month and year, for example 15/3/2021; no day to come.
field-need-number = Enter a number that is not too small or too large.
field-need-name = Enter a name in letters, 2 to 80 of them.
field-need-text = Write it in words, neither too short nor too long.
field-need-email = Enter an e-mail address, for example my@example.vn.
field-need-tax-code = Enter a tax code of 10, 12 or 13 digits.
field-need-choice = Choose a line of the list.
field-need-choices = Choose from the list.
field-need-topics = Choose from the list.

# Asking for something in the chat
ask-open = Ask for more
ask-missing = Missing, a dossier needs it
ask-nothing-missing = Nothing that is needed is missing.
ask-others = Something else
ask-others-why = Ask for more, or again for what is there
ask-text = The bot says this, then asks one thing after the other:
ask-do = Send it to the producer
ask-done = The producer was asked in the chat ({ $count }).
ask-waits = The producer was asked for: { $what }
ask-none = Choose something.
ask-many = Choose ten things at most; for more, call.
ask-cannot = This cannot be asked in the chat just now. Call, or try again later.

# Notes, and what was said
record-assigned = Given to { $name }
record-twins = It may be the same as:
note-title = Notes of staff
note-none = No notes yet.
note-new = Add a note
note-hint = Only staff read it.
note-add = Save the note
note-kept = The note is saved.
note-empty = The note was empty, and was not saved.
talk-title = What was said in the chat
talk-person = The producer
talk-bot = The bot
talk-staff = Staff
talk-file = (a photo or file)

# Quick entry from a call or a paper
entry-title = Enter a sign-up
entry-how = How they agreed
entry-words = What to read to them before they agree
entry-agreed = They heard or read this, and agreed
entry-save-more = Save and add another
entry-save = Save and open it
entry-done = Saved, code { $code }.
entry-keeps = What you type is kept every few seconds.
entry-lost = What you type cannot be kept just now: the network is gone, or your session has ended. Do not close this page; nothing typed is lost. Log in on another tab and come back; once this line is gone you can save.
entry-kept = What you typed was kept at { $at }.
entry-taken-up = This is what you typed last time and did not save.
entry-need = Fill in "{ $label }".
entry-need-how = Choose whether they agreed by phone or on paper.
entry-need-agreed = Save only what somebody agreed to. Ask them, then tick this.
entry-elsewhere = This commune or ward is not yours to work for.
record-entered = Staff entered the sign-up
record-agreed-how = { $line }. { $how }.
