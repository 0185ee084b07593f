"""What the bot says is found, changed, looked at, checked, published, and taken back."""

from __future__ import annotations

import html
import itertools
import re
from datetime import UTC, datetime

import pytest

from bot.channels.base import Incoming
from handlers.events import Moment, Said
from tests.book import the_book
from tests.console.office import Desk, Office

HELLO = "/staff/content/sentences/vi/home-hello"
NEW = "Dạ, em chào bà con ạ."
_numbers = itertools.count()

pytestmark = pytest.mark.timeout(180)


async def keeps(desk: Desk, text: str, path: str = HELLO, do: str = "keep") -> int:
    """Open the page of a sentence, and send its form with these words."""
    fields = (await desk.get(path)).fields
    return (await desk.post(path, {**fields, "text": text, "do": do})).status


async def publishes(desk: Desk, note: str = "") -> int:
    fields = (await desk.get("/staff/content/publish")).fields
    return (await desk.post("/staff/content/publish", {**fields, "note": note})).status


async def hears(office: Office, text: str, chat: str = "chat-hello") -> str:
    """What somebody is answered."""
    now = datetime.now(UTC)
    event = Said(Moment(now, now, 0), text)
    heard = await office.lane.hear(Incoming("web:main", chat, f"k{next(_numbers)}", event, "vi"))
    return "\n".join(one.message.text for one in heard.replies)


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


async def test_a_sentence_is_found_without_its_marks(desk: Desk) -> None:
    page = await desk.get("/staff/content?words=em+chao+anh%2Fchi&area=home.ftl")

    assert HELLO in page.text
    assert "Lời chào, danh mục" in page.text
    assert HELLO not in (await desk.get("/staff/content?words=em+chao&area=faq.ftl")).text
    assert "không có câu nào" in (await desk.get("/staff/content?words=zzzz")).text.lower()


async def test_what_is_published_is_said_from_the_next_message_on(
    desk: Desk, office: Office
) -> None:
    await hears(office, "menu")
    assert "em chào anh/chị" in await hears(office, "chào em")

    assert await keeps(desk, NEW) == 303
    assert "em chào anh/chị" in await hears(office, "xin chào")
    shown = words((await desk.get("/staff/content/publish")).text)
    assert "anh/chị. bà con ạ." in shown
    assert "Nông Thị Hoa đang sửa" in shown

    assert await publishes(desk, "Gần gũi hơn") == 303

    assert NEW in await hears(office, "chào em")
    listed = words((await desk.get("/staff/content/editions")).text)
    assert "Phiên bản 1 đang dùng" in listed
    assert "Nông Thị Hoa Gần gũi hơn" in listed
    assert "Không có câu nào đang sửa" in (await desk.get("/staff/content/publish")).text
    assert [one.action for one in await office.deeds()][-1] == "content.published"


async def test_another_process_says_it_too(desk: Desk, office: Office, database: str) -> None:
    other = Office(database, office.engine)
    async with other.open():
        await hears(other, "menu")
        assert "em chào anh/chị" in await hears(other, "chào em")
        assert await keeps(desk, NEW) == 303
        assert await publishes(desk) == 303

        assert NEW in await hears(other, "xin chào")


async def test_an_older_edition_is_taken_up_again(desk: Desk, office: Office) -> None:
    for text in (NEW, "Dạ, em nghe đây ạ."):
        assert await keeps(desk, text) == 303
        assert await publishes(desk) == 303
    page = words((await desk.get("/staff/content/editions/1")).text)
    assert "Nếu dùng lại, sẽ đổi so với bây giờ" in page
    assert (await desk.does("/staff/content/editions/1/again")).status == 303

    await hears(office, "menu")
    assert NEW in await hears(office, "chào em")
    assert "Trở lại phiên bản 1" in (await desk.get("/staff/content/editions")).text
    assert (await desk.does("/staff/content/editions/0/again")).status == 303
    assert "em chào anh/chị" in await hears(office, "xin chào")


