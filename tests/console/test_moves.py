"""Many registrations taken a step on at once, over HTTP."""

from __future__ import annotations

from sqlalchemy import insert, select

from handlers.state import Status
from storage.schema import registration
from tests.console.office import Desk, Office, Seen
from tests.console.producers import SMITH, TEA_MAKER, WEAVER, Producer, Village
from tests.console.test_results import told
from tests.console.test_steps import status_of

LIST = "/staff/registrations"
STEPS = f"{LIST}/bulk/steps"
MANY = 100
PRINTED = "phiếu của ghi danh mã"


async def standing(village: Village, status: Status, *who: tuple[str, ...]) -> dict[int, Producer]:
    """Producers whose registrations stand there, by number."""
    found = {}
    for details in who:
        producer = await village.registered(details)
        number = await producer.number()
        await village.set_status(number, status)
        found[number] = producer
    return found


async def asks(desk: Desk, step: str, scope: str = "all", **fields: str) -> Seen:
    return await desk.does(STEPS, list="", scope=scope, step=step, **fields)


async def does(desk: Desk, look: Seen, **fields: str) -> Seen:
    return await desk.post(f"{STEPS}/do", look.fields | fields)


async def said(desk: Desk, done: Seen) -> str:
    return (await desk.get(done.headers["Location"])).text


async def test_all_of_the_list_that_can_go_on_does_and_is_told(
    village: Village, office: Office, desk: Desk
) -> None:
    going = await standing(village, Status.COMPLETE, WEAVER, SMITH)
    (staying,) = await standing(village, Status.PRINTED, TEA_MAKER)

    look = await asks(desk, "print")
    done = await does(desk, look, tells="on")
    words = await said(desk, done)
    again = await does(desk, look, tells="on")

    assert "Chuyển 2 đăng ký: Đã in phiếu?" in look.text
    assert "Đã in phiếu, chờ ký và nộp: 1" in look.text
    assert "Nhắn được trong chat ngay bây giờ: 2 cơ sở" in look.text
    assert PRINTED in look.text
    assert "Đã chuyển 2 đăng ký, nhắn 2 cơ sở." in words
    assert "1 đăng ký ở tình trạng khác, giữ nguyên." in words
    for number, producer in going.items():
        assert await status_of(village, number) == "printed"
        (line,) = await told(producer)
        assert PRINTED in line
    deeds = [one for one in await office.deeds() if one.action == "registration.moved"]
    assert {(one.subject, one.detail) for one in deeds} == {
        (str(number), "complete > printed (told)") for number in going
    }
    assert "Đã in phiếu, chờ ký và nộp" in (await desk.get(f"{LIST}/{staying}")).text
    assert again.status == 200
    assert "Danh sách vừa thay đổi" in again.text


async def test_only_the_ticked_ones_go_on_and_nobody_is_told_unless_wanted(
    village: Village, desk: Desk
) -> None:
    going = await standing(village, Status.COMPLETE, WEAVER, SMITH)
    first, second = going
    look = await asks(desk, "print", "page", chosen=str(first))
    done = await does(desk, look, chosen=str(first))
    words = await said(desk, done)

    assert "Đã chuyển 1 đăng ký, nhắn 0 cơ sở." in words
    assert "gọi điện báo giúp" not in words
    assert await status_of(village, first) == "printed"
    assert await status_of(village, second) == "complete"
    assert await told(going[first]) == []


async def test_what_cannot_go_on_says_why(village: Village, desk: Desk) -> None:
    (lacking,) = await standing(village, Status.INTEREST, WEAVER)
    done = await does(desk, await asks(desk, "complete"), tells="on")

    words = await said(desk, done)
    assert "Đã chuyển 0 đăng ký, nhắn 0 cơ sở. 1 hồ sơ còn thiếu, không chuyển." in words
    assert await status_of(village, lacking) == "interest"


async def test_who_has_left_is_not_told_and_staff_hear_of_it(village: Village, desk: Desk) -> None:
    going = await standing(village, Status.COMPLETE, WEAVER, SMITH)
    weaver = next(iter(going.values()))
    await weaver.leaves()
    look = await asks(desk, "print")
    words = await said(desk, await does(desk, look, tells="on"))

    assert "Nhắn được trong chat ngay bây giờ: 1 cơ sở" in look.text
    assert "Đã chuyển 2 đăng ký, nhắn 1 cơ sở." in words
    assert "Chưa nhắn được 1 cơ sở: gọi điện báo giúp." in words


async def test_a_reason_is_asked_for_and_shown_as_it_will_be_told(
    village: Village, desk: Desk
) -> None:
    (number,) = going = await standing(village, Status.COMPLETE, WEAVER)
    empty = await asks(desk, "return")
    lacking = await does(desk, empty, tells="on", reason=" ")
    look = await does(desk, empty, tells="on", reason="thiếu ảnh")
    done = await does(desk, look, tells="on", reason="thiếu ảnh")

    assert lacking.status == 422
    assert "Ghi lý do trước khi chuyển." in lacking.text
    assert look.status == 200
    assert "bổ sung hồ sơ mã" in look.text
    assert "thiếu ảnh" in look.text
    assert done.status == 303
    assert await status_of(village, number) == "collecting"
    (line,) = await told(going[number])
    assert "thiếu ảnh" in line


async def test_nothing_ticked_and_no_such_step(village: Village, desk: Desk) -> None:
    await standing(village, Status.COMPLETE, WEAVER)
    nothing = await asks(desk, "print", "page")
    unknown = await asks(desk, "crown")

    assert (nothing.status, unknown.status) == (422, 422)
    assert "Đánh dấu ít nhất một đăng ký, và chọn việc cần làm." in nothing.text


async def test_an_officer_moves_own_communes_only_and_judges_nothing(
    village: Village, office: Office
) -> None:
    (mine, other) = await standing(village, Status.FILED_COMMUNE, WEAVER, TEA_MAKER)
    async with Desk(office) as officer:
        await officer.logs_in("Cán bộ xã", "officer", "00901")
        page = await officer.get(LIST)
        judging = await asks(officer, "judge")
        elsewhere = await asks(officer, "send", "page", chosen=str(other))
        await does(officer, await asks(officer, "send"), tells="on")

    assert 'value="judge"' not in page.text
    assert (judging.status, elsewhere.status) == (422, 422)
    assert await status_of(village, mine) == "sent_province"
    assert await status_of(village, other) == "filed_commune"


async def test_many_of_one_chat_go_on_at_once(village: Village, desk: Desk) -> None:
    """More than a chat may say in a moment: it is not the chat that is in a hurry."""
    ((first, helper),) = (await standing(village, Status.COMPLETE, WEAVER)).items()
    async with village.engine.begin() as connection:
        one = (await connection.execute(select(registration))).one()._mapping
        copies = [dict(one) | {"id": first + at, "code": f"c{at}"} for at in range(1, MANY)]
        await connection.execute(insert(registration), copies)

    await does(desk, await asks(desk, "print"))
    words = await said(desk, await does(desk, await asks(desk, "file")))

    assert f"Đã chuyển {MANY} đăng ký" in words
    assert await status_of(village, first + MANY - 1) == "filed_commune"
    assert await told(helper) == []
