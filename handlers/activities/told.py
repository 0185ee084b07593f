"""What is said once it is known what came of a wish about seats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import asking, payloads, returning, sheet
from handlers.activities import listing, mine, shown, taking
from handlers.move import Line, Move, Option
from handlers.seats import SeatAnswer, SeatWish
from handlers.state import Conversation, Stage

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import SeatsTold
    from handlers.seats import Seat


def told(c: Conversation, e: SeatsTold, b: Book) -> Move:
    """Go on with what was asked for."""
    wish, seat = e.asked.wish, _seat(e)
    if wish is SeatWish.LOOK and e.asked.activity:
        return taking.begin(c, e, b)
    if wish is SeatWish.LOOK and e.asked.seat and seat is not None:
        return mine.one(c, b, seat)
    if wish is SeatWish.TAKE:
        return _taken(c, e, b, seat)
    c = sheet.without(c, sheet.SEAT)._replace(booking="")
    if wish is SeatWish.LOOK:
        return mine.show(c, b, e.seats)
    done = "done" if e.answer is SeatAnswer.DONE else "gone"
    return mine.show(c, b, e.seats, (Line(f"seat-{wish.value}-{done}"),))


def _taken(c: Conversation, e: SeatsTold, b: Book, seat: Seat | None) -> Move:
    """Say that the seat is theirs, or how far they wait, or why neither."""
    c = sheet.without(c, sheet.SEAT)._replace(booking="", asked=None)
    activity = shown.found(b, e.asked.activity)
    if activity is None:
        return listing.show(c, e, b, (Line("activity-over"),))
    about = shown.holder(seat, activity, c.language) if seat else shown.about(activity, c.language)
    line = Line(f"seat-taken-{e.answer.value}", {**asking.given(b), **about})
    if c.paused is not None:
        return returning.take_up(c, e, b, (line,))._replace(by_call=True)
    more = Option(Line("seat-option-more"), payloads.go("take", str(activity.number)))
    return Move(
        c._replace(stage=Stage.SEATS),
        (line, *(shown.ticket(seat, activity) if seat else ())),
        (more, mine.calendar(activity), *shown.ends(c, "seats")),
        by_call=True,
    )


def _seat(e: SeatsTold) -> Seat | None:
    return next((one for one in e.seats if one.id == e.seat), None)
