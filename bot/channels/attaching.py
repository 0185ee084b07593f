"""
Pictures and papers of ours, for channels to send: their bytes, and what a service calls them.

A service is given a file once: whoever sends it first uploads it while others wait, and from then
on the service's own name for it goes out. A file that a service will not take costs nobody their
message: channels say it without the file.
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.base import Later, Receipt, Refused
from bot.clock import now
from storage.media import Absent
from storage.uploads import Uploaded, forget_upload, note_upload, uploaded

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from handlers.effects import Attachment
    from storage.media import Media

ByName = Callable[[str], Awaitable[Receipt]]
Anew = Callable[[bytes], Awaitable[tuple[Receipt, Uploaded | None]]]

HOPELESS_SECONDS = 600.0
"""How long nobody tries again to upload what a service has just refused."""

_REMEMBERED = 1000

log = logging.getLogger(__name__)


def spoilt(receipt: Receipt) -> bool:
    """Whether nothing was sent, and the message may still get through without its file."""
    match receipt:
        case Refused(gone=False, by_rule=False, forbidden=False):
            return True
        case Later(counts=True, whole_account=False):
            return True
        case _:
            return False


class Attachments:
    """Reads files from `media`; what services call them is kept in the database."""

    def __init__(
        self,
        media: Media,
        engine: AsyncEngine,
        reader: AsyncEngine,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._media = media
        self._engine = engine
        self._reader = reader
        self._now = clock
        self._names: dict[tuple[str, str], Uploaded] = {}
        self._hopeless: dict[tuple[str, str], float] = {}
        self._uploading: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def send(
        self, account: str, attached: Attachment, by_name: ByName, anew: Anew
    ) -> Receipt:
        """
        Send a file by the name that the service has for it, or else upload it.

        `anew` gives the receipt of the message and the new name, where there is one. A name that
        is refused is forgotten, and the file uploaded once more. Raises what these two raise.
        """
        key = (account, attached.media)
        if self._hopeless.get(key, 0.0) > monotonic():
            return Refused("the file was refused a moment ago")
        known = await self._known(key)
        if known is None:
            async with self._uploading[account]:
                known = await self._known(key)
                if known is None:
                    return await self._upload(key, anew)
        receipt = await by_name(known.name)
        if not isinstance(receipt, Refused) or not spoilt(receipt):
            return receipt
        await self._forget(key)
        return await self._upload(key, anew)

    async def _upload(self, key: tuple[str, str], anew: Anew) -> Receipt:
        try:
            content = await self._media.get(key[1])
        except (Absent, OSError) as problem:
            log.error(  # noqa: TRY400 (there is nothing to trace)
                "a file to attach cannot be read: %s", type(problem).__name__
            )
            return Refused("the file cannot be read")
        receipt, given = await anew(content)
        if given is not None:
            await self._note(key, given)
        elif isinstance(receipt, Refused) and spoilt(receipt):
            log.warning("%s: a file is not taken: %s", key[0], receipt.reason)
            self._hopeless[key] = monotonic() + HOPELESS_SECONDS
        return receipt

    async def _known(self, key: tuple[str, str]) -> Uploaded | None:
        found = self._names.get(key)
        if found is None or (found.until is not None and found.until <= self._now()):
            try:
                found = await uploaded(self._reader, *key, self._now())
            except (SQLAlchemyError, OSError):
                return None
            if found is not None:
                self._remember(key, found)
        return found

    async def _note(self, key: tuple[str, str], given: Uploaded) -> None:
        self._remember(key, given)
        try:
            await note_upload(self._engine, *key, given)
        except (SQLAlchemyError, OSError) as problem:
            log.warning("an upload was not noted: %s", type(problem).__name__)

    async def _forget(self, key: tuple[str, str]) -> None:
        self._names.pop(key, None)
        try:
            await forget_upload(self._engine, *key)
        except (SQLAlchemyError, OSError) as problem:
            log.warning("an upload was not forgotten: %s", type(problem).__name__)

    def _remember(self, key: tuple[str, str], given: Uploaded) -> None:
        if len(self._names) >= _REMEMBERED:
            self._names.clear()
        self._names[key] = given
