"""What an export of staff's list holds: the columns that the list shows, one row a registration."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.papers.plan import Column, Plan, plan_of
from storage.queries import COMMUNE, GROUP

if TYPE_CHECKING:
    from content.model import Book

CODE, PHONE, ASSIGNED = "code", "phone", "assigned"
SOURCES: Mapping[str, str] = {
    CODE: "code",
    "title": "title",
    "group": GROUP,
    "commune": COMMUNE,
    "name": "contact-name",
    PHONE: "contact-phone",
    "status": "status",
    "when": "when",
    ASSIGNED: "assigned_to",
    "round": "round",
    "channel": "channel",
    "products": "products",
    "opened": "opened_at",
    "twins": "twins",
}
"""Where the cells of each column of the list come from."""

_WIDTHS = {"title": 44, "group": 24, "when": 18, "opened": 18, "twins": 24}
_USUAL = 20


def list_plan(
    book: Book, language: str, columns: Sequence[str], colleagues: Mapping[int, str]
) -> Plan:
    """The plan of a list with these columns, after the code; `colleagues` are names by number."""
    whole = plan_of(book, language)
    known = {column.source: column for column in whole.columns}

    def of(key: str) -> Column:
        source = SOURCES[key]
        header = book.wording.say(language, f"list-{key}" if key == CODE else f"column-{key}")
        found = known.get(source, Column(header, source, _USUAL))
        labels = {str(number): name for number, name in colleagues.items()}
        return replace(
            found,
            header=header,
            width=_WIDTHS.get(key, found.width),
            labels=labels if key == ASSIGNED else found.labels,
        )

    return Plan(whole.title, tuple(map(of, (CODE, *columns))), each_product=False)
