"""The routes of notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.notices.before import Before
from bot.console.notices.composing import NEW, Composing
from bot.console.notices.listing import Listing
from bot.console.notices.people import People
from bot.console.notices.sheet import Sheet
from bot.console.notices.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.routes import Route


def notice_routes(parts: Parts, pages: Pages) -> Iterable[Route]:
    """The list, writing, one notice, and what is done with it."""
    sheet, composing = Sheet(parts, pages), Composing(parts, pages)
    steps, people = Steps(parts, pages, sheet), People(parts, pages, sheet)
    before = Before(parts, sheet)
    one = r"/staff/notices/{number:\d+}"
    yield "GET", "/staff/notices", Listing(parts, pages).page
    yield "GET", NEW, composing.new
    yield "POST", NEW, composing.create
    yield "GET", "/staff/notices/count", composing.count
    yield "GET", one, sheet.page
    yield "GET", f"{one}/progress", sheet.progress
    yield "GET", f"{one}/picture", sheet.picture
    yield "GET", f"{one}/edit", composing.edit
    yield "POST", f"{one}/edit", composing.write
    yield "POST", f"{one}/ready", steps.ready
    yield "POST", f"{one}/test", steps.test
    yield "POST", f"{one}/send", steps.send
    yield "POST", f"{one}/recall", steps.recall
    yield "POST", f"{one}/pause", steps.pause
    yield "POST", f"{one}/resume", steps.resume
    yield "POST", f"{one}/cancel", steps.cancel
    yield "POST", f"{one}/again", steps.again
    yield "GET", f"{one}/left-out", people.left_out
    yield "POST", f"{one}/left-out", before.download
    yield "GET", f"{one}/calls", people.calls
    yield "POST", f"{one}/called", people.called
    yield "POST", one + "/files/{file:report|calls}", people.download
