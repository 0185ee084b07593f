### Training courses and fairs: what is on, taking a seat, changing it, giving it back, reminders.

activities = Seats can be had at:
activities-line = • { $title }: { $when }
activities-none = I see no training course or fair with seats to be had now. To hear when there is one, tap "Choose news", or call { $phone }.
activities-option-activities = Courses and fairs
activities-option-seats = My seats
activities-option-topics = Choose news
activities-option-calendar = Put it in my calendar

activity-detail =
    { $title }
    When: { $when }
    Where: { $place }
    { $description }

    { $room } Seats can be taken until { $deadline }.
activity-option-take = Take a seat
activity-over = Seats for this one are no longer given.
activity-free = There are seats.
activity-few = { $left } seats are left.
activity-full = All seats are taken; you can join the waiting list, and seats that come free are offered in order.
activity-closed = Seats are no longer given.
activity-when = { $begins }, until { $ends }
activity-when-days = from { $begins } to { $ends }
activity-moment = { $clock } on { $weekday }, { $day }
activity-clock = { $hour }:{ $minute }
activity-calendar = Open this link, and your phone will offer to put { $title } into its calendar: { $link }
activity-calendar-words =
    For your calendar:
    { $title }
    { $when }
    { $place }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

activity-notice = { $office } invites you to { $title }: { $when }, at { $place }. { $description } When this was sent there were { $left } seats, to be taken until { $deadline }.
activity-notice-full = { $office } invites you to { $title }: { $when }, at { $place }. { $description } When this was sent all seats were taken; you can join the waiting list until { $deadline }.
activity-notice-button = Take a seat

seats = The seats taken from this phone:
seats-line = • { $title }: { $name }, { $standing }
seats-none = You have no seat yet.
seat-detail =
    { $title }
    When: { $when }
    Where: { $place }
    Who comes: { $name } ({ $standing })
    Seat code: { $code }
seat-ticket = Ticket with a QR code for the door: { $link }
seat-standing-held = has a seat
seat-standing-offered = a seat is there, waiting for your word
seat-standing-offered-until = a seat is there; confirm it before { $until }
seat-standing-waiting = waiting, number { $line }
seat-option-keep = Yes, I am coming
seat-option-name = Somebody else comes
seat-option-leave = Give it back
seat-option-more = A seat for somebody else
seat-leave = Do you give this seat back? It goes to the next in line.
seat-leave-yes = Give it back
seat-leave-no = No, I keep it
seat-leave-done = I have given the seat back. Thank you for saying so early.
seat-leave-gone = This seat is no longer on the list.
seat-name-done = I have changed the name.
seat-name-gone = This seat is no longer on the list.
seat-keep-done = Thank you, your seat is confirmed.
seat-keep-gone = No seat is waiting for your word now.
seat-look-gone = This seat is no longer on the list.

seat-known-name = Who is coming? I have this name.
seat-known-phone = A number in case anything changes. I have this one.
seat-not-taken = I have taken no seat.
seat-refused = That is fine; I take no seat and keep nothing more. To take one another way, call { $phone } ({ $hours }).
seat-taken-held =
    There is a seat for { $name }, code { $code }.
    { $title }
    { $when }
    { $place }
    If anything changes, write "my seats", or call { $phone }.
seat-taken-waiting = All seats at { $title } are taken. { $name } is number { $line } on the waiting list, code { $code }. Seats that come free go in order; to ask, call { $phone }.
seat-taken-closed = Seats at { $title } are no longer given. To ask, call { $phone } ({ $hours }).
seat-taken-full-hands = This phone has many seats at { $title } already. For more people, call { $phone } ({ $hours }).
seat-taken-already = { $name } is already on the list of { $title }, code { $code }.
seat-taken-gone = Seats at { $title } are no longer given. To ask, call { $phone } ({ $hours }).

seat-news-offer = A seat at { $title } ({ $when }) has come free for { $name }, code { $code }. Write "confirm my seat" before { $until } to take it; if you cannot come, write "my seats". Or call { $phone }.
seat-news-week = A reminder: { $title }, { $when }, at { $place }. Seat code { $code }. If you cannot come, write "my seats".
seat-news-day = It is almost time: { $title }, { $when }, at { $place }. Your seat code is { $code }. If you cannot come, write "my seats".
seat-news-cancelled = { $title } ({ $when }) will not take place as planned. Seat { $code } is no longer valid. To ask, call { $phone } ({ $hours }).
seat-news-changed = There is a change: { $title } is now { $when }, at { $place }. The seat { $code } is still yours. If you cannot come, write "my seats" to pass it on, or call { $phone }.
seat-news-released = As it was not confirmed, seat { $code } at { $title } has gone to the next in line. To join again, write "training courses", or call { $phone }.
seat-news-call = Seat { $code } at { $title } is not confirmed: call and ask. It goes to the next in line after { $until } at the earliest.

### The attendance list, on paper.

attendance-title = Attendance list
attendance-number = No.
attendance-name = Name
attendance-producer = Establishment
attendance-commune = Commune
attendance-phone = Phone
attendance-signed = Signature
attendance-code = Seat code
attendance-standing = Standing
attendance-there = Was there
attendance-standing-held = has a seat
attendance-standing-offered = to be confirmed
attendance-standing-waiting = waiting, number { $line }
attendance-head = { $title }. { $when }, at { $place }

### The letter of invitation, on paper.

letter-title = INVITATION
letter-dear = To: { $name }
letter-body = { $office } invites you to { $title }. When: { $when }. Where: { $place }.
letter-code = When you come, please give your seat code: { $code }. If anything changes, call { $phone }.
letter-signed = { $office }

### Tickets

ticket-about =
    { $name }
    { $when }
    { $place }
