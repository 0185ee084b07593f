"""The audit log with its filters, and the check of its chain."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from bot.console.rights import Right, needs
from bot.console.shown import counted, time
from bot.console.typed_days import midnight, read_day
from bot.log import redact
from storage.audit import first_broken
from storage.audit_log import PAGE, Sought, actions, newest_deeds
from storage.users import users

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from aiohttp import web

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.routes import Route
    from bot.console.visit import Visit
    from storage.audit_log import Noted

PATH = "/staff/audit"
FIELDS = ("person", "action", "since", "until")


class Audit:
    """`/staff/audit`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.MANAGE)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/audit`: the newest rows first, as the filters in the address want them."""
        asked = {name: request.query.get(name, "")[:100] for name in FIELDS}
        before = request.query.get("before", "")
        start = int(before) if before.isdecimal() and len(before) < 16 else None
        reader = self._parts.reader
        found = await newest_deeds(reader, _sought(asked), start, PAGE + 1)
        query = {name: value for name, value in asked.items() if value}
        further = query | {"before": str(found[PAGE - 1].id)} if len(found) > PAGE else {}
        values = {
            "asked": asked,
            "rows": [_shown(one, visit) for one in found[:PAGE]],
            "people": {str(one.id): one.name for one in await users(reader)},
            "actions": {one: words(one, visit) for one in await actions(reader)},
            "first": f"{PATH}?{urlencode(query)}" if start is not None else "",
            "next": f"{PATH}?{urlencode(further)}" if further else "",
            "here": request.path_qs,
        }
        return self._pages.show("audit/log", visit, values)

    @needs(Right.MANAGE)
    async def verify(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/audit/verify`: every row against the one before it."""
        broken = await first_broken(self._parts.reader)
        last = await newest_deeds(self._parts.reader, Sought(), None, 1)
        values = {
            "broken": "" if broken is None else str(broken),
            "count": counted(last[0].id if last else 0),
        }
        return self._pages.show("audit/verified", visit, values)


def audit_routes(parts: Parts, pages: Pages) -> Iterable[Route]:
    """The log, and its check."""
    audit = Audit(parts, pages)
    yield "GET", PATH, audit.page
    yield "GET", f"{PATH}/verify", audit.verify


def words(action: str, visit: Visit) -> str:
    """What was done in words; as it is written where the book has none for it."""
    key = f"audit-{action.replace('.', '-')}"
    return visit.say(key) if visit.book.wording.has(visit.language, key) else action


def _shown(one: Noted, visit: Visit) -> dict[str, str]:
    """One row as its line says it; a number that may be somebody's is covered."""
    return {
        "at": time(one.at),
        "who": one.who or visit.say("audit-nobody"),
        "what": words(one.action, visit),
        "subject": redact(one.subject),
        "detail": redact(one.detail),
        "address": one.address,
        "number": str(one.id),
    }


def _sought(asked: Mapping[str, str]) -> Sought:
    person = asked["person"]
    since, until = read_day(asked["since"]), read_day(asked["until"])
    return Sought(
        person=int(person) if person.isdecimal() and len(person) < 16 else None,
        action=asked["action"],
        since=midnight(since) if since else None,
        until=midnight(until + timedelta(days=1)) if until else None,
    )
