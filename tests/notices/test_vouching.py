"""A row of which nobody knew is known to be sent once something at the other end shows it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.channels.base import Outgoing, Receipt, Unknown
from storage.arrivals import Arrival, vouch
from storage.columns import Announcing, Sending
from tests.bot.scripted import Scripted
from tests.notices.desk import ACCOUNT, Desk


def lost(_outgoing: Outgoing, _attempt: int) -> Receipt:
    return Unknown("cut")


async def sent(desk: Desk) -> int:
    """A notice to everybody, of which nothing is known."""
    number = await desk.notice()
    async with desk.worker(Scripted(script=lost)):
        await desk.comes_to(number, Announcing.DONE)
    return number


async def test_what_a_service_echoes_was_sent(desk: Desk) -> None:
    first, second, third = await desk.people(3)
    number = await sent(desk)
    at = datetime.now(UTC)
    named = [
        Arrival(first, "z1", seen=False, at=at),
        Arrival("a stranger", "z2", seen=False, at=at),
        Arrival(third, "z3", seen=True, at=at + timedelta(days=1)),
    ]

    await vouch(desk.engine, desk.reader, ACCOUNT, named)
    await vouch(desk.engine, desk.reader, "zalo_oa:7", [Arrival(second, "z4", seen=False, at=at)])

    rows = await desk.rows(number)
    assert [row.status for row in rows] == [Sending.SENT, Sending.UNKNOWN, Sending.UNKNOWN]
    assert (rows[0].message_id, rows[0].error) == ("z1", "")


async def test_which_of_two_it_was_is_not_guessed(desk: Desk) -> None:
    [person] = await desk.people(1)
    numbers = [await sent(desk), await sent(desk)]

    arrival = Arrival(person, "z1", seen=False, at=datetime.now(UTC))
    await vouch(desk.engine, desk.reader, ACCOUNT, [arrival])

    assert [await desk.counts(one) for one in numbers] == [{Sending.UNKNOWN: 1}] * 2


async def test_a_name_that_is_known_says_nothing_of_another(desk: Desk) -> None:
    [person] = await desk.people(1)
    known = await desk.notice()
    async with desk.worker(Scripted()):
        await desk.comes_to(known, Announcing.DONE)
    [row] = await desk.rows(known)
    number = await sent(desk)

    arrival = Arrival(person, row.message_id, seen=True, at=datetime.now(UTC))
    await vouch(desk.engine, desk.reader, ACCOUNT, [arrival])

    assert await desk.counts(number) == {Sending.UNKNOWN: 1}
