"""The columns of the list, and what stands in each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.console.shown import REGISTRATION, Row, channel, row, time
from handlers.answers import show
from handlers.codes import code
from storage.queries import GROUP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.console.visit import Visit
    from storage.queries import Entry

COLUMNS = (
    *("title", "group", "commune", "name", "phone", "status", "when", "assigned"),
    *("round", "channel", "products", "opened", "twins"),
)
"""All columns beside the code, in the order in which they stand."""

USUAL = ("title", "commune", "name", "phone", "status", "when")
"""What is shown unless somebody chooses."""


MOST_TWINS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """
    One registration in the list: what its own columns need, and the plain words of the rest.

    Of the registrations that it may be the same as, the first few have their number and code.
    """

    row: Row
    cells: Mapping[str, str]
    twins: tuple[tuple[int, str], ...]
    more_twins: int


def line(entry: Entry, visit: Visit, colleagues: Mapping[int, str]) -> Line:
    """A registration as the list shows it; one that waits shows little but where it is from."""
    shown = row(entry, visit)
    cells = {
        "group": shown.groups,
        "commune": shown.commune,
        "name": shown.name,
        "phone": shown.phone,
        "when": shown.when or shown.opened,
        "assigned": colleagues.get(entry.assigned_to or 0, ""),
        "round": _round(entry.round, visit),
        "channel": channel(entry.channel, visit) if entry.channel else "",
        "products": "" if entry.waits else str(entry.products),
        "opened": time(entry.opened_at),
    }
    twins = tuple((one, code(one)) for one in entry.twins[:MOST_TWINS])
    return Line(shown, cells, twins, len(entry.twins) - len(twins))


def groups(visit: Visit) -> dict[str, str]:
    """The names of the product groups."""
    question = visit.book.forms[REGISTRATION].by_key[GROUP]
    return {value: show(question, value, visit.book, visit.language) for value in question.choices}


def rounds(visit: Visit) -> dict[str, str]:
    """The names of the rounds."""
    return {one.key: _round(one.key, visit) for one in visit.book.rounds}


def _round(key: str, visit: Visit) -> str:
    found = next((one for one in visit.book.rounds if one.key == key), None)
    if found is None:
        return key
    level = visit.say(f"level-{found.level}")
    return visit.say("export-round-name", level=level, plan=found.plan_number)
