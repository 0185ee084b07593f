"""What people ask staff for, over HTTP."""

from __future__ import annotations

import pytest

from storage.keeping import Kept, keep, refuse
from tests.console.office import PUBLIC, Desk, Office
from tests.console.producers import TEA_MAKER, Village

LIST = "/staff/requests"
INBOX = "/staff/inbox"


async def test_a_call_back_is_listed_with_hour_and_language(village: Village, desk: Desk) -> None:
    await village.somebody().asks_for_a_call("0912 000 111", "Vàng Thị Mỷ")

    (card,) = await desk.requests()

    assert "Xin gọi lại" in card
    assert "Vàng Thị Mỷ 09•• ••• 111" in card
    assert "Gọi lúc: Buổi sáng" in card
    assert "Tiếng: Tiếng Mông" in card
    assert "912 000" not in card


async def test_a_question_is_listed_in_the_words_of_who_asked(village: Village, desk: Desk) -> None:
    producer = await village.registered()
    await producer.asks("Em hỏi: bao giờ có <b>lịch</b> & hạn nộp ạ?")

    (card,) = await desk.requests()

    assert "Hỏi cán bộ" in card
    assert "bao giờ có <b>lịch</b> & hạn nộp ạ?" in card
    assert await producer.code() in card
    assert "Vàng Thị Mỷ 09•• ••• 111" in card


async def test_who_is_not_known_is_asked_by_the_channel(village: Village, desk: Desk) -> None:
    await village.somebody("telegram:1").asks("bao gio co lich a")

    (card,) = await desk.requests()

    assert "người hỏi nhắn qua Telegram" in card
    assert "Xem số" not in card


@pytest.mark.parametrize(
    ("account", "name"),
    [("zalo_oa:1", "Zalo."), ("zalo_bot:1", "Zalo (bot)."), ("web:main", "Trang web.")],
)
async def test_every_channel_has_a_name(
    village: Village, desk: Desk, account: str, name: str
) -> None:
    await village.somebody(account).asks("bao giờ có lịch ạ")

    (card,) = await desk.requests()

    assert f"người hỏi nhắn qua {name}" in card


