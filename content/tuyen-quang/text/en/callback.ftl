# Please call me back: its own consent, no registration needed.

callback-call-consent = So that staff can call you back, I need to keep your phone number, and your name if you give it. Responsible: { $controller }. Kept: { $kept-for }. Questions about data: { $privacy-contact }. Do you agree?
    .label = Consent to be called back
    .explain = The number is only for calling you back; it is no sign-up and not for news. If you would rather not leave it, you can call { $phone } yourself.
    .choice-yes = I agree
    .choice-no = No

callback-contact-phone = Which number should staff call?
    .label = Number to call
    .explain = A number that is in use and that somebody answers. A relative's number is fine.
    .hint = Sorry, I see no phone number. A mobile number has 10 digits and begins with 0.
    .example = Just the number, for example 0912 000 111 or a landline 0207 3888 000.

callback-contact-name = Whom should they ask for? You can skip this.
    .label = Who will answer
    .explain = With a name, staff can address you properly, above all on a shared phone. It is not required.
    .hint = Sorry, I could not read a name. Please type it in letters only.
    .example = For example, Mrs Mỷ who weaves linen would write: Vàng Thị Mỷ.

callback-call-hour = What is a good time to call?
    .label = Good time to call
    .explain = I note it so that staff can choose; they call in working hours and are sometimes busy, so I cannot promise a time.
    .choice-any = Any time
    .choice-morning = Morning
    .choice-noon = Around noon
    .choice-afternoon = Afternoon
    .choice-evening = Evening

callback-contact-language = Which language would you like to speak?
    .label = Language to speak
    .explain = If somebody there speaks it, the Department will try to arrange it; otherwise they speak Vietnamese slowly.
    .choice-vi = Vietnamese
    .choice-hmn = Mông
    .choice-tyz = Tày
    .choice-dao = Dao
    .choice-other = Another language
