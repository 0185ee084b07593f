### The page of one registration: its status, its history, what staff do to it.

record-back-one = Back to registration { $code }
record-status = Status
record-steps = Move it on
record-no-steps = Nothing comes next that your role may do.
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
