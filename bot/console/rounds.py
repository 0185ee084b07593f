"""
The rounds: which plan, when they open and close, and where dossiers are filed.

What staff enter is an edition of the book, so every talk has it from its next word on; the rounds
of the pack that ships stay as they are where nobody enters them anew.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.console.forms import Form, form_of
from bot.console.rights import Right, needs
from bot.console.typed_days import read_day
from bot.console.visit import Refused
from bot.text import clean
from content.model import Round
from handlers import days
from storage.audit import Deed
from storage.editions import Edition, changes_now, publish

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from aiohttp import web

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.routes import Route
    from bot.console.visit import Visit

LIST = "/staff/rounds"
LEVELS = ("commune", "province", "region", "nation")
DAYS = ("plan-date", "opens", "deadline")
LONGEST = {"plan-number": 80, "filing-place": 200}
MOST = 1000


@dataclass(frozen=True, slots=True)
class Shown:
    """One round as the page tells it; it is `open`, to come (`coming`) or `over`."""

    key: str
    title: str
    state: str
    opens: str
    deadline: str
    place: str
    minimum: str


class Rounds:
    """`/staff/rounds` and one of them."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.SEE)
    async def page(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/rounds`: the newest first."""
        _, every = await self._every(visit)
        ordered = sorted(every.values(), key=lambda one: one.opens, reverse=True)
        values = {"rounds": [_shown(one, visit) for one in ordered], "here": LIST}
        return self._pages.show("rounds", visit, values)

    @needs(Right.PUBLISH)
    async def one(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/rounds/{key}`: one of them, or with `new` another."""
        key, (number, every) = request.match_info["key"], await self._every(visit)
        if key != NEW and key not in every:
            raise Refused(404, "refused-missing")
        typed = _typed(every[key]) if key in every else {"level": "province"}
        return self._show(visit, key, Form(typed), number)

    @needs(Right.PUBLISH)
    async def save(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/rounds/{key}`."""
        key, (number, every) = request.match_info["key"], await self._every(visit)
        if key != NEW and key not in every:
            raise Refused(404, "refused-missing")
        sent = await form_of(request)
        typed = {name: clean(text, MOST) for name, text in sent.items() if name != "seal"}
        entered, problems = _entered(key, typed, visit, every)
        if sent.get("edition") != str(number):
            problems["level"] = visit.say("rounds-changed")
        if entered is None or problems:
            return self._show(visit, key, Form(typed, problems), number)
        if not await self._publish(visit, entered):
            problems = {"level": visit.say("rounds-changed")}
            return self._show(visit, key, Form(typed, problems), number + 1)
        return self._pages.done(visit, LIST, "rounds-saved")

    async def _publish(self, visit: Visit, entered: Round) -> bool:
        number, changes = await changes_now(self._parts.reader)
        more = replace(changes, rounds={**changes.rounds, entered.key: entered})
        at, who = datetime.now(UTC), visit.colleague
        note = visit.say("rounds-note", name=entered.key)
        deed = Deed("round.entered", who.id, entered.key, entered.plan_number, visit.source)
        new = Edition(number + 1, at, who.name, note, None, more)
        return await publish(self._parts.engine, new, deed)

    async def _every(self, visit: Visit) -> tuple[int, Mapping[str, Round]]:
        """The number of the edition that holds, and all rounds as they are in it."""
        number, changes = await changes_now(self._parts.reader)
        return number, {one.key: one for one in changes.over(visit.book.rounds)}

    def _show(self, visit: Visit, key: str, form: Form, number: int) -> web.StreamResponse:
        values = {
            "key": key,
            "new": key == NEW,
            "form": form,
            "edition": number,
            "levels": {one: visit.say(f"level-{one}") for one in LEVELS},
            "here": f"{LIST}/{key}",
        }
        return self._pages.show("round", visit, values, 422 if form.problems else 200)


NEW = "new"


def round_routes(parts: Parts, pages: Pages) -> Iterable[Route]:
    """Method, path and handler of each."""
    rounds, one = Rounds(parts, pages), LIST + "/{key:[a-z0-9-]{2,40}}"
    yield "GET", LIST, rounds.page
    yield "GET", one, rounds.one
    yield "POST", one, rounds.save


def _entered(
    key: str, typed: Mapping[str, str], visit: Visit, every: Mapping[str, Round]
) -> tuple[Round | None, dict[str, str]]:
    """The round that was typed, or what is wrong with it, by field."""
    problems: dict[str, str] = {}
    if typed.get("level") not in LEVELS:
        problems["level"] = visit.say("rounds-need-level")
    for name, most in LONGEST.items():
        if not 0 < len(typed.get(name, "")) <= most:
            problems[name] = visit.say(f"rounds-need-{name}")
    found = {name: read_day(typed.get(name, "")) for name in DAYS}
    problems |= {name: visit.say("rounds-need-day") for name, day in found.items() if day is None}
    plan, opens, deadline = (found[name] for name in DAYS)
    if deadline and ((opens and deadline < opens) or (plan and deadline < plan)):
        problems["deadline"] = visit.say("rounds-need-order")
    least = typed.get("minimum", "")
    if least and not (least.isascii() and least.isdigit() and 0 < int(least[:4]) < MOST):
        problems["minimum"] = visit.say("rounds-need-minimum")
    if problems or plan is None or opens is None or deadline is None:
        return None, problems
    return Round(
        key=_fresh(f"{typed['level']}-{opens.year}", every) if key == NEW else key,
        level=typed["level"],
        plan_number=typed["plan-number"],
        plan_date=plan,
        opens=opens,
        deadline=deadline,
        filing_place=typed["filing-place"],
        minimum_per_commune=int(least) if least else None,
    ), {}


def _fresh(name: str, every: Mapping[str, Round]) -> str:
    """The name, with a number where there is one of it already."""
    names = (name, *(f"{name}-{n}" for n in range(2, len(every) + 3)))
    return next(one for one in names if one not in every)


def _typed(one: Round) -> dict[str, str]:
    """A round as its fields have it."""
    return {
        "level": one.level,
        "plan-number": one.plan_number,
        "plan-date": days.shown(one.plan_date),
        "opens": days.shown(one.opens),
        "deadline": days.shown(one.deadline),
        "filing-place": one.filing_place,
        "minimum": str(one.minimum_per_commune or ""),
    }


def _shown(one: Round, visit: Visit) -> Shown:
    today = days.day(datetime.now(UTC))
    state = "open" if one.is_open(today) else "coming" if today < one.opens else "over"
    level = visit.say(f"level-{one.level}")
    least = one.minimum_per_commune
    return Shown(
        key=one.key,
        title=visit.say("rounds-name", level=level, plan=one.plan_number),
        state=state,
        opens=days.shown(one.opens),
        deadline=days.shown(one.deadline),
        place=one.filing_place,
        minimum=visit.say("rounds-minimum", count=str(least)) if least else "",
    )
