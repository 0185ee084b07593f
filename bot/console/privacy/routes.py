"""The routes of the privacy area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.privacy.assessment import Assessment
from bot.console.privacy.breaches import Breaches
from bot.console.privacy.granting import Granting
from bot.console.privacy.petitions import Petitions
from bot.console.privacy.watching import Watching

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.routes import Route


def privacy_routes(parts: Parts, pages: Pages) -> Iterable[Route]:
    """What of people's data is asked for, done, looked at and lost."""
    petitions, granting = Petitions(parts, pages), Granting(parts, pages)
    watching, breaches = Watching(parts, pages), Breaches(parts, pages)
    one, lost = r"/staff/privacy/{number:\d+}", r"/staff/privacy/breaches/{number:\d+}"
    yield "GET", "/staff/privacy", petitions.page
    yield "GET", "/staff/privacy/new", petitions.new
    yield "POST", "/staff/privacy/new", petitions.make
    yield "GET", one, petitions.one
    yield "POST", f"{one}/replied", petitions.replied
    yield "POST", f"{one}/longer", petitions.longer
    yield "POST", f"{one}/settled", petitions.settled
    yield "POST", f"{one}/copy", granting.copy
    yield "POST", f"{one}/erase", granting.erase
    yield "GET", "/staff/privacy/seen", watching.seen
    yield "GET", "/staff/privacy/cleaned", watching.cleaned
    yield "GET", "/staff/privacy/breaches", breaches.page
    yield "POST", "/staff/privacy/breaches", breaches.make
    yield "GET", lost, breaches.one
    yield "POST", lost, breaches.amend
    yield "POST", f"{lost}/step", breaches.step
    yield "GET", "/staff/privacy/assessment", Assessment(parts, pages).page
