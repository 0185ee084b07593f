"""Paused, resumed, cancelled, withdrawn from, retried, killed: whatever staff do, and when."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import Callable, Coroutine
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.channels.base import Later, Outgoing, Receipt, Refused, Sent, Unknown
from storage import ledgers, notices
from storage.columns import Announcing, Sending
from storage.notices import Refused as NotNow
from tests.bot.scripted import Scripted
from tests.notices.desk import ACCOUNT, Desk, opened
from tests.whole.until import until

T = TypeVar("T")

OTHER = "other:1"
PEOPLE = 24
SLOW = 200.0
MOMENT = 0.02

RECEIPTS: dict[str, Receipt] = {
    "taken": Sent("m"),
    "lost": Unknown("cut"),
    "refused": Refused("blocked", gone=True),
    "busy": Later(timedelta(milliseconds=5), "one chat only", counts=False),
    "flood": Later(timedelta(milliseconds=30), "flood", whole_account=True, counts=False),
}


class Service(Scripted):
    """Answers as it is told next, else takes what comes; keeps what each person received."""

    def __init__(self, account: str) -> None:
        super().__init__(account)
        self.next: list[str] = []
        self.got: Counter[str] = Counter()
        self.lost: Counter[str] = Counter()
        self.after: set[str] = set()
        self.deaf_to: set[str] = set()

    async def send(self, outgoing: Outgoing) -> Receipt:
        word = self.next.pop() if self.next else "taken"
        if word in {"taken", "lost"}:
            self.got[outgoing.address] += 1
            self.lost[outgoing.address] += word == "lost"
            if outgoing.address in self.deaf_to:
                self.after.add(outgoing.address)
        await asyncio.sleep(0)
        return RECEIPTS[word]


class AnyOrder(RuleBasedStateMachine):
    """One notice to a few people on two services, at the mercy of staff and of the services."""

    def __init__(self) -> None:
        super().__init__()
        self._loop = asyncio.new_event_loop()
        self._folder = TemporaryDirectory()
        self._opened = opened(str(Path(self._folder.name) / "bot.db"))
        self._services = [Service(ACCOUNT), Service(OTHER)]
        self._worker: AbstractAsyncContextManager[Any] | None = None
        self._names = iter(range(10**6))
        self._repeated = 0

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        return self._loop.run_until_complete(work)

    @initialize()
    def begin(self) -> None:
        self._desk: Desk = self.do(self._opened.__aenter__())
        self._people = [
            (one, address)
            for one in self._services
            for address in self.do(self._desk.people(PEOPLE // 2, one.account))
        ]
        self._number = self.do(self._desk.notice())

    @rule(long=st.integers(1, 12))
    def time_passes(self, long: int) -> None:
        self.do(asyncio.sleep(long * MOMENT))

    @rule()
    def serve(self) -> None:
        if self._worker is None:
            name = f"w{next(self._names)}"
            self._worker = self._desk.worker(*self._services, name=name, limit=SLOW, places=4)
            self.do(self._worker.__aenter__())

    @rule()
    def stop(self) -> None:
        if self._worker is not None:
            self.do(self._worker.__aexit__(None, None, None))
            self._worker = None

    @rule(step=st.sampled_from([notices.pause, notices.resume]))
    def staff(self, step: Callable[..., Coroutine[Any, Any, None]]) -> None:
        with contextlib.suppress(NotNow):
            self.do(step(self._desk.engine, self._number, datetime.now(UTC)))

    @rule(serious=st.integers(0, 3))
    def cancel(self, serious: int) -> None:
        if not serious:
            now = datetime.now(UTC)
            with contextlib.suppress(NotNow):
                self.do(notices.cancel(self._desk.engine, self._number, now))
                self.do(ledgers.skip_rest(self._desk.engine, self._number, now))

    @rule(unknown=st.booleans())
    def retry(self, unknown: bool) -> None:
        status = Sending.UNKNOWN if unknown else Sending.FAILED
        now = datetime.now(UTC)
        self._repeated += self.do(ledgers.again(self._desk.engine, self._number, status, now))

    @rule(chosen=st.integers(0, PEOPLE - 1))
    def withdraw(self, chosen: int) -> None:
        service, address = self._people[chosen]
        self.do(self._desk.withdraw(address))
        stands = self.do(self._desk.rows(self._number))
        flying = any(row.status == Sending.IN_FLIGHT for row in stands)
        if not flying:
            service.deaf_to.add(address)

    @rule(which=st.booleans(), words=st.lists(st.sampled_from(sorted(RECEIPTS)), max_size=4))
    def answer(self, which: bool, words: list[str]) -> None:
        self._services[which].next = words

    @invariant()
    def counts_add_up(self) -> None:
        if not hasattr(self, "_number"):
            return
        before = self.do(self._desk.stands(self._number)).total
        counts = self.do(self._desk.counts(self._number))
        after = self.do(self._desk.stands(self._number)).total
        assert before <= sum(counts.values()) <= after <= PEOPLE

    @invariant()
    def nobody_is_told_twice_but_by_staff(self) -> None:
        for one in self._services:
            twice = sum(count - 1 for count in one.got.values() if count > 1)
            assert twice <= self._repeated
            assert one.after == set()

    def teardown(self) -> None:
        if hasattr(self, "_number"):
            self._end()
        self._loop.close()
        self._folder.cleanup()

    def _end(self) -> None:
        """Left alone, it comes to its end, and what it says is true."""
        for one in self._services:
            one.next = []
        with contextlib.suppress(NotNow):
            self.do(notices.resume(self._desk.engine, self._number, datetime.now(UTC)))
        self.serve()
        self.do(until(self._over, 30))
        self.stop()
        counts = self.do(self._desk.counts(self._number))
        rows = self.do(self._desk.rows(self._number))
        self.do(self._opened.__aexit__(None, None, None))
        got = sum(one.got.total() for one in self._services)
        assert set(counts) <= {Sending.SENT, Sending.FAILED, Sending.UNKNOWN, Sending.SKIPPED}
        assert sum(counts.values()) == len(rows)
        assert counts.get(Sending.SENT, 0) <= got
        assert all(row.error for row in rows if row.status == Sending.SKIPPED)

    async def _over(self) -> bool:
        """Whether nothing more will become of it."""
        stands = (await self._desk.stands(self._number)).status
        counts = await self._desk.counts(self._number)
        over = stands in {Announcing.DONE, Announcing.CANCELLED}
        return over and not set(counts) & {Sending.PENDING, Sending.IN_FLIGHT}


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=20,
    stateful_step_count=14,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
