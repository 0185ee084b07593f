"""The routes of the users."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.users.people import People
from bot.console.users.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.routes import Route


def user_routes(parts: Parts, pages: Pages) -> Iterable[Route]:
    """The list, and each of them."""
    people, person = People(parts, pages), Person(parts, pages)
    one = r"/staff/users/{number:\d+}"
    yield "GET", "/staff/users", people.page
    yield "POST", "/staff/users", people.invite
    yield "GET", one, person.page
    yield "POST", f"{one}/role", person.role
    yield "POST", f"{one}/link", person.link
    yield "POST", f"{one}/second", person.second
    yield "POST", f"{one}/out", person.out
    yield "POST", f"{one}/disable", person.disable
    yield "POST", f"{one}/enable", person.enable
