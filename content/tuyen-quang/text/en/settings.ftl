### Language, news, what is kept, and erasing it.

settings = What would you like to change?
settings-option-language = Language
settings-option-topics = News
settings-option-mute = Stop reminders
settings-option-unmute = Remind me of unfinished forms
settings-option-behalf = Sign up somebody else
settings-option-claim = Take over what a helper signed up
settings-option-privacy = My details
settings-option-erase = Erase my details
settings-option-return = Done, go back

language = Which language would you like?
language-vi = Tiếng Việt
language-en = English
language-set = All right, I speak English from now on.
language-hear = Listen in { $aid }
language-hear-none = Stop sending recordings
language-heard = I will send a recording along with each sentence that has one.
language-unheard = From now on I only write.

topics = Which news would you like? Tap a line to turn it on or off.
topic-on = ✔ { $topic }
topic-off = ✘ { $topic }
topic-given = Noted, you get news about: { $topic }.
topic-taken = All right, no more news about: { $topic }.
stopped = All right, I send no more news. To have them again, write "nhận tin".

privacy =
    { $controller } keeps your name, phone number, product details and answers to prepare the dossier. May receive them: { $receivers }. Kept: { $kept-for }.

    Questions about data: { $privacy-contact }. To have them erased, write XOÁ DỮ LIỆU. Please never send a photo of an identity card.

erase = Which of your details shall I erase? This cannot be undone.
erase-filed = Of a filed dossier the office must keep, by the archive rules: code, dates, commune, product group and status. To ask, call { $phone }.
erase-one = Only: { $title }
erase-all = Erase everything
erase-none = Erase nothing
erased = Your details are erased. What remains are figures without a name: code, dates, commune, product group.
erased-but = What you sent for others who agreed is not erased, only taken off this phone: { $codes }. To have it erased, they can call staff.
erased-by-office = As you asked, the office has erased what we had about you. What is left names nobody: code, dates, commune, product group.
erased-one-by-office = As you asked, the office has erased the registration you named. What is left names nobody.
erased-one = The sign-up you chose is erased.

whose = Several people use this phone. Before I open what was written down, which contact name did you give?
whose-again = That name does not match. Please type the full name as given at the sign-up; marks are not needed.
whose-once-more = I still cannot open it. Perhaps somebody else in the family was named; would you try that name?
whose-other = Sign up another establishment
whose-staff = I keep what was written down closed for now. Write "cán bộ", or call { $phone } ({ $hours }) for help.
