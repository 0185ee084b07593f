### Signing up: for whom, review, sending, and the dossier that follows little by little.

signup-intro = Signing up takes { $of } questions, about 3 minutes. The dossier can come later.
signup-thanks = Thank you. If you are busy, write "để sau" at any time; I keep what is done.
signup-refused = All right, I do not sign you up and keep nothing more of yours. To sign up another way, call { $phone } ({ $hours }) or come to { $address }.
signup-too-many = You have opened three sign-ups today, and I cannot open another. Please go on tomorrow, or call { $phone } so that staff can help.
signup-go-on = Go on: { $title }.
signup-untitled = an unfinished sign-up
signup-more = Now a few questions about product { $n }. What you said about the establishment stays.
signup-full = One sign-up holds at most 20 products. For more, please ask staff.

whom = Whom do you sign up this time?
whom-draft = Go on: { $title }
whom-same = Add a product for { $title }
whom-all = See all sign-ups
whom-other = Another establishment of mine
whom-helped = Sign up somebody else
whom-chosen = So a product more for { $title }, right?

review = Please look it over:
review-line = { $label }: { $value }
review-ask = If all is right, tap "Send the sign-up".
review-option-send = Send the sign-up
review-option-edit = Change an answer
review-option-add-product = Add another product
review-option-later = Later
review-incomplete = One more question before it can be sent.
review-sent = You are signed up, code { $code }. Keep this code to ask staff about it. This is a sign-up, the dossier is not filed yet.
review-verdict-warn = You can still sign up and add the papers later.
review-verdict-staff = You can still sign up. To know sooner, tap "☎ Staff" to ask or to be called back.
review-verdict-no = You can still sign up. To ask first, tap "☎ Staff" to ask or to be called back.
review-verdict-redirect = Here I take sign-ups only for places in the province, so nothing has been sent. If that was chosen by mistake, tap "Change an answer".

edit-which = Which answer would you like to change?
edit-none = Change nothing
edit-which-part = In which part would you like to change something?
product-drop = Take out: { $product }
product-drop-ask = Take { $product } out of this sign-up? What was said about that product goes with it.
product-drop-yes = Take it out
product-drop-no = No, go on
product-dropped = { $product } is taken out. The other products stay as they are.
product-given-up = All right, no product { $n } then.

sections-missing-intro = Still missing for the dossier:
sections-missing = ✘ { $what }
sections-missing-more = And { $n } more.
sections-complete = All answers are there. Staff will look at them and tell you how to print, sign and file the paper dossier.
sections-ask = Take any part first, or leave it for later?
sections-progress = { $part } ({ $n }/{ $of })
sections-part = I ask one question at a time. What you do not have yet, tap "Skip".
sections-part-done = You have answered this part.
sections-option-add-product = Add a product
sections-option-edit = Change an answer
sections-option-home = Later, to the menu

mine = Here are your sign-ups. Which one?
mine-none = You have no sign-up yet. To begin, choose "Sign up a product".
mine-one = { $title }: { $status }
mine-detail =
    { $title }
    Code: { $code }
    Status: { $status }
mine-detail-draft =
    { $title }
    Status: { $status }. It gets its code when it is sent.
mine-further = Show older sign-ups
mine-option-go-on = Go on
mine-option-withdraw = Withdraw this sign-up
mine-withdraw = Would you like to withdraw the sign-up { $title }? You can sign up again later.
mine-withdraw-yes = Withdraw
mine-withdraw-no = Do not withdraw
mine-withdrawn = The sign-up { $title } is withdrawn.

left = All right, I keep what is done. When you have time, write "tiếp" to finish it.
left-half = I keep what is done ({ $n } of { $of } questions). When you have time, write "tiếp" to finish it.
left-nothing = All right. To sign up at any time, write "ghi danh".
nothing-half-done = There is nothing unfinished.
