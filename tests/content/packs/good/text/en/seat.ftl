seat-agreed = May { $office } keep a seat for you?
    .label = Consent to a seat
    .explain = For the list.
    .choice-yes = Yes
    .choice-no = No
