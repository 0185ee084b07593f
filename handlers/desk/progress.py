"""
How staff take a registration on: the steps between statuses, and what its producer hears of them.

A step is told beside the talk: the question that was open stays open. What is told names the code
and nobody, for who reads it may not be who signed up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers import asking, sections, sheet
from handlers.codes import code
from handlers.effects import AskStaff, ToStaff, Wish
from handlers.move import Line, Move
from handlers.staff import NAME, PHONE
from handlers.state import Status
from handlers.words import spoken

if TYPE_CHECKING:
    from content.model import Book
    from handlers.deeds import StaffMoved
    from handlers.state import Conversation, Registration

S = Status
SENT_IN = frozenset({S.INTEREST, S.COLLECTING})
IN_HAND = frozenset({*SENT_IN, S.COMPLETE, S.PRINTED, S.FILED_COMMUNE, S.SENT_PROVINCE})


@dataclass(frozen=True, slots=True)
class Step:
    """
    One step: from which statuses, to which.

    Only the `province` may take some. Some need a `reason`; what `tells` can be told the producer.
    """

    since: frozenset[Status]
    to: Status
    province: bool = False
    reason: bool = False
    tells: bool = True


STEPS: Mapping[str, Step] = {
    "complete": Step(SENT_IN, S.COMPLETE),
    "print": Step(frozenset({S.COMPLETE}), S.PRINTED),
    "file": Step(frozenset({S.COMPLETE, S.PRINTED}), S.FILED_COMMUNE),
    "send": Step(frozenset({S.FILED_COMMUNE}), S.SENT_PROVINCE),
    "judge": Step(frozenset({S.SENT_PROVINCE}), S.JUDGED, province=True),
    "certify": Step(frozenset({S.JUDGED}), S.CERTIFIED, province=True),
    "decline": Step(frozenset({S.JUDGED}), S.NOT_CERTIFIED, province=True),
    "return": Step(frozenset({S.COMPLETE, S.PRINTED, S.FILED_COMMUNE}), S.COLLECTING, reason=True),
    "hand-back": Step(
        frozenset({S.SENT_PROVINCE}), S.FILED_COMMUNE, province=True, reason=True, tells=False
    ),
    "reconsider": Step(
        frozenset({S.CERTIFIED, S.NOT_CERTIFIED}), S.JUDGED, province=True, reason=True, tells=False
    ),
    "withdraw": Step(IN_HAND, S.WITHDRAWN, reason=True),
    "reopen": Step(frozenset({S.WITHDRAWN}), S.COLLECTING, reason=True),
}
"""Every step that staff can take, in the order in which a page offers them."""


def open_to(status: Status, *, province: bool) -> tuple[str, ...]:
    """The steps that lead on from a status, for somebody of the province or of a commune."""
    return tuple(
        key
        for key, step in STEPS.items()
        if status in step.since and (province or not step.province)
    )


def told(number: int, step: str, reason: str, b: Book) -> Line:
    """What the producer is told of a step."""
    return Line(
        f"progress-{step}", {**asking.given(b), "code": code(number), "reason": reason.strip()}
    )


def move(c: Conversation, e: StaffMoved, b: Book) -> Move:
    """Take the step, unless the registration is elsewhere by now or lacks what the step needs."""
    step, entry = STEPS[e.step], found(c, e.registration)
    refused = _refusal(e, step, entry, b)
    if entry is None or refused:
        return Move(c, effects=(ToStaff(refused),))
    c = sheet.with_registration(c, entry._replace(status=step.to))
    lines = (told(entry.id, e.step, e.reason, b),) if e.tells and step.tells else ()
    calls = (_call(entry, e, b),) if e.calls else ()
    return Move(c, lines, effects=(ToStaff(), *calls), by_call=True)


def found(c: Conversation, number: int) -> Registration | None:
    """The registration of this number, if it is of this talk."""
    return next((one for one in c.registrations if one.id == number), None)


def _call(entry: Registration, e: StaffMoved, b: Book) -> AskStaff:
    """The call that somebody of staff is to make in place of a message."""
    given = {key: entry.answers[0, key].value for key in (PHONE, NAME) if (0, key) in entry.answers}
    line = Line("tell-by-phone", {"code": code(entry.id), "reason": e.reason.strip()})
    return AskStaff(
        Wish.TELL,
        phone=given.get(PHONE, ""),
        name=given.get(NAME, ""),
        text=spoken(line, b.wording, b.languages[0]),
        registration=entry.id,
    )


def _refusal(e: StaffMoved, step: Step, entry: Registration | None, b: Book) -> str:
    if entry is None:
        return "gone"
    if entry.status != e.was or entry.status not in step.since:
        return "moved"
    if step.reason and not e.reason.strip():
        return "reason"
    if step.to is Status.COMPLETE and sections.missing(entry, b):
        return "missing"
    return ""
