### Ready answers for staff in the inbox; they can be edited, and the name fills itself in.

canned-greeting = Hello { $name }, I work at { $office }. How can I help you?
    .title = Greeting
canned-photo = { $name }, please take a picture of the whole product where it is bright, and send it here.
    .title = Ask for a picture
canned-paper = { $name }, please take a straight picture of the paper with all four corners, so that it can be read, and send it here.
    .title = Ask for a paper
canned-call = I would rather explain this on the phone. When can I call you, { $name }?
    .title = Offer to call
canned-later = I will ask about this and answer you later, { $name }. If it is urgent, call { $phone } ({ $hours }).
    .title = Answer later
canned-thanks = Thank you, { $name }. If anything is unclear, write here.
    .title = Thanks
