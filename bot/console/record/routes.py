"""The routes of one registration, and of what staff do to it or to all those of a commune."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.detail import Detail
from bot.console.record.around import Notes
from bot.console.record.asking import Asking
from bot.console.record.editing import Editing
from bot.console.record.entering import Entering
from bot.console.record.moving import Moving
from bot.console.record.sending_up import SendingUp

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.routes import Route

ONE = r"/staff/registrations/{number:\d+}"
STEP = ONE + "/steps/{step:[a-z-]{2,20}}"
EDIT = ONE + r"/edit/{product:\d{1,2}}/{section:[a-z-]{2,20}}"


def record_routes(parts: Parts, pages: Pages) -> Iterable[Route]:
    """Method, path and handler of each."""
    entering = Entering(parts, pages)
    detail, asking = Detail(parts, pages), Asking(parts, pages)
    moving, editing, up = Moving(parts, pages), Editing(parts, pages), SendingUp(parts, pages)
    yield "GET", ONE, detail.page
    yield "POST", f"{ONE}/phones", detail.phones
    yield "GET", ONE + "/files/{file:[0-9a-f]{32}}", detail.file
    yield "POST", f"{ONE}/notes", Notes(parts, pages).add
    yield "GET", STEP, moving.page
    yield "POST", STEP, moving.move
    yield "GET", EDIT, editing.page
    yield "POST", EDIT, editing.save
    yield "GET", f"{ONE}/ask", asking.page
    yield "POST", f"{ONE}/ask", asking.ask
    yield "GET", "/staff/entry", entering.page
    yield "POST", "/staff/entry", entering.save
    yield "POST", "/staff/entry/draft", entering.keep
    yield "GET", "/staff/send-up", up.page
    yield "POST", "/staff/send-up", up.send
