"""Staff take registrations on, over HTTP, and their producers hear of it."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from handlers.state import Status
from storage.codec import decode_message
from storage.schema import outbox, registration
from tests.book import the_book
from tests.console.office import Desk, Office
from tests.console.producers import SMITH, TEA_MAKER, Village

ONE = "/staff/registrations/{}"


async def status_of(village: Village, number: int) -> str:
    async with village.engine.connect() as connection:
        found = select(registration.c.status).where(registration.c.id == number)
        return str(await connection.scalar(found))


async def last_told(village: Village) -> str:
    """The newest message that anybody was sent."""
    async with village.engine.connect() as connection:
        found = select(outbox.c.payload).order_by(outbox.c.id.desc()).limit(1)
        return decode_message(str(await connection.scalar(found))).text


async def filed(village: Village, details: tuple[str, ...] = SMITH) -> int:
    number = await (await village.registered(details)).number()
    await village.set_status(number, Status.FILED_COMMUNE)
    return number


async def test_a_step_is_shown_first_then_taken_and_told(
    village: Village, office: Office, desk: Desk
) -> None:
    producer = await village.registered()
    number, code = await producer.number(), await producer.code()
    await village.set_status(number, Status.COMPLETE)
    where = ONE.format(number)

    page = await desk.get(where)
    assert f'href="{where}/steps/print"' in page.text
    look = await desk.get(f"{where}/steps/print")
    assert f"phiếu của ghi danh mã {code} đã in" in look.text
    taken = await desk.post(f"{where}/steps/print", look.fields | {"tells": "on"})

    assert taken.status == 303
    assert await status_of(village, number) == "printed"
    assert f"phiếu của ghi danh mã {code} đã in" in await last_told(village)
    after = (await desk.get(where)).text
    assert "Đã chuyển tình trạng và gửi tin cho cơ sở." in after
    assert "Đã đủ thông tin → Đã in phiếu, chờ ký và nộp" in after
    assert "Nông Thị Hoa" in after
    (deed,) = [one for one in await office.deeds() if one.action == "registration.moved"]
    assert (deed.subject, deed.detail) == (str(number), "complete > printed (told)")


async def test_the_open_question_stays_open_under_the_news(village: Village, desk: Desk) -> None:
    producer = await village.registered()
    number = await producer.number()
    await village.set_status(number, Status.COMPLETE)
    await producer.says("điều kiện")
    asked = producer.heard
    look = await desk.get(f"{ONE.format(number)}/steps/print")
    await desk.post(look_at := f"{ONE.format(number)}/steps/print", look.fields | {"tells": "on"})
    await producer.says("?")

    assert look_at.endswith("print")
    assert asked.splitlines()[-1] in producer.heard


async def test_a_reason_is_needed_shown_and_told(village: Village, desk: Desk) -> None:
    number = await (await village.registered()).number()
    await village.set_status(number, Status.COMPLETE)
    where = f"{ONE.format(number)}/steps/return"

    empty = await desk.get(where)
    lacking = await desk.post(where, empty.fields | {"tells": "on", "reason": "  "})
    assert lacking.status == 422
    assert "Ghi lý do trước khi chuyển." in lacking.text
    look = await desk.post(where, empty.fields | {"tells": "on", "reason": "thiếu ảnh mặt bên"})
    assert look.status == 200
    assert "bổ sung hồ sơ mã" in look.text
    assert await status_of(village, number) == "complete"
    other = await desk.post(where, look.fields | {"tells": "on", "reason": "thiếu giấy"})
    assert "thiếu giấy" in other.text
    assert await status_of(village, number) == "complete"
    done = await desk.post(where, look.fields | {"tells": "on", "reason": "thiếu ảnh mặt bên"})

    assert done.status == 303
    assert await status_of(village, number) == "collecting"
    assert "thiếu ảnh mặt bên" in await last_told(village)
    assert "Lý do: thiếu ảnh mặt bên" in (await desk.get(ONE.format(number))).text


async def test_nobody_is_told_where_staff_do_not_want_it(village: Village, desk: Desk) -> None:
    number = await filed(village)
    before = await last_told(village)
    look = await desk.get(f"{ONE.format(number)}/steps/send")
    await desk.post(f"{ONE.format(number)}/steps/send", look.fields)

    assert await status_of(village, number) == "sent_province"
    assert await last_told(village) == before


async def test_what_lacks_something_is_not_complete(village: Village, desk: Desk) -> None:
    number = await (await village.registered()).number()
    look = await desk.get(f"{ONE.format(number)}/steps/complete")
    page = await desk.post(f"{ONE.format(number)}/steps/complete", look.fields | {"tells": "on"})

    assert page.status == 422
    assert "Hồ sơ còn thiếu" in page.text
    assert await status_of(village, number) == "interest"


async def test_what_somebody_else_has_moved_is_not_moved_twice(
    village: Village, desk: Desk
) -> None:
    number = await filed(village)
    look = await desk.get(f"{ONE.format(number)}/steps/send")
    await village.set_status(number, Status.COMPLETE)
    page = await desk.post(f"{ONE.format(number)}/steps/send", look.fields)

    assert page.status == 422
    assert "Người khác vừa chuyển tình trạng" in page.text
    assert await status_of(village, number) == "complete"


async def test_an_officer_has_no_say_at_the_province(village: Village, office: Office) -> None:
    number = await filed(village)
    await village.set_status(number, Status.SENT_PROVINCE)
    async with Desk(office) as desk:
        await desk.logs_in("Lò Thị Pà", "officer", "01096")
        page = await desk.get(ONE.format(number))

        assert "/steps/judge" not in page.text
        assert (await desk.does(f"{ONE.format(number)}/steps/judge")).status == 403
    assert await status_of(village, number) == "sent_province"


async def test_the_list_of_a_commune_goes_up_at_once(village: Village, office: Office) -> None:
    mine = [await filed(village), await filed(village)]
    other = await filed(village, TEA_MAKER)
    async with Desk(office) as desk:
        await desk.logs_in("Lò Thị Pà", "officer", "01096")
        page = await desk.get("/staff/send-up")
        assert "2 đăng ký" in page.text
        fields = page.fields | {"numbers": f"{mine[0]},{mine[1]},{other}", "tells-1": "on"}
        done = await desk.post("/staff/send-up", fields)
        after = await desk.get("/staff/send-up")

        assert done.status == 303
        assert "Đã gửi 2 đăng ký lên tỉnh." in after.text
        assert (await desk.post("/staff/send-up", fields)).status == 409
    assert [await status_of(village, one) for one in mine] == ["sent_province"] * 2
    assert await status_of(village, other) == "filed_commune"
    assert "đã gửi hồ sơ mã" in await last_told(village)


async def test_the_lists_are_in_vietnamese_order_and_take_numbers_only(
    village: Village, desk: Desk
) -> None:
    await filed(village, ("Ma Văn Tú", "0912 000 222", "Mật Đồng Văn", "4", "Đồng Văn", "Mật"))
    await filed(village, SMITH)
    await filed(village, TEA_MAKER)

    page = await desk.get("/staff/send-up")
    nonsense = await desk.post("/staff/send-up", page.fields | {"numbers": "9" * 5000})

    named = [page.text.index(f"<h2>xã {name}</h2>") for name in ("Cao Bồ", "Đồng Văn", "Pà Vầy Sủ")]
    assert named == sorted(named)
    assert nonsense.status == 409


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_is_told_promises_nothing_and_names_nobody(language: str) -> None:
    told = [one for one in the_book().wording.keys(language) if one.startswith("progress-")]
    assert len(told) == 10
    for key in told:
        args = {"code": "1", "reason": "r", "phone": "p"}
        words = the_book().wording.say(language, key, args).lower()
        promised = ("chắc chắn", "sẽ được", "thưởng", "money", "will be")
        assert not any(one in words for one in promised), key
