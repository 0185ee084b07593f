### One question at a time: which one, what was understood, and the ladder when it was not.

form-step = Question { $n }/{ $of }. { $question }
form-step-product = Question { $n }/{ $of } ({ $product }). { $question }
product-number = product { $n }
label-product = { $label } (product { $n })
form-now = Saved now: { $value }
form-confirm = I understand: { $value }. Is that right?
form-confirm-place = That is { $value }, right?
form-confirm-merged = { $value } (made from { $merged }), is that right?
form-confirm-money = I write down { $value }. Is that correct?
form-confirm-number = So { $value }, is that right?
form-confirm-phone = The number is { $value }, right?
form-doubt = Is "{ $said }" your answer, or would you like to do something else?
form-which = Several places are called "{ $said }". Please choose one.
form-again = Let me ask again.
form-changed = The last question has changed since. Here is the next one.
form-gathered = Chosen so far: { $value }. Anything else, or is that all?
form-gathered-none = Nothing is chosen now. Which one, or is that all?
form-first = This is the first question.
form-first-agreed = The question before was your consent, which you have given. To stop, write "huỷ"; to have everything erased, XOÁ DỮ LIỆU.
form-needed = I need an answer to this one. If it does not suit you now, choose "Later"; I keep what is done.
form-skipped = All right, that one can wait.
form-go-on = Let us go on.
form-whole = { $what }, as noted: { $value }.
wrong-more-than-whole = A part is not more than that, as a rule. Please look again.
form-part-again = This is less than what was noted for "{ $what }", so I shall ask that again.

ladder-ways = This one is not easy, is it? You can have it explained, leave it for later, or have staff help.
ladder-staff = No problem. Tap "Staff" for help, or call { $phone } ({ $hours }).
ladder-staff-told = No problem, I have asked staff to help with this question. Leave it for later, or call { $phone } ({ $hours }).
ladder-left = I leave this question for now; what is done stays. When you have time, write "tiếp", or write "gọi lại" to be called back.

wrong-not-a-choice = Please choose one of the lines below; you can also type its number.
wrong-old-number = Numbers with 11 digits beginning with 01 have been changed. Please give the new one with 10 digits.
wrong-future = That day has not come yet. Please check it once more.
wrong-too-short = That is very short, and I may get it wrong. Please write a little more.
wrong-too-long = That is too long for me to keep in full. Please make it shorter.
wrong-too-big = This file is larger than 10 MB, so I cannot take it. Please send a smaller one.
wrong-heic = I cannot open HEIC pictures of the iPhone. Please send a JPG, or a screenshot of the picture.
wrong-not-a-photo = I need a photo of the product here. Papers as PDF can be sent at a later question.
wrong-not-accepted = I cannot take this file. Please send a picture (JPG, PNG).
wrong-unreadable = I could not open that picture. Please take it again and send it.
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
