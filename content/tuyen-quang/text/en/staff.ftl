### Talking to staff and being called back.

staff-there = Staff are at work now: { $hours }. If it is urgent, call { $phone }.
staff-away = Staff are not at work now. Working hours: { $hours }. The Department's number: { $phone }.
staff-ask = Write your question here and I pass it to staff; or would you like to be called back?
staff-option-call = Call me back
staff-option-return = No, go on
staff-question-kept = I have noted your question for staff.
staff-case = Sign-up { $code } needs staff: { $why }
staff-stuck = Sign-up { $code } needs help with: { $what }

call-known = I have a number from { $title }; I ask because it may be somebody else's.
call-requested = Noted: staff call { $phone } ({ $hour }). This is not a sign-up.
call-refused = All right, I do not keep your number. Please call { $phone } ({ $hours }).
call-left = All right, I have noted no call-back.
