### Signing up somebody else, and whom it is about.

helping-hand-over = Please hand them the phone, so that they read and press themselves; if they cannot read it, read it out to them.
helping-present = Thank you both. I noted that they were here and pressed the button.
helping-slip = I have the photo of the slip.
helping-waiting = All right, I keep it for now. Without a consent it is on no list of the Department; if none comes for long, I erase it.
helping-about = From here on, "you" in a question means the person you sign up.
helping-code = Please give them this code: with it and the phone number above, they can write "nhận ghi danh" to take it over on their own phone.
helping-refused = All right, I sign up nobody and keep nothing of theirs.
helping-slip-of = The slip that you photographed counts for: { $names }. If this producer signed it too, press the button; no new photo is needed.
helping-same-slip = They signed that slip
helping-slip-again = This sign-up waits for a consent again. In "My sign-ups", choose "Record the consent" to send the photo once more.
helping-too-many = You have signed up thirty people today, and I cannot open another. Please go on tomorrow, or call { $phone } so that staff can help.
helping-not-yours = They agreed to this sign-up and it was sent, so I neither take it back nor erase it. I asked staff to ask them. If it is urgent, call { $phone }.

whom-new = somebody new
whom-now = This is for: { $who }.
form-for = For { $who }. { $question }
waiting = Waiting for their consent: the Department cannot see this sign-up yet.
option-record-consent = Record the consent

claim-asked = That fits. Staff will confirm it; then this sign-up opens on your phone. To ask, call { $phone } ({ $hours }).
claim-unknown = I find no sign-up made by a helper that fits both this code and this number. Please look again.
claim-code-wrong = A digit of this code seems wrong or missing. Please look again.
claim-too-often = You have tried a few times today, so I stop here. Please call { $phone } ({ $hours }), or try again tomorrow.
claim-refused = All right, I keep nothing of yours. To ask about a sign-up, call { $phone } ({ $hours }).
claim-yours = Staff have confirmed: the sign-up with code { $code } is yours now. Write "ghi danh của tôi" to see it and go on.
claim-handed-over = The producer has taken over the sign-up with code { $code } that you made for them. Thank you.
claim-not-yours = Staff could not confirm that the sign-up with code { $code } is yours. Please call { $phone } ({ $hours }).
