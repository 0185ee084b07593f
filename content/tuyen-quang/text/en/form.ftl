### One question at a time: which one, what was understood, and the ladder when it was not.

form-step = Question { $n }/{ $of }. { $question }
form-step-product = Question { $n }/{ $of } ({ $product }). { $question }
product-number = product { $n }
label-product = { $label } (product { $n })
form-now = Saved now: { $value }
form-confirm = I understand: { $value }. Is that right?
form-confirm-place = That is { $value }, right?
form-confirm-merged = { $value } (made from { $merged }), is that right?
form-confirm-money = I write down { $value } ({ $words }). Is that correct?
form-confirm-number = So { $value }, is that right?
form-confirm-phone = The number is { $value }, right?
form-confirm-tax-check = I read { $value }, but its check digit does not fit. Please look at the paper again; is this the number?
form-doubt = Is "{ $said }" your answer, or would you like to do something else?
form-which = I can read "{ $said }" in more than one way. Which did you mean?
form-which-place = Several places are called "{ $said }". Please choose one.
form-which-split = The former { $was } was divided. Where does your village belong now?
form-which-choice = "{ $said }" may be one of these lines. Please choose one.
form-which-money = Which sum is "{ $said }"?
form-which-price = Which price is "{ $said }"?
form-which-number = I can write down one number only. Which is closer?
form-which-amount = I can write down one number only. Which is closer?
form-which-phone = I see more than one phone number. Which one reaches you?
form-which-again = I am still not sure which one. Please tap a button, or type 1, 2 and so on, in the order below.
form-again = Let me ask again.
form-changed = The last question has changed since. Here is the next one.
form-gathered = Chosen so far: { $value }. Anything else, or is that all?
form-gathered-none = Nothing is chosen now. Which one, or is that all?
form-first = This is the first question.
form-needed = I need an answer to this one. If it does not suit you now, choose "Later"; I keep what is done.
form-skipped = All right, that one can wait.
form-go-on = Let us go on.

ladder-ways = This one is not easy, is it? You can have it explained, leave it for later, or have staff help.
ladder-staff = No problem. Tap "Staff" for help, or call { $phone } ({ $hours }).

wrong-not-a-choice = Please choose one of the lines below; you can also type its number.
wrong-old-number = Numbers with 11 digits beginning with 01 have been changed. Please give the new one with 10 digits.
wrong-future = That day has not come yet. Please check it once more.
wrong-foreign-money = The form is in Vietnamese đồng. Please give me the sum in đồng; roughly is fine. Example: 120 triệu (120 million).
wrong-too-short = That is very short, and I may get it wrong. Please write a little more.
wrong-too-long = That is too long for me to keep in full. Please make it shorter.
wrong-no-answer = Please write a few words here. If it does not suit you now, leave it for later; I keep what is done.
wrong-only-digits = I need a name here, not a number. Please write it in letters.
wrong-phone-too-short = A digit seems to be missing. Mobile numbers have 10 digits; landlines have 11 and begin with 02.
wrong-phone-too-long = There seems to be a digit too many. Mobile numbers have 10 digits; landlines have 11 and begin with 02.
wrong-foreign-number = I can only write down a Vietnamese phone number. Please give me one.
wrong-beyond = I can write down a number from { $least } to { $most } here. Please check yours; if it really is another, staff can write it down.
wrong-not-yearly = I need what is made in a whole year; roughly is fine. Example: 2,000 pieces a year.
wrong-too-big = This file is larger than 10 MB, so I cannot take it. Please send a smaller one.
wrong-heic = I cannot open HEIC pictures of the iPhone. Please send a JPG, or a screenshot of the picture.
wrong-not-a-photo = I need a photo of the product here. Papers as PDF can be sent at a later question.
wrong-not-accepted = I cannot take this file. Please send a picture (JPG, PNG).
wrong-unreadable = I could not open that picture. Please take it again and send it.
wrong-too-much = I already keep as many pictures and papers of yours as I can. Please bring this one when you file the dossier.
wrong-no-room = The Department's machine is full, so I could not keep the picture. Please send it later; I still take your words.

photo-kept = I have received it: { $what }.
photo-more = I keep { $n } files so far. More, or is that all?
photo-again = You can send it again later: { $what }.
photo-not-now = I do not need a picture right now; I will ask when I do. Please never send a photo of an identity card.

other-voice = I cannot listen to voice messages yet. Please type, marks are not needed, or write "gọi lại" to be called back.
other-sticker = Thank you.
other-video = I cannot watch videos. Please send a photo or type.
other-location = I cannot read a location. Please type the name of the commune.
other-other = I cannot read this kind of message. Please type.
