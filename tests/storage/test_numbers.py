"""No number is handed out twice, and few are lost."""

from __future__ import annotations

import asyncio

from sqlalchemy import select

from storage.numbers import Numbers
from storage.schema import counter, registration
from tests.storage.desk import Desk


async def next_free(office: Desk) -> int:
    async with office.reader.connect() as connection:
        return int((await connection.execute(select(counter.c.next))).scalar_one())


async def test_two_processes_never_get_the_same(office: Desk) -> None:
    first, second = (Numbers(office.engine, "thing", 4) for _ in range(2))
    taken = []
    for numbers in (first, second, first, second):
        async with numbers.held(3):
            taken += [numbers.take() for _ in range(3)]

    assert len(set(taken)) == 12


async def test_what_was_not_used_is_the_next_again(office: Desk) -> None:
    numbers = Numbers(office.engine, "thing", 4)
    async with numbers.held(2):
        first, second = numbers.take(), numbers.take()
        numbers.put_back(second)
        numbers.put_back(first)

        assert [numbers.take(), numbers.take()] == [first, second]


async def test_batches_side_by_side_each_have_what_they_were_promised(office: Desk) -> None:
    numbers = Numbers(office.engine, "thing", 4)
    taken: list[int] = []

    async def batch() -> None:
        async with numbers.held(5):
            await asyncio.sleep(0)
            taken.extend(numbers.take() for _ in range(5))

    await asyncio.gather(*(batch() for _ in range(6)))
    assert len(set(taken)) == 30


async def test_a_process_that_closes_gives_back_the_rest_of_its_block(office: Desk) -> None:
    store = office.store()
    await office.hear(store, "open")
    assert len(await office.rows(counter)) == 2
    await store.close()
    other = office.store()
    await office.hear(other, "open", chat="2")

    assert [one["id"] for one in await office.rows(registration)] == [1, 2]


async def test_it_gives_back_nothing_that_lies_behind_anothers(office: Desk) -> None:
    first, second = (Numbers(office.engine, "thing", 4) for _ in range(2))
    async with first.held(1), second.held(1):
        first.take()
        second.take()
    await first.give_back()

    assert await next_free(office) == 9


async def test_only_a_registration_that_was_opened_uses_up_a_number(office: Desk) -> None:
    store = office.store()
    await office.hear(store, "hello", "boom", "open", "est-name=A", "open")

    assert [one["id"] for one in await office.rows(registration)] == [1, 2]
