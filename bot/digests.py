"""
Tells staff in the morning and at midday what waits for them: staff do not sit at a console.

By e-mail or in their own chat, counts and an address alone. Whoever is about to tell somebody
writes that down first, so that nobody is told twice by whichever process, before or after a
restart; where the mail server takes nothing it is tried again for a while.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from bot.channels.base import Incoming
from bot.jobs import Job, every
from bot.mail import NotSent
from bot.turn import NotStored
from handlers.days import VIETNAM
from handlers.events import Digest, Moment
from storage.digests import Part, claim, give_back, untold
from storage.needs import needs

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.mail import Mail
    from content.model import Book
    from storage.digests import Reader

LOOK = timedelta(seconds=30)
BEGINS = {Part.MORNING: time(7, 30), Part.MIDDAY: time(13, 0)}
LASTS = timedelta(hours=3)
"""How long after its beginning a part of the day may still be told of."""

SATURDAY = 5
INBOX = "/staff/inbox"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Teller:
    """What it takes to tell staff; `address` is where the console is, `mail` may be missing."""

    engine: AsyncEngine
    reader: AsyncEngine
    book: Callable[[], Book]
    hear: Callable[[Incoming], Awaitable[object]]
    mail: Mail | None
    address: str


def digests(teller: Teller) -> Job:
    """The job that tells them."""

    async def look() -> None:
        await tell_staff(teller, datetime.now(UTC))

    return Job("digests", every(LOOK), look)


async def tell_staff(teller: Teller, now: datetime) -> None:
    """Tell everybody who is to be told at this time and was not yet."""
    part, day = part_of(now)
    if part is None:
        return
    for one in await untold(teller.reader, part, day):
        if not (one.account or teller.mail):
            continue
        if await claim(teller.engine, one, part, day, now):
            try:
                await _tell(teller, one, f"{day}-{part}", now)
            except (NotSent, NotStored) as problem:
                log.warning("one of staff could not be told what waits: %s", type(problem).__name__)
                await give_back(teller.engine, one, part, day)


def part_of(now: datetime) -> tuple[Part | None, str]:
    """The part of a working day in Vietnam that begins, or began not long ago; and the day."""
    here = now.astimezone(VIETNAM)
    day = here.date().isoformat()
    if here.weekday() >= SATURDAY:
        return None, day
    for part, begins in BEGINS.items():
        began = datetime.combine(here.date(), begins, VIETNAM)
        if began <= here < began + LASTS:
            return part, day
    return None, day


async def _tell(teller: Teller, one: Reader, name: str, now: datetime) -> None:
    """Tell one of staff; where nothing waits there is nothing to tell."""
    waiting = await needs(teller.reader, one.communes)
    if not waiting:
        return
    counts = tuple((key, str(number)) for key, number in waiting.items())
    link = f"{teller.address}{INBOX}"
    if one.account:
        event = Digest(Moment(now, now, 0), counts, link)
        key = f"digest:{one.staff}:{name}"
        await teller.hear(Incoming(one.account, one.address, key, event))
    if one.email and teller.mail:
        book = teller.book()

        def say(key: str, **args: str) -> str:
            return book.wording.say(book.languages[0], key, args)

        lines = [f"- {say(f'statistics-need-{key}', count=count)}" for key, count in counts]
        text = "\n".join([say("digest"), "", *lines, "", say("digest-link", link=link), ""])
        await teller.mail.send(one.email, say("digest-subject"), text)
