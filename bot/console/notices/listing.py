"""The list of notices, by state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.notices.sheet import mark_of, status_of
from bot.console.rights import Right, needs
from bot.console.shown import counted, time
from bot.console.visit import LONGEST
from storage import notices
from storage.columns import Announcing

if TYPE_CHECKING:
    from aiohttp import web

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit

PAGE = 50

STATES = {
    "open": (Announcing.DRAFT, Announcing.READY),
    "under-way": (
        Announcing.SCHEDULED,
        Announcing.PREPARING,
        Announcing.SENDING,
        Announcing.PAUSED,
    ),
    "over": (Announcing.DONE, Announcing.CANCELLED),
}
"""What the list can be narrowed to."""


class Listing:
    """`GET /staff/notices`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.ANNOUNCE)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """One page of the list, newest first."""
        state = request.query.get("state", "")
        state = state if state in STATES else ""
        before = request.query.get("before", "")
        after = int(before) if before.isdecimal() and len(before) <= LONGEST else None
        found = await notices.newest(self._parts.reader, PAGE + 1, STATES.get(state, ()), after)
        narrowed = f"state={state}&" if state else ""
        values = {
            "rows": [
                {
                    "id": one.id,
                    "title": one.draft.title,
                    "topic": visit.say(f"registration-topics.choice-{one.draft.topic}")
                    if one.draft.topic in visit.book.topics
                    else one.draft.topic,
                    "status": status_of(one, visit),
                    "mark": mark_of(one),
                    "at": time(one.send_at or one.created_at),
                    "total": counted(one.total) if one.frozen_at else "",
                }
                for one in found[:PAGE]
            ],
            "state": state,
            "states": {key: visit.say(f"notices-state-{key}") for key in STATES},
            "further": f"{narrowed}before={found[PAGE - 1].id}" if len(found) > PAGE else "",
            "later": after is not None,
            "here": request.path_qs,
        }
        return self._pages.show("notices/list", visit, values)
