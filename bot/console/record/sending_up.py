"""Sends the list of a commune up to the province: all that was checked there, at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.console.forms import Form, form_of
from bot.console.record.moving import message_of
from bot.console.record.together import Going, take_on
from bot.console.rights import Right, needs
from bot.console.shown import row
from bot.console.visit import LONGEST, Refused
from content.ordering import order
from handlers.state import Status
from storage.filters import Filters
from storage.finding import find
from storage.queries import COMMUNE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiohttp import web

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.shown import Row
    from bot.console.visit import Visit
    from storage.queries import Entry

STEP = "send"
MOST = 500
"""Registrations that one list may have."""


@dataclass(frozen=True, slots=True)
class Group:
    """One commune with what waits there to be sent up; `numbers` names it all."""

    commune: str
    name: str
    rows: tuple[Row, ...]
    numbers: str


class SendingUp:
    """`/staff/send-up`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.WRITE)
    async def page(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/send-up`: what each commune has checked."""
        waiting = await self._waiting(visit)
        communes = dict.fromkeys(one.answers.get((0, COMMUNE), "") for one in waiting)
        groups = [_group(one, waiting, visit) for one in communes]
        values = {
            "groups": sorted(groups, key=lambda one: order(one.name)),
            "form": Form({f"tells-{n}": "yes" for n in range(1, len(groups) + 1)}),
            "text": message_of(visit, STEP),
            "here": "/staff/send-up",
        }
        return self._pages.show("record/send-up", visit, values)

    @needs(Right.WRITE)
    async def send(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/send-up`: those that were on the list, and are still there."""
        form = await form_of(request)
        listed = form.get("numbers", "").split(",")
        named = {int(one) for one in listed if one.isdecimal() and len(one) <= LONGEST}
        waiting = [one.id for one in await self._waiting(visit) if one.id in named]
        if not waiting:
            raise Refused(409, "refused-missing")
        tells = any(name.startswith("tells") for name in form)
        was = Status.FILED_COMMUNE.value
        going = [Going(one, STEP, was, tells=tells) for one in waiting]
        gone = await take_on(self._parts, visit, going)
        done = str(sum(not one.refused for one in gone.values()))
        return self._pages.done(visit, "/staff/send-up", "send-up-done", count=done)

    async def _waiting(self, visit: Visit) -> Sequence[Entry]:
        filters = Filters(status=Status.FILED_COMMUNE.value, communes=visit.colleague.communes)
        return (await find(self._parts.reader, filters, size=MOST)).entries


def _group(commune: str, waiting: Sequence[Entry], visit: Visit) -> Group:
    own = [one for one in waiting if one.answers.get((0, COMMUNE), "") == commune]
    rows = tuple(row(one, visit) for one in own)
    return Group(commune, rows[0].commune, rows, ",".join(str(one.id) for one in own))
