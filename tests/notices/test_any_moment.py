"""A notice to phones on a made-up Telegram, edited, paused at 40 %, resumed, cancelled any time."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import update

from bot.channels.telegram import Telegram
from storage import ledgers, notices
from storage.columns import Announcing, Sending
from storage.notices import Refused as NotNow
from storage.schema import contact, conversation
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.notices.desk import DRAFT, Desk, opened
from tests.whole.listeners import ACCOUNT
from tests.whole.until import until

T = TypeVar("T")

PEOPLE = 20
PAUSED_AT = PEOPLE * 4 // 10
RATE = 200.0
MOMENT = 0.02
OVER = {Announcing.DONE, Announcing.CANCELLED}


@dataclass(slots=True)
class Street:
    """People with phones, a database that knows them, and our bot on their Telegram."""

    desk: Desk
    telegram: FakeTelegram
    channel: Telegram
    phones: list[Phone]

    @property
    def texts(self) -> list[list[str]]:
        """What each phone got, without what is said after it."""
        return [[one.text.partition("\n")[0] for one in phone.bubbles] for phone in self.phones]

    @property
    def sent(self) -> int:
        return sum(map(len, self.texts))


@asynccontextmanager
async def street(folder: str) -> AsyncIterator[Street]:
    async with FakeTelegram() as telegram, opened(str(Path(folder) / "bot.db")) as desk:
        telegram.bot()
        phones = [telegram.phone() for _ in range(PEOPLE)]
        known = await desk.people(PEOPLE, ACCOUNT)
        async with desk.engine.begin() as connection:
            for phone, address in zip(phones, known, strict=True):
                phone.knows_the_bot()
                for table in (contact, conversation):
                    theirs = update(table).where(table.c.address == address)
                    await connection.execute(theirs.values(address=str(phone.id)))
        async with Telegram(TOKEN, telegram.url) as channel:
            yield Street(desk, telegram, channel, phones)


class AnyMoment(RuleBasedStateMachine):
    """One notice, at the mercy of staff and of the line to Telegram."""

    def __init__(self) -> None:
        super().__init__()
        self._loop = asyncio.new_event_loop()
        self._folder = TemporaryDirectory()
        self._opened = street(self._folder.name)
        self._worker: AbstractAsyncContextManager[Any] | None = None
        self._names = iter(range(10**6))
        self._text = DRAFT.texts["vi"]

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        return self._loop.run_until_complete(work)

    @initialize()
    def begin(self) -> None:
        self._street: Street = self.do(self._opened.__aenter__())
        self._desk = self._street.desk
        now = datetime.now(UTC)
        self._number = self.do(notices.create(self._desk.engine, DRAFT, now))

    @property
    def _status(self) -> Announcing:
        return self.do(self._desk.stands(self._number)).status

    @rule(long=st.integers(1, 10))
    def time_passes(self, long: int) -> None:
        self.do(asyncio.sleep(long * MOMENT))

    @rule()
    def serve(self) -> None:
        if self._worker is None:
            name = f"w{next(self._names)}"
            self._worker = self._desk.worker(self._street.channel, name=name, limit=RATE, places=4)
            self.do(self._worker.__aenter__())

    @rule()
    def stop(self) -> None:
        if self._worker is not None:
            self.do(self._worker.__aexit__(None, None, None))
            self._worker = None

    @rule()
    def schedule(self) -> None:
        now = datetime.now(UTC)
        with contextlib.suppress(NotNow):
            self.do(notices.schedule(self._desk.engine, self._number, now, now))

    @rule(step=st.sampled_from([notices.make_ready, notices.recall, notices.resume]))
    def staff(self, step: Callable[..., Coroutine[Any, Any, None]]) -> None:
        with contextlib.suppress(NotNow):
            self.do(step(self._desk.engine, self._number, datetime.now(UTC)))

    @rule()
    def edit(self) -> None:
        """It is taken as long as nobody was chosen, and refused from then on."""
        text = f"Tin sửa lần {next(self._names)}."
        draft = replace(DRAFT, texts={"vi": text})
        before = self._street.sent
        try:
            self.do(notices.edit(self._desk.engine, self._number, draft, datetime.now(UTC)))
        except NotNow:
            return
        assert before == 0
        self._text = text

    @rule()
    def pause(self) -> None:
        """From then on nothing goes out but what is under way."""
        try:
            self.do(notices.pause(self._desk.engine, self._number, datetime.now(UTC)))
        except NotNow:
            return
        self.do(asyncio.sleep(10 * MOMENT))
        before = self._street.sent
        self.do(asyncio.sleep(5 * MOMENT))
        assert self._street.sent == before

    @rule()
    def pause_at_40_percent(self) -> None:
        if self._worker is None or self._status is not Announcing.SENDING:
            return
        self.do(until(self._far_enough, 30))
        self.pause()

    async def _far_enough(self) -> bool:
        status = (await self._desk.stands(self._number)).status
        return self._street.sent >= PAUSED_AT or status is not Announcing.SENDING

    @rule(serious=st.integers(0, 3))
    def cancel(self, serious: int) -> None:
        if not serious:
            now = datetime.now(UTC)
            with contextlib.suppress(NotNow):
                self.do(notices.cancel(self._desk.engine, self._number, now))
                self.do(ledgers.skip_rest(self._desk.engine, self._number, now))

    @rule(fault=st.sampled_from(["after", "before", "flood"]))
    def trouble(self, fault: str) -> None:
        flood = fault == "flood"
        trouble = Fault("sendMessage", retry_after=int(flood), cut="" if flood else fault)
        self._street.telegram.faults.add(trouble)

    @invariant()
    def everybody_got_it_at_most_once_and_as_it_was_edited_last(self) -> None:
        if hasattr(self, "_number"):
            assert all(texts in ([], [self._text]) for texts in self._street.texts)

    def teardown(self) -> None:
        if hasattr(self, "_number"):
            self._end()
        self._loop.close()
        self._folder.cleanup()

    def _end(self) -> None:
        """Left alone, it comes to its end, and what it says is true."""
        now = datetime.now(UTC)
        with contextlib.suppress(NotNow):
            self.do(notices.resume(self._desk.engine, self._number, now))
        self.schedule()
        self.serve()
        self.do(until(self._over, 60))
        self.stop()
        self.everybody_got_it_at_most_once_and_as_it_was_edited_last()
        counts = self.do(self._desk.counts(self._number))
        status, got = self._status, self._street.sent
        self.do(self._opened.__aexit__(None, None, None))
        known = counts.get(Sending.SENT, 0)
        assert known <= got <= known + counts.get(Sending.UNKNOWN, 0)
        assert status is Announcing.CANCELLED or sum(counts.values()) == PEOPLE

    async def _over(self) -> bool:
        status = (await self._desk.stands(self._number)).status
        counts = await self._desk.counts(self._number)
        return status in OVER and not set(counts) & {Sending.PENDING, Sending.IN_FLIGHT}


TestAnyMoment = AnyMoment.TestCase
TestAnyMoment.settings = settings(
    max_examples=12,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
