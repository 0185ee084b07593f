"""
Tells people about their seats, in the day: an offer, a reminder, that it is called off.

Each piece of news is an event of the person's own chat and goes through the lane like any other. So
it is in the order of the talk, written in the same transaction that notes it as told, heard once
under its key whichever process was quicker, and sent as a reply is, in the classes and at the pace
of its channel. A notice would ask for consent to a topic, which a seat does not need, and would
skip whoever never chose one.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.channels.base import Incoming
from bot.jobs import Job, every
from bot.notices import night
from bot.turn import NotStored
from handlers.activities import shown
from handlers.events import Moment, SeatNews
from handlers.move import Line
from handlers.words import spoken
from storage.seat_news import CALLED_FOR, due, have_called, release, silent

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.setting_kinds import QuietHours
    from content.model import Book
    from handlers.seats import Seat

LOOK = timedelta(seconds=15)


@dataclass(frozen=True, slots=True)
class Usher:
    """What it takes to look after seats; `accounts` are those that this process can send by."""

    engine: AsyncEngine
    reader: AsyncEngine
    book: Callable[[], Book]
    hear: Callable[[Incoming], Awaitable[object]]
    accounts: Collection[str]
    quiet: QuietHours


async def look_after_seats(usher: Usher, now: datetime) -> None:
    """Tell what is due, have staff call about offers nobody answers, and give seats on."""
    for one in await silent(usher.reader, now):
        if text := _for_staff(one, usher.book(), now):
            await have_called(usher.engine, one, text, now)
    await release(usher.engine, usher.reader, now)
    if night.left(usher.quiet, now):
        return
    for news, account, address, one, revision in await due(usher.reader, usher.accounts, now):
        event = SeatNews(Moment(now, now, 0), news, one)
        key = f"seat-{news}:{one.id}" + (f":{revision}" if revision else "")
        with suppress(NotStored):
            await usher.hear(Incoming(account, address, key, event))


def seats(usher: Usher) -> Job:
    """The job that looks after seats."""

    async def look() -> None:
        await look_after_seats(usher, datetime.now(UTC))

    return Job("seats", every(LOOK), look)


def _for_staff(one: Seat, book: Book, now: datetime) -> str:
    """What staff read; empty for an activity that this process has not seen yet."""
    activity, language = shown.found(book, one.activity), book.languages[0]
    if activity is None:
        return ""
    told = {**shown.holder(one, activity, language), "until": shown.moment(now + CALLED_FOR)}
    return spoken(Line("seat-news-call", told), book.wording, language)
