"""Activities in the console: written, changed, seats settled, people checked in at the door."""

from __future__ import annotations

import io
import re

from openpyxl import load_workbook

from handlers import codes
from storage import activities
from storage.guests import guests
from storage.notices import newest
from tests.console.announcements import TICKET_NAME, held
from tests.console.office import Desk, Office
from tests.console.producers import Village

LIST = "/staff/activities"
KNOWN = re.compile(r'name="(known-\d+)" value="([a-z]*)"')
FIELDS = {
    "kind": "training",
    "starts": "10/12/2030 08:00",
    "ends": "10/12/2030 16:30",
    "deadline": "07/12/2030 17:00",
    "seats": "30",
    "commune": "Lùng Tám",
    "title-vi": "Tập huấn làm hồ sơ",
    "place-vi": "hội trường UBND xã",
    "description-vi": "Mang theo sản phẩm.",
}


async def test_a_course_is_written_and_changed(desk: Desk) -> None:
    made = await desk.does(f"{LIST}/new", **FIELDS)
    where = made.headers["Location"]
    page = await desk.get(where)
    edited = await desk.does(f"{where}/edit", **(FIELDS | {"starts": "10/12/2030 09:00"}))
    after = await desk.get(where)

    assert made.status == 303
    assert "8 giờ 00 thứ Ba 10/12/2030" in page.text
    assert "Lùng Tám" in page.text
    assert edited.status == 303
    assert "9 giờ 00" in after.text
    assert "được báo giờ, nơi mới" in after.text


async def test_the_second_of_two_who_change_it_is_shown_what_the_first_saved(desk: Desk) -> None:
    where = (await desk.does(f"{LIST}/new", **FIELDS)).headers["Location"]
    page = await desk.get(f"{where}/edit")
    await desk.does(f"{where}/edit", **(FIELDS | {"starts": "10/12/2030 09:00"}))

    mine = page.fields | FIELDS | {"seats": "40"}
    clash = await desk.post(f"{where}/edit", mine)
    kept = await desk.get(where)
    again = await desk.post(f"{where}/edit", mine | clash.fields)

    assert clash.status == 422
    assert "Đang lưu: “10/12/2030 09:00”" in clash.text
    assert 'value="40"' in clash.text
    assert "9 giờ 00" in kept.text
    assert again.status == 303
    assert "8 giờ 00" in (await desk.get(where)).text


async def test_what_is_wrong_is_said_beside_its_field(desk: Desk) -> None:
    wrong = {"ends": "10/12/2030 07:00", "seats": "0", "commune": "Paris", "title-vi": ""}
    page = await desk.does(f"{LIST}/new", **(FIELDS | wrong | {"deadline": "mai"}))

    assert page.status == 422
    said = ("phải sau giờ bắt đầu", "Số chỗ từ 1", "là xã, phường nào", "Đặt tên", "Viết ngày giờ")
    assert [words for words in said if words not in page.text] == []
    assert 'value="mai"' in page.text
    assert "Mang theo sản phẩm." in page.text


async def test_who_comes_and_who_waits(village: Village, office: Office, desk: Desk) -> None:
    await village.registered()
    number = await held(office.engine)

    page = await desk.get(f"{LIST}/{number}")
    listed = await desk.get(LIST)

    assert "Vàng Thị Mỷ 09•• ••• 111" in page.rows[0]
    assert "Lò Văn Sú" in page.text
    assert "912 000" not in page.text
    assert "1/1" in listed.rows[0]


