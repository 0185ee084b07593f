"""The routes of the statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.statistics.council import Councils
from bot.console.statistics.page import Statistics
from bot.console.statistics.reports import Reports
from bot.console.statistics.targets import Targets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.routes import Route


def statistics_routes(parts: Parts, pages: Pages) -> Iterable[Route]:
    """The page, the targets behind it, and the reports."""
    targets = Targets(parts, pages)
    year = r"/staff/statistics/targets/{number:\d+}"
    yield "GET", "/staff/statistics", Statistics(parts, pages).page
    yield "GET", year, targets.page
    yield "POST", year, targets.save
    reports = Reports(parts, pages)
    yield "GET", "/staff/reports", reports.page
    yield "POST", "/staff/reports", reports.issue
    yield "POST", "/staff/council", Councils(parts).download
    yield "GET", r"/staff/reports/{number:\d+}/{kind:docx|xlsx}", reports.file
