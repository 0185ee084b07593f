"""The draft of an impact assessment: a page to print, filled in with what the program knows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from bot.console.privacy.petitions import shown_day
from bot.console.rights import Right, needs
from bot.console.shown import REGISTRATION, channel, counted
from content.form import Kind
from handlers.days import day
from storage.cleaning import USUAL
from storage.schema import contact, registration

if TYPE_CHECKING:
    from aiohttp import web

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit

ABROAD = frozenset({"telegram"})
"""Channels whose servers are abroad."""


class Assessment:
    """`/staff/privacy/assessment`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.PROTECT)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/privacy/assessment`."""
        people = select(contact.c.account, func.count()).group_by(contact.c.account)
        async with self._parts.reader.connect() as connection:
            since = await connection.scalar(select(func.min(contact.c.created_at)))
            accounts = {row[0]: row[1] for row in await connection.execute(people)}
            entries = await connection.scalar(select(func.count()).select_from(registration)) or 0
        channels = sorted({account.partition(":")[0] for account in accounts})
        days = timedelta(days=visit.book.duties.assessment_days)
        form = visit.book.forms[REGISTRATION]
        values = {
            "office": visit.book.office,
            "since": shown_day(day(since)) if since else "",
            "due": shown_day(day(since + days)) if since else "",
            "days": str(days.days),
            "today": shown_day(day(datetime.now(UTC))),
            "people": counted(sum(accounts.values())),
            "entries": counted(entries),
            "channels": [channel(one, visit) for one in channels],
            "abroad": [channel(one, visit) for one in channels if one in ABROAD],
            "kinds": [
                visit.say(f"{one.words}.label")
                for one in form.questions
                if one.kind is not Kind.CONSENT
            ],
            "topics": [visit.say(f"registration-topics.choice-{one}") for one in visit.book.topics],
            "kept": [
                visit.say(f"privacy-kept-{name}", days=str(kept.days))
                for name, kept in (
                    ("drafts", USUAL.drafts),
                    ("messages", USUAL.messages),
                    ("voices", USUAL.voices),
                    ("guests", USUAL.guests),
                    ("keys", USUAL.update_keys),
                )
            ],
            "here": request.path,
        }
        return self._pages.show("privacy/assessment", visit, values)
