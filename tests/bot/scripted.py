"""A service that people's messages are sent to, which does as told and watches the rules."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.channels.base import Outgoing, Receipt, Sent

Script = Callable[[Outgoing, int], Receipt]
"""What to answer to a message, and to which attempt at it (the first is 1)."""


def accept(outgoing: Outgoing, _attempt: int) -> Receipt:
    """Take everything."""
    return Sent(f"m{outgoing.id}")


@dataclass(slots=True)
class Scripted:
    """
    A channel whose other side is a script; `latency` is how long it thinks.

    `taken` are the messages it said `Sent` to, `tries` everything that came, with its time;
    `broken` are the rules that the sender broke.
    """

    account: str = "test:1"
    script: Script = accept
    latency: float = 0.0
    taken: list[Outgoing] = field(default_factory=list)
    tries: list[tuple[float, Outgoing]] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    busiest: int = 0
    _under_way: set[str] = field(default_factory=set)
    _attempts: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))
    _last: dict[str, int] = field(default_factory=dict)

    async def send(self, outgoing: Outgoing) -> Receipt:
        """Take one message, or not."""
        if outgoing.address in self._under_way:
            self.broken.append(f"two at once to {outgoing.address}")
        self._under_way.add(outgoing.address)
        self.busiest = max(self.busiest, len(self._under_way))
        self._attempts[outgoing.id] += 1
        self.tries.append((asyncio.get_running_loop().time(), outgoing))
        try:
            if self.latency:
                await asyncio.sleep(self.latency)
            receipt = self.script(outgoing, self._attempts[outgoing.id])
        finally:
            self._under_way.discard(outgoing.address)
        if isinstance(receipt, Sent):
            if outgoing.seq <= self._last.get(outgoing.address, 0):
                self.broken.append(f"{outgoing.address}: {outgoing.seq} out of order")
            self._last[outgoing.address] = outgoing.seq
            self.taken.append(outgoing)
        return receipt

    def attempts(self, row: int) -> int:
        """How often this row came."""
        return self._attempts[row]

    def texts(self, address: str) -> list[str]:
        """What a person has read, in order."""
        return [one.message.text for one in self.taken if one.address == address]
