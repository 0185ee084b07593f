# The page of the web chat itself; what the assistant says in it stands in the other files.

web-title = Automatic assistant
web-office = Tuyên Quang Department of Industry and Trade
web-description = Ask about the selection of typical rural industrial products, sign up a product, see training courses and trade fairs.
web-skip = Go to the message field
web-log = Conversation
web-field = Your message
web-placeholder = Write here
web-send = Send
web-attach = Send a photo or a PDF
web-menu = Menu
web-call = Call staff
web-language-vi = Tiếng Việt
web-language-en = English
web-down = Read on ↓
web-noscript = JavaScript is off in this browser, so we cannot talk here. Please turn it on, or call the Department:

# On a machine that others use too
web-end = Shared machine: finish
web-end-title = Finish on this machine?
web-end-why = This machine will forget the conversation, and the next person cannot see it. What you signed up stays with the Department. To go on with something unfinished, please ask staff.
web-end-unsent = A message has not been sent yet. If you finish now, it is lost.
web-end-yes = Finish
web-end-no = Stay
web-over-title = Finished
web-over-why = This machine keeps nothing of the conversation.
web-over-again = New conversation

# Names and states, said by the page
web-assistant = Assistant
web-me = Me
web-staff = Staff
web-photo = Photo
web-paper = Paper
web-recording = Listen to this
web-today = Today
web-sending = Sending…
web-waiting = Not sent yet; it goes when the network is back
web-connecting = Connecting again…
web-offline = The network is down. Go on writing; I send it when it is back.
web-no-cookie = This browser blocks cookies, so I cannot keep the conversation. Please allow cookies and open the page again.

# Why a message or a file was not taken
web-too-long = This message is too long; please split it in two.
web-too-big = This file is too large (over 10 MB). Please send a smaller one.
web-heic = This picture is HEIC from an iPhone, which I cannot open. Please take a screenshot of it and send that.
web-unreadable = I cannot open this picture; it may be damaged. Please take it again or choose another.
web-not-accepted = I only take pictures (JPG, PNG) or PDF files. A photo of the paper is fine too.
web-no-room = The Department's machine has no room for pictures. Please go on in words and send the picture later.
