"""The targets of the communes for a year, entered by staff: none until somebody does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.forms import Form, form_of
from bot.console.listing.asked import communes
from bot.console.rights import Right, needs
from bot.console.visit import Refused
from storage.audit import Deed
from storage.targets import set_targets, targets_of

if TYPE_CHECKING:
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit

HERE = "/staff/statistics/targets"
YEARS = range(2020, 2100)
MOST = 9999


class Targets:
    """`/staff/statistics/targets/{number}`, the number being the year."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.PUBLISH)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/statistics/targets/{number}`."""
        year = _year(request)
        goals = await targets_of(self._parts.reader, year)
        return self._show(visit, year, Form({code: str(goal) for code, goal in goals.items()}))

    @needs(Right.PUBLISH)
    async def save(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/statistics/targets/{number}`."""
        year, typed = _year(request), await form_of(request)
        given = {code: typed.get(code, "").strip() for code in communes(visit)}
        wrong = [code for code, text in given.items() if text and not _is_goal(text)]
        if wrong:
            problems = dict.fromkeys(wrong, visit.say("targets-wrong", most=str(MOST)))
            return self._show(visit, year, Form(given, problems), status=422)
        goals = {code: int(text) for code, text in given.items() if text}
        deed = Deed(
            "targets", visit.colleague.id, str(year), f"communes={len(goals)}", visit.source
        )
        await set_targets(self._parts.engine, year, goals, deed, datetime.now(UTC))
        return self._pages.done(visit, "/staff/statistics", "targets-saved", year=str(year))

    def _show(self, visit: Visit, year: int, form: Form, status: int = 200) -> web.Response:
        values: Mapping[str, object] = {
            "year": str(year),
            "earlier": year - 1 if year - 1 in YEARS else None,
            "later": year + 1 if year + 1 in YEARS else None,
            "communes": communes(visit),
            "form": form,
            "here": f"{HERE}/{year}",
        }
        return self._pages.show("statistics/targets", visit, values, status)


def _year(request: web.Request) -> int:
    year = request.match_info["number"]
    if len(year) != 4 or int(year) not in YEARS:
        raise Refused(404, "refused-missing")
    return int(year)


def _is_goal(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 4
