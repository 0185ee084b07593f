"""What is tried in a state: everything on the screen, an answer that fits, and interruptions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from content.form import Kind
from handlers import asking, codes, payloads
from handlers.deeds import StaffErased, StaffMoved, StaffWants
from handlers.desk import progress
from handlers.effects import LinkStaff, Seek
from handlers.events import (
    Chose,
    Digest,
    Edited,
    Event,
    Followed,
    HandedBack,
    Left,
    MediaKind,
    MediaRefused,
    Moment,
    OtherKind,
    Rested,
    Returned,
    Said,
    SeatNews,
    SeatsTold,
    SentMedia,
    SentOther,
    SharedPhone,
    Sought,
    StaffLinked,
    StaffReplied,
    StaffSpoke,
    TakenOver,
    Withdrew,
)
from handlers.roads import ROADS
from handlers.seats import OCCUPIED, AskSeats, News, Seat, SeatAnswer, SeatWish, Standing
from handlers.standing import standing

if TYPE_CHECKING:
    from content.form import Question
    from content.model import Book
    from handlers.effects import Effect, Message
    from handlers.state import Conversation

FILES = frozenset({Kind.PHOTO, Kind.PAPER})

FITTING: Mapping[Kind, tuple[str, ...]] = {
    Kind.TEXT: ("Khăn lanh nhuộm chàm", "10A8012345", codes.code(7), "huy"),
    Kind.NAME: ("Vàng Thị Mỷ", "huy"),
    Kind.PHONE: ("0912 000 111",),
    Kind.PLACE: ("Lùng Tám", "Yên Định", "Bắc Kạn"),
    Kind.AMOUNT: ("2000 chiếc",),
    Kind.MONEY: ("8 triệu",),
    Kind.PRICE: ("350k một cái",),
    Kind.DATE: ("15/3/2021", "năm ngoái"),
    Kind.EMAIL: ("my@example.vn",),
    Kind.TAX_CODE: ("5100999994",),
}
"""Texts that answer a question of each kind, or may."""

WORDS = "khăn lanh "
WRONG = "abc xyz"
TYPED = ("tham gia có mất tiền không ạ", "em chịu, không biết", "1")
"""What is typed anywhere: a question of the book, no idea, the first choice."""


WITHIN = frozenset(map(payloads.go, ("back", "skip")))
"""Ways that lead on in a form: where to, the answers decide."""

CHANGED = frozenset({SeatAnswer.DONE, SeatAnswer.GONE})
TAKEN = frozenset(SeatAnswer) - CHANGED
"""What may come of a wish to change a seat, and to take one."""


def on_screen(at: Moment, c: Conversation, message: Message, *, ways: bool) -> Iterator[Event]:
    """
    A tap on each thing that is on offer, and on the ways of the last message, at least those in
    the form; what was said beside the talk takes no offer away.
    """
    for one in c.offered:
        yield Chose(at, one.payload)
    for one in message.ways:
        if ways or one.payload in WITHIN:
            yield Chose(at, one.payload)


def answers(at: Moment, c: Conversation, b: Book) -> Iterator[Event]:
    """Each choice of the open question, what answers it by typing or sending, and what does not."""
    slot = asking.open_slot(c, b)
    if slot is None or c.asked is None:
        return
    question = slot.question
    for value in _most_opening_first(b, question.key, question.choices):
        yield Chose(at, payloads.tap(c.asked.form, slot.product, question.key, value))
    if question.kind in FILES:
        yield SentMedia(at, f"m{at.fresh}", MediaKind.PHOTO, "r", 90_000, "image/jpeg")
    for text in (*_fitting(question), WRONG):
        yield Said(at, text)


@cache
def _most_opening_first(b: Book, question: str, choices: tuple[str, ...]) -> list[str]:
    """The choices by how many questions are asked of those alone who choose this."""
    every = (one for form in b.forms.values() for each in form.questions for one in each.when)
    hanging = [one for one in every if one.question == question]
    return sorted(choices, key=lambda value: -sum(value in one.values for one in hanging))


def _fitting(question: Question) -> tuple[str, ...]:
    if question.kind is Kind.NUMBER:
        return (str(max(question.minimum or 0, 1)),)
    if question.kind is Kind.TEXT and (question.minimum or 0) > len(WORDS):
        return (WORDS * (1 + (question.minimum or 0) // len(WORDS)),)
    return FITTING.get(question.kind, ())


ASKING = (LinkStaff, Seek, AskSeats)
"""What a talk asks of the tables."""


def from_the_tables(at: Moment, asked: Effect, b: Book) -> Iterator[Event]:
    """Each answer that the tables may give to what a talk asks of them."""
    match asked:
        case LinkStaff():
            yield from (StaffLinked(at, name) for name in ("Nông Thị Hoa", ""))
        case Seek():
            yield from (Sought(at, found=found) for found in (True, False))
        case AskSeats(SeatWish.LOOK):
            yield SeatsTold(at, asked, SeatAnswer.DONE, 0, ())
            for how in OCCUPIED:
                seat = a_seat(b, how)
                yield SeatsTold(at, asked, SeatAnswer.DONE, seat.id, (seat,))
        case AskSeats(wish):
            for answer in TAKEN if wish is SeatWish.TAKE else CHANGED:
                seat = a_seat(b, Standing.HELD)
                yield SeatsTold(at, asked, answer, seat.id, (seat,))


def by_themselves(at: Moment, c: Conversation, b: Book) -> Iterator[Event]:
    """What the person did not do: a timer rings, there is news of a seat, staff move it on."""
    yield Rested(at, standing(c))
    yield HandedBack(at, 0)
    yield Digest(at, (("requests", "2"),), "https://bot.example/staff/inbox")
    yield from (SeatNews(at, news, a_seat(b, Standing.OFFERED)) for news in News)
    yield StaffErased(at, 1)
    for one in c.registrations:
        yield StaffErased(at, 1, (one.id,))
        for step in progress.open_to(one.status, province=True):
            yield StaffMoved(at, 1, one.id, step, one.status, "ly do", tells=True)
            yield StaffMoved(at, 1, one.id, step, one.status, "ly do", calls=True)
        yield StaffWants(at, 1, one.id, ((1, "att-photo-side"), (0, "rep-name")))


def a_seat(b: Book, how: Standing) -> Seat:
    """A seat at the first thing that is on."""
    return Seat(1, b.activities[0].number, "Vàng Thị Mỷ", "+84912000111", how)


def interruptions(at: Moment) -> Iterator[Event]:
    """Everything that can happen whatever is open; none of it is an answer."""
    for word, road in ROADS.items():
        if not road.carries:
            yield Chose(at, payloads.go(word))
    for text in (WRONG, *TYPED):
        yield Said(at, text)
    for kind in MediaKind:
        yield SentMedia(at, f"m{at.fresh}", kind, "r", 90_000, "image/jpeg")
    for other in OtherKind:
        yield SentOther(at, other)
    yield SentOther(at, OtherKind.LOCATION, "22.8233, 104.9784")
    yield SharedPhone(at, "0912000111", own=True)
    yield Chose(at, payloads.go("nowhere"))
    yield Chose(at, payloads.tap("registration", 0, "est-name", "old"))
    yield MediaRefused(at, "m1", "unreadable")
    yield Edited(at, "sửa rồi")
    yield Followed(at, "qr")
    yield Followed(at, "oa_profile", passing=True)
    yield Left(at)
    yield Returned(at)
    yield StaffSpoke(at)
    yield Said(at, "NV 1234 5678")
    yield TakenOver(at, 1, "Nông Thị Hoa")
    yield StaffReplied(at, 1, "Nông Thị Hoa", "Dạ, chiều nay em gọi ạ.")
    yield HandedBack(at, 1)
    yield Withdrew(at)