async def test_somebody_is_checked_in_by_code_or_by_the_ticket(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered()
    number = await held(office.engine)
    first, second = await guests(office.reader, number)
    door = f"{LIST}/{number}/door"

    async def at_the_door(code: str) -> str:
        await desk.does(door, code=code)
        told = (await desk.get(door)).text
        return told.partition('role="status">')[2].partition("</p>")[0]

    ticket = await desk.get(f"/staff/checkin/{TICKET_NAME}")
    nobody = await at_the_door("123")
    waits = await at_the_door(codes.code(second.id))
    came = await desk.does(f"/staff/checkin/{TICKET_NAME}")
    again = await at_the_door(codes.code(first.id))
    by_link = await at_the_door(f"https://bot.example/staff/checkin/{TICKET_NAME}")
    strange = await desk.get("/staff/checkin/" + "x" * 24)

    assert "Vàng Thị Mỷ" in ticket.text
    assert "Đã đến</button>" in ticket.text
    assert nobody == "Không có mã này trong danh sách."
    assert waits == "Lò Văn Sú đang ở danh sách chờ, thứ 1; chưa có chỗ."
    assert came.status == 303
    assert again == by_link
    assert again.startswith("Vàng Thị Mỷ đã điểm danh lúc")
    assert strange.status == 404
    assert "Đã đến 1 trên 1 người" in (await desk.get(door)).text


async def test_who_was_there_is_written_afterwards(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered()
    number = await held(office.engine)
    first, second = await guests(office.reader, number)

    await desk.does(
        f"{LIST}/{number}/attended", **{f"known-{first.id}": "yes", f"there-{first.id}": "on"}
    )
    there = [one.attended for one in await guests(office.reader, number)]
    known = {f"known-{one.id}": "yes" for one in (first, second)}
    await desk.does(f"{LIST}/{number}/attended", **known)
    absent = [one.attended for one in await guests(office.reader, number)]

    assert there == [True, None]
    assert absent == [False, None]
    assert (await office.deeds())[-1].staff_id is not None


async def test_who_came_while_the_list_lay_open_is_not_struck_out(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered()
    number = await held(office.engine)
    first, _ = await guests(office.reader, number)
    page = await desk.get(f"{LIST}/{number}")
    await desk.does(f"/staff/checkin/{TICKET_NAME}")

    known = dict(KNOWN.findall(page.text))
    assert known.keys() == {f"known-{first.id}"}
    await desk.does(f"{LIST}/{number}/attended", **known)
    there = [one.attended for one in await guests(office.reader, number)]
    seen = await desk.get(f"{LIST}/{number}")
    await desk.does(f"{LIST}/{number}/attended", **dict(KNOWN.findall(seen.text)))

    assert there == [True, None]
    assert [one.attended for one in await guests(office.reader, number)] == [False, None]


async def test_a_seat_that_is_given_up_by_phone_is_the_next_ones(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered()
    number = await held(office.engine)
    first, second = await guests(office.reader, number)

    given = await desk.does(f"{LIST}/{number}/seats", code=codes.code(first.id), step="give-up")
    kept = await desk.does(f"{LIST}/{number}/seats", code=codes.code(second.id), step="confirm")
    gone = await desk.does(f"{LIST}/{number}/seats", code=codes.code(first.id), step="confirm")

    assert (given.status, kept.status, gone.status) == (303, 303, 404)
    [one] = await guests(office.reader, number)
    assert (one.id, one.standing.name) == (second.id, "HELD")


async def test_the_list_to_sign_is_downloaded_here(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered()
    number = await held(office.engine)

    sheet = await desk.does(f"{LIST}/{number}/sheet")

    [page] = load_workbook(io.BytesIO(sheet.body)).worksheets
    rows = list(page.iter_rows(values_only=True))
    assert rows[0][1] == "Họ và tên"
    assert rows[1][1] == "Vàng Thị Mỷ"
    assert (await office.deeds())[-1].action == "export"


async def test_its_notice_is_a_draft_with_a_button_to_a_seat(desk: Desk, office: Office) -> None:
    made = await desk.does(f"{LIST}/new", **FIELDS)

    answer = await desk.does(f"{made.headers['Location']}/announce")

    assert re.fullmatch(r"/staff/notices/\d+", answer.headers["Location"])
    [one] = await newest(office.reader)
    assert one.draft.doors[0].leads == "activity/1"


async def test_an_invitation_keeps_its_button_when_its_words_are_changed(
    desk: Desk, office: Office
) -> None:
    """Also while the course is not open for seats, or was written a moment ago."""
    made = await desk.does(f"{LIST}/new", **FIELDS)
    where = (await desk.does(f"{made.headers['Location']}/announce")).headers["Location"]
    form = await desk.get(f"{where}/edit")
    words = {"title": "Lớp mới", "topic": "training", "text-vi": "Mời anh/chị."}

    await desk.does(f"{where}/edit", **words, activity="1")
    [kept] = await newest(office.reader)
    await desk.does(f"{where}/edit", **words, activity="")
    [taken] = await newest(office.reader)

    assert '<option value="1" selected>' in form.text
    assert [door.leads for door in kept.draft.doors] == ["activity/1"]
    assert taken.draft.doors == ()


async def test_what_is_called_off_is_not_changed(desk: Desk, office: Office) -> None:
    where = (await desk.does(f"{LIST}/new", **FIELDS)).headers["Location"]

    off = await desk.does(f"{where}/cancel")
    twice = await desk.does(f"{where}/cancel")
    edit = await desk.does(f"{where}/edit", **FIELDS)

    assert (off.status, twice.status, edit.status) == (303, 409, 409)
    assert (await activities.find(office.reader, 1)).activity.cancelled
