### Greeting, menu, and what is said when something was not understood.

home-welcome =
    Hello. I am the automatic assistant of { $office }. I help producers to learn about the selection of typical rural industrial products and to sign up for it.

    What can I do for you?
home-welcome-back = Welcome back. I have kept what you were doing.
home-welcome-ask = Go on with it, or to the menu?
home-hello = Hello.
home-who = I am an automatic assistant of { $office }. I help producers learn about the selection of typical rural industrial products and sign up. To talk to a person, write "cán bộ".
home-thanks = Thank you. Write to me whenever you need something.
home-nod = All right. Choose one of these when you need something.
home-menu = What can I do for you?
home-help =
    Tap a button or type its number. These words always work: sửa (back to the last question), hoàn tác (undo), làm lại (start over), giải thích (explain), để sau (later), tiếp (go on), cán bộ (staff), danh mục (menu). To sign up somebody else: ghi hộ.

    To stop news: DỪNG. To erase your details: XOÁ DỮ LIỆU. To call the Department: { $phone } ({ $hours }).
home-lost = Sorry, I did not understand. Please choose one of these, or type its number.
home-lost-again = Sorry, I still do not understand. For example, write "ghi danh" to sign up a product, or "điều kiện" to see whether it fits.
home-lost-staff = This may be one for our staff. Write "cán bộ", or call { $phone } ({ $hours }).

menu-programme = What is this programme
menu-eligibility = Does my product fit
menu-register = Sign up a product
menu-calendar = Calendar and deadlines
menu-activities = Courses and fairs
menu-mine = My sign-ups
menu-desk = Staff, call me back
menu-settings = Settings, my details
menu-resume = Go on
menu-home = To the menu
menu-topics = Choose news

round-open = A selection round is open at { $level }, by plan { $plan } of { $plan-date }. Last day for paper dossiers: { $deadline }. Where to file: { $place }.
round-none = I have no calendar for the next round yet. You can sign up already; when there is one, staff will let you know. To ask, call { $phone }.
page-source = Source: { $article }.

question-which = Which of these would you like to know?
question-this = Is this what you want?
question-none = None of these
question-none-said = I cannot answer this yet. Write "staff" to ask a person, or call { $phone } ({ $hours }).

heard-once = I have received it.
edited = I see you edited an earlier message. To change an answer, write "sửa".
old-button = That button belongs to an earlier question.
phone-not-now = I do not need a phone number right now.
share-phone = Send my phone number
too-fast = Messages come too fast for me. Please wait a minute and write again.
oops = Something went wrong on our side, and I did not get this one. Please send it again. What is done is still there.

way-keep = Keep it
way-undo = ↩ As it was
way-back = ← Previous question
way-later = Later
way-skip = Skip
way-explain = ? Explain
way-mute = No reminders
way-resume = Back to the assistant
way-staff = ☎ Staff
way-seats = My seats

option-right = Yes
option-wrong = No
option-unsure = Not sure, ask staff
option-all = All
option-none = None of these
option-done = Done
option-chosen = ✔ { $what }
option-answer = My answer is "{ $said }"

# What a word without marks may mean; shown on a button when we ask.
command-home = To the menu
command-hello = Say hello
command-help = Help
command-bot = Ask who I am
command-thanks = Say thanks
command-programme = About the programme
command-eligibility = Who can take part
command-register = Sign up a product
command-behalf = Sign up somebody else
command-claim = Take over what a helper signed up
command-calendar = Calendar
command-activities = Courses and fairs
command-seats = My seats
command-keep-seats = Confirm my seat
command-mine = My sign-ups
command-back = Change the last question
command-explain = Explain
command-skip = Skip this question
command-later = Later
command-cancel = Stop, go on later
command-resume = Go on
command-undo = Put the last change back
command-restart = Start over
command-mute = No reminders
command-ask = I am asking
command-staff = Talk to staff
command-call = Call me back
command-settings = Settings
command-language = Change the language
command-topics = Choose news
command-stop = Stop news
command-erase = Erase my details
command-privacy = How my details are kept
