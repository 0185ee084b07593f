"""What is seen of a talk from afar: talks that look alike count as one state."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from handlers import asking, eligibility, path, payloads, registration, sections, sheet
from handlers.desk import wanting
from handlers.payloads import Go
from handlers.state import Stage, Status

if TYPE_CHECKING:
    from content.model import Book
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


class Sight(NamedTuple):
    """A state of the talk."""

    place: Place
    answered: Answered


def sight(c: Conversation, b: Book) -> Sight:
    """The state that a talk is in."""
    at = place(c)
    aside = at.tries or at.shut or at.waits == "doubt" or _form(c) == sheet.CALLBACK
    return Sight(at, _answered(c, b) if c.stage in FILLING and not aside else Answered())


def place(c: Conversation) -> Place:
    """Where a talk is."""
    if c.attended:
        return Place(c.stage, shut="attended")
    if c.quiet_until:
        return Place(c.stage, shut="silent")
    if c.names or c.locked:
        shut = "locked" if c.locked else "shared"
        return Place(c.stage, _question(c), shut=shut, shows=_shown(c))
    if wanting.is_open(c):
        return Place(c.stage, _question(c), shut="wanted")
    detour = c.stage in DETOURS or _form(c) == sheet.CALLBACK
    found = Place(
        stage=c.stage,
        question=_question(c),
        paused=f"{c.paused.stage} {c.paused.asked and c.paused.asked.form}"
        if c.paused and detour
        else "",
        holds="" if c.stage is Stage.PROGRAMME or _form(c) == sheet.ELIGIBILITY else _holds(c),
    )
    if c.stage is not Stage.ASKING or c.asked is None:
        return found._replace(shows=_shown(c))
    return found._replace(
        waits="doubt" if c.asked.doubt else "reading" if c.asked.reading else "",
        tries=min(c.asked.tries, TRIES),
        editing=c.editing,
    )


def _question(c: Conversation) -> str:
    if c.stage is not Stage.ASKING or c.asked is None:
        return c.page if c.stage is Stage.PROGRAMME else ""
    return f"{c.asked.form}/{c.asked.question}"


def _form(c: Conversation) -> str:
    return c.asked.form if c.asked and c.stage is Stage.ASKING else ""


def _shown(c: Conversation) -> frozenset[str]:
    """The ways that the last message offers; those of a question follow from the question."""
    if c.stage is Stage.ASKING:
        return frozenset()
    read = (payloads.read(one.payload) for one in c.offered)
    return frozenset(one.word for one in read if isinstance(one, Go))


def _holds(c: Conversation) -> str:
    entry = sheet.active(c)
    alone = c.stage in FILLING and _form(c) != sheet.CALLBACK
    talked_about = (entry,) if entry else ()
    held = talked_about if alone else c.registrations
    statuses = {one.status for one in held}
    whose = OF_ANOTHER if any(one.helped for one in held) else ""
    if Status.DRAFT in statuses:
        return f"draft{whose}"
    return f"sent{whose}" if statuses & registration.OPEN else ""


def _answered(c: Conversation, b: Book) -> Answered:
    entry, slot = sheet.active(c), asking.open_slot(c, b)
    checking = c.stage is Stage.VERDICT or _form(c) == sheet.ELIGIBILITY
    known = slot is not None and slot.key in sheet.answers(c, b, _form(c))
    if checking:
        verdict = str(eligibility.finding(c, b).outcome)
        return Answered(verdict, turns=_turns(c, b), known=known)
    if entry is None:
        return Answered()
    products, left_out = min(entry.products, MANY), bool(c.skipped) or _left_out(entry, b)
    if entry.status is Status.DRAFT:
        return Answered(entry.verdict, products=products, known=known, left_out=left_out)
    if products > 1:
        return Answered(products=products)
    return Answered(done=_done(entry, b), products=1, known=known, left_out=left_out)


def _done(entry: Registration, b: Book) -> int:
    """How many parts of a dossier are done, before the first that is not."""
    order = b.forms[sheet.REGISTRATION].sections.index
    parts = sorted(sections.parts(entry, b), key=lambda one: order(one.section))
    return next((at for at, one in enumerate(parts) if one.done < one.of), len(parts))


def _left_out(entry: Registration, b: Book) -> bool:
    """Whether something that a dossier needs was answered with nothing."""
    given = entry.answers.items()
    by_key = b.forms[sheet.REGISTRATION].by_key
    return any(not one.value and by_key[key].required for (_, key), one in given)


def _turns(c: Conversation, b: Book) -> tuple[str, ...]:
    """The questions that not everybody is asked and that are still to come in this talk."""
    answers = sheet.answers(c, b, sheet.ELIGIBILITY)
    slots = path.slots(b.forms[sheet.ELIGIBILITY].whole, answers, 0)
    return tuple(one.question.key for one in slots if one.question.when and one.key not in answers)
