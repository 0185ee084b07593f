"""A notice on its way: to everybody once, in time slots, through whatever a service says."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select, update

from bot.channels.base import Down, Later, Outgoing, Receipt, Refused, Sent, Unknown
from storage import freezing, ledgers, notices
from storage.columns import Announcing, Sending
from storage.outcomes import Charge
from storage.schema import chunk, delivery, message, notice, spending
from tests.bot.scripted import Scripted, accept
from tests.notices.desk import ACCOUNT, LIMIT, Desk
from tests.whole.until import until

RETRY = 2.0
UNDER_WAY = 0.2
"""Seconds in which what another worker had marked before still comes."""


async def test_many_are_under_way_at_once_and_each_gets_it_once(desk: Desk) -> None:
    people = await desk.people(80)
    number = await desk.notice()
    channel = Scripted(latency=0.05)
    async with desk.worker(channel):
        await desk.comes_to(number, Announcing.DONE)

    assert await desk.counts(number) == {Sending.SENT: 80}
    assert sorted(one.address for one in channel.taken) == sorted(people)
    assert 8 <= channel.busiest <= 16
    async with desk.reader.connect() as connection:
        lines = (await connection.execute(select(message.c.kind, message.c.author))).all()
    assert lines == [("notice", "bot")] * 80


async def test_no_more_are_in_flight_by_the_ledger_than_there_are_places(desk: Desk) -> None:
    """Two accounts share the places."""
    for account in (ACCOUNT, "other:1"):
        await desk.people(60, account)
    number = await desk.notice()
    busiest = 0

    async def look() -> None:
        nonlocal busiest
        while True:
            busiest = max(busiest, (await desk.counts(number)).get(Sending.IN_FLIGHT, 0))
            await asyncio.sleep(0)

    channels = [Scripted(account, latency=0.02) for account in (ACCOUNT, "other:1")]
    async with desk.worker(*channels, places=8):
        looking = asyncio.create_task(look())
        await desk.comes_to(number, Announcing.DONE)
        looking.cancel()

    assert await desk.counts(number) == {Sending.SENT: 120}
    assert 4 <= busiest <= 8


async def test_after_a_429_no_worker_sends_before_its_end_and_a_restart_remembers(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freezing, "CHUNK", 30)
    await desk.people(60)
    number = await desk.notice()
    told: list[float] = []

    def flood(outgoing: Outgoing, attempt: int) -> Receipt:
        if not told and outgoing.id == 5:
            told.append(asyncio.get_running_loop().time())
            return Later(timedelta(seconds=RETRY), "flood", whole_account=True, counts=False)
        return accept(outgoing, attempt)

    channel = Scripted(script=flood, latency=0.01)
    slow = LIMIT / 20
    async with (
        desk.worker(channel, name="w1", limit=slow),
        desk.worker(channel, name="w2", limit=slow),
    ):
        await until(lambda: told)
        await asyncio.sleep(RETRY / 2)
    async with desk.worker(channel, name="w3"):
        await desk.comes_to(number, Announcing.DONE)

    early = [at - told[0] for at, _ in channel.tries if UNDER_WAY < at - told[0] < RETRY]
    assert early == []
    assert await desk.counts(number) == {Sending.SENT: 60}
    assert len(channel.taken) == 60


@pytest.mark.parametrize("workers", [1, 3])
async def test_no_second_holds_more_than_the_limit(desk: Desk, workers: int) -> None:
    await desk.people(120)
    number = await desk.notice()
    channel = Scripted(latency=0.03)
    names = ["w1", "w2", "w3"][:workers]
    limit = 50.0
    async with AsyncExitStack() as stack:
        for name in names:
            await stack.enter_async_context(desk.worker(channel, name=name, limit=limit / 0.8))
        await desk.comes_to(number, Announcing.DONE)

    times = [at for at, _ in channel.tries]
    most = max(sum(begin <= at < begin + 1 for at in times) for begin in times)
    assert most <= limit + max(1, 0.03 * limit)
    assert len(channel.taken) == 120


async def test_a_lost_channel_is_found_again_by_a_notice_alone(desk: Desk) -> None:
    await desk.people(20)
    number = await desk.notice()
    back = asyncio.Event()

    def revoked(outgoing: Outgoing, attempt: int) -> Receipt:
        return accept(outgoing, attempt) if back.is_set() else Down("the token was refused")

    channel = Scripted(script=revoked)
    async with desk.worker(channel) as outbox:
        await until(lambda: outbox.lost)
        back.set()
        await desk.comes_to(number, Announcing.DONE)

    assert await desk.counts(number) == {Sending.SENT: 20}
    assert len(channel.taken) == 20


async def test_one_who_has_to_wait_does_not_hold_up_the_rest_of_a_chunk(desk: Desk) -> None:
    await desk.people(40)
    number = await desk.notice()
    first: list[int] = []

    def slow(outgoing: Outgoing, attempt: int) -> Receipt:
        if outgoing.id in (first or [outgoing.id]):
            first.append(outgoing.id)
            return Later(timedelta(hours=1), "one chat only", counts=False)
        return accept(outgoing, attempt)

    channel = Scripted(script=slow, latency=0.02)
    async with desk.worker(channel, limit=LIMIT / 50):
        await until(lambda: len(channel.taken) > 5)
    assert len(channel.taken) < 39
    async with desk.worker(channel, name="w2"):
        await until(lambda: len(channel.taken) == 39)

    assert await desk.counts(number) == {Sending.SENT: 39, Sending.PENDING: 1}


async def test_what_it_costs_is_in_the_months_sum(desk: Desk) -> None:
    await desk.people(10)
    number = await desk.notice()

    def priced(outgoing: Outgoing, _attempt: int) -> Receipt:
        if outgoing.id < 4:
            return Sent(f"m{outgoing.id}", Charge(ACCOUNT, "2026-11", "billed", 2, 110))
        if outgoing.id < 6:
            return Refused("not sent: too-long-ago", gone=True, by_rule=True)
        return Sent(f"m{outgoing.id}")

    async with desk.worker(Scripted(script=priced)):
        await desk.comes_to(number, Announcing.DONE)

    async with desk.reader.connect() as connection:
        spent = (await connection.execute(select(spending))).all()
    assert spent == [(ACCOUNT, "2026-11", "billed", 8, 440)]
    assert await desk.counts(number) == {Sending.SENT: 8, Sending.SKIPPED: 2}


async def test_a_notice_of_which_too_much_fails_is_paused(desk: Desk) -> None:
    await desk.people(200)
    number = await desk.notice()
    channel = Scripted(script=lambda *_: Refused("bad request"))
    async with desk.worker(channel):
        await desk.comes_to(number, Announcing.PAUSED)
        tried = len(channel.tries)

    assert (await desk.stands(number)).reason == notices.ERRORS
    assert 30 <= tried <= 30 + 32
    assert await desk.counts(number) == {
        Sending.FAILED: len(channel.tries),
        Sending.PENDING: 200 - len(channel.tries),
    }


async def test_at_night_nothing_goes_out_and_nothing_is_lost(desk: Desk) -> None:
    await desk.people(10)
    number = await desk.notice()
    now = datetime.now(UTC) + timedelta(hours=7)
    around = (now - timedelta(minutes=30), now + timedelta(minutes=30))
    desk.settings["BOT_QUIET_HOURS"] = f"{around[0]:%H:%M}-{around[1]:%H:%M}"
    channel = Scripted()
    async with desk.worker(channel):
        await desk.comes_to(number, Announcing.SENDING)
        await asyncio.sleep(1.0)
    assert channel.tries == []

    desk.settings["BOT_QUIET_HOURS"] = f"{around[1]:%H:%M}-{around[0]:%H:%M}"
    async with desk.worker(channel, name="w2"):
        await desk.comes_to(number, Announcing.DONE)
    assert len(channel.taken) == 10


async def test_one_that_was_due_long_ago_asks_staff_whether_it_still_should(desk: Desk) -> None:
    await desk.people(5)
    number = await desk.notice()
    async with desk.engine.begin() as connection:
        long_ago = datetime.now(UTC) - timedelta(hours=5)
        await connection.execute(update(notice).values(send_at=long_ago))
    channel = Scripted()
    async with desk.worker(channel):
        await desk.comes_to(number, Announcing.PAUSED)
        assert (await desk.stands(number)).reason == notices.LATE
        assert channel.tries == []
        await notices.resume(desk.engine, number, datetime.now(UTC))
        await desk.comes_to(number, Announcing.DONE)

    assert len(channel.taken) == 5


async def test_a_lost_answer_is_unknown_and_not_repeated_by_itself(desk: Desk) -> None:
    await desk.people(12)
    number = await desk.notice()

    def cut(outgoing: Outgoing, attempt: int) -> Receipt:
        return Unknown("cut") if outgoing.id == 3 else accept(outgoing, attempt)

    channel = Scripted(script=cut)
    async with desk.worker(channel):
        await desk.comes_to(number, Announcing.DONE)

    assert await desk.counts(number) == {Sending.SENT: 11, Sending.UNKNOWN: 1}
    assert channel.attempts(3) == 1


async def test_who_stood_still_leaves_its_chunk_and_is_believed_afterwards(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message under way as its chunk changed hands, and that came, is sent and not unknown."""
    monkeypatch.setattr(freezing, "CHUNK", 5)
    await desk.people(5)
    number = await desk.notice()
    gate = asyncio.Event()

    class Slow(Scripted):
        async def send(self, outgoing: Outgoing) -> Receipt:
            await gate.wait()
            return await super().send(outgoing)

    first, second = Slow(), Scripted()
    async with desk.worker(first, name="w1") as outbox:
        await until(lambda: come(desk, number, Sending.IN_FLIGHT, 5))
        await outbox.ledger.leave()
        async with desk.worker(second, name="w2"):
            await desk.comes_to(number, Announcing.DONE)
            assert await desk.counts(number) == {Sending.UNKNOWN: 5}
        gate.set()
        await until(lambda: come(desk, number, Sending.SENT, 5))

    assert second.tries == []


