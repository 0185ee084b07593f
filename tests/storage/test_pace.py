"""Rate limits as rows, which the settings may change from one start to the next."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import update

from storage.pace import MARGIN, Buckets
from storage.schema import rate_bucket
from tests.storage.desk import Desk

KEY = "zalo_oa:1/bulk"


async def test_another_limit_holds_from_the_next_start_on(office: Desk) -> None:
    buckets = Buckets(office.engine)
    await buckets.prepare([(KEY, 1.0)])
    before = await buckets.reserve(KEY, 1)
    await buckets.prepare([(KEY, 20.0)])
    after = await buckets.reserve(KEY, 1)

    assert before.step == pytest.approx(MARGIN)
    assert after.step == pytest.approx(MARGIN / 20)


async def test_a_start_forgets_no_slower_pace_that_was_asked_for(office: Desk) -> None:
    buckets = Buckets(office.engine)
    await buckets.prepare([(KEY, 20.0)])
    await buckets.block(KEY, 0.0, 5.0)
    await buckets.prepare([(KEY, 20.0)])

    assert (await buckets.reserve(KEY, 1)).step == pytest.approx(MARGIN / 5)


async def test_a_wait_counts_from_when_the_database_took_the_reservation(office: Desk) -> None:
    buckets, held = Buckets(office.engine), 0.3
    await buckets.prepare([(KEY, 1.0)])
    before = await buckets.reserve(KEY, 1)
    async with office.engine.begin() as connection:
        await connection.execute(update(rate_bucket).values(burst=rate_bucket.c.burst))
        waiting = asyncio.create_task(buckets.reserve(KEY, 1))
        await asyncio.sleep(held)

    assert (await waiting).wait < before.wait + before.step - held
