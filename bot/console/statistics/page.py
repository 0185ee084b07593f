"""The statistics: what needs a person now, how far people come, and where they come from."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median
from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.forms import Form
from bot.console.listing.asked import communes
from bot.console.rights import Right, needs
from bot.console.shown import counted, time
from bot.console.statistics import charts
from bot.papers.periods import Span, period_of
from content.form import About, Kind
from handlers.days import day, shown
from storage import statistics
from storage.columns import Sending
from storage.ledgers import arrived, counts
from storage.needs import needs as what_waits
from storage.needs import petitioned
from storage.notices import newest
from storage.statistics import Scope
from storage.targets import targets_of
from storage.unanswered import asked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from content.model import Book
    from handlers.state import AnswerKey

HERE = "/staff/statistics"
WAYS = {
    "requests": "/staff/inbox",
    "new": "/staff/registrations?status=interest",
    "seats": "/staff/activities",
    "paused": "/staff/notices",
    "petitions": "/staff/privacy",
    "breaches": "/staff/privacy/breaches",
}
"""Where each thing that needs a person is done."""

ANNOUNCED = frozenset(("seats", "paused"))
"""What only those who announce have a page for."""

MOST_NOTICES, MOST_QUESTIONS = 3, 10
A_DAY = 24.0


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune on the board; without a target there is no `share`."""

    code: str
    name: str
    number: str
    goal: str
    share: str


@dataclass(frozen=True, slots=True)
class Reach:
    """What became of a notice."""

    title: str
    audience: str
    sent: str
    unknown: str
    failed: str
    seen: str


class Statistics:
    """`GET /staff/statistics`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.SEE)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """The page, for all time or for the month, quarter or year it is."""
        reader, own = self._parts.reader, visit.colleague.communes
        wanted = request.query.get("period", "")
        today = day(datetime.now(UTC))
        span = Span(wanted) if wanted in set(Span) else None
        period = period_of(today, span) if span else None
        scope = Scope(period.since, period.until, own) if period else Scope(communes=own)
        signup = signup_of(visit.book)
        year = period_of(today, Span.YEAR)
        in_the_year = Scope(year.since, year.until, own, sent=True)
        tally, waits, groups, places, drafts, goals = await asyncio.gather(
            statistics.tally(reader, scope),
            what_waits(reader, own),
            statistics.by_group(reader, scope),
            statistics.by_commune(reader, in_the_year),
            statistics.drafts_with(reader, scope, signup),
            targets_of(reader, today.year),
        )
        if visit.may(Right.PROTECT):
            waits = {**waits, **await petitioned(reader)}
        announces = visit.may(Right.ANNOUNCE)
        values = {
            "needs": [
                (key, counted(number), WAYS[key] if announces or key not in ANNOUNCED else "")
                for key, number in waits.items()
            ],
            "form": Form({"period": wanted if span else ""}),
            "period": period and (shown(period.first), shown(period.last)),
            "spans": {one.value: visit.say(f"statistics-{one}") for one in Span},
            "charts": [
                charts.by_status(tally, visit),
                charts.by_channel(tally, visit),
                charts.by_group(groups, visit),
                charts.by_source(tally, visit),
            ],
            "board": _board(places, goals, visit),
            "year": str(today.year),
            "here": request.path_qs,
        }
        people = None
        if own is None:
            people = sum((await statistics.people(reader, scope)).values())
        values |= await self._everywhere(scope) if own is None else NOT_TOLD
        values["funnel"] = charts.funnel(tally, people, drafts, visit)
        return self._pages.show("statistics/statistics", visit, values)

    async def _everywhere(self, scope: Scope) -> dict[str, object]:
        """What is of no commune in particular: notices, questions, waiting times."""
        reader = self._parts.reader
        hours, notices, questions = await asyncio.gather(
            statistics.waits(reader, scope),
            newest(reader, MOST_NOTICES),
            asked(reader, scope.since),
        )
        return {
            "reach": [await self._reach(one.id, one.draft.title, one.total) for one in notices],
            "questions": [
                (one.text, counted(one.times), time(one.last_at))
                for one in questions[:MOST_QUESTIONS]
            ],
            "answers": _answers(hours),
        }

    async def _reach(self, number: int, title: str, total: int) -> Reach:
        fates = await counts(self._parts.reader, number)
        _, seen = await arrived(self._parts.reader, number)
        return Reach(
            title,
            counted(total),
            counted(fates[Sending.SENT]),
            counted(fates[Sending.UNKNOWN]),
            counted(fates[Sending.FAILED]),
            counted(seen),
        )


NOT_TOLD: Mapping[str, object] = {"reach": [], "questions": [], "answers": None}
"""What an officer of certain communes is not told."""


def signup_of(book: Book) -> Sequence[AnswerKey]:
    """The questions of the sign-up that everybody answers, those of a product for the first one."""
    return [
        (1 if one.about is About.PRODUCT else 0, one.key)
        for one in book.forms["registration"].signup.questions
        if one.required and one.kind is not Kind.CONSENT
    ]


def _board(places: Mapping[str, int], goals: Mapping[str, int], visit: Visit) -> list[Commune]:
    """The communes with registrations or a target, those with most registrations first."""
    found = [
        Commune(
            code,
            name,
            counted(places.get(code, 0)),
            counted(goals[code]) if code in goals else "",
            f"{100 * places.get(code, 0) // goals[code]} %" if goals.get(code) else "",
        )
        for code, name in communes(visit).items()
        if code in places or code in goals
    ]
    return sorted(found, key=lambda one: -places.get(one.code, 0))


def _answers(hours: Sequence[float]) -> dict[str, str] | None:
    """How long people waited for staff; None where nobody did."""
    if not hours:
        return None
    quick = sum(one <= A_DAY for one in hours)
    return {
        "count": counted(len(hours)),
        "median": f"{median(hours):.1f}".replace(".", ","),
        "longest": f"{max(hours):.1f}".replace(".", ","),
        "share": str(100 * quick // len(hours)),
    }
