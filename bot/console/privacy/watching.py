"""Who looked at what is covered, and what the nightly clean-up took away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.console.forms import Form
from bot.console.rights import Right, needs
from bot.console.shown import counted, time
from bot.housekeeping import CLEANED
from handlers.codes import code, number
from storage.audit import newest
from storage.users import users

if TYPE_CHECKING:
    from aiohttp import web

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit

SEEN = ("phone.seen", "file.seen", "voice.heard", "export", "dossier", "council", "petition.copy")
"""What shows or takes away whole names, numbers and papers."""


CODE = 7
"""Digits in the shortest code of a registration."""


@dataclass(frozen=True, slots=True)
class Night:
    """One clean-up: when, and what went, each in words."""

    at: str
    gone: tuple[str, ...]


class Watching:
    """`/staff/privacy/seen` and `/staff/privacy/cleaned`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.PROTECT)
    async def seen(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/privacy/seen`: each time that somebody looked, or one of the staff alone."""
        person = request.query.get("person", "")
        people = {str(one.id): one.name for one in await users(self._parts.reader)}
        chosen = int(person) if person in people else 0
        deeds = await newest(self._parts.reader, SEEN, chosen)
        lines = [
            {
                "at": time(one.at),
                "by": one.by,
                "what": visit.say(f"privacy-seen-{one.action.replace('.', '-')}"),
                "subject": _named(one.subject),
                "address": one.address,
            }
            for one in deeds
        ]
        values = {
            "lines": lines,
            "people": people,
            "form": Form({"person": person}),
            "here": request.path,
        }
        return self._pages.show("privacy/seen", visit, values)

    @needs(Right.PROTECT)
    async def cleaned(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/privacy/cleaned`: each night, the newest first."""
        nights = [
            Night(time(one.at), tuple(_gone(one.detail, visit)))
            for one in await newest(self._parts.reader, (CLEANED,))
        ]
        return self._pages.show("privacy/cleaned", visit, {"nights": nights, "here": request.path})


def _named(subject: str) -> str:
    """Whose it was: the code of a registration as every page has it."""
    found = number(subject) if len(subject) >= CODE else None
    return code(found) if found else subject


def _gone(detail: str, visit: Visit) -> list[str]:
    """What a night took away, of which there was any."""
    pairs = (part.partition("=") for part in detail.split())
    return [
        visit.say(f"privacy-gone-{name.replace('_', '-')}", count=counted(int(count)))
        for name, _, count in pairs
        if count.isdecimal() and int(count)
    ]
