"""The routes of lists that are handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.importing.pages import HOME, Importing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.routes import Route


def import_routes(parts: Parts, pages: Pages) -> Iterable[Route]:
    """The routes of lists that are handed in."""
    importing = Importing(parts, pages)
    one = HOME + r"/{number:\d+}"
    yield "GET", HOME, importing.home
    yield "POST", HOME, importing.hand_in
    yield "GET", one, importing.page
    yield "POST", f"{one}/columns", importing.columns
    yield "POST", f"{one}/make", importing.make
    yield "GET", f"{one}/outcome", importing.outcome
    yield "POST", f"{one}/forget", importing.forget
