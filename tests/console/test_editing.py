"""Staff put answers down for a producer, over HTTP."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime

from sqlalchemy import select

from storage.columns import Keeping
from storage.engine import insert
from storage.schema import answer, media, request
from tests.console.office import Desk, Office, Seen
from tests.console.producers import Village
from tests.console.test_detail import facts

_INPUT = re.compile(r'<input id="([a-z0-9-]+)" name="[a-z0-9-]+" type="text" value="([^"]*)"')
_LINES = re.compile(r'<textarea id="([a-z0-9-]+)"[^>]*>\n(.*?)</textarea>', re.DOTALL)
_WAS = re.compile(r'name="(was-[a-z0-9-]+)" value="([^"]*)"')
_CHOSEN = re.compile(r'<select id="([a-z0-9-]+)".*?</select>', re.DOTALL)


def filled(page: Seen) -> dict[str, str]:
    """Every field of the page's form as it stands there."""
    found = {name: html.unescape(value) for name, value in _INPUT.findall(page.text)}
    found |= {name: html.unescape(value) for name, value in _LINES.findall(page.text)}
    for match in _CHOSEN.finditer(page.text):
        chosen = re.search(r'value="([^"]*)" selected', match[0])
        found[match[1]] = chosen[1] if chosen else ""
    return found | dict(_WAS.findall(page.text)) | page.fields


async def stored(village: Village, number: int, question: str) -> tuple[str, str, str] | None:
    wanted = select(answer.c.value, answer.c.raw, answer.c.source).where(
        answer.c.registration_id == number, answer.c.question == question
    )
    async with village.engine.connect() as connection:
        row = (await connection.execute(wanted)).one_or_none()
    return tuple(row) if row else None


def where(number: int, part: str = "0/establishment") -> str:
    return f"/staff/registrations/{number}/edit/{part}"


async def test_what_is_typed_is_read_as_in_the_chat(
    village: Village, office: Office, desk: Desk
) -> None:
    number = await (await village.registered()).number()
    page = await desk.get(where(number))
    typed = {"revenue-last-year-vnd": "1ty2", "workers-total": "18", "how": "phone"}
    saved = await desk.post(where(number), filled(page) | typed)

    assert saved.status == 303, saved.text
    assert await stored(village, number, "revenue-last-year-vnd") == ("1200000000", "1ty2", "staff")
    assert await stored(village, number, "est-name") == ("HTX Lanh Sợi Xanh",) * 2 + ("chat",)
    shown = await desk.get(f"/staff/registrations/{number}")
    assert "Đã lưu 2 câu trả lời." in shown.text
    assert "1.200.000.000 đồng Gõ là: 1ty2" in facts(shown)["Doanh thu năm trước"]
    assert "cán bộ ghi" in facts(shown)["Doanh thu năm trước"]
    assert "(trống) → 18" in shown.text
    assert "Lý do: Gọi điện" in shown.text
    (deed,) = [one for one in await office.deeds() if one.action == "registration.written"]
    assert deed.detail == "phone: revenue-last-year-vnd, workers-total"


async def test_what_is_wrong_is_told_beside_its_field(village: Village, desk: Desk) -> None:
    number = await (await village.registered()).number()
    await village.add_answers(number, {(0, "workers-total"): "10"})
    page = await desk.get(where(number))
    typed = {"workers-women": "15", "est-commune-code": "Yên Định", "tax-code": "12"}
    back = await desk.post(where(number), filled(page) | typed)

    assert back.status == 422
    assert 'id="workers-women-error"' in back.text
    assert "Không thể nhiều hơn" in back.text
    assert "Có thể là: xã Minh Ngọc; xã Ngọc Đường" in back.text
    assert "Nhập mã số thuế" in back.text
    assert 'value="Yên Định"' in back.text
    assert await stored(village, number, "workers-women") is None


async def test_a_phone_that_is_covered_stays_as_it_is(village: Village, desk: Desk) -> None:
    number = await (await village.registered()).number()
    page = await desk.get(where(number, "0/contact"))
    assert "09•• ••• 111" in page.text
    assert "912000111" not in page.text
    fields = filled(page) | {"contact-name": "Vàng Thị Mỹ", "how": "mistake"}
    assert (await desk.post(where(number, "0/contact"), fields)).status == 303

    assert (await stored(village, number, "contact-phone") or ("",))[0] == "+84912000111"
    assert (await stored(village, number, "contact-name") or ("",))[0] == "Vàng Thị Mỹ"


