"""
Bots measured against each other: all are up at once, and talked to in turn, a second each.

A machine that others share changes its speed from one minute to the next. What is compared here
was measured within the same few seconds, over and over; a ratio is the median of all rounds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import median

from tests.bench.crowd import Channel, Order
from tests.bench.outside import Outcome, ask
from tests.bench.programs import Bot
from tests.bench.surroundings import Program

CHATS = 100
WARM = 2.0
SETTLE, SLICE = 0.3, 1.0
"""Seconds of a round that do not count yet, and that do."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A bot that is up, and the people who talk to it on their channel."""

    bot: Bot
    people: Program
    channel: Channel = "telegram"


@dataclass(slots=True)
class Record:
    """What the crowd saw in each round, and the processor seconds that it took the bot."""

    outcomes: list[Outcome] = field(default_factory=list)
    used: list[float] = field(default_factory=list)

    @property
    def a_second(self) -> float:
        """Turns a second over all rounds."""
        return self._turns / sum(one.turns / one.a_second for one in self.outcomes)

    @property
    def cpu(self) -> float:
        """Processor microseconds a turn."""
        return sum(self.used) / self._turns * 1e6

    @property
    def by_call(self) -> float:
        """The part of the turns that a call answered."""
        return sum(one.by_call * one.turns for one in self.outcomes) / self._turns

    def usual(self, name: str) -> float:
        """The median of a figure of the rounds."""
        return median([float(getattr(one, name)) for one in self.outcomes])

    def of(self, other: Record) -> float:
        """How fast it is as a part of another, in the median of the rounds."""
        return median(
            mine.a_second / theirs.a_second
            for mine, theirs in zip(self.outcomes, other.outcomes, strict=True)
        )

    def of_by_cpu(self, other: Record) -> float:
        """The same by processor time a turn, which a busy machine disturbs less."""
        return median(theirs / mine for mine, theirs in zip(self._cpus, other._cpus, strict=True))

    @property
    def _turns(self) -> int:
        return sum(one.turns for one in self.outcomes)

    @property
    def _cpus(self) -> list[float]:
        return [used / one.turns for used, one in zip(self.used, self.outcomes, strict=True)]


def in_turn(contenders: Mapping[str, Contender], seconds: float) -> dict[str, Record]:
    """Have the crowd talk to each for so many seconds, in rounds of one."""
    found = {name: Record() for name in contenders}
    for one in contenders.values():
        ask(one.people, Order(one.bot.port, CHATS, WARM, channel=one.channel))
    for _ in range(max(1, round(seconds / SLICE))):
        for name, one in contenders.items():
            _talk(one, found[name])
    return found


def _talk(one: Contender, record: Record) -> None:
    order = Order(one.bot.port, CHATS, SETTLE + SLICE, SETTLE, channel=one.channel)
    before: list[float] = []
    record.outcomes.append(ask(one.people, order, lambda: before.append(one.bot.program.cpu())))
    record.used.append(one.bot.program.cpu() - before[0])
