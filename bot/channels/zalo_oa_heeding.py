"""What is made of the reports of an Official Account's webhook: events of the talk, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.channels.base import Incoming
from handlers.events import Moment, StaffSpoke, Withdrew

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import datetime

    from handlers.events import Event


class Heeding:
    """
    Hands on what the talk must know of, for one account.

    A person who answers in Zalo's own console is not interrupted. That a reply arrived is known
    from its call, so receipts say nothing new of it.
    """

    def __init__(
        self,
        account: str,
        hear: Callable[[Incoming], Awaitable[object]],
        now: Callable[[], datetime],
    ) -> None:
        self._account = account
        self._hear = hear
        self._now = now

    async def echo(self, address: str, message_id: str, *, by_human: bool) -> None:
        if by_human:
            now = self._now()
            await self._tell(address, f"echo/{message_id}", StaffSpoke(Moment(now, now, 0)))

    async def arrived(self, address: str, message_ids: Sequence[str], *, seen: bool) -> None:
        """Nothing is made of it."""

    async def withdrew(self, address: str) -> None:
        """Zalo gives no name to it; brought twice within a minute it is the same."""
        now = self._now()
        key = f"withdrew/{address}/{now.isoformat(timespec='minutes')}"
        await self._tell(address, key, Withdrew(Moment(now, now, 0)))

    async def _tell(self, address: str, key: str, event: Event) -> None:
        await self._hear(Incoming(self._account, address, key, event))
