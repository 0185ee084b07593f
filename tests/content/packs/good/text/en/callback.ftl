callback-consent = May { $office } call?
    .label = Consent to a call
    .explain = To call back.
    .choice-yes = Yes
    .choice-no = No
