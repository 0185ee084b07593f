"""The routes of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.listing.bulk import Bulks
from bot.console.listing.exporting import Exporting
from bot.console.listing.moves import Moves
from bot.console.listing.page import Listing
from bot.console.listing.saved import Saved

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.routes import Route


def list_routes(parts: Parts, pages: Pages) -> Iterable[Route]:
    """The list, what is done with many of it at once, and what leaves it."""
    listing = Listing(parts, pages)
    saved, bulks = Saved(parts, pages, listing), Bulks(parts, pages, listing)
    moves, exporting = Moves(parts, pages, listing), Exporting(parts, listing)
    yield "GET", "/staff/registrations", listing.page
    yield "GET", "/staff/slip", listing.slip
    yield "POST", "/staff/registrations/bulk", bulks.ask
    yield "POST", "/staff/registrations/bulk/do", bulks.do
    yield "POST", "/staff/registrations/bulk/steps", moves.ask
    yield "POST", "/staff/registrations/bulk/steps/do", moves.do
    yield "POST", "/staff/views", saved.save
    yield "POST", r"/staff/views/{number:\d+}/forget", saved.forget
    yield "POST", "/staff/export", exporting.download
