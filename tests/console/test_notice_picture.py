"""The picture of a notice, put on its form; and who is to be called, as a file, before it goes."""

from __future__ import annotations

import io
from typing import Any

import aiohttp
import openpyxl
import pytest

from bot.notices.saying import said
from storage import notices
from tests.book import the_book
from tests.console.announcements import agrees
from tests.console.office import Desk, Office, Seen
from tests.console.producers import TEA_MAKER, Village
from tests.console.test_activities import FIELDS as COURSE
from tests.console.test_activities import LIST as ACTIVITIES
from tests.console.test_notices import FIELDS, LIST, made, stands
from tests.web.pictures import noisy_photo, photo


async def sends(desk: Desk, path: str, picture: bytes, **fields: str) -> Seen:
    form = aiohttp.FormData()
    for name, value in ((await desk.seal()) | fields).items():
        form.add_field(name, value)
    form.add_field("picture", io.BytesIO(picture), filename="ảnh.png", content_type="image/png")
    return await desk.post(path, form)


async def test_a_picture_is_kept_shown_changed_and_left_out(office: Office, desk: Desk) -> None:
    answer = await sends(desk, f"{LIST}/new", photo(kind="PNG"), **FIELDS)
    where = answer.headers["Location"]
    page = await desk.get(where)
    shown = await desk.get(f"{where}/picture")
    first = (await stands(office, where)).draft
    await sends(desk, f"{where}/edit", noisy_photo(3000, 2500), **FIELDS)
    second = (await stands(office, where)).draft
    await desk.does(f"{where}/edit", **FIELDS)
    kept = (await stands(office, where)).draft
    await desk.does(f"{where}/edit", **FIELDS, **{"no-picture": "on"})
    gone = (await stands(office, where)).draft

    assert f'src="{where}/picture"' in page.text
    assert shown.body.startswith(b"\xff\xd8\xff")
    assert shown.headers["Content-Type"] == "image/jpeg"
    assert first.picture is not None
    assert second.picture is not None
    assert first.picture != second.picture
    assert len(await office.media.get(second.picture.media)) <= 1_000_000
    assert said(second, the_book(), "vi").message.attached == second.picture
    assert kept.picture == second.picture
    assert gone.picture is None
    assert (await desk.get(f"{where}/picture")).status == 404


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7 a paper %%EOF", "Tệp này không phải ảnh"),
        (b"hello", "Tệp này không phải ảnh"),
        (b"\x89PNG\r\n\x1a\n broken", "Không mở được ảnh này"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
    ],
    ids=["paper", "text", "broken", "heic"],
)
async def test_what_is_no_picture_is_refused(
    office: Office, desk: Desk, content: bytes, words: str
) -> None:
    page = await sends(desk, f"{LIST}/new", content, **FIELDS)

    assert page.status == 422
    assert words in page.text
    assert FIELDS["text-vi"] in page.text
    assert await notices.newest(office.reader) == []


async def test_a_file_that_the_page_lost_is_asked_for_again(office: Office, desk: Desk) -> None:
    wrong = await sends(desk, f"{LIST}/new", photo(), **FIELDS | {"title": ""})
    counted = await sends(desk, f"{LIST}/new", photo(), **FIELDS, count="yes")

    for page in (wrong, counted):
        assert page.status == 422
        assert "Chọn lại ảnh" in page.text
    assert await notices.newest(office.reader) == []


async def test_who_is_to_be_called_leaves_as_a_file_with_a_reason(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered()
    tea = await village.registered(TEA_MAKER, account="telegram:1")
    await agrees(office.engine)
    await tea.leaves()
    where = await made(desk)
    sheet = await desk.get(where)
    unreasoned = await desk.does(f"{where}/left-out", kind="xlsx")
    taken = await desk.does(f"{where}/left-out", kind="xlsx", reason="gọi mời dự lớp")
    plain = await desk.does(f"{where}/left-out", kind="csv", reason="gọi mời dự lớp")
    strange = await desk.does(f"{where}/left-out", kind="pdf", reason="gọi mời dự lớp")

    lines: Any = openpyxl.load_workbook(io.BytesIO(taken.body)).active
    head, *rows = lines.iter_rows(values_only=True)
    assert "Cần gọi điện thay: 2 người" in sheet.text
    assert unreasoned.status == 422
    assert 'href="#reason"' in unreasoned.text
    assert head[:3] == ("Kênh", "Người liên hệ", "Điện thoại")
    assert {(row[0], row[1], row[4]) for row in rows} == {
        ("Telegram", "Đặng Văn Chúa", "Không liên lạc được"),
        ("Trang web", "Vàng Thị Mỷ", "Ngoài giờ kênh cho gửi"),
    }
    assert {row[2] for row in rows} == {"0219 3888 000", "0912 000 111"}
    assert plain.text.count("\r\n") == 3
    assert strange.status == 404
    exports = [one for one in await office.deeds() if one.action == "export"]
    assert [(one.subject, one.detail) for one in exports] == [
        ("notice 1", "calls-before people=2 reason=gọi mời dự lớp")
    ] * 2


async def test_an_activity_is_announced_to_its_audience_with_its_picture(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered()
    await village.registered(TEA_MAKER)
    await agrees(office.engine)
    invited = {"communes": "Lùng Tám", "channel-web": "on"}
    where = (await sends(desk, f"{ACTIVITIES}/new", photo(), **COURSE, **invited)).headers[
        "Location"
    ]
    edit = await desk.get(f"{where}/edit")
    live = await desk.get(f"{LIST}/count?kind=training&communes=L%C3%B9ng%20T%C3%A1m")
    first = (await desk.does(f"{where}/announce")).headers["Location"]
    draft = (await stands(office, first)).draft
    await desk.does(f"{where}/edit", **COURSE, **{"no-picture": "on"})
    second = (await desk.does(f"{where}/announce")).headers["Location"]
    plain = (await stands(office, second)).draft

    assert (await desk.get(f"{where}/picture")).status == 404
    assert f'src="{where}/picture"' in edit.text
    assert ">\nLùng Tám</textarea>" in edit.text
    assert 'name="channel-web" checked' in edit.text
    assert "Chọn được 1 người" in edit.text
    assert "Chọn được 1 người" in live.text
    assert draft.picture is not None
    assert (await desk.get(f"{first}/picture")).body.startswith(b"\xff\xd8\xff")
    assert (len(draft.audience.communes), draft.audience.channels) == (1, ("web",))
    assert plain.picture is None
    assert plain.audience.communes == ()


async def test_what_is_wrong_with_an_activitys_audience_or_picture_is_said(desk: Desk) -> None:
    strange = await desk.does(f"{ACTIVITIES}/new", **COURSE, communes="Paris")
    broken = await sends(desk, f"{ACTIVITIES}/new", b"hello", **COURSE)

    assert (strange.status, broken.status) == (422, 422)
    assert "xã, phường nào: Paris" in strange.text
    assert "Tệp này không phải ảnh" in broken.text
