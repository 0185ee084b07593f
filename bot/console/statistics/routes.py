"""The routes of the statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.statistics.page import Statistics
from bot.console.statistics.targets import Targets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.console.gate import Parts
    from bot.console.pages import Pages
    from bot.console.routes import Route


def statistics_routes(parts: Parts, pages: Pages) -> Iterable[Route]:
    """The page, and the targets behind it."""
    targets = Targets(parts, pages)
    year = r"/staff/statistics/targets/{number:\d+}"
    yield "GET", "/staff/statistics", Statistics(parts, pages).page
    yield "GET", year, targets.page
    yield "POST", year, targets.save