async def come(desk: Desk, number: int, status: Sending, count: int) -> bool:
    """Whether so many rows are in this state."""
    return (await desk.counts(number)).get(status) == count


async def test_what_is_under_way_when_it_is_cancelled_is_counted_in_the_end(desk: Desk) -> None:
    """One is put back by the service, another was in flight under a worker that died."""
    await desk.people(2)
    number = await desk.notice()

    class Slow(Scripted):
        async def send(self, outgoing: Outgoing) -> Receipt:
            self.tries.append((0.0, outgoing))
            await gate.wait()
            return Later(timedelta(seconds=1), "their trouble")

    gate, channel = asyncio.Event(), Slow()
    async with desk.worker(channel):
        await until(lambda: len(channel.tries) == 2)
        now = datetime.now(UTC)
        await notices.cancel(desk.engine, number, now)
        await ledgers.skip_rest(desk.engine, number, now)
        assert await desk.counts(number) == {Sending.IN_FLIGHT: 2}
        async with desk.engine.begin() as connection:
            only = (delivery.c.notice_id == number, delivery.c.n == 0)
            await connection.execute(update(delivery).where(*only).values(n=500))
            more = {"notice_id": number, "first": 500, "last": 500, "account": ACCOUNT}
            await connection.execute(insert(chunk).values(owner="dead", **more))
        gate.set()
        await until(lambda: come(desk, number, Sending.SKIPPED, 1))
        await until(lambda: come(desk, number, Sending.UNKNOWN, 1))
