"""The seats of one phone: which there are, who comes, keeping an offered one, giving one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import payloads, returning
from handlers.activities import shown
from handlers.move import Line, Move, Option
from handlers.seats import AskSeats, SeatWish, Standing
from handlers.state import Conversation, Stage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from content.activities import Activity
    from content.model import Book
    from handlers.events import Event
    from handlers.seats import Seat

LISTED = 8


def look(c: Conversation, _: Event, __: Book) -> Move:
    """Ask which seats there are."""
    return Move(returning.paused(c), effects=(AskSeats(SeatWish.LOOK),))


def look_at(c: Conversation, e: Event, b: Book, number: str) -> Move:
    """Ask about one of them."""
    return _wish(c, e, b, SeatWish.LOOK, number)


def keep(c: Conversation, e: Event, b: Book, number: str = "0") -> Move:
    """Keep a seat that is offered, or all that are."""
    return _wish(returning.paused(c), e, b, SeatWish.KEEP, number)


def leave(c: Conversation, _: Event, __: Book, number: str) -> Move:
    """Ask once before a seat is given back."""
    return Move(
        c,
        (Line("seat-leave"),),
        (
            Option(Line("seat-leave-yes"), payloads.go("seat-left", number)),
            Option(Line("seat-leave-no"), payloads.go("seat", number)),
        ),
    )


def give_back(c: Conversation, e: Event, b: Book, number: str) -> Move:
    """Give a seat back; only the last message may ask for it."""
    if payloads.go("seat-left", number) not in {one.payload for one in c.offered}:
        return look(c, e, b)
    return _wish(c, e, b, SeatWish.LEAVE, number)


def show(c: Conversation, b: Book, seats: Sequence[Seat], lines: tuple[Line, ...] = ()) -> Move:
    """Say `lines`, then which seats there are."""
    c = c._replace(stage=Stage.SEATS, asked=None)
    known = [(one, on) for one in seats if (on := shown.found(b, one.activity))][:LISTED]
    if not known:
        return Move(c, lines or (Line("seats-none"),), shown.ends(c, "activities"))
    return Move(
        c,
        (
            *lines,
            Line("seats"),
            *(Line("seats-line", _standing(one, on, c)) for one, on in known),
        ),
        (
            *(
                Option(
                    shown.label(one.name, on.said(c.language).title),
                    payloads.go("seat", str(one.id)),
                )
                for one, on in known
            ),
            *shown.ends(c, "activities"),
        ),
    )


def one(c: Conversation, b: Book, seat: Seat) -> Move:
    """One seat, and what can be done about it."""
    activity = shown.found(b, seat.activity)
    if activity is None:
        return show(c, b, ())
    number = str(seat.id)
    offered = seat.standing is Standing.OFFERED
    words = (*(("keep",) if offered else ()), "name", "leave")
    return Move(
        c._replace(stage=Stage.SEATS, asked=None),
        (Line("seat-detail", _standing(seat, activity, c)), *shown.ticket(seat, activity)),
        (
            *(
                Option(Line(f"seat-option-{word}"), payloads.go(f"seat-{word}", number))
                for word in words
            ),
            calendar(activity),
            *shown.ends(c, "seats"),
        ),
        by_call=True,
    )


def calendar(activity: Activity) -> Option:
    """The way to put an activity into a phone's calendar."""
    words = Line("activities-option-calendar")
    return Option(words, payloads.go("activity-calendar", str(activity.number)))


def _standing(seat: Seat, activity: Activity, c: Conversation) -> Mapping[str, Line | str]:
    return {**shown.holder(seat, activity, c.language), "standing": shown.standing(seat)}


def _wish(c: Conversation, e: Event, b: Book, wish: SeatWish, number: str) -> Move:
    if not (number.isascii() and number.isdigit()):
        return look(c, e, b)
    return Move(c, effects=(AskSeats(wish, seat=int(number[:18])),))