async def test_the_second_of_two_is_shown_the_difference_and_chooses(
    village: Village, office: Office
) -> None:
    number = await (await village.registered()).number()
    async with Desk(office) as one, Desk(office) as other:
        await one.logs_in("Nông Thị Hoa", "editor")
        await other.logs_in("Ma Văn Tú", "editor")
        first, second = await one.get(where(number)), await other.get(where(number))
        quick = {"rep-name": "Giàng Mí Sính", "workers-total": "18", "how": "phone"}
        await one.post(where(number), filled(first) | quick)
        slow = {"rep-name": "Vàng Thị Mỷ", "start-year": "2015", "how": "paper"}
        clash = await other.post(where(number), filled(second) | slow)

        assert clash.status == 409
        assert "Người đại diện: có người vừa đổi" in clash.text
        assert "Giữ như bây giờ: Giàng Mí Sính" in clash.text
        assert "Số lao động" not in re.findall(r"<legend>(.*?)</legend>", clash.text)
        assert await stored(village, number, "start-year") is None
        again = filled(clash) | {"how": "paper", "take-rep-name": "theirs"}
        assert again["rep-name"] == "Vàng Thị Mỷ"
        assert (await other.post(where(number), again)).status == 303
    assert (await stored(village, number, "rep-name") or ("",))[0] == "Giàng Mí Sính"
    assert (await stored(village, number, "start-year") or ("",))[0] == "2015"


async def test_the_second_of_two_may_take_their_own(village: Village, office: Office) -> None:
    number = await (await village.registered()).number()
    async with Desk(office) as one, Desk(office) as other:
        await one.logs_in("Nông Thị Hoa", "editor")
        await other.logs_in("Ma Văn Tú", "editor")
        first, second = await one.get(where(number)), await other.get(where(number))
        await one.post(where(number), filled(first) | {"rep-name": "Giàng Mí Sính", "how": "phone"})
        mine = {"rep-name": "Vàng Thị Mỷ", "how": "paper"}
        clash = await other.post(where(number), filled(second) | mine)
        await other.post(where(number), filled(clash) | mine | {"take-rep-name": "mine"})

    assert (await stored(village, number, "rep-name") or ("",))[0] == "Vàng Thị Mỷ"


async def test_a_product_is_added(village: Village, desk: Desk) -> None:
    number = await (await village.registered()).number()
    page = await desk.get(where(number, "2/product"))
    fields = filled(page) | {"prod-name": "Túi lanh", "prod-group": "craft", "how": "paper"}
    assert (await desk.post(where(number, "2/product"), fields)).status == 303

    shown = await desk.get(f"/staff/registrations/{number}")
    assert "Túi lanh" in shown.text
    assert "2 sản phẩm" in shown.text
    assert (await desk.get(where(number, "4/product"))).status == 404


async def test_a_voice_note_is_typed_in_and_done(
    village: Village, office: Office, desk: Desk
) -> None:
    producer = await village.registered()
    number, note = await producer.number(), "b" * 32
    await office.media.put(note, b"OggS")
    async with village.engine.begin() as connection:
        who = await connection.scalar(select(request.c.contact_id)) or 1
        at = datetime.now(UTC)
        await connection.execute(
            insert(connection.dialect, media).values(
                id=note,
                account="web:main",
                address="chat-1",
                registration_id=number,
                product=1,
                question="prod-description",
                state=Keeping.KEPT,
                mime="audio/ogg",
                at=at,
            )
        )
        await connection.execute(
            insert(connection.dialect, request).values(
                contact_id=who, wish="voice", at=at, media=note
            )
        )
    page = await desk.get(where(number, "1/product"))
    assert f'src="/staff/registrations/{number}/files/{note}"' in page.text
    heard = await desk.get(f"/staff/registrations/{number}/files/{note}")
    assert heard.headers["Content-Type"] == "audio/ogg"
    text = "Khăn dệt tay bằng sợi lanh, nhuộm chàm nhiều lần."
    fields = filled(page) | {"prod-description": text, "how": "phone"}
    assert (await desk.post(where(number, "1/product"), fields)).status == 303

    async with village.engine.connect() as connection:
        done = select(request.c.done_at).where(request.c.media == note)
        assert await connection.scalar(done) is not None
