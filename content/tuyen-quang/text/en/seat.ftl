# A seat at a course or a fair: its own consent, then who comes.

seat-seat-consent = To keep a seat, I need the name and phone of whoever comes, for the list and in case anything changes. Responsible: { $controller }. Kept: { $kept-for }. Questions about data: { $privacy-contact }. Do you agree?
    .label = Consent to keep a seat
    .explain = Name and number are only for the list; this is no sign-up of a product. If you would rather not leave them, call { $phone }.
    .choice-yes = I agree
    .choice-no = No

seat-guest-name = Who is coming? Please give me the full name.
    .label = Who comes
    .explain = The name goes on the attendance list. For several people, take one seat after the other.
    .hint = Sorry, I could not read a name. Please type it in letters only.
    .example = For example: Vàng Thị Mỷ.

seat-guest-phone = Which phone number reaches them?
    .label = Phone number
    .explain = Staff call only if something changes. A relative's number is fine.
    .hint = Sorry, I see no phone number. A mobile number has 10 digits and begins with 0.
    .example = Just the number, for example 0912 000 111.
