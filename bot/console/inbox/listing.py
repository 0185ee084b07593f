"""The list of the inbox: who waits longest comes first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from aiohttp import web

from bot.console.inbox.shown import entry
from bot.console.rights import Right, needs
from bot.console.shown import counted
from storage.inbox import PAGE, Sought, Turn, Whose, count_matters, matters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit

INBOX = "/staff/inbox"
PLACE = re.compile(r"\d{1,18}\.\d{1,15}")


class Inbox:
    """`GET /staff/inbox`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.SEE)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """One page of the list that its address means: whose turn it is, and who has taken it."""
        sought, after = sought_in(request.query, visit), place_in(request.query)
        values = await listed(self._parts, visit, sought, after)
        return self._pages.show("inbox/list", visit, values | {"here": request.path_qs})

    @needs(Right.SEE)
    async def moved(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/requests`: what people ask for is in the inbox."""
        query = f"?turn={Turn.CLOSED}" if request.query.get("done") == "yes" else ""
        return self._pages.done(visit, f"{INBOX}{query}")


async def listed(parts: Parts, visit: Visit, sought: Sought, after: str) -> dict[str, object]:
    """What the list is made of."""
    found = await matters(parts.reader, sought, after, PAGE + 1)
    counts = await count_matters(parts.reader, sought)
    further = found[PAGE - 1].place if len(found) > PAGE else ""
    return {
        "entries": [entry(one, visit) for one in found[:PAGE]],
        "counts": {turn: counted(count) for turn, count in counts.items()},
        "sought": sought,
        "turns": {turn: _address(turn=turn, whose=sought.whose) for turn in Turn},
        "whose": {whose: _address(turn=sought.turn, whose=whose) for whose in Whose},
        "first": _address(turn=sought.turn, whose=sought.whose) if after else "",
        "next": _address(turn=sought.turn, whose=sought.whose, after=further) if further else "",
    }


def sought_in(query: Mapping[str, str], visit: Visit) -> Sought:
    """Which matters an address means; what it does not say, or says wrong, is as usual."""
    turn, whose = query.get("turn", ""), query.get("whose", "")
    return Sought(
        Turn(turn) if turn in set(Turn) else Turn.OPEN,
        Whose(whose) if whose in set(Whose) else Whose.ALL,
        visit.colleague.id,
        visit.colleague.communes,
    )


def place_in(query: Mapping[str, str]) -> str:
    """After which matter the page begins; empty for the first page."""
    after = query.get("after", "")
    return after if PLACE.fullmatch(after) else ""


def _address(**words: str) -> str:
    usual = {"turn": Turn.OPEN, "whose": Whose.ALL}
    said = {name: str(word) for name, word in words.items() if word != usual.get(name)}
    return f"{INBOX}?{urlencode(said)}" if said else INBOX
