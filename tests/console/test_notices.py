"""Notices in the console: written, counted, sent with care, watched, stopped, called about."""

from __future__ import annotations

import re

from storage import notices
from storage.columns import Announcing, Sending
from storage.ledgers import counts
from tests.book import the_book
from tests.console.announcements import DRAFT, TEXT, agrees, announced
from tests.console.office import Desk, Office
from tests.console.producers import TEA_MAKER, Village
from tests.notices.desk import Desk as Folks

LIST = "/staff/notices"
GROUP = the_book().forms["registration"].by_key["prod-group"].choices[0]
FIELDS = {"title": "Lớp tập huấn", "topic": "training", "text-vi": TEXT}


async def made(desk: Desk, **fields: str) -> str:
    """The page of a notice that was just written."""
    answer = await desk.does(f"{LIST}/new", **(FIELDS | fields))
    assert answer.status == 303, answer.text
    return answer.headers["Location"]


async def stands(office: Office, where: str) -> notices.Notice:
    one = await notices.find(office.reader, int(where.rpartition("/")[2]))
    assert one is not None
    return one


async def people(office: Office, count: int) -> None:
    """So many on Telegram who agreed to hear of courses."""
    folks = Folks(office.engine, office.reader)
    await folks.people(count, "telegram:1")


async def test_what_is_written_is_shown_as_each_channel_shows_it(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered()
    where = await made(
        desk, **{"door-register": "on", "communes": "Lùng Tám", f"group-{GROUP}": "on"}
    )

    page = await desk.get(where)

    assert page.text.count(TEXT) >= 4
    assert "THÔI NHẬN TIN" in page.text
    assert "Để đọc trên loa" in page.text
    draft = (await stands(office, where)).draft
    assert [door.leads for door in draft.doors] == ["register"]
    assert len(draft.audience.communes) == 1
    deed = (await office.deeds())[-1]
    assert (deed.action, deed.subject) == ("notice-create", "notice 1")
    assert deed.staff_id is not None
    edit = await desk.get(f"{where}/edit")
    assert ">\nLùng Tám</textarea>" in edit.text
    assert f'name="group-{GROUP}" checked' in edit.text


async def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(
    desk: Desk,
) -> None:
    typed = FIELDS | {"title": "", "text-vi": "x" * 2500, "communes": "Paris"}
    page = await desk.does(f"{LIST}/new", **typed)

    assert page.status == 422
    assert "Đặt tên cho thông báo" in page.text
    assert "Viết gọn lại" in page.text
    assert "xã, phường nào: Paris" in page.text
    assert "x" * 2500 in page.text


async def test_the_form_counts_without_being_saved(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered()
    await village.registered(TEA_MAKER)
    await agrees(office.engine)

    everybody = await desk.does(f"{LIST}/new", **FIELDS, count="yes")
    live = await desk.get(f"{LIST}/count?topic=training&communes=L%C3%B9ng%20T%C3%A1m")

    assert "Chọn được 2 người" in everybody.text
    assert live.text.startswith('<p class="count"')
    assert "Chọn được 1 người" in live.text
    assert await notices.newest(office.reader) == []


async def test_it_is_sent_after_a_minute_in_which_it_can_be_taken_back(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered()
    where = await made(desk)

    careless = await desk.does(f"{where}/send")
    sent = await desk.does(f"{where}/send", untested="on")
    scheduled = await stands(office, where)
    page = await desk.get(where)
    back = await desk.does(f"{where}/recall")
    after = await stands(office, where)

    assert careless.status == 422
    assert "Gửi thử trước" in careless.text
    assert sent.status == 303
    assert scheduled.status is Announcing.SCHEDULED
    assert scheduled.send_at is not None
    assert 50 < (scheduled.send_at - scheduled.created_at).total_seconds() < 90
    assert "Huỷ hẹn giờ" in page.text
    assert back.status == 303
    assert (after.status, after.send_at) == (Announcing.READY, None)


async def test_a_time_is_read_as_in_vietnam_and_must_be_to_come(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered()
    where = await made(desk)

    past = await desk.does(f"{where}/send", untested="on", at="23/11/2020 08:00")
    strange = await desk.does(f"{where}/send", untested="on", at="mai")
    sent = await desk.does(f"{where}/send", untested="on", at="01/12/2030 08:00")

    assert (past.status, strange.status, sent.status) == (422, 422, 303)
    assert 'value="mai"' in strange.text
    one = await stands(office, where)
    assert one.send_at is not None
    assert f"{one.send_at:%Y-%m-%d %H:%M}" == "2030-12-01 01:00"


async def test_to_many_it_is_sent_when_their_number_is_typed(
    village: Village, office: Office, desk: Desk
) -> None:
    await people(office, 101)
    await agrees(office.engine)
    where = await made(desk)

    page = await desk.get(where)
    without = await desk.does(f"{where}/send", untested="on")
    wrong = await desk.does(f"{where}/send", untested="on", count="100")
    right = await desk.does(f"{where}/send", untested="on", count="101")

    assert "Gõ số người nhận: 101" in page.text
    assert (without.status, wrong.status, right.status) == (422, 422, 303)
    assert "Số người nhận bây giờ là 101" in wrong.text


async def test_each_number_of_the_sheet_leads_to_its_people(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered()
    where = await made(desk)

    page = await desk.get(where)
    link = re.findall(r'href="([^"]*left-out[^"]*)"', page.text)[0]
    people = await desk.get(link)
    nowhere = await desk.get(f"{where}/left-out?why=weather")

    assert link.endswith("left-out?why=outside")
    assert "Vàng Thị Mỷ 09•• ••• 111" in people.rows[0]
    assert nowhere.status == 404


async def test_a_trial_goes_to_one_registration(
    village: Village, office: Office, desk: Desk
) -> None:
    producer = await village.registered()
    where = await made(desk)

    wrong = await desk.does(f"{where}/test", code="123")
    sent = await desk.does(f"{where}/test", code=await producer.code())
    page = await desk.get(where)

    assert wrong.status == 422
    assert "Không có mã này" in wrong.text
    assert sent.status == 303
    [trial, one] = await notices.newest(office.reader)
    assert trial.status is Announcing.SCHEDULED
    assert len(trial.draft.audience.codes) == 1
    assert one.tested_at is not None
    assert "Gửi thử lần cuối" in page.text


async def test_what_is_under_way_is_not_edited_and_can_be_stopped(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered()
    where = await made(desk)
    await desk.does(f"{where}/send", untested="on")

    paused = await desk.does(f"{where}/pause")
    edit = await desk.does(f"{where}/edit", **FIELDS)
    resumed = await desk.does(f"{where}/resume")
    cancelled = await desk.does(f"{where}/cancel")
    late = await desk.does(f"{where}/send", untested="on")

    assert [one.status for one in (paused, edit, resumed, cancelled, late)] == [
        303,
        409,
        303,
        303,
        409,
    ]
    assert "không sửa được nữa" in edit.text
    assert (await stands(office, where)).status is Announcing.CANCELLED


async def test_an_edit_makes_a_ready_one_a_draft_again(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered()
    where = await made(desk)
    await desk.does(f"{where}/ready")
    ready = await stands(office, where)

    await desk.does(f"{where}/edit", **(FIELDS | {"title": "Lớp mới"}))

    edited = await stands(office, where)
    assert (ready.status, edited.status) == (Announcing.READY, Announcing.DRAFT)
    assert edited.draft.title == "Lớp mới"


async def test_the_second_of_two_who_edit_it_is_shown_what_the_first_saved(
    office: Office, desk: Desk
) -> None:
    where = await made(desk, **{"door-staff": "on"})
    page = await desk.get(f"{where}/edit")
    await desk.does(f"{where}/edit", **(FIELDS | {"title": "Lớp ở Quản Bạ", "text-vi": "Mời."}))

    mine = page.fields | FIELDS | {"title": "Lớp ở Đồng Văn", "text-vi": TEXT, "door-staff": "on"}
    clash = await desk.post(f"{where}/edit", mine)
    kept = (await stands(office, where)).draft.title
    again = await desk.post(f"{where}/edit", mine | clash.fields)

    assert clash.status == 422
    assert "Đang lưu: “Lớp ở Quản Bạ”" in clash.text
    assert "Đang lưu: “Mời.”" in clash.text
    assert 'value="Lớp ở Đồng Văn"' in clash.text
    assert 'id="door-error"' in clash.text
    assert 'id="topic-error"' not in clash.text
    assert kept == "Lớp ở Quản Bạ"
    assert again.status == 303
    assert (await stands(office, where)).draft.title == "Lớp ở Đồng Văn"


async def test_what_somebody_changed_meanwhile_is_read_before_it_is_sent(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered()
    where = await made(desk)
    page = await desk.get(where)
    await desk.does(f"{where}/edit", **(FIELDS | {"text-vi": "Lớp đã dời sang tuần sau."}))

    stale = await desk.post(f"{where}/send", page.fields | {"untested": "on"})
    before = await stands(office, where)
    sent = await desk.post(f"{where}/send", stale.fields | {"untested": "on"})

    assert stale.status == 422
    assert "vừa được người khác sửa" in stale.text
    assert "Lớp đã dời sang tuần sau." in stale.text
    assert before.status is Announcing.DRAFT
    assert sent.status == 303


async def test_how_far_it_is_and_who_is_to_be_called(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered()
    await village.registered(TEA_MAKER)
    number = await announced(office.engine)
    where = f"{LIST}/{number}"

    page = await desk.get(where)
    progress = await desk.get(f"{where}/progress")
    listed = await desk.get(f"{where}/calls")
    called = await desk.does(f"{where}/called", n="1")
    after = await desk.get(f"{where}/calls")
    again = await desk.does(f"{where}/again", whom="failed")

    assert "Đã xử lý 2 trên 2 người" in page.text
    assert "không gửi được: bad request (1)" in progress.text
    assert progress.text.startswith('<section class="card record" id="progress"')
    assert 'hx-trigger="every' not in progress.text
    assert len(listed.rows) == 1
    assert "Đã gọi" in listed.rows[0]
    assert called.status == 303
    assert "<button aria-label" not in after.text
    assert again.status == 303
    assert await counts(office.reader, number) | {Sending.FAILED: 1} == await counts(
        office.reader, number
    )


async def test_the_report_is_downloaded_here_and_that_is_written_down(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered()
    number = await announced(office.engine)

    report = await desk.does(f"{LIST}/{number}/files/report")
    calls = await desk.does(f"{LIST}/{number}/files/calls")

    assert report.headers["Content-Disposition"].endswith(f'"bao-cao-{number}.csv"')
    assert "0912 000 111" in report.text
    assert len(calls.text.splitlines()) == 1
    assert [deed.action for deed in (await office.deeds())[-2:]] == ["export", "export"]


async def test_the_list_is_by_state(village: Village, office: Office, desk: Desk) -> None:
    await village.registered()
    await announced(office.engine)

    everything = await desk.get(LIST)
    over = await desk.get(f"{LIST}?state=over")
    under_way = await desk.get(f"{LIST}?state=under-way")

    assert len(everything.rows) == 2
    assert DRAFT.title in over.rows[0]
    assert "Đã gửi xong" in over.rows[0]
    assert len(over.rows) == 1
    assert "Không có thông báo nào ở mục này" in under_way.text


async def test_a_notice_that_is_not_there(desk: Desk) -> None:
    assert (await desk.get(f"{LIST}/7")).status == 404
    assert (await desk.does(f"{LIST}/7/send")).status == 404


async def test_nobody_is_to_be_called_where_nobody_was_missed(desk: Desk) -> None:
    where = await made(desk)

    page = await desk.get(f"{where}/calls")

    assert page.status == 200
    assert page.rows == []
