"""What becomes of a grant when Zalo says no, or when nobody knows what Zalo said."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.channels import zalo_oauth
from bot.channels.zalo_token_states import FAULT_REST, LEASE, PAUSE, REST, Halt, Reason, Use
from bot.channels.zalo_tokens import NoToken
from storage.columns import Granting
from storage.zalo_tokens import Pair
from tests.fakes.zalo_clock import DAY, HOUR
from tests.fakes.zalo_faults import Fault
from tests.zalo_tokens.offices import Office

REFRESH = "v4/oa/access_token"
NOBODY = "http://127.0.0.1:1"


@pytest.fixture
async def office(office: Office) -> Office:
    """A grant whose access token has just ended."""
    await office.granted()
    office.zalo.clock.advance(26 * HOUR)
    return office


def alarms(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What whoever watches was told."""
    return [line.message for line in caplog.records if line.levelno >= logging.ERROR]


@pytest.mark.parametrize("code", [-14014, -118, -14012, -14024])
async def test_a_clear_no_is_the_end_and_one_alarm(
    office: Office, caplog: pytest.LogCaptureFixture, code: int
) -> None:
    office.zalo.faults.add(Fault(REFRESH, error=code))
    async with office.process() as tokens:
        for _ in range(5):
            with pytest.raises(NoToken, match="dead"):
                await tokens.current()
            office.zalo.clock.advance(DAY)
            await tokens.look()

    assert office.asked == 2
    assert len(alarms(caplog)) == 1
    assert str(code) in alarms(caplog)[0]


@pytest.mark.parametrize(
    "fault",
    [
        Fault(REFRESH, cut="before"),
        Fault(REFRESH, status=502),
        Fault(REFRESH, status=200, body="<html>sign in to the hotel's network</html>"),
        Fault(REFRESH, status=302, location=NOBODY),
        Fault(REFRESH, status=503, body='{"error": -14014}'),
        Fault(REFRESH, status=200, body='{"access_token": "a", "expires_in": "90000"}'),
        Fault(REFRESH, status=200, body='{"access_token": "a", "refresh_token": ""}'),
        Fault(REFRESH, status=200, body='{"access_token": "a", "access_token": "b"}'),
        Fault(REFRESH, status=200, body='["access_token"]'),
        Fault(REFRESH, status=200, body='{"error": 0}'),
        Fault(REFRESH, status=200, body='{"error": -32}'),
    ],
    ids=lambda fault: f"{fault.cut}{fault.status} {fault.body[:24]}",
)
async def test_after_a_lost_answer_one_more_try_may_save_it(office: Office, fault: Fault) -> None:
    office.zalo.faults.add(fault)
    async with office.process() as tokens:
        with pytest.raises(NoToken, match="ambiguous"):
            await tokens.current()
        with pytest.raises(NoToken, match="ambiguous"):
            await tokens.current()
        assert office.zalo.faults.left() == 0
        asked = office.asked

        office.zalo.clock.advance(PAUSE.total_seconds())
        assert await office.call(await tokens.current()) == 0

    assert office.asked == asked + 1
    assert (await office.grant()).lost == 0


@pytest.mark.parametrize("cut", ["after", "inside"])
async def test_after_a_lost_answer_that_burned_the_token_one_more_try_shows_it(
    office: Office, caplog: pytest.LogCaptureFixture, cut: str
) -> None:
    office.zalo.faults.add(Fault(REFRESH, cut=cut))
    async with office.process() as tokens:
        assert await tokens.look() == Halt(Reason.AMBIGUOUS)
        office.zalo.clock.advance(PAUSE.total_seconds())
        assert await tokens.look() == Halt(Reason.DEAD)
        assert await tokens.look() == Halt(Reason.DEAD)

    assert office.asked == 3
    assert ["AMBIGUOUS" in line for line in alarms(caplog)] == [True, False]


async def test_no_answer_at_all_is_a_lost_one(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zalo_oauth, "SECONDS", 0.2)
    office.zalo.faults.add(Fault(REFRESH, hang=True))
    async with office.process() as tokens:
        assert await tokens.look() == Halt(Reason.AMBIGUOUS)


async def test_a_second_lost_answer_is_the_end(office: Office) -> None:
    office.zalo.faults.add(Fault(REFRESH, status=502, times=99))
    async with office.process() as tokens:
        for _ in range(10):
            await tokens.look()
            office.zalo.clock.advance(PAUSE.total_seconds())

    assert office.zalo.faults.left() == 97
    assert (await office.grant()).status is Granting.DEAD


async def test_what_never_left_is_sent_later_and_costs_nothing(office: Office) -> None:
    async with office.process(BOT_ZALO_OAUTH_API=NOBODY) as tokens:
        for _ in range(5):
            with pytest.raises(NoToken, match="unreachable"):
                await tokens.current()
            office.zalo.clock.advance(REST.total_seconds())
    async with office.process() as tokens:
        assert await office.call(await tokens.current()) == 0

    assert office.asked == 2


@pytest.mark.parametrize("code", [-14002, -14003])
async def test_an_app_that_is_set_up_wrongly_says_nothing_of_the_token(
    office: Office, code: int
) -> None:
    office.zalo.faults.add(Fault(REFRESH, error=code))
    async with office.process() as tokens:
        for _ in range(5):
            with pytest.raises(NoToken, match="unreachable"):
                await tokens.current()
        assert office.asked == 2
        office.zalo.clock.advance(FAULT_REST.total_seconds())
        assert await office.call(await tokens.current()) == 0


async def test_an_answer_later_than_the_lease_is_taken_all_the_same(office: Office) -> None:
    office.zalo.faults.add(Fault(REFRESH, late=0.3))
    async with office.process() as slow, office.process() as other:
        looking = asyncio.create_task(slow.look())
        while (await office.grant()).status is not Granting.REFRESHING:
            await asyncio.sleep(0.01)
        office.zalo.clock.advance(LEASE.total_seconds())
        assert await other.look() == Halt(Reason.AMBIGUOUS)
        assert isinstance(await looking, Use)
        assert await office.call(await other.current()) == 0

    assert office.asked == 2


async def test_a_new_grant_wins_over_a_refresh_in_hand(office: Office) -> None:
    office.zalo.faults.add(Fault(REFRESH, late=0.3))
    async with office.opened() as one, office.opened() as other:
        looking = asyncio.create_task(one.tokens.look())
        while (await office.grant()).status is not Granting.REFRESHING:
            await asyncio.sleep(0.01)
        answer = await other.callback.oauth.exchange(office.zalo.issue_code(), "")
        assert isinstance(answer, Pair)
        await other.callback.grants.begin(answer)
        await looking

    assert (await office.grant()).pair.refresh == answer.refresh


async def test_the_end_of_the_refresh_token_is_told_fourteen_days_before(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    office.zalo.faults.add(Fault(REFRESH, error=-14002, times=9999))
    async with office.process() as tokens:
        for day in range(1, 80):
            office.zalo.clock.advance(DAY)
            await tokens.look()
            await tokens.look()
            assert any("ends in" in line for line in alarms(caplog)) == (day > 74), day


async def test_another_process_s_finding_is_told_here_too(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    office.zalo.kill_grant()
    async with office.process() as one, office.process() as other:
        await one.look()
        caplog.clear()
        for _ in range(3):
            assert await other.look() == Halt(Reason.DEAD)

    assert len(alarms(caplog)) == 1
