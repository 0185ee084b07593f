"""Values as the pages show them: times in Vietnam, phones with their middle covered, names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from handlers.answers import show, show_place
from handlers.codes import code
from handlers.days import VIETNAM
from handlers.reading.marks import lacks_marks
from handlers.reading.numbers import show_number
from handlers.reading.phone import show_phone
from handlers.sheet import BETWEEN
from handlers.state import Status
from storage.queries import COMMUNE, GROUP, Entry

if TYPE_CHECKING:
    from bot.console.visit import Visit

REGISTRATION = "registration"
_OPEN_AT_START, _OPEN_AT_END = 2, 3


@dataclass(frozen=True, slots=True)
class Row:
    """
    One line of the list of registrations.

    `unmarked` are what of it seems to lack its marks: `title`, `name`. One that `waits` for its
    producer's consent is shown with nothing but where it is from.
    """

    id: int
    code: str
    status: str
    mark: str
    title: str
    commune: str
    groups: str
    products: str
    name: str
    phone: str
    when: str
    opened: str
    erased: str
    waits: str
    unmarked: frozenset[str]


def row(entry: Entry, visit: Visit) -> Row:
    """A registration as its line says it."""
    book, language = visit.book, visit.language
    questions = book.forms[REGISTRATION].by_key
    answers = {} if entry.waits else entry.answers
    groups = dict.fromkeys(
        show(questions[GROUP], value, book, language)
        for (_, question), value in answers.items()
        if question == GROUP
    )
    name = answers.get((0, "contact-name"), "")
    lacking = {
        "title": any(map(lacks_marks, entry.title.split(BETWEEN))),
        "name": lacks_marks(name, person=True),
    }
    status = entry.status.replace("_", "-")
    return Row(
        id=entry.id,
        code=code(entry.id),
        status=visit.say(f"status-{status}"),
        mark=MARKS.get(entry.status, "under-way"),
        title=entry.title,
        commune=show_place(questions[COMMUNE], entry.answers.get((0, COMMUNE), ""), book, language),
        groups=", ".join(groups),
        products=visit.say("list-products", count=str(entry.products))
        if entry.products > 1
        else "",
        name=name,
        phone=covered(answers.get((0, "contact-phone"), "")),
        when=time(entry.sent_at),
        opened="" if entry.sent_at else visit.say("list-opened", at=time(entry.opened_at)),
        waits=visit.say("list-waits") if entry.waits else "",
        erased=visit.say("list-erased", at=time(entry.erased_at)) if entry.erased_at else "",
        unmarked=frozenset(one for one, lacks in lacking.items() if lacks),
    )


MARKS = {
    Status.DRAFT.value: "open",
    Status.INTEREST.value: "new",
    Status.CERTIFIED.value: "good",
    Status.NOT_CERTIFIED.value: "over",
    Status.WITHDRAWN.value: "over",
}
"""How the status of a registration is marked, beside its words; the rest is under way."""


def covered(phone: str) -> str:
    """The number with its middle covered: 09•• ••• 678."""
    return cover_middle(show_phone(phone))


def cover_middle(shown: str) -> str:
    """A number as it is written, with its middle covered."""
    last = len(shown) - _OPEN_AT_END
    return "".join(
        "•" if letter.isdecimal() and _OPEN_AT_START <= at < last else letter
        for at, letter in enumerate(shown)
    )


def channel(word: str, visit: Visit) -> str:
    """A channel by the first word of its accounts."""
    return visit.say(f"channel-{word.replace('_', '-')}")


def time(at: datetime | None) -> str:
    """A time on a clock in Vietnam: 23/11/2026 08:05."""
    return f"{at.astimezone(VIETNAM):%d/%m/%Y %H:%M}" if at else ""


def counted(count: int) -> str:
    """A number with its thousands apart."""
    return show_number(str(count))
