"""The routes of activities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.activities.guests import TICKET, Guests
from bot.console.activities.writing import NEW, Writing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.routes import Route


def activity_routes(parts: Parts, pages: Pages) -> Iterable[Route]:
    """The list, writing, one activity with its guests, and the door."""
    writing, guests = Writing(parts, pages), Guests(parts, pages)
    one = r"/staff/activities/{number:\d+}"
    yield "GET", "/staff/activities", writing.page
    yield "GET", NEW, writing.new
    yield "POST", NEW, writing.create
    yield "GET", one, guests.page
    yield "GET", f"{one}/edit", writing.edit
    yield "POST", f"{one}/edit", writing.write
    yield "GET", f"{one}/picture", writing.picture
    yield "POST", f"{one}/announce", writing.announce
    yield "POST", f"{one}/cancel", writing.cancel
    yield "GET", f"{one}/door", guests.door
    yield "POST", f"{one}/door", guests.come
    yield "POST", f"{one}/attended", guests.attended
    yield "POST", f"{one}/seats", guests.settle
    yield "POST", f"{one}/sheet", guests.sheet
    yield "GET", TICKET, guests.ticket
    yield "POST", TICKET, guests.take_ticket
