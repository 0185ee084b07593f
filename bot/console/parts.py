"""What every area of the console is handed: tables, book, lane, and what pages can count on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from bot.papers.periods import LAST_DAY
from bot.papers.sources import Doors

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.channels.base import Incoming
    from bot.commands.finding import Finding
    from bot.console.inbox.watch import Watch
    from bot.console.inbox.window import Windows
    from bot.notices.sheet import Means
    from bot.shelf import Shelf
    from content.model import Book
    from storage.hearing import Heard
    from storage.media import Media
    from storage.sealing import Seal

NO_DOORS = Doors()


@dataclass(frozen=True, slots=True)
class Parts:
    """
    What the console needs of the rest of the program.

    `media` holds the voice notes; `secure` when people reach us by https. `hear` takes what staff
    do to a talk to the lane, like everything else that happens in it; `windows` say by account
    until when people can be written to, `watch` tells open pages what is new, `mails` that there is
    a mail server, `means` is what notices can count on, and `doors` are the ways to us that a
    poster may show. Reports close on the `closing` day of the month. Without a `seal`, nobody can
    have a second factor. The `doctor` says what is wrong with the program, and looks at more when
    asked to be thorough.
    """

    engine: AsyncEngine
    reader: AsyncEngine
    book: Callable[[], Book]
    source_of: Callable[[web.BaseRequest], str]
    database: str
    media: Media
    secure: bool
    hear: Callable[[Incoming], Awaitable[Heard]]
    means: Means
    windows: Windows
    watch: Watch
    mails: bool
    shelf: Shelf
    doors: Doors = NO_DOORS
    closing: int = LAST_DAY
    seal: Seal | None = None
    doctor: Callable[[bool], Sequence[Finding]] = lambda _: ()
