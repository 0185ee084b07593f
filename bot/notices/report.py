"""The report of a notice as a file: one line a person, also the list to call those it missed."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from bot.papers.csv import ENCODING, CsvSheet
from bot.papers.plan import Cell, Column
from content.form import Kind
from handlers.answers import SHOWN
from handlers.days import VIETNAM
from storage.told import MISSED, fates

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
    "called",
)
"""The first is the number by which `notice called` knows a person."""


async def write_report(
    reader: AsyncEngine, book: Book, number: int, out: Path, *, to_call: bool = False
) -> None:
    """
    Write it as CSV, or only those who are to be called instead.

    Raises OSError where the file cannot be written.
    """
    with out.open("w", encoding=ENCODING, newline="") as stream:
        async for line in lines(reader, book, number, to_call=to_call):
            stream.write(line)


async def lines(
    reader: AsyncEngine, book: Book, number: int, *, to_call: bool = False
) -> AsyncGenerator[str]:
    """The file in pieces, its headings first."""
    language = book.languages[0]
    heads = [book.wording.say(language, f"notice-column-{name}") for name in COLUMNS]
    piece = StringIO(newline="")
    sheet = CsvSheet(piece)
    sheet.head([Column(head, name, 0) for head, name in zip(heads, COLUMNS, strict=True)])
    async for page in fates(reader, number, only=MISSED if to_call else None):
        for one in page:
            sheet.row([one.n + 1, *_cells(one, book, language)])
        yield piece.getvalue()
        piece.seek(0)
        piece.truncate()
    yield piece.getvalue()


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
            for at in (one.at, one.delivered_at, one.seen_at, one.called_at)
        ),
    ]
