### Talking to staff and being called back.

staff-there = Staff are at work now: { $hours }. If it is urgent, call { $phone }.
staff-away = Staff are not at work now. Working hours: { $hours }. The Department's number: { $phone }.
staff-ask = Write your question here and I pass it to staff; or would you like to be called back?
staff-ask-first = Would you like to write to staff, or to be called back? I keep what you write so that staff can read it; if you agree, choose "I agree, let me write".
staff-write = Please write your question here and I pass it to staff.
staff-write-first = I have not written that down yet.
staff-option-write = I agree, let me write
staff-option-call = Call me back
staff-option-return = No, go on
staff-question-kept = I have noted your question for staff.
staff-case = Sign-up { $code } needs staff: { $why }
staff-voice = Sign-up { $code } has a voice note to listen to.
staff-voice-answer = Sign-up { $code }: listen to the voice note and fill in "{ $what }".
staff-unplaced = Sign-up { $code }: made in what was { $was }; which commune it is in now is not known.
staff-claim = Claims the sign-up { $code } that a helper made: code and phone number fit. Ask, then confirm or refuse.
staff-undo = Sign-up { $code } was made by a helper, who wants it taken back or erased. Ask the producer first.
staff-stuck = Sign-up { $code } needs help with: { $what }

call-known = I have a number from { $title }; I ask because it may be somebody else's.
call-requested = Noted: staff call { $phone } ({ $hour }). This is not a sign-up.
call-refused = All right, I ask nobody to call you. Please call { $phone } ({ $hours }).
call-left = All right, I have noted no call-back.

# Staff answer in person, through the assistant.
attended = From now on { $name } of { $office } answers you here, a person and not a machine. What you write is kept for them to read. To turn to me again, type "continue".
attended-reply = { $name } (staff): { $text }
attended-kept = (Write back here; what you write is kept for staff to read. To turn to me again, type "continue".)
attended-over = { $name } has finished answering. I am the automatic assistant, and I will go on helping you.
attended-away = { $name } has not been able to answer yet; what you wrote is still with staff. If it is urgent, call { $phone } ({ $hours }).
attended-unreadable = I could not open that file to pass it on to staff. Please take the picture again and send it.
