"""People hear about their seats once, in the day; an offer that nobody answers goes to staff."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, time, timedelta

import pytest

from bot.activities.news import Usher, look_after_seats
from bot.channels.base import Incoming
from handlers.seats import Standing
from storage.activities import cancel
from storage.guests import confirm, take_back
from storage.hearing import Hearing
from storage.schema import contact, conversation, request, seat
from tests.storage.desk import ACCOUNT, Desk, text_of
from tests.storage.hall import Hall, hall, name

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
NIGHT = (time(20), time(7))


class Watch:
    """A process that looks after the seats whenever a test says so."""

    def __init__(self, there: Hall) -> None:
        self.there = there
        self._said: list[tuple[str, str]] = []
        office = there.office
        self._usher = Usher(
            office.engine, office.reader, lambda: there.book, self._hear, [ACCOUNT], NIGHT
        )

    async def look(self, at: datetime) -> list[tuple[str, str]]:
        """Look at this moment, twice; who is told what."""
        self._said = []
        await self.there.look()
        for _ in range(2):
            await look_after_seats(self._usher, at)
        return self._said

    async def _hear(self, one: Incoming) -> None:
        event = Hearing(one.account, one.address, one.update_key, one.event, "vi")
        [heard] = await self.there.store.hear([event], self.there.book)
        if text := text_of(heard):
            self._said.append((one.address, text))


async def watching(there: Hall, *chats: str) -> Watch:
    """These take a seat, or a place in the line, one after the other."""
    for chat in chats:
        await there.takes(chat)
    return Watch(there)


async def leaves(there: Hall, chat: str) -> None:
    await there.hear(chat, "chỗ của tôi", "1", "Bỏ chỗ này", "Bỏ chỗ")


async def test_whoever_has_a_seat_is_reminded_a_week_and_a_day_before(office: Desk) -> None:
    there = await hall(office, 1)
    watch = await watching(there, "1", "2")

    assert await watch.look(there.starts - 8 * DAY) == []
    [(week_to, week)] = await watch.look(there.starts - 7 * DAY + HOUR)
    assert await watch.look(there.starts - 6 * DAY) == []
    [(day_to, day)] = await watch.look(there.starts - DAY + HOUR)
    assert await watch.look(there.starts - HOUR + timedelta(minutes=5)) == []
    assert (week_to, day_to) == ("1", "1")
    assert "Em nhắc trước: Tập huấn làm hồ sơ bình chọn, 8 giờ 00 thứ Năm 10/12/2026" in week
    assert "Sắp đến ngày" in day


async def test_nobody_is_reminded_at_night(office: Desk) -> None:
    there = await hall(office, 1)
    watch = await watching(there, "1")

    assert await watch.look(there.starts - 7 * DAY + 13 * HOUR) == []
    assert len(await watch.look(there.starts - 6 * DAY)) == 1


async def test_whoever_took_a_seat_only_now_is_not_reminded_of_the_week(office: Desk) -> None:
    there = await hall(office, 1)
    there.at = there.starts - 5 * DAY
    watch = await watching(there, "1")

    assert await watch.look(there.starts - 4 * DAY) == []


async def test_a_question_that_is_open_stays_open_beside_a_reminder(office: Desk) -> None:
    there = await hall(office, 1)
    watch = await watching(there, "1")
    asked = await there.hear("1", "điều kiện")
    [(_, told)] = await watch.look(there.starts - 7 * DAY)

    assert "Câu 1/" in asked
    assert "Em nhắc trước" in told
    assert "Câu 2/" in await there.hear("1", "1")


async def test_a_reminder_is_nothing_that_the_person_did(office: Desk) -> None:
    there = await hall(office, 1)
    watch = await watching(there, "1")
    [before] = await office.rows(conversation)
    assert await watch.look(there.starts - 7 * DAY)
    [after] = await office.rows(conversation)

    assert after["interacted_at"] == before["interacted_at"]
    assert after["version"] == before["version"] + 1


async def test_an_activity_that_is_called_off_is_told_and_not_reminded_of(office: Desk) -> None:
    there = await hall(office, 1)
    watch = await watching(there, "1", "2")
    await cancel(office.engine, there.number, there.at)
    told = await watch.look(there.starts - 9 * DAY)

    assert [chat for chat, _ in told] == ["1", "2"]
    assert all("không tổ chức" in text for _, text in told)
    assert await watch.look(there.starts - DAY + HOUR) == []
    assert "chưa thấy lớp tập huấn" in await there.hear("1", "lớp tập huấn")


async def test_an_offer_waits_a_day_then_staff_call_then_it_goes_on(office: Desk) -> None:
    there = await hall(office, 1)
    watch = await watching(there, "1", "2", "3")
    await leaves(there, "1")
    [(to, offer)] = await watch.look(there.at)
    assert to == "2"
    assert "vừa có chỗ cho Vàng Hoa" in offer

    assert await watch.look(there.at + 23 * HOUR) == []
    assert await office.rows(request) == []
    assert await watch.look(there.at + 25 * HOUR) == []
    [asked] = await office.rows(request)
    assert (asked["name"], asked["phone"]) == (name("2"), "+84912000002")
    assert "Chưa xác nhận chỗ" in asked["text"]
    assert await watch.look(there.at + 48 * HOUR) == []
    assert await there.standing(Standing.OFFERED) == [2]

    told = dict(await watch.look(there.at + 50 * HOUR))
    assert "đã dành cho người chờ" in told["2"]
    assert "vừa có chỗ cho Vàng Lan" in told["3"]
    assert await there.standing(Standing.RELEASED) == [2]
    assert len(await office.rows(request)) == 1


async def test_nobody_waits_so_an_offer_is_not_taken_away(office: Desk) -> None:
    there = await hall(office, 1)
    watch = await watching(there, "1", "2")
    await leaves(there, "1")
    for days in range(5):
        await watch.look(there.at + days * DAY)

    assert await there.standing(Standing.OFFERED) == [2]


async def test_whoever_cannot_be_written_to_is_called_at_once(office: Desk) -> None:
    there = await hall(office, 1)
    watch = await watching(there, "1", "2", "3")
    async with office.engine.begin() as connection:
        await connection.execute(
            contact.update().where(contact.c.address == "2").values(unreachable_since=there.at)
        )
    await leaves(there, "1")

    assert await watch.look(there.at) == []
    assert [row["name"] for row in await office.rows(request)] == [name("2")]


@pytest.mark.parametrize(
    ("staff", "standing"), [(confirm, Standing.HELD), (take_back, Standing.GIVEN_UP)]
)
async def test_what_somebody_says_on_the_phone_counts(
    office: Desk, staff: Callable[..., Awaitable[bool]], standing: Standing
) -> None:
    there = await hall(office, 1)
    await watching(there, "1", "2", "3")
    await leaves(there, "1")

    assert not await staff(office.engine, there.number + 1, 2, there.at)
    assert await staff(office.engine, there.number, 2, there.at)
    assert 2 in await there.standing(standing)
    assert await there.occupied() == 1
    assert [row["told"] for row in await office.rows(seat)] == [0, 0, 0]
