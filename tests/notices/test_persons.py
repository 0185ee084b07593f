"""Somebody whom we know on several channels is told once, where it costs least."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.notices.sheet import means_of, plan
from bot.settings import read_settings
from storage import freezing
from storage.audience import Audience
from storage.columns import Announcing, Sending
from tests.bot.scripted import Scripted
from tests.notices.desk import DRAFT, Desk

TELEGRAM, ZALO, WEB = "telegram:1", "zalo_oa:1", "web:main"
PHONE = "+84912000111"
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freezing, "SLICE", 3)


async def told(desk: Desk, number: int) -> list[str]:
    """Who gets it, by address, after everybody who is there was looked at."""
    channels = [Scripted(account=name) for name in (TELEGRAM, ZALO, WEB)]
    async with desk.worker(*channels):
        await desk.comes_to(number, Announcing.DONE)
    return sorted(one.address for channel in channels for one in channel.taken)


async def reasons(desk: Desk, number: int) -> list[str]:
    rows = await desk.rows(number)
    return [row.error for row in rows if row.status == Sending.SKIPPED]


async def test_a_person_with_two_channels_is_told_by_the_one_that_is_free(desk: Desk) -> None:
    [late] = await desk.people(1, ZALO)
    others = await desk.people(4, TELEGRAM)
    await desk.was_here(late, datetime.now(UTC) - 3 * DAY)
    await desk.are(PHONE, late, others[2])
    number = await desk.notice()

    assert await told(desk, number) == sorted(others)
    assert await desk.counts(number) == {Sending.SENT: 4, Sending.SKIPPED: 1}
    assert await reasons(desk, number) == [freezing.SAME_PERSON]


async def test_of_two_that_cost_the_same_it_is_the_one_last_seen(desk: Desk) -> None:
    [first] = await desk.people(1, TELEGRAM)
    await desk.people(5, WEB)
    [last] = await desk.people(1, ZALO)
    [open_page] = await desk.people(1, WEB)
    await desk.was_here(first, datetime.now(UTC) - DAY)
    await desk.are(PHONE, first, last, open_page)
    number = await desk.notice(replace(DRAFT, audience=Audience(channels=("telegram", "zalo_oa"))))

    assert await told(desk, number) == [last]
    assert await reasons(desk, number) == [freezing.SAME_PERSON]


async def test_who_left_one_channel_or_wants_nothing_there_is_told_by_the_other(
    desk: Desk,
) -> None:
    left, other = await desk.people(2, TELEGRAM)
    quiet, third = await desk.people(2, TELEGRAM)
    await desk.leaves(left)
    await desk.are(PHONE, left, other)
    await desk.withdraw(quiet)
    await desk.are("+84912000222", quiet, third)
    number = await desk.notice()

    assert await told(desk, number) == [other, third]
    assert await reasons(desk, number) == [freezing.UNREACHABLE]


async def test_a_number_that_several_people_use_joins_nobody(desk: Desk) -> None:
    family = await desk.people(3, TELEGRAM)
    await desk.are(PHONE, *family, shared=True)
    number = await desk.notice()

    assert await told(desk, number) == family


async def test_the_sheet_counts_each_person_once(desk: Desk) -> None:
    [free] = await desk.people(1, TELEGRAM)
    [paid, alone] = await desk.people(2, ZALO)
    await desk.was_here(paid, datetime.now(UTC) - 3 * DAY)
    await desk.are(PHONE, free, paid)
    number = await desk.notice()
    means = means_of(read_settings({}))
    draft = (await desk.stands(number)).draft

    here, there = await plan(desk.reader, draft, means, datetime.now(UTC))

    assert (here.account, here.chosen, here.same_person, here.now) == (TELEGRAM, 1, 0, 1)
    assert (there.account, there.chosen, there.same_person, there.now) == (ZALO, 2, 1, 1)
    assert there.paid == 0
    assert await told(desk, number) == sorted([free, alone])
