"""What stands around a registration: its talk, notes of staff, whose work it is, its likes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.console.forms import form_of
from bot.console.rights import Right, needs
from bot.console.shown import covered, time
from bot.console.visit import Refused, number_in
from bot.text import clean
from handlers.codes import code
from handlers.reading.phone import read_phone
from handlers.reading.understanding import Understood
from storage.assigning import workers
from storage.audit import Deed, note
from storage.history import add_note, read_notes
from storage.records import read_record
from storage.talk import NOTHING_YET, lines_after
from storage.twins import twins_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiohttp import web

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from storage.records import Record, Talk
    from storage.talk import Line

LONGEST_NOTE = 2000
MOST_TWINS = 6
_DIGITS = re.compile(r"(?<![\w.,])\+?\d(?:[ .\-]?\d){8,11}(?![\w])")


@dataclass(frozen=True, slots=True)
class Bubble:
    """One thing said in the talk, with who said it and when."""

    author: str
    who: str
    text: str
    when: str


class Notes:
    """`/staff/registrations/{number}/notes`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.WRITE)
    async def add(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST …/notes`: a note for staff alone."""
        number = number_in(request)
        if await read_record(self._parts.reader, number, visit.colleague.communes) is None:
            raise Refused(404, "refused-missing")
        where = f"/staff/registrations/{number}#notes"
        text = clean((await form_of(request)).get("note", ""), LONGEST_NOTE)
        if not text:
            return self._pages.done(visit, where, "note-empty")
        at, who = datetime.now(UTC), visit.colleague.id
        async with self._parts.engine.begin() as connection:
            await add_note(connection, number, who, text, at)
            await note(
                connection, Deed("registration.noted", who, str(number), "", visit.source), at
            )
        return self._pages.done(visit, where, "note-kept")


async def around(
    parts: Parts, record: Record, talk: Talk | None, visit: Visit, *, whole: bool
) -> Mapping[str, object]:
    """What the page of a registration shows beside its answers; phones covered unless `whole`."""
    number, communes = record.entry.id, visit.colleague.communes
    async with parts.reader.connect() as connection:
        twins = (await twins_of(connection, [number], communes)).get(number, ())
    names = await workers(parts.reader) if record.entry.assigned_to else {}
    return {
        "notes": await read_notes(parts.reader, number),
        "talk": await _talk(parts, talk, visit, whole=whole),
        "twins": [(one, code(one)) for one in twins[:MOST_TWINS]],
        "assigned": names.get(record.entry.assigned_to or 0, ""),
        "time": time,
    }


async def _talk(parts: Parts, talk: Talk | None, visit: Visit, *, whole: bool) -> list[Bubble]:
    """What was said, unless it is also about registrations that this visitor may not see."""
    if talk is None or not talk.ours:
        return []
    said = await lines_after(parts.reader, talk.account, talk.address, NOTHING_YET)
    return [_bubble(line, visit, whole=whole) for line in said.lines]


def _bubble(line: Line, visit: Visit, *, whole: bool) -> Bubble:
    text = line.text if whole else without_phones(line.text)
    return Bubble(
        line.author,
        visit.say(f"talk-{line.author}"),
        text or visit.say("talk-file"),
        time(line.at),
    )


def without_phones(text: str) -> str:
    """The text with the middle of every phone number in it covered."""
    return _DIGITS.sub(lambda found: _covered(found[0]), text)


def _covered(digits: str) -> str:
    match read_phone(digits):
        case Understood(value):
            return covered(value)
        case _:
            return digits