async def test_the_preview_shows_each_channel_and_keeps_nothing(desk: Desk) -> None:
    fields = (await desk.get(HELLO)).fields
    page = await desk.post(HELLO, {**fields, "text": "Dạ, chào { $office }", "do": "look"})

    assert page.status == 422
    assert "không biết điền gì vào: office" in page.text
    page = await desk.post(HELLO, {**fields, "text": NEW, "do": "look"})
    assert page.status == 200
    shown = words(page.text)
    for channel, most in (("Zalo", 1900), ("Zalo (bot)", 1900), ("Telegram", 4096)):
        assert f"{channel} {NEW} Dài {len(NEW)}, tối đa {most}." in shown
    assert "Bỏ bản đang sửa" not in (await desk.get(HELLO)).text


@pytest.mark.parametrize(
    ("key", "text", "told"),
    [
        ("home-hello", "", "chưa có lời nào"),
        ("home-hello", "Dạ { $office", "Ngoặc nhọn chưa đúng"),
        ("home-hello", "chào " * 500, "câu này quá dài, tối đa 1900"),
        ("menu-calendar", "Lịch của các kỳ bình chọn và hạn nộp hồ sơ", "quá dài, tối đa 35"),
        ("home-hello", "Chào { no-such-sentence }", "Phép kiểm tra chưa cho qua"),
        ("home-hello", "Chào { DATETIME(1) }", "không biết điền gì vào: DATETIME"),
    ],
)
async def test_what_is_wrong_is_told_beside_the_words(
    desk: Desk, key: str, text: str, told: str
) -> None:
    path = f"/staff/content/sentences/vi/{key}"
    fields = (await desk.get(path)).fields
    page = await desk.post(path, {**fields, "text": text, "do": "keep"})

    assert page.status == 422
    assert told in html.unescape(page.text)
    assert html.escape(text.strip(), quote=True)[:60] in page.text
    assert "Không có câu nào đang sửa" in (await desk.get("/staff/content/publish")).text


async def test_what_nobody_can_read_is_not_said(desk: Desk) -> None:
    assert await keeps(desk, 'Chào { "\\u0000" }') == 422
    assert await keeps(desk, "Chào\0") == 400
    assert await keeps(desk, "Chào\u202e\x1b ạ.") == 303

    kept = html.unescape((await desk.get(HELLO)).text)
    assert "Chào ạ.</textarea>" in kept


async def test_who_comes_second_is_told_of_who_came_first(office: Office, desk: Desk) -> None:
    late = (await desk.get(HELLO)).fields
    to_publish = (await desk.get("/staff/content/publish")).fields
    async with Desk(office) as other:
        await other.logs_in("Ma Văn Tú", "editor")
        assert await keeps(other, NEW) == 303

    page = await desk.post(HELLO, {**late, "text": "Chào ạ.", "do": "keep"})
    assert page.status == 422
    assert "Có người vừa sửa câu này (Ma Văn Tú)" in page.text
    seen = to_publish | {"seen": "0" * 16, "note": ""}
    assert (await desk.post("/staff/content/publish", seen)).status == 409


async def test_a_draft_is_dropped(desk: Desk) -> None:
    assert await keeps(desk, NEW) == 303
    assert await keeps(desk, NEW, do="leave") == 303

    assert "Không có câu nào đang sửa" in (await desk.get("/staff/content/publish")).text


async def test_forms_and_rules_are_shown_whole(desk: Desk) -> None:
    page = words((await desk.get("/staff/content/forms")).text)

    labels = [
        the_book().wording.written("vi", f"{one.words}.label")
        for form in the_book().forms.values()
        for one in form.questions
    ]
    assert [label for label in labels if label not in page] == []
    for rule in the_book().rules:
        said = " ".join(the_book().wording.written("vi", f"rule-{rule.key}").split())
        assert said in page
