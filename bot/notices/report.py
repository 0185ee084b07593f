"""The report of a notice as a file: one line a person, also the list to call those it missed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.papers.csv import ENCODING, CsvSheet
from bot.papers.plan import Cell, Column
from content.form import Kind
from handlers.answers import SHOWN
from handlers.days import VIETNAM
from storage.told import fates

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from content.model import Book
    from storage.told import Fate

COLUMNS = (
    "number",
    "channel",
    "name",
    "phone",
    "commune",
    "outcome",
    "reason",
    "at",
    "delivered",
    "seen",
)


async def write_report(reader: AsyncEngine, book: Book, number: int, out: Path) -> None:
    """Write it as CSV; raises OSError where the file cannot be written."""
    language = book.languages[0]
    heads = [book.wording.say(language, f"notice-column-{name}") for name in COLUMNS]
    with out.open("w", encoding=ENCODING, newline="") as stream:
        sheet = CsvSheet(stream)
        sheet.head([Column(head, name, 0) for head, name in zip(heads, COLUMNS, strict=True)])
        count = 0
        async for page in fates(reader, number):
            for one in page:
                count += 1
                sheet.row([count, *_cells(one, book, language)])


def _cells(one: Fate, book: Book, language: str) -> list[Cell]:
    place = book.places.by_code.get(one.commune)
    say, why = book.wording.say, f"notice-why-{one.reason.removeprefix('not sent: ')}"
    return [
        one.account.partition(":")[0],
        one.name,
        SHOWN[Kind.PHONE](one.phone) if one.phone else "",
        place.name if place else one.commune,
        say(language, f"notice-outcome-{one.status.name.lower().replace('_', '-')}"),
        say(language, why) if book.wording.has(language, why) else one.reason,
        *(
            at.astimezone(VIETNAM).replace(tzinfo=None) if at else None
            for at in (one.at, one.delivered_at, one.seen_at)
        ),
    ]
