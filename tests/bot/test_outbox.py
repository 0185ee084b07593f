"""What is written is sent: in order, at the pace the channel bears, and never silently not."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.channels.base import Down, Later, Outgoing, Receipt, Refused, Sent, Unknown
from storage.columns import Sending
from storage.outcomes import FREE, Charge
from storage.schema import outbox as rows
from tests.bot.outboxes import Desk, desk_at, until
from tests.bot.scripted import Scripted, accept

CHATS = [f"chat-{number}" for number in range(50)]


@pytest.fixture
async def desk(database: str) -> AsyncIterator[Desk]:
    async with desk_at(database) as made:
        yield made


def later(seconds: float, *, counts: bool = True, whole: bool = False) -> Later:
    return Later(timedelta(seconds=seconds), "trouble", whole_account=whole, counts=counts)


async def test_every_chat_gets_its_messages_in_order_and_one_at_a_time(desk: Desk) -> None:
    channel = Scripted(latency=0.002)
    async with desk.sending(channel) as outbox:
        outbox.take(await desk.write(CHATS, each=5))

    assert channel.broken == []
    assert channel.texts("chat-7") == [f"chat-7 says {n}" for n in range(1, 6)]
    assert len(channel.taken) == 250
    assert 16 <= channel.busiest <= 64


async def test_what_was_sent_is_written_down_with_its_name(desk: Desk) -> None:
    async with desk.sending(Scripted()) as outbox:
        outbox.take(await desk.write(["a", "b"]))

    assert await desk.statuses() == [Sending.SENT, Sending.SENT]
    assert (await desk.row(2)).message_id == "m2"


async def test_what_sends_cost_is_on_their_rows_and_added_up(desk: Desk) -> None:
    def script(outgoing: Outgoing, attempt: int) -> Receipt:
        cost, price = ("billed", 110) if outgoing.seq == 3 else ("allowance", 0)
        charge = Charge(desk.account, "2026-11", cost, 2, price)
        return Sent("m", FREE if outgoing.seq == 1 else charge)

    for worker in ("w1", "w2"):
        async with desk.sending(Scripted(script=script), worker) as outbox:
            outbox.take(await desk.write(["a", "b"], each=3, owner=worker))

    rows = [await desk.row(number) for number in (1, 3, 5)]
    assert [(row.status, row.message_id, row.cost, row.price) for row in rows] == [
        (Sending.SENT, "m", "", 0),
        (Sending.SENT, "m", "allowance", 0),
        (Sending.SENT, "m", "billed", 110),
    ]
    assert await desk.spent() == {"allowance": (8, 0), "billed": (8, 440)}


async def test_nothing_is_sent_again_after_an_orderly_stop(desk: Desk) -> None:
    first, second = Scripted(latency=0.01), Scripted()
    async with desk.sending(first) as outbox:
        outbox.take(await desk.write(CHATS))
    async with desk.sending(second, worker="w2"):
        pass

    assert len(first.taken) == 50
    assert second.tries == []


async def test_a_person_who_is_gone_is_marked_and_gets_nothing_more(desk: Desk) -> None:
    def script(outgoing: Outgoing, attempt: int) -> Receipt:
        gone = outgoing.address == "gone"
        return Refused("blocked", gone=True) if gone else accept(outgoing, attempt)

    channel = Scripted(script=script)
    await desk.know(["gone", "here"])
    async with desk.sending(channel) as outbox:
        outbox.take(await desk.write(["gone", "here"], each=2))

    assert await desk.statuses() == [Sending.FAILED, Sending.SENT, Sending.SKIPPED, Sending.SENT]
    assert channel.attempts(1) == 1
    assert channel.attempts(3) == 0
    gone, here = await desk.contact("gone"), await desk.contact("here")
    assert (gone.reason, gone.unreachable_since is None) == ("blocked", False)
    assert here.unreachable_since is None


async def test_a_message_that_is_refused_does_not_stop_the_next(desk: Desk) -> None:
    def script(outgoing: Outgoing, attempt: int) -> Receipt:
        return Refused("too long") if outgoing.seq == 1 else accept(outgoing, attempt)

    await desk.know(["a"])
    async with desk.sending(Scripted(script=script)) as outbox:
        outbox.take(await desk.write(["a"], each=2))

    assert await desk.statuses() == [Sending.FAILED, Sending.SENT]
    assert (await desk.row(1)).error == "too long"
    contact = await desk.contact("a")
    assert contact.refused_at is not None
    assert contact.unreachable_since is None


async def test_a_reply_whose_answer_was_lost_is_said_once_more(desk: Desk) -> None:
    def script(outgoing: Outgoing, attempt: int) -> Receipt:
        return Unknown("cut") if attempt == 1 else accept(outgoing, attempt)

    channel = Scripted(script=script)
    async with desk.sending(channel) as outbox:
        outbox.take(await desk.write(["a"], each=2))
        await until(lambda: len(channel.taken) == 2)

    assert await desk.statuses() == [Sending.SENT, Sending.SENT]
    assert [channel.attempts(row) for row in (1, 2)] == [2, 2]
    assert channel.broken == []


async def test_lost_twice_it_stays_unknown_and_the_next_goes_out(desk: Desk) -> None:
    def script(outgoing: Outgoing, attempt: int) -> Receipt:
        return Unknown("cut") if outgoing.seq == 1 else accept(outgoing, attempt)

    channel = Scripted(script=script)
    async with desk.sending(channel) as outbox:
        outbox.take(await desk.write(["a"], each=2))
        await until(lambda: len(channel.taken) == 1)

    assert await desk.statuses() == [Sending.UNKNOWN, Sending.SENT]
    assert channel.attempts(1) == 2


async def test_a_channel_that_raises_is_an_unknown_outcome(desk: Desk) -> None:
    def script(outgoing: Outgoing, attempt: int) -> Receipt:
        if attempt == 1:
            raise ZeroDivisionError
        return accept(outgoing, attempt)

    channel = Scripted(script=script)
    async with desk.sending(channel) as outbox:
        outbox.take(await desk.write(["a"]))
        await until(lambda: len(channel.taken) == 1)

    assert channel.attempts(1) == 2


async def test_a_chat_that_must_wait_holds_up_nobody_else(desk: Desk) -> None:
    def script(outgoing: Outgoing, attempt: int) -> Receipt:
        slow = outgoing.address == "slow" and attempt == 1
        return later(1.0, counts=False) if slow else accept(outgoing, attempt)

    channel = Scripted(script=script)
    async with desk.sending(channel) as outbox:
        outbox.take(await desk.write(["slow", *CHATS], each=2))
        await until(lambda: len(channel.taken) == 100, within=0.9)
        assert channel.texts("slow") == []
        await until(lambda: len(channel.taken) == 102)

    times = [at for at, one in channel.tries if one.address == "slow"]
    assert times[1] - times[0] >= 1.0
    assert channel.broken == []


async def test_when_the_account_must_wait_nobody_is_written_to(desk: Desk) -> None:
    def script(outgoing: Outgoing, attempt: int) -> Receipt:
        flooded = outgoing.address == "chat-0" and attempt == 1
        return later(1.0, counts=False, whole=True) if flooded else accept(outgoing, attempt)

    channel = Scripted(script=script, latency=0.05)
    async with desk.sending(channel, limit=1000) as outbox:
        outbox.take(await desk.write(CHATS, each=3))
        await until(lambda: len(channel.taken) == 150)

    told = channel.tries[0][0] + 0.05
    meanwhile = [at for at, _ in channel.tries if told + 0.02 < at < told + 1.0]
    assert meanwhile == []
    assert channel.broken == []


async def test_several_chats_held_up_in_a_row_mean_the_account(desk: Desk) -> None:
    def script(outgoing: Outgoing, attempt: int) -> Receipt:
        return later(1.0, counts=False) if attempt == 1 else accept(outgoing, attempt)

    channel = Scripted(script=script, latency=0.05)
    async with desk.sending(channel, limit=1000) as outbox:
        outbox.take(await desk.write(CHATS))
        await until(lambda: len(channel.tries) >= 32)
        await asyncio.sleep(0.5)

        assert len(channel.tries) <= 32 + 3


async def test_after_a_wait_the_pace_is_kept(desk: Desk) -> None:
    def script(outgoing: Outgoing, attempt: int) -> Receipt:
        flooded = outgoing.id == 1 and attempt == 1
        return later(0.3, counts=False, whole=True) if flooded else accept(outgoing, attempt)

    channel = Scripted(script=script)
    async with desk.sending(channel, limit=50) as outbox:
        rows = await desk.write(CHATS, each=3)
        outbox.take(rows[:1])
        await until(lambda: len(channel.tries) == 1)
        outbox.take(rows[1:])
        await until(lambda: len(channel.taken) == 150)

    times = [at for at, _ in channel.tries][1:]
    busiest = max(sum(start <= at < start + 1 for at in times) for start in times)
    assert busiest <= 50 + max(1, 0.03 * 50)
    assert times[-1] - times[0] >= 2.5


async def test_after_standing_still_the_pace_is_kept(desk: Desk) -> None:
    def script(outgoing: Outgoing, attempt: int) -> Receipt:
        flooded = outgoing.id == 1 and attempt == 1
        return later(0.1, counts=False, whole=True) if flooded else accept(outgoing, attempt)

    channel = Scripted(script=script)
    async with desk.sending(channel, limit=20) as outbox:
        outbox.take(await desk.write(CHATS))
        await until(lambda: len(channel.taken) > 10)
        before = len(channel.tries)
        time.sleep(0.8)
        await until(lambda: len(channel.taken) == len(CHATS))

    times = [at for at, _ in channel.tries][before:]
    assert max(sum(start <= at < start + 1 for at in times) for start in times) <= 20 + 1


async def test_a_lost_channel_is_looked_for_and_nothing_is_given_up(desk: Desk) -> None:
    channel = Scripted()
    channel.script = lambda _outgoing, _attempt: later(1.0)
    async with desk.sending(channel, limit=1000) as outbox:
        outbox.take(await desk.write(CHATS))
        await until(lambda: bool(outbox.lost))
        await asyncio.sleep(0.2)
        before = len(channel.tries)
        await asyncio.sleep(2.0)
        looks = len(channel.tries) - before
        channel.script = accept
        await until(lambda: len(channel.taken) == 50, within=8.0)

        assert not outbox.lost
        assert 1 <= looks <= 3
    assert set(await desk.statuses()) == {Sending.SENT}


async def test_a_revoked_token_stops_the_account_with_one_alarm_and_keeps_the_queue(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    channel = Scripted()
    channel.script = lambda _outgoing, _attempt: Down("the token was refused")
    async with desk.sending(channel) as outbox:
        outbox.take(await desk.write(CHATS, each=2))
        await asyncio.sleep(0.5)

        assert outbox.lost == {"test:1": "the token was refused"}
        assert len(channel.tries) <= 33
    assert set(await desk.statuses()) == {Sending.PENDING}
    assert caplog.text.count("the channel is lost") == 1


async def test_rows_of_a_dead_worker_are_sent_before_what_is_said_later(desk: Desk) -> None:
    await desk.write(["a", "b"], each=3, owner="dead")
    channel = Scripted()
    async with desk.sending(channel):
        await until(lambda: len(channel.taken) == 6)

    assert channel.broken == []
    assert set(await desk.statuses()) == {Sending.SENT}


async def test_left_rows_go_out_by_their_place_in_the_chat_not_by_their_number(desk: Desk) -> None:
    await desk.write(["a"], each=3, owner="dead")
    async with desk.engine.begin() as connection:
        for number, seq in ((1, 9), (3, 1), (1, 3)):
            await connection.execute(update(rows).where(rows.c.id == number).values(seq=seq))
    channel = Scripted()
    async with desk.sending(channel):
        await until(lambda: len(channel.taken) == 3)

    assert [one.id for one in channel.taken] == [3, 2, 1]
    assert channel.broken == []


async def test_rows_of_a_living_worker_are_its_own(desk: Desk) -> None:
    one, other = Scripted(latency=0.3), Scripted()
    async with desk.sending(one, worker="w1") as outbox:
        outbox.take(await desk.write(["a", "b"], owner="w1"))
        async with desk.sending(other, worker="w2"):
            await until(lambda: len(one.taken) == 2)

    assert other.tries == []


async def test_accounts_that_are_off_keep_their_rows(desk: Desk) -> None:
    await desk.write(["a"], owner="dead")
    channel = Scripted(account="other:1")
    async with Desk(desk.engine, account="other:1").sending(channel):
        pass

    assert (await desk.row(1)).owner == "dead"


async def test_sent_is_sent_whatever_the_name(desk: Desk) -> None:
    channel = Scripted(script=lambda _outgoing, _attempt: Sent(""))
    async with desk.sending(channel) as outbox:
        outbox.take(await desk.write(["a"]))

    assert await desk.statuses() == [Sending.SENT]
