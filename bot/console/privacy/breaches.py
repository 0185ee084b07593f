"""When data got where they should not: a clock of 72 hours, what to write, and what was done."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.console.content.words import digest
from bot.console.forms import EMPTY, Form, form_of
from bot.console.privacy.petitions import who
from bot.console.rights import Right, needs
from bot.console.shown import counted, time
from bot.console.typed_days import read_moment
from bot.console.visit import Refused, number_in
from bot.text import clean
from handlers.days import VIETNAM
from storage import breaches
from storage.breaches import Known

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiohttp import web

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from storage.breaches import Breach

HERE = "/staff/privacy/breaches"
LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Row:
    """A breach as it is listed; `clock` is how long there is to report it."""

    id: int
    found: str
    due: str
    clock: str
    what: str
    reported: str
    told: str
    closed: str


class Breaches:
    """`/staff/privacy/breaches`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.PROTECT)
    async def page(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/privacy/breaches`: the record of them, and a form for a new one."""
        just_now = f"{datetime.now(VIETNAM):%d/%m/%Y %H:%M}"
        return await self._show(visit, Form({"found": just_now}))

    @needs(Right.PROTECT)
    async def make(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/privacy/breaches`."""
        typed = _typed(await form_of(request))
        known, problems = _read(typed, visit)
        found, now = read_moment(typed.get("found", "")), datetime.now(UTC)
        if found is None or found > now:
            problems = {"found": visit.say("privacy-wrong-moment")} | problems
        if problems or found is None:
            return await self._show(visit, Form(typed, problems))
        due = found + timedelta(hours=visit.book.duties.breach_hours)
        draft = breaches.Draft(found, due, *known)
        number = await breaches.create(self._parts.engine, draft, who(visit), now)
        return self._pages.done(visit, f"{HERE}/{number}", "privacy-breach-made")

    @needs(Right.PROTECT)
    async def one(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/privacy/breaches/{number}`: the draft of the report, and the steps."""
        found = await self._found(request)
        return self._show_one(visit, found, Form(_written(found)))

    @needs(Right.PROTECT)
    async def amend(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/privacy/breaches/{number}`: more is known of it."""
        found, typed = await self._found(request), _typed(await form_of(request))
        known, problems = _read(typed, visit)
        if typed.get("was") != _mark(found):
            problems = {"what": visit.say("privacy-breach-changed")}
        engine, now = self._parts.engine, datetime.now(UTC)
        if not problems and not await breaches.amend(
            engine, found.id, _known(found), known, who(visit), now
        ):
            found = await self._found(request)
            problems = {"what": visit.say("privacy-breach-changed")}
        if problems:
            return self._show_one(visit, found, Form(typed, problems))
        return self._pages.done(visit, f"{HERE}/{found.id}", "privacy-breach-amended-done")

    async def _found(self, request: web.Request) -> Breach:
        found = await breaches.find(self._parts.reader, number_in(request))
        if found is None:
            raise Refused(404, "refused-missing")
        return found

    def _show_one(self, visit: Visit, found: Breach, form: Form) -> web.Response:
        values = {
            "form": form,
            "was": _mark(found),
            "row": _row(found, visit),
            "one": found,
            "people": counted(found.people) if found.people is not None else "",
            "office": visit.book.office,
            "steps": [one for one in breaches.STEPS if getattr(found, f"{one}_at") is None],
            "here": f"{HERE}/{found.id}",
        }
        status = 422 if form.problems else 200
        return self._pages.show("privacy/breach", visit, values, status)

    @needs(Right.PROTECT)
    async def step(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/privacy/breaches/{number}/step`: reported, told, or closed."""
        number, step = (await self._found(request)).id, (await form_of(request)).get("step", "")
        if step not in breaches.STEPS:
            raise Refused(404, "refused-missing")
        await breaches.take_step(self._parts.engine, number, step, who(visit), datetime.now(UTC))
        return self._pages.done(visit, f"{HERE}/{number}", f"privacy-breach-{step}-done")

    async def _show(self, visit: Visit, form: Form = EMPTY) -> web.StreamResponse:
        values = {
            "form": form,
            "rows": [_row(one, visit) for one in await breaches.every(self._parts.reader)],
            "hours": str(visit.book.duties.breach_hours),
            "here": HERE,
        }
        status = 422 if form.problems else 200
        return self._pages.show("privacy/breaches", visit, values, status)


def _typed(given: Mapping[str, str]) -> dict[str, str]:
    return {name: clean(value, LONGEST) for name, value in given.items()}


def _read(typed: Mapping[str, str], visit: Visit) -> tuple[Known, dict[str, str]]:
    """What a form says is known, and what is wrong with it."""
    problems: dict[str, str] = {}
    if not typed.get("what"):
        problems["what"] = visit.say("privacy-wrong-what")
    people = typed.get("people", "").replace(".", "")
    if people and not (people.isascii() and people.isdecimal() and len(people) < 12):
        problems["people"] = visit.say("privacy-wrong-people")
        people = ""
    said = typed.get("what", ""), typed.get("affected", ""), typed.get("measures", "")
    return Known(said[0], said[1], int(people) if people else None, said[2]), problems


def _known(one: Breach) -> Known:
    return Known(one.what, one.affected, one.people, one.measures)


def _written(one: Breach) -> dict[str, str]:
    """What is known, as its form has it."""
    return {name: "" if value is None else str(value) for name, value in asdict(one).items()}


def _mark(one: Breach) -> str:
    """What stands for what was shown, so that nobody overwrites what they have not seen."""
    return digest(repr(_known(one)))


def _row(one: Breach, visit: Visit) -> Row:
    return Row(
        one.id,
        time(one.found_at),
        time(one.due),
        _clock(one, visit, datetime.now(UTC)),
        one.what,
        time(one.reported_at),
        time(one.told_at),
        time(one.closed_at),
    )


def _clock(one: Breach, visit: Visit, now: datetime) -> str:
    if one.reported_at is not None:
        return visit.say("privacy-breach-reported", at=time(one.reported_at))
    hours = int(abs(one.due - now) / timedelta(hours=1))
    late = one.due < now
    return visit.say("privacy-breach-late" if late else "privacy-breach-left", hours=str(hours))
