"""The inbox over HTTP: who waits, the talk with them, and what staff alone read."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from handlers.events import MediaKind, SentMedia
from storage.keeping import Kept, keep
from storage.media import new_id
from storage.schema import matter, waited
from tests.console.inbox import HOA, INBOX, acts, opened, replies
from tests.console.office import Desk, Office
from tests.console.producers import TEA_MAKER, WEAVER, Producer, Village


async def test_who_waits_is_listed_with_what_for_and_how_long(
    village: Village, office: Office, desk: Desk, weaver: Producer
) -> None:
    async with office.engine.begin() as connection:
        since = datetime.now(UTC) - timedelta(hours=2, minutes=5, seconds=30)
        await connection.execute(update(matter).values(waiting_since=since))
    await village.somebody("telegram:1").asks("Hội chợ ở đâu ạ")

    first, second = (await desk.get(INBOX)).matters

    assert "Vàng Thị Mỷ" in first
    assert "Hỏi cán bộ" in first
    assert "Bao giờ có lớp tập huấn ạ?" in first
    assert "Chờ 2 giờ 5 phút · Trang web" in first
    assert "Người chưa để lại tên" in second
    assert "Telegram" in second


async def test_who_is_stuck_is_listed_without_having_asked(village: Village, desk: Desk) -> None:
    producer = village.somebody()
    await producer.says("ghi danh", "đồng ý", *(f"0912 000 11{n}" for n in range(4)))
    await village.somebody().says("asdf ghjk", "qwer tyui", "zxcv bnm")

    stuck, lost = (await desk.get(INBOX)).matters

    assert "Vướng ở một câu" in stuck
    assert "chưa hiểu" in lost
    assert "asdf" not in lost


async def test_the_talk_is_shown_with_the_form_so_far(desk: Desk, weaver: Producer) -> None:
    page = await opened(desk)

    assert any(line.startswith("Bà con") and "Khăn lanh" in line for line in page.lines)
    assert any(line.startswith("Trợ lý") and "Câu 2/9" in line for line in page.lines)
    assert "HTX Lanh Sợi Xanh" in page.text.partition('id="form"')[2]
    assert f"Mở đăng ký {await weaver.code()}" in page.text
    assert "912 000" not in page.text.partition('id="form"')[2]


async def test_the_list_shows_mine_and_what_nobody_has(
    village: Village, desk: Desk, colleague: Desk, weaver: Producer
) -> None:
    await acts(desk, "take")
    await village.somebody().asks("Em hỏi với ạ")

    assert len((await desk.get(f"{INBOX}?whose=mine")).people) == 1
    assert (await colleague.get(f"{INBOX}?whose=mine")).people == []
    (nobody,) = (await colleague.get(f"{INBOX}?whose=nobody")).matters
    assert "Em hỏi với ạ" in nobody


async def test_a_note_is_for_staff_alone(desk: Desk, colleague: Desk, weaver: Producer) -> None:
    before = await weaver.told()
    noted = await acts(desk, "note", note="Chị này nghe nói, gọi sau 5 giờ")
    empty = await acts(desk, "note", note="  ")
    page = await opened(colleague)

    assert noted.status == 303
    assert empty.status == 422
    assert f"Ghi chú nội bộ của {HOA}" in page.lines[-1]
    assert "gọi sau 5 giờ" in page.lines[-1]
    assert '<li class="note"' in page.text
    assert await weaver.told() == before


async def test_a_photo_for_staff_is_looked_at_in_the_talk(
    village: Village, office: Office, desk: Desk, weaver: Producer
) -> None:
    await acts(desk, "take")
    name = new_id()
    await weaver.hears(SentMedia(weaver.now(), name, MediaKind.PHOTO, "r", 20_000, "image/jpeg"))
    coming = await opened(desk)
    await office.media.put(name, b"\xff\xd8 a photo")
    assert await keep(village.engine, Kept(name, "", 9, "image/jpeg"))
    page = await opened(desk)
    seen = await desk.get(re.findall(r'src="([^"]+/files/[^"]+)"', page.text)[0])

    assert "đang tải về" in coming.lines[-1]
    assert (seen.status, seen.body) == (200, b"\xff\xd8 a photo")
    assert (await office.deeds())[-1].action == "file.seen"


async def test_an_officer_answers_in_own_communes_only(village: Village, office: Office) -> None:
    for maker in (WEAVER, TEA_MAKER):
        await (await village.registered(maker)).asks("Em hỏi với ạ")
    async with Desk(office) as officer, Desk(office) as editor:
        await officer.logs_in("Cán bộ xã", "officer", "00901")
        await editor.logs_in(HOA, "editor")
        own = (await officer.get(INBOX)).people
        (other,) = {*(await editor.get(INBOX)).people} - {*own}
        fields = await officer.seal() | {"text": "Dạ", "key": "0" * 32, "note": "x"}
        ways = [
            (await officer.post(f"{INBOX}/{other}/{what}", fields)).status
            for what in ("take", "reply", "note", "close", "phone")
        ]

        assert len(own) == 1
        assert ways == [404] * 5
        assert (await officer.get(f"{INBOX}/{other}")).status == 404


async def test_what_a_helper_writes_of_somebody_who_waits_is_not_shown(
    village: Village, desk: Desk
) -> None:
    helper = village.somebody()
    await helper.registers_another(WEAVER)
    await helper.asks("Em hỏi giúp bà con ạ")

    page = await opened(desk)

    assert "Vàng Thị Mỷ" not in page.text
    assert "Em hỏi giúp bà con ạ" in page.text
    assert (await replies(desk, "Dạ có ạ")).status == 303
    await helper.says("Cảm ơn cán bộ")
    assert "Cảm ơn cán bộ" in "".join((await opened(desk)).lines)


async def test_staff_turn_to_somebody_who_asked_for_nothing(village: Village, desk: Desk) -> None:
    producer = await village.registered()
    number = await producer.number()

    begun = await desk.does(f"{INBOX}/open", registration=str(number))
    page = await desk.get(begun.headers["Location"])
    sent = await desk.post(
        f"{begun.headers['Location']}/reply", page.fields | {"text": "Chị gửi ảnh giúp em ạ"}
    )

    assert sent.status == 303
    assert "Chị gửi ảnh giúp em ạ" in (await producer.told())[-1]
    assert len((await desk.get(f"{INBOX}?turn=answered")).people) == 1


async def test_how_long_people_waited_is_written_down(
    office: Office, desk: Desk, weaver: Producer
) -> None:
    await replies(desk, "Dạ có ạ")
    await replies(desk, "Chị cứ hỏi ạ")
    await weaver.says("Vâng, cảm ơn")
    await replies(desk, "Dạ")
    async with office.reader.connect() as connection:
        rows = (await connection.execute(select(waited).order_by(waited.c.id))).all()

    assert [(row.why, row.account, row.staff_id) for row in rows] == [
        ("question", "web:main", 1)
    ] * 2
    assert all(row.asked_at <= row.answered_at for row in rows)


async def test_the_inbox_comes_in_pages(village: Village, desk: Desk) -> None:
    for number in range(52):
        await village.somebody().asks(f"Câu hỏi số {number} của em ạ")

    first = await desk.get(INBOX)
    following = first.text.partition('rel="next" href="')[2].partition('"')[0]
    second = await desk.get(following.replace("&amp;", "&"))

    assert len(first.matters) == 50
    assert len(second.matters) == 2
    assert "số 0 " in first.matters[0]
    assert "số 51 " in second.matters[1]


@pytest.mark.parametrize("query", ["turn=x", "whose=y", "after=z", "after=1.2", "turn=closed"])
async def test_nobody_waits(desk: Desk, query: str) -> None:
    page = await desk.get(f"{INBOX}?{query}")

    assert page.status == 200
    assert page.people == []
