"""The routes of the Council's results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.council.pages import HOME, Results

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.routes import Route


def council_routes(parts: Parts, pages: Pages) -> Iterable[Route]:
    """The routes of the Council's results."""
    results = Results(parts, pages)
    one = HOME + r"/{number:\d+}"
    yield "GET", HOME, results.home
    yield "POST", f"{HOME}/results", results.hand_in
    yield "GET", one, results.page
    yield "POST", f"{one}/confirm", results.confirm
    yield "GET", f"{one}/outcome", results.outcome
    yield "POST", f"{one}/forget", results.forget
