"""Troubles on request: what goes wrong with which call, and how often; and Telegram's own pace."""

from __future__ import annotations

import math
import random
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from time import monotonic

from tests.fakes.telegram_account import ApiError

PER_BOT = 30
PER_CHAT_BURST = 5


@dataclass(slots=True)
class Fault:
    """
    What happens to the next `times` calls of `method` (empty: of any), each with `chance`.

    `delay` comes first. `status` with `body` is answered instead of doing anything, and with
    `location` leads elsewhere; `retry_after` is flood control. `cut` closes the connection:
    `before` the call is carried out, `after` it, or `inside` its answer; `hang` carries it out
    and never answers.
    """

    method: str = ""
    times: int = 1
    chat: str = ""
    chance: float = 1.0
    delay: float = 0.0
    status: int = 0
    body: str = "<html><h1>502 Bad Gateway</h1></html>"
    location: str = ""
    retry_after: int = 0
    cut: str = ""
    hang: bool = False


class Faults:
    """The troubles still to come; the same seed gives the same ones."""

    def __init__(self, seed: int = 1) -> None:
        self._script: list[Fault] = []
        self._chance = random.Random(seed)

    def add(self, fault: Fault) -> None:
        self._script.append(fault)

    def left(self) -> int:
        """How many calls are still in for it."""
        return sum(fault.times for fault in self._script)

    def take(self, method: str, parameters: Mapping[str, str]) -> Fault | None:
        """The trouble this call is in for."""
        for fault in self._script:
            if fault.method and fault.method.lower() != method:
                continue
            if fault.chat and fault.chat != parameters.get("chat_id"):
                continue
            if self._chance.random() >= fault.chance:
                continue
            fault.times -= 1
            if fault.times <= 0:
                self._script.remove(fault)
            return fault
        return None


@dataclass(slots=True)
class Pace:
    """
    Flood control: 30 messages in any second for the bot; one a second and a short burst a chat.

    Whoever is told to wait and does not is told again.
    """

    sent: deque[float] = field(default_factory=deque)
    credit: dict[str, tuple[float, float]] = field(default_factory=dict)
    closed_until: dict[str, float] = field(default_factory=dict)

    def admit(self, chat: str) -> None:
        """Count one message, or refuse it with the seconds to wait."""
        now = monotonic()
        until = max(self.closed_until.get("", 0), self.closed_until.get(chat, 0))
        if now < until:
            self._refuse(until - now)
        while self.sent and self.sent[0] <= now - 1:
            self.sent.popleft()
        if len(self.sent) >= PER_BOT:
            self.closed_until[""] = now + 1
            self._refuse(1)
        credit, at = self.credit.get(chat, (PER_CHAT_BURST, now))
        credit = min(PER_CHAT_BURST, credit + now - at)
        if credit < 1:
            self.closed_until[chat] = now + 2
            self._refuse(2)
        self.credit[chat] = (credit - 1, now)
        self.sent.append(now)

    def _refuse(self, seconds: float) -> None:
        wait = math.ceil(seconds)
        raise ApiError(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
