"""What is made of the reports of an Official Account's webhook: events of the talk, or notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.channels.base import Incoming
from handlers.events import Moment, StaffSpoke

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import datetime

    from bot.channels.zalo_oa_arrivals import Arrivals
    from handlers.events import Event


class Heeding:
    """
    Hands on what the talk must know of, for one account.

    A person who answers in Zalo's own console is not interrupted. What arrived is noted for the
    rows of the outbox, and makes nobody wait.
    """

    def __init__(
        self,
        account: str,
        hear: Callable[[Incoming], Awaitable[object]],
        arrivals: Arrivals,
        now: Callable[[], datetime],
    ) -> None:
        self._account = account
        self._hear = hear
        self._arrivals = arrivals
        self._now = now

    async def echo(
        self, address: str, key: str, message_id: str, at: datetime, *, by_human: bool
    ) -> None:
        if by_human:
            await self._tell(address, key, StaffSpoke(Moment(self._now(), at, 0)))
        elif message_id:
            self._arrivals.said(address, message_id, at)

    async def arrived(
        self, address: str, message_ids: Sequence[str], at: datetime, *, seen: bool
    ) -> None:
        self._arrivals.note(address, message_ids, at, seen=seen)

    async def _tell(self, address: str, key: str, event: Event) -> None:
        await self._hear(Incoming(self._account, address, key, event))