async def test_who_waits_longest_comes_first_until_done(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.somebody().asks("Câu hỏi một của em ạ")
    await village.somebody().asks("Câu hỏi hai của em ạ")

    waiting, (first, _) = await desk.requests(), await desk.request_numbers()
    done = await desk.does(f"{LIST}/{first}/done")
    left = await desk.requests()
    finished = await desk.requests(done=True)

    assert "Câu hỏi một" in waiting[0]
    assert done.status == 303
    assert [("hai" in card) for card in left] == [True]
    assert [("một" in card) for card in finished] == [True]
    assert "Xong lúc" in finished[0]
    deed = (await office.deeds())[-1]
    assert (deed.action, deed.subject) == ("request.done", first)


async def test_what_was_not_done_after_all_waits_again(village: Village, desk: Desk) -> None:
    await village.somebody().asks("Câu hỏi một của em ạ")
    number = (await desk.request_numbers())[0]
    await desk.does(f"{LIST}/{number}/done")

    again = await desk.does(f"{LIST}/{number}/again")

    assert again.status == 303
    assert len(await desk.requests()) == 1


async def test_a_request_is_done_once(village: Village, desk: Desk) -> None:
    await village.somebody().asks("Câu hỏi một của em ạ")
    number = (await desk.request_numbers())[0]
    await desk.does(f"{LIST}/{number}/done")

    again = await desk.does(f"{LIST}/{number}/done")

    assert again.status == 404
    assert "người khác vừa xử lý" in again.text


@pytest.mark.parametrize("number", ["0", "999999", "9" * 30])
async def test_a_request_that_is_not_there(desk: Desk, number: str) -> None:
    assert (await desk.does(f"{LIST}/{number}/done")).status == 404
    assert (await desk.does(f"{LIST}/{number}/phone")).status == 404


async def test_one_number_is_shown_whole_and_that_is_written_down(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.somebody().asks_for_a_call("0912 000 111", "Vàng Thị Mỷ")
    await village.somebody().asks_for_a_call("0987 654 321", "Lò Văn Sú")
    number = (await desk.request_numbers())[0]

    shown = await desk.does(f"{LIST}/{number}/phone")

    (card,) = shown.cards
    assert "0912 000 111" in card
    assert "09•• ••• 321" in (await desk.requests())[1]
    deed = (await office.deeds())[-1]
    assert (deed.action, deed.subject, deed.detail) == ("phone.seen", number, "")


async def test_whole_numbers_need_a_second_factor(village: Village, database: str) -> None:
    await (await village.registered()).asks_for_a_call("0912 000 111", "Vàng Thị Mỷ")
    headers = {"Host": "bot.tuyenquang.example", "X-Forwarded-For": "203.0.113.9"}
    async with (
        Office(database, village.engine, public_url=PUBLIC).open() as office,
        Desk(office, Origin=PUBLIC, **headers) as desk,
    ):
        entered = await desk.logs_in("Lò Thị Pà", "officer", "00901")
        desk.headers["Cookie"] = entered.headers["Set-Cookie"].partition(";")[0]
        page = await desk.get(f"{INBOX}/1")
        shown = await desk.does(f"{LIST}/1/phone")

    assert "Xem số" not in page.text
    assert "Đã xong" in page.text
    assert shown.status == 403


async def test_an_officer_sees_and_does_what_concerns_own_communes(
    village: Village, office: Office
) -> None:
    weaver = await village.registered()
    await weaver.asks("Câu hỏi của người dệt lanh ạ")
    tea_maker = await village.registered(TEA_MAKER)
    await tea_maker.asks("Câu hỏi của người làm chè ạ")
    await village.somebody().asks("Câu hỏi của người chưa ghi danh ạ")
    async with Desk(office) as all_of_them, Desk(office) as officer:
        await all_of_them.logs_in("Nông Thị Hoa", "editor")
        await officer.logs_in("Cán bộ xã", "officer", "00901")
        everything, numbers = await all_of_them.requests(), await all_of_them.request_numbers()
        own = await officer.requests()
        outcome = [(await officer.does(f"{LIST}/{number}/done")).status for number in numbers]

    assert len(everything) == 3
    assert ["dệt lanh" in card for card in own] == [True]
    assert outcome == [303, 404, 404]


async def test_the_old_address_leads_to_the_inbox(desk: Desk) -> None:
    assert (await desk.get(LIST)).headers["Location"] == INBOX
    assert (await desk.get(f"{LIST}?done=yes")).headers["Location"] == f"{INBOX}?turn=closed"


NOTE = b"OggS\0\2"


async def arrived(village: Village, office: Office, name: str) -> None:
    """A voice note that was fetched, as the keeper notes it."""
    await office.media.put(name, NOTE)
    assert await keep(village.engine, Kept(name, "", len(NOTE), "audio/ogg"))


async def test_a_voice_note_is_listed_with_what_it_answers_and_can_be_heard(
    village: Village, office: Office, desk: Desk
) -> None:
    producer = village.somebody()
    await producer.says("ghi danh", "đồng ý", "Vàng Thị Mỷ", "0912 000 111")
    name = await producer.speaks()
    (coming,) = await desk.requests()
    await arrived(village, office, name)

    page = await desk.get(f"{INBOX}/1")
    heard = await desk.get(page.text.partition('none" src="')[2].partition('"')[0])

    assert "Tin thoại đang tải về" in coming
    (card,) = page.cards
    assert "Tin thoại" in card
    assert "nghe tin thoại và ghi vào câu" in card
    assert "Tên cơ sở" in card
    assert "Vàng Thị Mỷ 09•• ••• 111" in card
    assert 'download="tin-thoai-1.ogg"' in page.text
    assert (heard.status, heard.body) == (200, NOTE)
    assert heard.headers["Content-Type"] == "audio/ogg"
    assert heard.headers["Cache-Control"] == "no-store"
    assert (await office.deeds())[-1].action == "voice.heard"


async def test_a_voice_note_that_is_done_with_can_still_be_heard(
    village: Village, office: Office, desk: Desk
) -> None:
    producer = await village.registered()
    await arrived(village, office, await producer.speaks())
    number = (await desk.request_numbers())[0]
    await desk.does(f"{LIST}/{number}/done")

    heard = await desk.get(f"{LIST}/{number}/voice?done=yes")

    assert heard.body == NOTE


async def test_a_voice_note_that_is_gone_is_said_to_be(
    village: Village, office: Office, desk: Desk
) -> None:
    producer = await village.registered()
    name = await producer.speaks()
    await arrived(village, office, name)
    await office.media.delete(name)
    page = await desk.get(f"{INBOX}/1")
    gone = await desk.get(page.text.partition('none" src="')[2].partition('"')[0])
    other = await village.registered(TEA_MAKER)
    await refuse(village.engine, await other.speaks(), "voice-lost")

    assert gone.status == 404
    assert "không tải về được" in (await desk.requests())[1]


async def test_voice_notes_are_for_the_office_and_the_own_commune(
    village: Village, office: Office
) -> None:
    producer = await village.registered()
    await arrived(village, office, await producer.speaks())
    async with Desk(office) as officer:
        await officer.logs_in("Cán bộ xã", "officer", "00952")
        assert (await officer.get(f"{LIST}/1/voice")).status == 404


async def test_voice_notes_need_a_second_factor(village: Village, database: str) -> None:
    producer = await village.registered()
    headers = {"Host": "bot.tuyenquang.example", "X-Forwarded-For": "203.0.113.9"}
    async with (
        Office(database, village.engine, public_url=PUBLIC).open() as office,
        Desk(office, Origin=PUBLIC, **headers) as desk,
    ):
        await arrived(village, office, await producer.speaks())
        entered = await desk.logs_in("Lò Thị Pà", "officer", "00901")
        desk.headers["Cookie"] = entered.headers["Set-Cookie"].partition(";")[0]
        page = await desk.get(f"{INBOX}/1")
        heard = await desk.get(f"{LIST}/1/voice")

    assert "nghe được khi vào trang bằng mã xác nhận" in page.text
    assert "<audio" not in page.text
    assert heard.status == 403
