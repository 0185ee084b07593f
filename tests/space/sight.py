"""What is seen of a talk from afar: talks that look alike count as one state."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from handlers import asking, eligibility, path, payloads, registration, sections, sheet
from handlers.desk import wanting
from handlers.payloads import Go
from handlers.state import Stage, Status

if TYPE_CHECKING:
    from content.model import Book
    from handlers.effects import Choice
    from handlers.state import Conversation, Registration

MANY = 2
"""Products are counted up to here."""

TRIES = 5
"""Wrong answers are counted past the end of the ladder."""

FILLING = frozenset({Stage.ASKING, Stage.REVIEW, Stage.EDITING, Stage.SECTIONS, Stage.VERDICT})
"""Stages in which the answers given so far decide what comes next."""

OF_ANOTHER = " of another"
"""What is added where a helper made it."""

DETOURS = frozenset({Stage.STAFF, Stage.WRITING, Stage.SETTINGS, Stage.LANGUAGE, Stage.ERASING})


class Place(NamedTuple):
    """
    Where a talk is: its stage, and the open question (`form/question`) or page.

    `waits` is empty, or `reading` or `doubt`. `shows` are the ways that the last message offers
    where no question is open; `paused` is what a detour goes back to; `shut` is `silent` while
    staff talk past us, `attended` while they do through us, `shared` where others use the phone
    too, `locked` once a name is asked for, `wanted` where staff asked for the answer. `holds` is
    whether there is a draft, or one sent (of the registration that is open, where one is), and
    whether a helper made it.
    """

    stage: Stage
    question: str = ""
    waits: str = ""
    tries: int = 0
    editing: bool = False
    shows: frozenset[str] = frozenset()
    paused: str = ""
    shut: str = ""
    holds: str = ""

    def __str__(self) -> str:
        """The place as somebody would look for it."""
        tries = f"try {self.tries}" if self.tries else ""
        return " ".join(filter(None, (self.stage, self.question, self.waits, tries, self.shut)))


class Answered(NamedTuple):
    """As much of the answers as decides where a form can go from here."""

    verdict: str = ""
    done: int = 0
    turns: tuple[str, ...] = ()
    products: int = 0
    known: bool = False
    left_out: bool = False


NOTHING = Answered()


class Sight(NamedTuple):
    """A state of the talk."""

    place: Place
    answered: Answered


def sight(c: Conversation, b: Book) -> Sight:
    """The state that a talk is in."""
    form = c.asked.form if c.asked and c.stage is Stage.ASKING else ""
    at = _place(c, form)
    aside = at.tries or at.shut or at.waits == "doubt" or form == sheet.CALLBACK
    return Sight(at, _answered(c, b, form) if c.stage in FILLING and not aside else NOTHING)


def _place(c: Conversation, form: str) -> Place:
    """Where a talk is that has a question of this form open, if any."""
    if c.attended:
        return Place(c.stage, shut="attended")
    if c.quiet_until:
        return Place(c.stage, shut="silent")
    asked = c.asked if c.stage is Stage.ASKING else None
    question = f"{form}/{asked.question}" if asked else ""
    if c.names or c.locked:
        shut = "locked" if c.locked else "shared"
        return Place(c.stage, _page(c) or question, shut=shut, shows=_shown(c))
    if wanting.is_open(c):
        return Place(c.stage, question, shut="wanted")
    paused = c.paused if c.stage in DETOURS or form == sheet.CALLBACK else None
    left = f"{paused.stage} {paused.asked and paused.asked.form}" if paused else ""
    if asked is None:
        holds = "" if c.stage is Stage.PROGRAMME else _holds(c, form)
        return Place(c.stage, _page(c), shows=_shown(c), paused=left, holds=holds)
    return Place(
        c.stage,
        question,
        waits="doubt" if asked.doubt else "reading" if asked.reading else "",
        tries=min(asked.tries, TRIES),
        editing=c.editing,
        paused=left,
        holds="" if form == sheet.ELIGIBILITY else _holds(c, form),
    )


def _page(c: Conversation) -> str:
    return c.page if c.stage is Stage.PROGRAMME else ""


def _shown(c: Conversation) -> frozenset[str]:
    """The ways that the last message offers; those of a question follow from the question."""
    return frozenset() if c.stage is Stage.ASKING else _ways(c.offered)


@cache
def _ways(offered: tuple[Choice, ...]) -> frozenset[str]:
    read = (payloads.read(one.payload) for one in offered)
    return frozenset(one.word for one in read if isinstance(one, Go))


def _holds(c: Conversation, form: str) -> str:
    if not c.registrations:
        return ""
    entry = sheet.active(c)
    alone = c.stage in FILLING and form != sheet.CALLBACK
    talked_about = (entry,) if entry else ()
    held = talked_about if alone else c.registrations
    statuses = {one.status for one in held}
    whose = OF_ANOTHER if any(one.helped for one in held) else ""
    if Status.DRAFT in statuses:
        return f"draft{whose}"
    return f"sent{whose}" if statuses & registration.OPEN else ""


def _answered(c: Conversation, b: Book, form: str) -> Answered:
    entry, slot = sheet.active(c), asking.open_slot(c, b)
    checking = c.stage is Stage.VERDICT or form == sheet.ELIGIBILITY
    known = slot is not None and slot.key in sheet.answers(c, b, form)
    if checking:
        verdict = str(eligibility.finding(c, b).outcome)
        return Answered(verdict, turns=_turns(c, b), known=known)
    if entry is None:
        return NOTHING
    products = min(entry.products, MANY)
    if entry.status is Status.DRAFT:
        left_out = bool(c.skipped) or _left_out(entry, b)
        return Answered(entry.verdict, products=products, known=known, left_out=left_out)
    if products > 1:
        return Answered(products=products)
    left_out = bool(c.skipped) or _left_out(entry, b)
    return Answered(done=_done(entry, b), products=1, known=known, left_out=left_out)


def _done(entry: Registration, b: Book) -> int:
    """How many parts of a dossier are done, before the first that is not."""
    order = b.forms[sheet.REGISTRATION].sections.index
    parts = sorted(sections.parts(entry, b), key=lambda one: order(one.section))
    return next((at for at, one in enumerate(parts) if one.done < one.of), len(parts))


def _left_out(entry: Registration, b: Book) -> bool:
    """Whether something that a dossier needs was answered with nothing."""
    by_key = b.forms[sheet.REGISTRATION].by_key
    empty = [key for (_, key), one in entry.answers.items() if not one.value]
    return any(by_key[key].required for key in empty)


def _turns(c: Conversation, b: Book) -> tuple[str, ...]:
    """The questions that not everybody is asked and that are still to come in this talk."""
    answers = sheet.answers(c, b, sheet.ELIGIBILITY)
    slots = path.slots(b.forms[sheet.ELIGIBILITY].whole, answers, 0)
    return tuple(one.question.key for one in slots if one.question.when and one.key not in answers)
