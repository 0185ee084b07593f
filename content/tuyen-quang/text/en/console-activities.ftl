# Staff pages: training courses and fairs
console-activities = Courses, fairs

activities-new = Add a course or a fair
activities-edit = Edit
activities-coming = To come
activities-all = All
activities-none-yet = No course or fair is to come. Press “Add a course or a fair” to begin.
activities-title = Name
activities-title-hint = Short, for it stands on buttons: at most 35 characters.
activities-kind = Kind
activities-kind-training = Training course
activities-kind-fair = Trade fair
activities-starts = Begins
activities-ends = Ends
activities-when = When
activities-moment-hint = Time of Vietnam, such as 10/12/2026 08:00
activities-deadline = Seats are given until
activities-deadline-hint = Not later than it begins.
activities-seats = Seats
activities-commune = Commune or ward
activities-commune-hint = Empty is the whole province.
activities-place = Place
activities-description = What it is about, what to bring
activities-words = Words ({ $language })
activities-words-hint = Leave all three empty if there are none.
activities-save = Save
activities-edit-hint = Whoever has a seat is told once of another time or place.
activities-taken = Taken
activities-waiting = Waiting
activities-called-off = Called off
activities-wrong-moment = Write day and hour as 10/12/2026 08:00.
activities-wrong-ends = It must end after it begins.
activities-wrong-deadline = Seats cannot be given after it begins.
activities-wrong-seats = From 1 to { $most } seats.
activities-wrong-few = { $occupied } seats are taken; there cannot be fewer.
activities-wrong-commune = Which commune or ward is it? Write the whole name.
activities-wrong-title = Give it a name.
activities-wrong-title-long = A name has at most { $most } characters.
activities-wrong-place = Write where it is.
activities-wrong-description = Write what it is about.
activities-wrong-description-long = At most { $most } characters.

# One course or fair
activities-announce = Write its notice
activities-sheet = Download the list to print and sign (XLSX)
activities-cancel = Call it off
activities-guests = Who has a seat ({ $count })
activities-guests-none = Nobody has a seat yet.
activities-queue = Waiting list, in order
activities-attended-hint = Tick who was there and save; the others are noted as absent.
activities-attended-do = Save who was there
activities-there-of = { $name } was there
activities-by-phone = Answered by phone
activities-by-phone-hint = The seat code of who answered, such as 482-157-3
activities-confirm = Confirm the seat
activities-give-up = Give the seat up

# The door
activities-door = Check-in
activities-door-hint = Type the seat code, or scan the QR code of the ticket with the phone's camera.
activities-door-do = Has come
activities-door-of = { $name } has come
activities-came-at = came { $at }
activities-came-count = { $came } of { $taken } have come

# What was just done
activities-created = Saved. People can see it and take seats at once.
activities-edited = Edited.
activities-edited-told = Edited. Whoever has a seat is told of it by day.
activities-cancelled = Called off. Whoever has a seat is told by day.
activities-off = It was called off.
activities-attended = { $came } were there.
activities-confirmed = The seat is confirmed.
activities-given-up = The seat is given up and goes to the next in line.
activities-came = Noted: { $name }.
activities-came-already = { $name } was noted already, { $at }.
activities-waits = { $name } is on the waiting list, number { $line }, and has no seat.
activities-no-such-code = There is no such code on this list.
