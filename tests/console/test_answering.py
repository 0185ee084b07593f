"""Staff answer in place of the bot: taking over, replying, giving back, and ready answers."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta

from sqlalchemy import select, update

from bot.coming_back import Comer, bring_back
from storage.codec import decode_conversation, encode_conversation
from storage.schema import conversation, matter, outbox
from tests.console.inbox import HOA, INBOX, acts, opened, replies
from tests.console.office import Desk, Office, Seen
from tests.console.producers import WEAVER, Producer, Village


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


async def rests(office: Office, ago: timedelta) -> None:
    """Let so much time have passed in all talks, then look at those in which nobody speaks."""
    now = datetime(2026, 11, 23, 3, tzinfo=UTC)
    async with office.engine.begin() as connection:
        rows = (await connection.execute(select(conversation))).all()
        for row in rows:
            talk = decode_conversation(row.state)
            if talk.attended:
                talk = talk._replace(attended=talk.attended._replace(until=now - ago))
            state = update(conversation).where(conversation.c.contact_id == row.contact_id)
            await connection.execute(
                state.values(state=encode_conversation(talk), version=row.version + 1)
            )
        await connection.execute(
            update(matter).where(matter.c.until.is_not(None)).values(until=now - ago)
        )
    quiet = (time(20), time(7))
    comer = Comer(office.engine, office.reader, office.parts.hear, ["web:main"], quiet)
    await bring_back(comer, now)


async def test_what_was_asked_since_the_page_was_opened_is_not_closed_unread(
    desk: Desk, colleague: Desk, weaver: Producer
) -> None:
    (person,) = (await desk.get(INBOX)).people
    page = await desk.get(f"{INBOX}/{person}")
    await acts(colleague, "close")
    await weaver.asks("Còn chỗ ở lớp không ạ?")

    stale = await desk.post(f"{INBOX}/{person}/close", page.fields)
    told = await desk.get(f"{INBOX}/{person}")
    waits = (await desk.get(INBOX)).people
    closed = await desk.post(f"{INBOX}/{person}/close", told.fields)

    assert stale.headers["Location"] == f"{INBOX}/{person}"
    assert "vừa hỏi thêm" in told.text
    assert waits == [person]
    assert closed.headers["Location"] == INBOX


async def test_it_comes_back_by_itself_when_nobody_says_anything(
    office: Office, desk: Desk, weaver: Producer
) -> None:
    await replies(desk, "Dạ có ạ")
    await rests(office, -timedelta(minutes=1))
    early = await weaver.told()
    await rests(office, timedelta(minutes=1))

    assert len(early) == 1
    assert f"cán bộ {HOA} đã trả lời xong" in (await weaver.told())[-1]
    assert (await desk.get(INBOX)).people == []
    assert len((await desk.get(f"{INBOX}?turn=closed")).people) == 1


async def test_who_was_left_without_an_answer_waits_on_for_anybody(
    office: Office, desk: Desk, weaver: Producer
) -> None:
    await replies(desk, "Dạ có ạ")
    await weaver.says("Hôm nào ạ?")
    await rests(office, timedelta(minutes=1))

    assert "chưa kịp trả lời" in (await weaver.told())[-1]
    assert len((await desk.get(f"{INBOX}?whose=nobody")).people) == 1


async def test_a_ready_answer_is_put_into_the_form_with_the_name(
    village: Village, desk: Desk, weaver: Producer
) -> None:
    await village.somebody().asks("Em hỏi với ạ")
    known, unknown = (await desk.get(INBOX)).people
    named = await desk.get(f"{INBOX}/{known}?canned=greeting")
    nameless = await desk.get(f"{INBOX}/{unknown}?canned=greeting")
    none = await desk.get(f"{INBOX}/{known}?canned=x")

    assert "Chào anh/chị Vàng Thị Mỷ, em là cán bộ" in typed(named)
    assert "Chào anh/chị, em là cán bộ" in typed(nameless)
    assert typed(none) == ""


def typed(page: Seen) -> str:
    """What stands in the field of the answer."""
    return (
        page.text.partition('<textarea id="text"')[2].partition(">")[2].partition("</")[0].strip()
    )
