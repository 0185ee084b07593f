"""The pages of lists that are handed in; a list is its owner's alone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.console.forms import EMPTY, Form, file_of, form_of
from bot.console.importing.checked import checked, shown
from bot.console.importing.outcome import outcome_answer
from bot.console.rights import Right, needs
from bot.console.shown import counted, time
from bot.console.visit import Refused, number_in
from bot.papers.handed_in import read_list
from bot.papers.reading import MOST_BYTES, Unreadable
from bot.text import clean
from handlers import codes
from handlers.desk.handed import MAKER, NAME, PHONE, askable, guessed, headings
from handlers.effects import Agreed
from handlers.sheet import titled
from handlers.state import Registration, Status
from storage.audit import Deed
from storage.handed import List, forget, keep, lines_of, lists_of, map_columns, one_list
from storage.importing import MADE, SLICE, THERE, Entry, make

if TYPE_CHECKING:
    from aiohttp import web

    from bot.console.importing.checked import Row
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from handlers.state import Answers

HOME = "/staff/import"
LONGEST_NAME = 100
SAMPLES, MOST_SHOWN = 3, 20


class Importing:
    """`/staff/import`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.WRITE)
    async def home(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/import`: where a file is handed in, and what was."""
        return await self._home(visit, EMPTY)

    @needs(Right.WRITE, largest=MOST_BYTES + 64 * 1024)
    async def hand_in(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/import`: nothing is made of a file before its columns were looked at."""
        given = await file_of(request, "file")
        if given is None:
            return await self._home(visit, Form({}, {"file": visit.say("import-no-file")}))
        try:
            rows = await read_list(given.content)
        except Unreadable as trouble:
            problems = {"file": visit.say(f"import-cannot-{trouble}")}
            return await self._home(visit, Form({}, problems))
        rows = rows[headings(rows, visit.book) :]
        engine, who = self._parts.engine, visit.colleague.id
        name = clean(given.name, LONGEST_NAME)
        number = await keep(engine, who, name, rows, datetime.now(UTC))
        await map_columns(engine, number, guessed(rows[0], visit.book))
        return self._pages.done(visit, f"{HOME}/{number}")

    @needs(Right.WRITE)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/import/{number}`: the columns, and what the rows give by them."""
        return await self._show(await self._one(request, visit), visit, EMPTY)

    @needs(Right.WRITE)
    async def columns(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/import/{number}/columns`: which question each column answers."""
        one, form = await self._one(request, visit), await form_of(request)
        known = askable(visit.book)
        chosen = {column: form.get(f"column-{column}", "") for column in range(len(one.head))}
        mapping = {column: key for column, key in chosen.items() if key in known}
        problems = {}
        if len(set(mapping.values())) < len(mapping):
            problems["columns"] = visit.say("import-columns-twice")
        elif PHONE not in mapping.values() or not {NAME, MAKER} & set(mapping.values()):
            problems["columns"] = visit.say("import-columns-missing")
        if problems:
            return await self._show(one, visit, Form(form, problems))
        await map_columns(self._parts.engine, one.id, mapping)
        return self._pages.done(visit, f"{HOME}/{one.id}", "import-columns-kept")

    @needs(Right.WRITE)
    async def make(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/import/{number}/make`: what is good of it, in short transactions."""
        one, at = await self._one(request, visit), datetime.now(UTC)
        rows = await checked(one, await lines_of(self._parts.reader, one.id), at, visit)
        good = [row for row in rows if row.answers]
        for start in range(0, len(good), SLICE):
            part = {
                row.line.n: Entry(_title(row.answers, at), row.answers, at)
                for row in good[start : start + SLICE]
            }
            detail = f"rows={min(part)}-{max(part)}"
            deed = Deed("registrations.imported", visit.colleague.id, str(one.id), detail)
            await make(self._parts.engine, one.id, part, deed, codes.digits)
        return self._pages.done(visit, f"{HOME}/{one.id}", "import-made")

    @needs(Right.WRITE)
    async def outcome(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/import/{number}/outcome`: the list with what became of each row."""
        one = await self._one(request, visit)
        return await outcome_answer(one, await self._rows(one, visit), visit, "ket-qua-nhap")

    @needs(Right.WRITE)
    async def forget(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/import/{number}/forget`: the list goes, what was made of it stays."""
        async with self._parts.engine.begin() as connection:
            if not await forget(connection, number_in(request), visit.colleague.id):
                raise Refused(404, "refused-missing")
        return self._pages.done(visit, HOME, "import-forgotten")

    async def _one(self, request: web.Request, visit: Visit) -> List:
        found = await one_list(self._parts.reader, number_in(request), visit.colleague.id)
        if found is None:
            raise Refused(404, "refused-missing")
        return found

    async def _rows(self, one: List, visit: Visit) -> list[Row]:
        lines = await lines_of(self._parts.reader, one.id)
        return await checked(one, lines, datetime.now(UTC), visit)

    async def _home(self, visit: Visit, form: Form) -> web.Response:
        lists = await lists_of(self._parts.reader, visit.colleague.id)
        values = {
            "lists": [(one, time(one.at)) for one in lists],
            "form": form,
            "here": HOME,
        }
        return self._pages.show("importing/home", visit, values, 422 if form.problems else 200)

    async def _show(self, one: List, visit: Visit, form: Form) -> web.Response:
        rows = await self._rows(one, visit)
        good = [row for row in rows if row.answers]
        wrong = [row for row in rows if row.problems]
        became = [row.line.outcome for row in rows]
        values = {
            "list": one,
            "columns": [
                (column, heading, [cell for cell in _cells(rows[:SAMPLES], column) if cell])
                for column, heading in enumerate(one.head)
            ],
            "questions": {
                key: visit.say(f"{question.words}.label")
                for key, question in askable(visit.book).items()
            },
            "good": [(row.line.n, shown(row, one.mapping, visit)) for row in good[:MOST_SHOWN]],
            "wrong": wrong[:MOST_SHOWN],
            "counts": {
                "good": counted(len(good)),
                "wrong": counted(len(wrong)),
                "made": counted(became.count(MADE)),
                "there": counted(became.count(THERE)),
            },
            "form": form,
            "here": f"{HOME}/{one.id}",
        }
        return self._pages.show("importing/list", visit, values, 422 if form.problems else 200)


def _cells(rows: list[Row], column: int) -> list[str]:
    return [row.line.cells[column] for row in rows if column < len(row.line.cells)]


def _title(answers: Answers, at: datetime) -> str:
    """The name that staff and the producer know it by."""
    entry = Registration(0, Status.INTEREST, "", "", 1, at, answers, agreed=Agreed.WAITING)
    return titled(entry).title
