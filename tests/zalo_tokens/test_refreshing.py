"""A token that is good is always at hand, and asked for once."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from bot.channels.zalo_token_states import Halt, Reason, Use
from bot.channels.zalo_tokens import NoToken
from storage.columns import Granting
from tests.fakes.zalo_clock import DAY, HOUR, MINUTE
from tests.fakes.zalo_faults import Fault
from tests.zalo_tokens.offices import Office

REFRESH = "v4/oa/access_token"


async def test_a_pasted_refresh_token_is_the_first_set_up(office: Office) -> None:
    pasted = office.zalo.issue_refresh_token()
    async with office.process(BOT_ZALO_REFRESH_TOKEN=pasted) as tokens:
        assert await office.call(await tokens.current()) == 0

    grant = await office.grant()
    assert grant.pair.refresh not in {"", pasted}
    assert grant.pair.access_expires_at == office.now() + timedelta(hours=25)
    assert grant.pair.refresh_expires_at == office.now() + timedelta(days=90)


async def test_the_setting_may_stay_long_after_its_token_was_used(office: Office) -> None:
    pasted = office.zalo.issue_refresh_token()
    for _ in range(3):
        async with office.process(BOT_ZALO_REFRESH_TOKEN=pasted) as tokens:
            assert await office.call(await tokens.current()) == 0

    assert office.asked == 1


async def test_a_dead_grant_is_replaced_by_another_token_and_not_by_the_same(
    office: Office,
) -> None:
    pasted = office.zalo.issue_refresh_token()
    office.zalo.kill_grant()
    for _ in range(2):
        async with office.process(BOT_ZALO_REFRESH_TOKEN=pasted) as tokens:
            with pytest.raises(NoToken, match="dead"):
                await tokens.current()
    async with office.process(BOT_ZALO_REFRESH_TOKEN=office.zalo.issue_refresh_token()) as tokens:
        assert await office.call(await tokens.current()) == 0

    assert office.asked == 2


async def test_without_a_grant_nothing_is_asked_for(office: Office) -> None:
    async with office.process() as tokens:
        with pytest.raises(NoToken, match="unconfigured"):
            await tokens.current()

    assert office.asked == 0


@pytest.mark.parametrize("as_text", [True, False])
async def test_the_life_of_a_token_may_be_a_text_or_a_number(
    office: Office, *, as_text: bool
) -> None:
    office.zalo.rules.expires_as_text = as_text
    await office.granted()

    assert (await office.grant()).pair.access_expires_at == office.now() + timedelta(hours=25)


async def test_tokens_are_renewed_after_twenty_hours_while_the_old_one_serves(
    office: Office,
) -> None:
    await office.granted()
    async with office.process() as tokens:
        first = await tokens.current()
        office.zalo.clock.advance(20 * HOUR - MINUTE)
        await tokens.look()
        assert office.asked == 1

        office.zalo.clock.advance(2 * MINUTE)
        assert await tokens.current() == first
        assert office.asked == 1
        await tokens.look()
        assert office.asked == 2
        assert await office.call(await tokens.current()) == 0


async def test_the_old_token_serves_while_a_failed_refresh_rests(office: Office) -> None:
    await office.granted()
    office.zalo.clock.advance(21 * HOUR)
    office.zalo.faults.add(Fault(REFRESH, error=-14002, times=9))
    async with office.process() as tokens:
        for _ in range(5):
            assert await tokens.look() == Use(await tokens.current())
        assert await office.call(await tokens.current()) == 0

    assert office.asked == 2


async def test_a_grant_that_nobody_uses_is_kept_alive(office: Office) -> None:
    await office.granted()
    async with office.process() as tokens:
        for _ in range(25 * 8):
            office.zalo.clock.advance(12 * HOUR)
            await tokens.look()
        assert await office.call(await tokens.current()) == 0

    assert office.zalo.clock() - (await office.grant()).pair.obtained_at.timestamp() < DAY


async def test_sixteen_senders_meet_one_refresh(office: Office) -> None:
    await office.granted()
    async with office.process() as tokens:
        used: list[str] = []

        async def send() -> None:
            while len(used) < 96:
                used.append(await office.use(tokens))

        async with asyncio.TaskGroup() as senders:
            for _ in range(16):
                senders.create_task(send())
            while len(used) < 20:
                await asyncio.sleep(0)
            office.zalo.kill_token()

    assert len(set(used)) == 2
    assert office.asked == 2


async def test_two_processes_meet_one_refresh(office: Office) -> None:
    await office.granted()
    office.zalo.faults.add(Fault(REFRESH, late=0.3))
    async with office.process() as one, office.process() as other:
        await asyncio.gather(one.current(), other.current())
        office.zalo.kill_token()
        used = await asyncio.gather(*(office.use(each) for each in (one, other) * 8))

    assert len(set(used)) == 1
    assert office.asked == 2


async def test_whoever_waits_for_another_process_uses_the_old_token_while_it_lives(
    office: Office,
) -> None:
    office.zalo.rules.old_token_lives = True
    await office.granted()
    async with office.process() as one, office.process() as other:
        old = await other.current()
        office.zalo.clock.advance(21 * HOUR)
        office.zalo.faults.add(Fault(REFRESH, late=0.3))
        looking = asyncio.create_task(one.look())
        while (await office.grant()).status is not Granting.REFRESHING:
            await asyncio.sleep(0.01)
        assert await other.look() == Use(old)
        assert await office.call(await other.current()) == 0
        await looking

    assert office.asked == 2


async def test_a_new_token_that_never_works_ends_the_grant(office: Office) -> None:
    await office.granted()
    async with office.process() as tokens:
        first = await tokens.current()
        second = await tokens.refused(first)
        with pytest.raises(NoToken, match="dead"):
            await tokens.refused(second)
        assert await tokens.look() == Halt(Reason.DEAD)

    assert office.asked == 2


async def test_a_new_token_that_worked_may_be_refused_later(office: Office) -> None:
    await office.granted()
    async with office.process() as tokens:
        for _ in range(5):
            office.zalo.kill_token()
            await office.use(tokens)

    assert office.asked == 6


async def test_a_sender_that_is_cancelled_leaves_the_refresh_to_its_end(office: Office) -> None:
    await office.granted()
    async with office.process() as tokens:
        token = await tokens.current()
        office.zalo.faults.add(Fault(REFRESH, late=0.2))
        sender = asyncio.create_task(tokens.refused(token))
        while (await office.grant()).status is not Granting.REFRESHING:
            await asyncio.sleep(0.01)
        sender.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sender
        await tokens.look()

    grant = await office.grant()
    assert grant.status is Granting.VALID
    assert await office.call(grant.pair.access) == 0


async def test_it_refreshes_by_itself_as_soon_as_somebody_notices(office: Office) -> None:
    await office.granted()
    async with office.process() as tokens:
        running = asyncio.create_task(tokens.run())
        first = await tokens.current()
        await tokens.look()  # after its own first look
        office.zalo.clock.advance(21 * HOUR)
        assert await tokens.current() == first
        async with asyncio.timeout(2):
            while await tokens.current() == first:
                await asyncio.sleep(0.01)
        running.cancel()

    assert office.asked == 2


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_a_new_pair_is_stored_although_the_database_is_full_for_a_while(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    await office.granted()
    async with office.process() as tokens:
        office.zalo.kill_token()
        with closing(sqlite3.connect(office.database, timeout=5)) as disk:
            disk.execute(
                "CREATE TRIGGER full BEFORE UPDATE OF previous_refresh_token ON zalo_oa"
                " BEGIN SELECT RAISE(ABORT, 'full'); END"
            )
            using = asyncio.create_task(office.use(tokens))
            async with asyncio.timeout(5):
                while "cannot be stored" not in caplog.text:
                    await asyncio.sleep(0.01)
            assert not using.done()
            disk.execute("DROP TRIGGER full")
        await using

    assert office.asked == 2


async def test_the_endpoint_that_works_is_known_to_every_process(office: Office) -> None:
    await office.granted()
    async with office.process() as one, office.process() as other:
        assert await one.pinned() == ""
        await one.pin("v2.0/oa/message")
        assert await other.pinned() == "v2.0/oa/message"
