"""An audience is written down once and whole, however it is interrupted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import select

from storage import freezing, notices
from storage.columns import Announcing, Sending
from storage.due_notices import take_due
from storage.freezing import Overtaken, freeze
from storage.notices import Notice
from storage.outbox import Ledger
from storage.persons import Windows
from storage.schema import chunk, contact
from tests.notices.desk import ACCOUNT, Desk

OTHER = "other:1"
WORKER = "w1"


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freezing, "SLICE", 10)
    monkeypatch.setattr(freezing, "CHUNK", 4)


async def taken(desk: Desk, worker: str = WORKER) -> Notice | None:
    """What this worker is given to write down."""
    ledger = Ledger(desk.engine, worker)
    await ledger.beat()
    now = datetime.now(UTC)
    late = now - timedelta(hours=1)
    return await take_due(desk.engine, worker, ledger.living(), now, late)


async def written(desk: Desk, one: Notice, worker: str = WORKER) -> int:
    now = datetime.now(UTC)
    windows = Windows(now - timedelta(days=2), now - timedelta(days=7))
    return await freeze(desk.engine, worker, one, windows, now)


async def test_everybody_who_agreed_has_one_row_and_one_chunk(desk: Desk) -> None:
    some = await desk.people(7)
    others = await desk.people(12, OTHER)
    more = await desk.people(14)
    for address in (some[0], others[3], more[13]):
        await desk.withdraw(address)
    number = await desk.notice()
    one = await taken(desk)
    assert one is not None

    assert await written(desk, one) == 30

    rows = await desk.rows(number)
    async with desk.reader.connect() as connection:
        chunks = (
            await connection.execute(
                select(chunk.c.first, chunk.c.last, chunk.c.account).order_by(chunk.c.first)
            )
        ).all()
        accounts = dict(
            tuple(row) for row in await connection.execute(select(contact.c.id, contact.c.account))
        )
    assert [row.n for row in rows] == list(range(30))
    assert len({row.contact_id for row in rows}) == 30
    assert (chunks[0].first, chunks[-1].last) == (0, 29)
    assert all(after.first == before.last + 1 for before, after in pairwise(chunks))
    assert all(
        accounts[rows[n].contact_id] == each.account
        for each in chunks
        for n in range(each.first, each.last + 1)
    )
    assert {each.account for each in chunks} == {ACCOUNT, OTHER}


async def test_paused_in_the_middle_it_is_gone_on_with_by_whoever_looks_first(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await desk.people(35)
    number = await desk.notice()
    one = await taken(desk)
    assert one is not None
    await broken_off(desk, one, monkeypatch)
    now = datetime.now(UTC)
    await notices.pause(desk.engine, number, now)
    with pytest.raises(Overtaken):
        await written(desk, one)
    await notices.resume(desk.engine, number, now)

    again = await taken(desk, "w2")
    assert again is not None
    assert await written(desk, again, "w2") == 35
    with pytest.raises(Overtaken):
        await written(desk, one)
    assert (await desk.stands(number)).status is Announcing.SENDING
    assert len({row.contact_id for row in await desk.rows(number)}) == 35


async def test_a_worker_whose_database_was_away_takes_its_own_notice_up_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await desk.people(35)
    number = await desk.notice()
    one = await taken(desk)
    assert one is not None
    await broken_off(desk, one, monkeypatch)

    again = await taken(desk)
    assert again is not None
    assert await written(desk, again) == 35
    assert await desk.counts(number) == {Sending.PENDING: 35}


async def test_nobody_takes_it_from_a_worker_that_lives(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await desk.people(35)
    await desk.notice()
    one = await taken(desk)
    assert one is not None
    await broken_off(desk, one, monkeypatch)

    assert await taken(desk, "w2") is None


async def broken_off(desk: Desk, one: Notice, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its third slice finds no database."""
    whole, slices = freezing._next, iter(range(9))

    async def away(*given: object) -> object:
        if next(slices) == 2:
            raise ConnectionError
        return await whole(*given)  # type: ignore[arg-type]

    with monkeypatch.context() as cut:
        cut.setattr(freezing, "_next", away)
        with pytest.raises(ConnectionError):
            await written(desk, one)
