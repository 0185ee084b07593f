"""Which registrations are meant: what staff filter them by, as conditions of a query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, func, literal, or_, select

from handlers.effects import Agreed
from handlers.state import Status
from storage.queries import made_in
from storage.schema import listed, registration
from storage.twins import has_twins

NOBODY = 0
"""Whose work a registration is that was given to no colleague."""

when = func.coalesce(registration.c.sent_at, registration.c.opened_at)
"""When a registration was sent, or begun where it was not."""


_dialled = case((listed.c.phone != "", func.substr(listed.c.phone, 4)), else_=" ")
"""A phone number without what it begins with here or from abroad, which is in the words too."""


@dataclass(frozen=True, slots=True)
class Filters:
    """
    Which registrations are meant; what is left empty does not matter.

    Drafts are meant only when `status` is `draft`. `words` are folded and must all be found, unless
    it is the registration `number`. `assigned` is a colleague's number, or `NOBODY`. What waits for
    its producer's consent can be asked for alone, as can what may be there twice. `communes` are
    all that an officer may see. Where phones are `covered`, none is found by a part of it.
    """

    status: str = ""
    commune: str = ""
    group: str = ""
    since: datetime | None = None
    words: tuple[str, ...] = ()
    number: int | None = None
    communes: frozenset[str] | None = None
    until: datetime | None = None
    round: str = ""
    channel: str = ""
    assigned: int | None = None
    waiting: bool = False
    twins: bool = False
    covered: bool = False


def meant(filters: Filters, chosen: Sequence[int] | None = None) -> list[ColumnElement[bool]]:
    """What is true of the rows of `registration` that are meant, all or of the chosen ones."""
    found = [
        registration.c.status == filters.status
        if filters.status
        else registration.c.status != Status.DRAFT.value
    ]
    if filters.communes is not None:
        found.append(made_in(filters.communes))
    if said := _of_the_answers(filters):
        found.append(registration.c.id.in_(select(listed.c.registration_id).where(*said)))
    if filters.twins:
        found.append(has_twins())
    if chosen is not None:
        found.append(registration.c.id.in_(chosen))
    return found + _of_the_head(filters)


def _of_the_answers(filters: Filters) -> list[ColumnElement[bool]]:
    """What is asked of what it is found by: looked for there alone, which is narrow."""
    found: list[ColumnElement[bool]] = []
    if filters.words:
        covered = filters.covered
        said = (_is_said(word, covered=covered) for word in filters.words)
        found.append(or_(listed.c.registration_id == filters.number, and_(*said)))
    if filters.commune:
        found.append(listed.c.commune == filters.commune)
    if filters.group:
        found.append(listed.c.groups.contains(f",{filters.group},", autoescape=True))
    return found


def _is_said(word: str, *, covered: bool) -> ColumnElement[bool]:
    """Whether a word is among those that a registration is found by."""
    if not covered or not any(map(str.isdigit, word)):
        return listed.c.search.contains(word, autoescape=True)
    others = func.replace(listed.c.search, _dialled, " ")
    return or_(others.contains(word, autoescape=True), literal("0").concat(_dialled) == word)


def _of_the_head(filters: Filters) -> list[ColumnElement[bool]]:
    """What is asked of a registration itself, and not of its answers."""
    found: list[ColumnElement[bool]] = []
    if filters.since is not None:
        found.append(when >= filters.since)
    if filters.until is not None:
        found.append(when < filters.until)
    if filters.round:
        found.append(registration.c.round == filters.round)
    if filters.channel:
        found.append(registration.c.channel == filters.channel)
    if filters.assigned is not None:
        found.append(registration.c.assigned_to.is_not_distinct_from(filters.assigned or None))
    if filters.waiting:
        found.append(registration.c.agreed == Agreed.WAITING.value)
    return found
