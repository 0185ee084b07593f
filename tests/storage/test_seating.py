"""However many ask at once, no more seats are taken than there are, and the line is in order."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import event

from handlers.seats import Standing
from storage.schema import seat
from tests.storage.desk import Desk
from tests.storage.hall import Hall, Line, Program, hall, phone

SEATS, PEOPLE, LEAVE = 30, 45, 5


async def watched(there: Hall, programs: list[Program]) -> set[int]:
    """How many seats were occupied at the moments that were looked at, until all is over."""
    seen = set()
    while not all(one.over for one in programs):
        seen.add(await there.occupied())
        await asyncio.sleep(0)
    return {*seen, await there.occupied()}


def shared_out(lines: list[Line], url: str, there: Hall) -> list[Program]:
    """Three programs on PostgreSQL, and one on SQLite, which one program serves."""
    count = 3 if url.startswith("postgresql") else 1
    return [Program(url, there, lines[at::count]) for at in range(count)]


@pytest.mark.timeout(120)
async def test_thirty_seats_for_forty_five_who_ask_at_once(office: Desk) -> None:
    there = await hall(office, SEATS)
    chats = [str(number) for number in range(1, PEOPLE + 1)]
    for chat in chats:
        await there.ask(chat)

    seen = await watched(
        there, shared_out([(chat, phone(chat)) for chat in chats], office.url, there)
    )

    assert max(seen) == SEATS
    rows = await office.rows(seat)
    assert [row["standing"] for row in rows] == [Standing.HELD] * 30 + [Standing.WAITING] * 15
    assert len({row["contact_id"] for row in rows}) == PEOPLE

    await there.look()
    leaving = {row["contact_id"] for row in rows[:SEATS:6]}
    gone = [chat for chat in chats if await _seat_of(there, chat) in leaving]
    for chat in gone:
        await there.hear(chat, "chỗ của tôi", "1", "Bỏ chỗ này")
    seen = await watched(there, shared_out([(chat, "Bỏ chỗ") for chat in gone], office.url, there))

    assert seen == {SEATS}
    assert await there.standing(Standing.GIVEN_UP) == [row["id"] for row in rows[:SEATS:6]]
    assert await there.standing(Standing.OFFERED) == [row["id"] for row in rows[SEATS:35]]
    assert await there.standing(Standing.WAITING) == [row["id"] for row in rows[35:]]


async def _seat_of(there: Hall, chat: str) -> int:
    """The contact of a chat's seat."""
    [row] = await there.office.rows(seat, phone=f"+84{phone(chat)[1:]}")
    return int(row["contact_id"])


async def test_whoever_waits_is_told_how_far_back_they_are(office: Desk) -> None:
    there = await hall(office, 1)

    assert "Em đã giữ chỗ cho Vàng Mai, mã" in await there.takes("1")
    assert "danh sách chờ, thứ 1" in await there.takes("2")
    assert "danh sách chờ, thứ 2" in await there.takes("3")
    assert "đang chờ, thứ 2" in await there.hear("3", "chỗ của tôi")


async def test_nobody_who_comes_late_passes_the_line(office: Desk) -> None:
    there = await hall(office, 1)
    for chat in "123":
        await there.takes(chat)
    await there.hear("1", "chỗ của tôi", "1", "Bỏ chỗ này", "Bỏ chỗ")

    assert "danh sách chờ, thứ 2" in await there.takes("4")
    assert "đã xác nhận" in await there.hear("2", "xác nhận chỗ")
    assert await there.standing(Standing.HELD) == [2]


async def test_an_offer_goes_on_to_the_next_when_it_is_declined(office: Desk) -> None:
    there = await hall(office, 1)
    for chat in "123":
        await there.takes(chat)
    for chat in "12":
        await there.hear(chat, "chỗ của tôi", "1", "Bỏ chỗ này", "Bỏ chỗ")

    assert await there.standing(Standing.OFFERED) == [3]
    assert "chờ anh/chị xác nhận" in await there.hear("3", "chỗ của tôi")


async def test_a_seat_is_not_taken_twice_under_one_name(office: Desk) -> None:
    there = await hall(office, 3)
    await there.takes("1")
    said = await there.hear("1", f"go/take/{there.number}", "không phải", "vang mai")

    assert "đã có tên" in said
    assert len(await office.rows(seat)) == 1


async def test_one_phone_takes_a_few_seats_and_not_all(office: Desk) -> None:
    there = await hall(office, 30)
    await there.takes("1")
    for name in ("Lý A", "Lý B", "Lý C", "Lý D", "Lý E"):
        assert name in await there.hear("1", f"go/take/{there.number}", name)

    assert "đã giữ nhiều chỗ" in await there.hear("1", f"go/take/{there.number}", "Lý G")
    assert await there.occupied() == 6


async def test_after_the_deadline_no_seat_is_given_though_the_book_is_old(office: Desk) -> None:
    there = await hall(office, 3)
    deadline = there.book.activities[0].deadline
    there.at = deadline - timedelta(hours=1)
    await there.ask("1")
    there.at = deadline

    assert "không còn nhận giữ chỗ" in await there.hear("1", phone("1"))
    assert await office.rows(seat) == []


async def test_whoever_is_erased_leaves_no_name_and_their_seat_to_the_next(office: Desk) -> None:
    there = await hall(office, 1)
    await there.takes("1")
    await there.takes("2")
    await there.hear("1", "xoá dữ liệu", "Xoá tất cả")
    first, second = await office.rows(seat)

    assert (first["name"], first["phone"], first["contact_id"]) == ("", "", None)
    assert first["standing"] == Standing.GIVEN_UP
    assert second["standing"] == Standing.OFFERED
    assert "Vàng Mai" not in await office.everything()


async def test_a_mistake_in_what_is_said_takes_no_seat(office: Desk) -> None:
    there = await hall(office, 3)
    await there.ask("1")
    old_step = there.store.step

    def breaks(talk, event, known):  # type: ignore[no-untyped-def]
        if type(event).__name__ == "SeatsTold":
            raise ArithmeticError
        return old_step(talk, event, known)

    there.store.step = breaks
    assert "trục trặc" in await there.hear("1", phone("1"))
    assert await office.rows(seat) == []
    there.store.step = old_step
    assert "Em đã giữ chỗ" in await there.hear("1", "0912000001")


async def test_turns_about_other_things_ask_the_tables_nothing_about_seats(office: Desk) -> None:
    there = await hall(office, 3)
    asked: list[str] = []
    engine = there.store._engine.sync_engine
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    await there.hear("1", "go/home", "lớp tập huấn", "điều kiện", "1")

    assert asked
    assert not [statement for statement in asked if "seat" in statement]
