"""
The list for a round's Council: a line for each product, by group, with what its dossier holds and
lacks, and empty columns for the scores.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.papers.checklist import look, products_of
from bot.papers.plan import Column, Plan, Shape
from bot.papers.registrations import paper
from content.folding import fold
from handlers.answers import show
from handlers.codes import code
from handlers.state import Status
from storage.queries import COMMUNE, GROUP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bot.papers.plan import Cell
    from content.model import Book
    from storage.records import Record

STATUSES = (
    Status.COMPLETE,
    Status.PRINTED,
    Status.FILED_COMMUNE,
    Status.SENT_PROVINCE,
    Status.JUDGED,
)
"""Whoever has come so far is on the list."""

KNOWN = {
    "number": 6,
    "group": 26,
    "code": 13,
    "maker": 30,
    "commune": 18,
    "product": 30,
    "status": 20,
    "has": 30,
    "lacks": 30,
}
MOST = {"market": 40, "economy": 40, "culture": 10, "other": 10}
"""The columns of points, and how many each criterion has at most."""

SCORES = (*MOST, "total", "result", "remark")
"""Columns that are empty: the judges fill them in."""


def write_council(records: Sequence[Record], book: Book, language: str, out: Path) -> int:
    """Write the list as a spreadsheet; gives how many products are on it."""

    def say(key: str) -> str:
        return book.wording.say(language, f"council-{key}")

    known = [Column(say(key), key, width) for key, width in KNOWN.items()]
    known[0] = Column(say("number"), "number", KNOWN["number"], Shape.NUMBER)
    scores = [Column(say(key), key, 14) for key in SCORES]
    columns = (*known, *scores)
    groups = book.forms["registration"].by_key[GROUP].choices
    lines = [line for one in records for line in _lines(one, book, language)]
    order = {group: at for at, group in enumerate(groups)}
    lines.sort(key=lambda line: (order.get(line[0], len(groups)), fold(line[1][3])))
    with paper(out, Plan(say("title"), columns, printed=say("title"))) as sheet:
        sheet.head(columns)
        for number, (_, cells) in enumerate(lines, 1):
            sheet.row([number, *_texts(cells), *[None] * len(SCORES)])
    return len(lines)


def _texts(cells: Sequence[str]) -> list[Cell]:
    return [cell or None for cell in cells]


def _lines(record: Record, book: Book, language: str) -> Iterator[tuple[str, list[str]]]:
    """The group of each product, and the cells of its line after the number."""
    by_key = book.forms["registration"].by_key
    found = look(record, book, language)

    def told(product: int, key: str) -> str:
        given = record.answers.get((product, key))
        return show(by_key[key], given.value, book, language) if given else ""

    for product in products_of(record):
        own = [one for one in found.papers if one.product in {0, product}]
        group = record.answers.get((product, GROUP))
        status = record.entry.status.replace("_", "-")
        yield (
            group.value if group else "",
            [
                told(product, GROUP),
                code(record.entry.id),
                told(0, "est-name"),
                told(0, COMMUNE),
                told(product, "prod-name"),
                book.wording.say(language, f"status-{status}"),
                "; ".join(one.label for one in own if one.present),
                "; ".join(one.label for one in own if one.lacking),
            ],
        )
