"""Reports: what one for a period would say now, and those that were issued and stay as they are."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.forms import Form, form_of
from bot.console.listing.columns import rounds
from bot.console.rights import Right, needs
from bot.console.shown import time
from bot.console.visit import Refused, number_in
from bot.papers.periods import MONTHS, Period, Span, period_of
from handlers.days import day, shown
from storage.audit import Deed
from storage.reports import find_report, issue, issued

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from storage.reports import Issued

HERE = "/staff/reports"
KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
FIRST_YEAR, LAST_YEAR = 2020, 2100
NAMED = ("span", "year", "number")
"""What names a period, in a form or an address."""


class Reports:
    """`/staff/reports`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.PUBLISH)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/reports`: a period to choose, and what its report would say now."""
        asked = any(name in request.query for name in NAMED)
        if asked and self._period(request.query) is None:
            problem = {"year": visit.say("reports-wrong")}
            return await self._show(visit, request.query, problem)
        return await self._show(visit, request.query)

    @needs(Right.PUBLISH)
    async def issue(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/reports`: the report of a period that is over, as things stand now."""
        from bot.papers.report import compute  # what makes papers is large, and seldom wanted

        form = await form_of(request)
        period = self._period(form)
        if period is None or period.last >= _today():
            problem = "reports-wrong" if period is None else "reports-not-over"
            return await self._show(visit, form, {"year": visit.say(problem)})
        found = await compute(self._parts.reader, period)
        subject = f"{period.span}/{period.year}/{period.number}"
        deed = Deed("report.issued", visit.colleague.id, subject, address=visit.source)
        key = (period.span.value, period.year, period.number, period.closing)
        await issue(self._parts.engine, key, found, deed, datetime.now(UTC))
        return self._pages.done(visit, HERE, "reports-issued")

    @needs(Right.PUBLISH)
    async def file(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/reports/{number}/{kind}`: one that was issued, as Word or Excel."""
        from bot.papers.report import parts_of, report_docx, report_xlsx

        one = await find_report(self._parts.reader, number_in(request))
        kind = request.match_info["kind"]
        if one is None or kind not in KINDS:
            raise Refused(404, "refused-missing")
        period, book, public = _period_of(one), visit.book, request.query.get("public") == "yes"
        language = book.languages[0]
        parts, at = parts_of(one.figures, book, language, public=public), time(one.issued_at)

        def made() -> bytes:
            if kind == "docx":
                return report_docx(period, parts, book, language, at)
            with tempfile.TemporaryDirectory(prefix="report-") as folder:
                out = Path(folder) / "report.xlsx"
                report_xlsx(out, period, parts, book, language, at)
                return out.read_bytes()

        name = f"bao-cao-{period.year}-{period.span}-{period.number}{'-cong-bo' if public else ''}"
        headers = {
            "Content-Disposition": f'attachment; filename="{name}.{kind}"',
            "Content-Type": KINDS[kind],
            "Cache-Control": "no-store",
        }
        return web.Response(body=await asyncio.to_thread(made), headers=headers)

    async def _show(
        self, visit: Visit, given: Mapping[str, str], problems: Mapping[str, str] | None = None
    ) -> web.Response:
        from bot.papers.report import compute, heads_of, parts_of, title_of

        period = self._period(given) or period_of(_today(), Span.MONTH, self._parts.closing)
        found = await compute(self._parts.reader, period)
        book, language = visit.book, visit.language
        typed = {"span": period.span.value, "year": str(period.year), "number": str(period.number)}
        wanted = {name: given.get(name, typed[name]) for name in typed}
        values = {
            "form": Form(wanted if problems else typed, problems or {}),
            "spans": {one.value: visit.say(f"reports-{one}") for one in Span},
            "title": title_of(period, book, language),
            "period": typed,
            "days": (shown(period.first), shown(period.last)),
            "over": period.last < _today(),
            "heads": heads_of(book, language),
            "parts": [one for one in parts_of(found, book, language) if one.lines],
            "issued": [
                (one.id, title_of(_period_of(one), book, language), time(one.issued_at), one.by)
                for one in await issued(self._parts.reader)
            ],
            "rounds": rounds(visit),
            "here": HERE,
        }
        return self._pages.show(
            "statistics/reports", visit, values, status=422 if problems else 200
        )

    def _period(self, given: Mapping[str, str]) -> Period | None:
        """The period that a form or an address names, with today's closing day."""
        span, year, number = (given.get(name, "") for name in NAMED)
        if span not in set(Span) or not (_is_short(year) and _is_short(number)):
            return None
        known = FIRST_YEAR <= int(year) < LAST_YEAR
        if not known or not 1 <= int(number) <= 12 // MONTHS[Span(span)]:
            return None
        return Period(Span(span), int(year), int(number), self._parts.closing)


def _period_of(one: Issued) -> Period:
    return Period(Span(one.span), one.year, one.number, one.closing)


def _is_short(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 4


def _today() -> date:
    return day(datetime.now(UTC))
