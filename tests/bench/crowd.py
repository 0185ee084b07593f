"""
A crowd of people who talk to a bot over its webhook, each waiting for the reply to the last word.

Every connection is one person at a time, who says the script from its first word to its last and
is then followed by a stranger. A turn is over when the webhook has been answered 200 and the
reply is there, in that answer or by a call of `sendMessage`.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from time import perf_counter, time
from typing import Literal

from tests.bench.script import TURNS
from tests.bench.speech import Speech, ToTelegram, ToZalo
from tests.bench.wire import Connection

GRACE = 15.0

Channel = Literal["telegram", "zalo"]


@dataclass(frozen=True, slots=True)
class Order:
    """
    What the crowd is to do.

    So many talk at once, each saying the first `turns` of the script. With a `rate` they begin so
    many turns a second between them, else each begins the next one at once. They stop after
    `seconds`, of which the first `warm` do not count, or when `people` have said everything.
    `channel` is the one that they talk on.
    """

    port: int
    chats: int
    seconds: float = 600.0
    warm: float = 0.0
    rate: float = 0.0
    turns: int = len(TURNS)
    people: int = 0
    channel: Channel = "telegram"


@dataclass(slots=True)
class Tally:
    """
    What came of it; `waits` are the seconds of each turn, `answers` those until the webhook's 200.

    `late` turns began later than planned; the `stuck` had no reply long after everybody else.
    """

    seconds: float = 0.0
    by_call: int = 0
    refused: int = 0
    late: int = 0
    stuck: int = 0
    waits: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)


class Crowd:
    """Those who talk; `begun` is called when it starts to count."""

    def __init__(self, order: Order, begun: Callable[[], None]) -> None:
        self.tally = Tally()
        self._order = order
        self._begun = begun
        speak = ToZalo if order.channel == "zalo" else ToTelegram
        self._speech: Speech = speak(order.port, TURNS[: order.turns])
        second = int(time())  # no two orders share a person or an update
        self._people = count(5_000_000_000 + second % 10**6 * 10**4)
        self._keys = count(second * 10**5)
        self._met = 0
        self._since = perf_counter()
        self._idle: deque[_Person] = deque()
        self._talking: dict[int, _Person] = {}
        self._counting = False
        self._ended = asyncio.Event()

    async def talk(self) -> Tally:
        """Talk until the order is carried out."""
        order = self._order
        loop = asyncio.get_running_loop()
        for _ in range(order.chats):
            _, person = await loop.create_connection(lambda: _Person(self), "127.0.0.1", order.port)
            self._idle.append(person)
        timer = loop.call_later(order.seconds, self._ended.set)
        loop.call_later(order.warm, self._count)
        pacing = loop.create_task(self._pace()) if order.rate else None
        if pacing is None:
            for person in list(self._idle):
                self.go_on(person)
        await self._ended.wait()
        self._counting = False
        self.tally.seconds = perf_counter() - self._since
        timer.cancel()
        if pacing is not None:
            pacing.cancel()
        self.tally.stuck = await self._last_replies()
        for person in [*self._idle, *self._talking.values()]:
            person.close()
        return self.tally

    async def _last_replies(self) -> int:
        """Wait for the replies that are on their way; gives how many do not come."""
        until = perf_counter() + GRACE
        while waiting := sum(person.waiting for person in self._talking.values()):
            if perf_counter() > until:
                return waiting
            await asyncio.sleep(0.01)
        return 0

    def sent(self, chat: int) -> None:
        """The bot has sent a message to this chat."""
        person = self._talking.get(chat)
        if person is not None:
            person.called = True
            self._look(person)

    def go_on(self, person: _Person, began: float = 0.0) -> None:
        """Begin this person's next turn; after the last one somebody else comes."""
        order = self._order
        if person.place == order.turns:
            self._talking.pop(person.number, None)
            if order.people and self._met == order.people:
                if not self._talking:
                    self._ended.set()
                return
            person.place = 0
        if person.place == 0:
            self._met += 1
            person.number = next(self._people)
            self._talking[person.number] = person
        number, key = person.number, next(self._keys)
        request = self._speech.request(person.place, number, key)
        person.place += 1
        person.waiting, person.answered, person.called = True, False, False
        person.began = began or perf_counter()
        person.send(request)

    def heard(self, connection: Connection, head: bytes, body: bytes) -> None:
        """The webhook has answered."""
        assert isinstance(connection, _Person)
        if head[9:12] != b"200":
            self.tally.refused += 1
            connection.called = True
        connection.answered = True
        if self._counting:
            self.tally.answers.append(perf_counter() - connection.began)
        connection.carried = b'"sendMessage"' in body
        self._look(connection)

    def _look(self, person: _Person) -> None:
        """See whether the turn is over."""
        if not (person.waiting and person.answered and (person.carried or person.called)):
            return
        person.waiting = False
        if self._counting:
            self.tally.waits.append(perf_counter() - person.began)
            self.tally.by_call += not person.carried
        if self._ended.is_set():
            return
        if self._order.rate:
            self._idle.append(person)
        else:
            self.go_on(person)

    def _count(self) -> None:
        self._begun()
        self._since = perf_counter()
        self._counting = True

    async def _pace(self) -> None:
        """Begin turns at even distances, by whoever has been silent the longest."""
        began = perf_counter()
        for number in count(1):
            planned = began + number / self._order.rate
            await asyncio.sleep(max(0.0, planned - perf_counter()))
            if self._idle:
                self.go_on(self._idle.popleft(), planned)
            elif self._counting:
                self.tally.late += 1


class _Person(Connection):
    """One of the crowd."""

    def __init__(self, crowd: Crowd) -> None:
        super().__init__(crowd.heard)
        self.number = 0
        self.place = 0
        self.began = 0.0
        self.waiting = self.answered = self.carried = self.called = False
