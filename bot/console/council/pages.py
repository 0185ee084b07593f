"""
The pages of the Council's results: a list is handed in, looked through, and confirmed once.

What is confirmed is what was shown: if it comes to anything else meanwhile, it is shown again.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.console.council.ruling import JUDGE, ruled
from bot.console.forms import EMPTY, Form, file_of, form_of
from bot.console.importing.outcome import outcome_answer
from bot.console.record.moving import message_of
from bot.console.record.together import Going, may_be_told, take_on
from bot.console.rights import Right, needs
from bot.console.shown import counted, time
from bot.console.visit import Refused, number_in
from bot.papers.handed_in import read_list
from bot.papers.judged import Ambiguous, NotTheList, headed
from bot.papers.reading import MOST_BYTES, Unreadable
from bot.text import clean
from handlers.codes import code
from handlers.desk.progress import STEPS
from handlers.state import Status
from storage.audit import Deed
from storage.handed import (
    List,
    forget,
    keep,
    lines_of,
    lists_of,
    map_columns,
    note_outcomes,
    one_list,
)
from storage.records import find_talks
from storage.staff import tell_audit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aiohttp import web

    from bot.console.council.ruling import Ruling, Verdict
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.record.together import Gone
    from bot.console.visit import Visit

HOME = "/staff/council"
KIND = "council"
LONGEST_NAME = 100
MOST_SHOWN = 50


class Results:
    """`/staff/council` and the lists that were handed in there."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.PUBLISH)
    async def home(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/council`: where a list is handed in, and what was."""
        return await self._home(visit, EMPTY)

    @needs(Right.PUBLISH, largest=MOST_BYTES + 64 * 1024)
    async def hand_in(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/council/results`: nothing is set before it was looked through."""
        given = await file_of(request, "file")
        if given is None:
            return await self._home(visit, Form({}, {"file": visit.say("import-no-file")}))
        try:
            rows = await read_list(given.content)
            top, columns = headed(rows, visit.book)
        except Unreadable as trouble:
            problems = {"file": visit.say(f"import-cannot-{trouble}")}
            return await self._home(visit, Form({}, problems))
        except NotTheList as trouble:
            names = ", ".join(visit.say(f"council-{one}") for one in str(trouble).split())
            problems = {"file": visit.say("council-not-the-list", columns=names)}
            return await self._home(visit, Form({}, problems))
        except Ambiguous as trouble:
            column = visit.say(f"council-{trouble}")
            problems = {"file": visit.say("council-two-columns", column=column)}
            return await self._home(visit, Form({}, problems))
        name, at = clean(given.name, LONGEST_NAME), datetime.now(UTC)
        engine, who = self._parts.engine, visit.colleague.id
        number = await keep(engine, who, name, rows[top:], at, KIND)
        await map_columns(engine, number, columns)
        return self._pages.done(visit, f"{HOME}/{number}")

    @needs(Right.PUBLISH)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/council/{number}`: what would change, and what does not fit."""
        one = await self._one(request, visit)
        return await self._show(one, await self._ruling(one, visit), visit)

    @needs(Right.PUBLISH)
    async def confirm(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/council/{number}/confirm`: what was shown is set, and told."""
        handed = await self._one(request, visit)
        ruling = await self._ruling(handed, visit)
        if (await form_of(request)).get("shown") != _mark(ruling.verdicts):
            return await self._show(handed, ruling, visit, changed=True)
        gone = await self._set(ruling.verdicts, visit)
        became = {
            row.line.n: (_became(gone[one.number], chosen=bool(row.said.chosen)), one.number)
            for one in ruling.verdicts
            for row in one.rows
            if not gone[one.number].refused
        }
        async with self._parts.engine.begin() as connection:
            await note_outcomes(connection, handed.id, became)
        done = [each for each in gone.values() if not each.refused]
        told = sum(each.told for each in done)
        detail = f"registrations={len(done)} told={told}"
        deed = Deed("council.results", visit.colleague.id, str(handed.id), detail, visit.source)
        await tell_audit(self._parts.engine, deed)
        counts = {
            "count": counted(len(done)),
            "told": counted(told),
            "calls": counted(len(done) - told),
            "left": counted(len(gone) - len(done)),
        }
        return self._pages.done(visit, f"{HOME}/{handed.id}", "council-done", **counts)

    @needs(Right.PUBLISH)
    async def outcome(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/council/{number}/outcome`: the list with what became of each row."""
        one = await self._one(request, visit)
        rows = (await self._ruling(one, visit)).rows
        return await outcome_answer(one, rows, visit, "ket-qua-hoi-dong")

    @needs(Right.PUBLISH)
    async def forget(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/council/{number}/forget`: the list goes, what was set by it stays."""
        one = await self._one(request, visit)
        async with self._parts.engine.begin() as connection:
            await forget(connection, one.id, visit.colleague.id)
        return self._pages.done(visit, HOME, "council-forgotten")

    async def _one(self, request: web.Request, visit: Visit) -> List:
        found = await one_list(self._parts.reader, number_in(request), visit.colleague.id, KIND)
        if found is None:
            raise Refused(404, "refused-missing")
        return found

    async def _ruling(self, one: List, visit: Visit) -> Ruling:
        lines = await lines_of(self._parts.reader, one.id)
        return await ruled(self._parts.reader, one, lines, visit)

    async def _set(self, verdicts: Sequence[Verdict], visit: Visit) -> Mapping[int, Gone]:
        """To judged first where it is not there yet, which nobody is told, then to the result."""
        first = [
            Going(one.number, JUDGE, one.status, tells=False)
            for one in verdicts
            if one.status != Status.JUDGED
        ]
        refused = {
            number: gone
            for number, gone in (await take_on(self._parts, visit, first)).items()
            if gone.refused
        }
        rest = [one.going(visit) for one in verdicts if one.number not in refused]
        return {**refused, **await take_on(self._parts, visit, rest)}

    async def _home(self, visit: Visit, form: Form) -> web.StreamResponse:
        lists = await lists_of(self._parts.reader, visit.colleague.id, KIND)
        values = {"lists": [(one, time(one.at)) for one in lists], "form": form, "here": HOME}
        return self._pages.show("council/home", visit, values, 422 if form.problems else 200)

    async def _show(
        self, one: List, ruling: Ruling, visit: Visit, *, changed: bool = False
    ) -> web.StreamResponse:
        wrong = [row for row in ruling.rows if row.problems]
        settled = [row for row in ruling.rows if row.outcome]
        blank = [
            row
            for row in ruling.rows
            if row.said.number and row.said.chosen is None and not row.outcome
        ]
        values = {
            "list": one,
            "kinds": [
                _shown("certify", ruling.chosen, visit),
                _shown("decline", ruling.others, visit),
            ],
            "mixed": any(verdict.mixed for verdict in ruling.verdicts),
            "told": counted(await self._reached(ruling.verdicts, visit)),
            "count": counted(len(ruling.verdicts)),
            "wrong": wrong[:MOST_SHOWN],
            "counts": {
                "wrong": counted(len(wrong)),
                "settled": counted(len(settled)),
                "blank": counted(len(blank)),
            },
            "mark": _mark(ruling.verdicts),
            "changed": changed,
            "here": f"{HOME}/{one.id}",
        }
        return self._pages.show("council/list", visit, values)

    async def _reached(self, verdicts: Sequence[Verdict], visit: Visit) -> int:
        """How many of them can be told in their chat just now."""
        numbers = [one.number for one in verdicts if not one.mixed]
        talks = await find_talks(self._parts.reader, numbers, visit.colleague.communes)
        return sum(may_be_told(STEPS["certify"], talk, self._parts) for talk in talks.values())


def _shown(step: str, verdicts: Sequence[Verdict], visit: Visit) -> dict[str, object]:
    """The registrations that go the same way, and what each is told where it can be."""
    return {
        "step": step,
        "count": counted(len(verdicts)),
        "more": counted(max(0, len(verdicts) - MOST_SHOWN)) if len(verdicts) > MOST_SHOWN else "",
        "rows": [
            (one.number, code(one.number), one.maker, "; ".join(one.results(visit)))
            for one in verdicts[:MOST_SHOWN]
        ],
        "text": message_of(visit, step),
    }


def _became(gone: Gone, *, chosen: bool) -> str:
    return f"{'chosen' if chosen else 'not'}-{'told' if gone.told else 'call'}"


def _mark(verdicts: Sequence[Verdict]) -> str:
    """What stands for what was shown, so that nothing else is confirmed."""
    told = [(one.number, one.status, one.chosen, one.mixed) for one in verdicts]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]
