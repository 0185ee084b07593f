# Taking over a sign-up that somebody else made.

claim-claim-code = Which code did your helper give you?
    .label = Code of the sign-up
    .explain = The code has seven digits, like 482-157-3. Without it, ask your helper or staff.
    .hint = I need the code of the sign-up, seven digits. Your helper has it.
    .example = Just the digits, with or without hyphens. For example: 482-157-3.

claim-contact-phone = Which phone number of yours did your helper write down?
    .label = Number written down
    .explain = I compare it with the code, so that nobody gets what belongs to somebody else.
    .hint = Sorry, I see no phone number. A mobile number has 10 digits and begins with 0.
    .example = With or without spaces. For example: 0912 000 111.
