"""The inbox over HTTP: who waits, the talk with them, and staff answering in place of the bot."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from handlers.events import MediaKind, SentMedia
from storage.keeping import Kept, keep
from storage.media import new_id
from storage.schema import conversation, matter, outbox, waited
from tests.console.office import Desk, Office, Seen
from tests.console.producers import TEA_MAKER, WEAVER, Producer, Village

INBOX = "/staff/inbox"
HOA = "Nông Thị Hoa"


async def opened(desk: Desk) -> Seen:
    """The page of the first who waits."""
    (person, *_) = (await desk.get(INBOX)).people
    return await desk.get(f"{INBOX}/{person}")


async def acts(desk: Desk, what: str, **fields: str) -> Seen:
    """Do something about the first who waits, or is answered, by the form on their page."""
    people = (await desk.get(INBOX)).people or (await desk.get(f"{INBOX}?turn=answered")).people
    page = await desk.get(f"{INBOX}/{people[0]}")
    return await desk.post(f"{INBOX}/{people[0]}/{what}", page.fields | fields)


async def replies(desk: Desk, text: str) -> Seen:
    return await acts(desk, "reply", text=text)


@pytest.fixture
async def weaver(village: Village) -> Producer:
    """Somebody registered who waits for an answer."""
    producer = await village.registered()
    await producer.asks("Bao giờ có lớp tập huấn ạ?")
    return producer


@pytest.fixture
async def colleague(office: Office) -> AsyncIterator[Desk]:
    """Another editor at another browser."""
    async with Desk(office) as desk:
        await desk.logs_in("Ma Văn Tú", "editor")
        yield desk


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


async def test_whoever_takes_it_answers_and_the_bot_is_silent(desk: Desk, weaver: Producer) -> None:
    taken = await acts(desk, "take")
    (told,) = await weaver.told()
    await weaver.says("Dạ em chào cán bộ", "1")

    page = await opened(desk)

    assert taken.status == 303
    assert f"cán bộ {HOA}" in told
    assert await weaver.told() == [told]
    assert f"{HOA} đang trả lời" in page.text
    assert any("Dạ em chào cán bộ" in line for line in page.lines)
    assert f"{HOA} đang trả lời" in (await desk.get(INBOX)).matters[0]


async def test_a_reply_goes_out_in_the_order_of_the_talk(
    office: Office, desk: Desk, weaver: Producer
) -> None:
    sent = await replies(desk, "Dạ thứ Năm tuần sau <b>có</b> lớp ạ")
    async with office.reader.connect() as connection:
        rows = (await connection.execute(select(outbox).order_by(outbox.c.seq))).all()
    page = await desk.get(sent.headers["Location"].partition("#")[0])

    assert sent.status == 303
    assert [row.seq for row in rows] == sorted({row.seq for row in rows})
    assert f"Cán bộ {HOA}: Dạ thứ Năm tuần sau <b>có</b> lớp ạ" in rows[-1].payload
    assert any(
        line.startswith(HOA) and "<b>có</b> lớp ạ" in line and "đang gửi" in line
        for line in page.lines
    )


async def test_a_reply_is_said_once_however_often_it_is_sent(
    office: Office, desk: Desk, weaver: Producer
) -> None:
    (person,) = (await desk.get(INBOX)).people
    fields = (await desk.get(f"{INBOX}/{person}")).fields | {"text": "Dạ có ạ"}
    twice = [await desk.post(f"{INBOX}/{person}/reply", fields) for _ in range(2)]

    assert [page.status for page in twice] == [303, 303]
    assert len([one for one in await weaver.told() if "Dạ có ạ" in one]) == 1


async def test_a_message_that_was_refused_says_why_and_is_sent_again(
    office: Office, desk: Desk, weaver: Producer
) -> None:
    await replies(desk, "Dạ có ạ")
    async with office.engine.begin() as connection:
        newest = select(conversation.c.last_outbox_id).scalar_subquery()
        failed = update(outbox).where(outbox.c.id == newest).values(status=3, error="Forbidden")
        await connection.execute(failed)
    (person,) = (await desk.get(f"{INBOX}?turn=answered")).people
    page = await desk.get(f"{INBOX}/{person}")
    form = page.text.partition("không gửi được")[2].partition("</form>")[0]
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    again = await desk.post(f"{INBOX}/{person}/reply", fields)

    assert "không gửi được: kênh từ chối (Forbidden)" in page.text
    assert again.status == 303
    assert len([one for one in await weaver.told() if "Dạ có ạ" in one]) == 2


async def test_given_back_the_bot_puts_the_same_question_again(
    village: Village, desk: Desk
) -> None:
    producer = village.somebody()
    await producer.says("ghi danh", "đồng ý", "Vàng Thị Mỷ")
    question = producer.heard.rpartition("\n\n")[2]
    await producer.says("cán bộ", "Giúp em với ạ")
    await replies(desk, "Dạ anh chị cần gì ạ")
    await producer.says("Số điện thoại của chồng em được không")

    closed = await acts(desk, "close")
    said = (await producer.told())[-1]
    await producer.says("0912 000 111")

    assert closed.headers["Location"] == INBOX
    assert f"cán bộ {HOA} đã trả lời xong" in said
    assert said.endswith(question)
    assert "Câu 4/9" in producer.heard
    assert (await desk.get(INBOX)).people == []
    assert len((await desk.get(f"{INBOX}?turn=closed")).people) == 1


async def test_the_second_is_told_who_answers_and_may_take_over(
    office: Office, desk: Desk, colleague: Desk, weaver: Producer
) -> None:
    await acts(desk, "take")
    second = await acts(colleague, "take", instead="")
    told = await colleague.get(second.headers["Location"])
    reply = await replies(colleague, "Em trả lời nhé")
    instead = await acts(colleague, "take")
    first = await replies(desk, "Dạ em đây")

    assert f"{HOA} đang trả lời người này" in told.text
    assert reply.status == 422
    assert "Em trả lời nhé" in reply.text
    assert f"{HOA} đang trả lời người này" in reply.text
    assert instead.status == 303
    assert "cán bộ Ma Văn Tú" in (await weaver.told())[-1]
    assert first.status == 422
    assert [one.detail for one in await office.deeds() if one.action == "matter.taken"] == ["", "1"]


async def test_only_one_of_two_who_take_it_at_once_has_it(
    desk: Desk, colleague: Desk, weaver: Producer
) -> None:
    await acts(desk, "take")
    await acts(colleague, "take", instead="999")

    assert f"{HOA} đang trả lời" in (await desk.get(INBOX)).matters[0]


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


async def test_zalo_says_for_how_long_somebody_can_be_answered(
    village: Village, office: Office, desk: Desk
) -> None:
    producer = await village.registered(WEAVER, account="zalo_oa:1")
    await producer.asks("Bao giờ có lớp ạ?")
    fresh = await opened(desk)
    await _was_here(office, timedelta(hours=45, minutes=1))
    soon = await opened(desk)
    await _was_here(office, timedelta(hours=49))
    paid = await opened(desk)
    await _was_here(office, timedelta(days=7, minutes=1))
    over = await opened(desk)
    refused = await replies(desk, "Dạ có ạ")

    assert "Zalo: còn 1 ngày 23 giờ để trả lời miễn phí" in fresh.text
    assert "Zalo: còn 2 giờ 58 phút để trả lời miễn phí" in soon.text
    assert "Zalo: còn 4 ngày 22 giờ để trả lời, mỗi tin tính phí" in paid.text
    assert "Zalo: đã quá hạn trả lời" in over.text
    assert refused.status == 422
    assert "Dạ có ạ</textarea>" in refused.text
    assert "Dạ có ạ" not in "".join(await producer.told())


async def _was_here(office: Office, ago: timedelta) -> None:
    async with office.engine.begin() as connection:
        at = datetime.now(UTC) - ago
        await connection.execute(update(conversation).values(interacted_at=at))


async def test_whoever_left_is_not_written_to(office: Office, desk: Desk, weaver: Producer) -> None:
    await weaver.leaves()

    page = await replies(desk, "Dạ có ạ")

    assert page.status == 422
    assert "đã chặn hoặc bỏ theo dõi" in page.text


async def test_too_long_and_empty_replies_are_told_and_kept(desk: Desk, weaver: Producer) -> None:
    long, empty = await replies(desk, "dài " * 500), await replies(desk, " ")

    assert (long.status, empty.status) == (422, 422)
    assert "nhiều nhất 1500" in long.text
    assert "dài dài" in long.text
    assert "Viết câu trả lời" in empty.text


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
