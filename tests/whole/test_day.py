"""
A whole day's work, as the people in it see it: a telephone in a village, a desk and a door.

The program is the one that anybody starts; its clock is ahead of ours, so that a minute of grace
need not be waited for.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from handlers.days import VIETNAM
from tests.console.looking import measured
from tests.console.office import KEY
from tests.web import pictures
from tests.web.chromium import PHONE, Screen, chromium, phone
from tests.whole.clerk import NAME, Clerk, clerk
from tests.whole.program import PATIENCE, Program
from tests.whole.reading import CODE
from tests.whole.sheets import read_sheet

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(300)]

MAKER, HOUSE, THING = "Vàng Thị Mỷ", "HTX Lanh Sợi Xanh", "Khăn lanh nhuộm chàm"
COURSE = "Tập huấn chụp ảnh sản phẩm"
TICKET = re.compile(r"/tickets/(\S+)")
LASTS = timedelta(hours=2)
MOMENT = "%d/%m/%Y %H:%M"
LEFT_OUT = ("từ trên xuống", "bằng khen")
TOLD = {
    "0/establishment": {
        "rep-name": "Giàng Mí Sính",
        "reg-number": "100200300",
        "workers-total": "18",
    },
    "1/product": {
        "prod-kind": "single",
        "made-by-self": "yes",
        "processed": "yes",
        "mass-producible": "yes",
        "prod-description": "Khăn dệt tay từ sợi lanh, nhuộm chàm nhiều lần, vẽ sáp ong.",
        "materials": "sợi lanh, chàm",
        "annual-output": "2000 chiếc",
    },
    "1/quality": {
        "ip-clear": "yes",
        "prev-cert-level": "none",
        "target-level": "province",
        "sample": "yes",
    },
}


@pytest.fixture
def program(tmp_path: Path, pack: Path) -> Program:
    """An installation with the web chat alone, tomorrow."""
    more = {
        "BOT_TELEGRAM_TOKEN": "",
        "BOT_QUIET_HOURS": "none",
        "BOT_SECRET_KEY": KEY,
    }
    return Program(tmp_path / "here", pack, "", more=more, hours_on=24)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "khan.jpg"
    path.write_bytes(pictures.photo_with_place(1200, 900))
    return path


async def test_from_the_registration_to_the_export(
    program: Program, photo: Path, tmp_path: Path
) -> None:
    begins = (program.now + timedelta(hours=3)).astimezone(VIETNAM)
    async with (
        program.serving() as process,
        chromium() as browser,
        phone(browser, program.url) as mobile,
        clerk(browser, program) as hoa,
    ):
        mobile.context.set_default_timeout(1000 * PATIENCE)
        chat = await mobile.open()
        await hoa.accepts_the_invitation(NAME, "editor")
        code = await registers(chat)
        await hoa.presses("Có 1 đăng ký mới. Bấm để xem.")
        await hoa.presses(code)
        record = hoa.page.url.removeprefix(program.url)
        await hears_the_rest_by_telephone(hoa, record)
        await sends_all_but_one(chat, photo)
        await is_asked_for_it(hoa, record)
        await sends_it(chat, photo)
        await is_complete(hoa, record)
        await hears(chat, "đã in. Anh/chị xem lại, ký")

        await announces(hoa, begins)
        program.moves_on(process)
        ticket = await takes_a_seat(chat)
        async with clerk(browser, program, **PHONE) as door:
            door.seed = hoa.seed
            await checks_in(door, ticket)
        await counts(hoa, begins + LASTS)
        await exports(hoa, tmp_path / "list.xlsx")

    [row] = read_sheet(tmp_path / "list.xlsx")
    assert row == row | {
        "Mã": code,
        "Cơ sở và sản phẩm": f"{HOUSE} – {THING}",
        "Người liên hệ": MAKER,
        "Số điện thoại": "0912 000 111",
        "Tình trạng": "Đã in phiếu, chờ ký và nộp",
    }


async def registers(chat: Screen) -> str:
    """Sign up by thumb; the code that is given."""
    await chat.replies(1)
    await taps(chat, "Ghi danh sản phẩm")
    await taps(chat, "Đồng ý")
    for words in (MAKER, "0912 000 111", HOUSE):
        await says(chat, words)
    await taps(chat, "Hợp tác xã")
    await says(chat, "Lùng Tám")
    await says(chat, THING)
    await taps(chat, "Thủ công mỹ nghệ")
    await taps(chat, "Tất cả")
    found = CODE.search(await taps(chat, "Gửi ghi danh"))
    assert found
    return found[0]


async def says(chat: Screen, words: str) -> str:
    await chat.type(words)
    return await chat.answered()


async def taps(chat: Screen, label: str) -> str:
    await chat.tap(label)
    return await chat.answered()


async def hears(chat: Screen, words: str) -> None:
    """Wait for what comes by itself."""
    await chat.page.locator(".newest", has_text=words).wait_for()


async def sends_all_but_one(chat: Screen, photo: Path) -> None:
    """Send what the dossier needs of photos and papers, but for the photo from above."""
    for part in ("Giấy tờ của cơ sở", "Ảnh và giấy tờ"):
        said = await taps(chat, part)
        while "làm phần nào trước" not in said:
            if await chat.offers("Xong"):
                said = await taps(chat, "Xong")
            elif any(words in said for words in LEFT_OUT):
                said = await taps(chat, "Bỏ qua")
            else:
                said = await sends(chat, photo)
    assert "Ảnh từ trên xuống" in said


async def sends(chat: Screen, photo: Path) -> str:
    before = await chat.page.locator(".ours").count()
    await chat.page.set_input_files("#file", photo)
    await chat.replies(before + 1)
    return await chat.answered()


async def hears_the_rest_by_telephone(hoa: Clerk, record: str) -> None:
    """Type what the maker says on the telephone, part by part."""
    for part, answers in TOLD.items():
        await hoa.goes(f"{record}/edit/{part}")
        await hoa.fills_in(answers | {"how": "phone"})
        if part == "1/product":
            await hoa.page.check("[name=markets-local]")
        await hoa.presses("Lưu")
        await hoa.sees("Đã lưu")


async def is_asked_for_it(hoa: Clerk, record: str) -> None:
    """Nothing but the photo from above is missing, and it is asked for in the chat."""
    await hoa.goes(record)
    await hoa.presses("Xin bổ sung")
    [missing] = await hoa.page.locator("#missing label").all_inner_texts()
    assert missing.strip() == "Ảnh từ trên xuống"
    await hoa.page.get_by_label("Ảnh từ trên xuống").check()
    await hoa.presses("Gửi cho cơ sở")
    await hoa.sees("Đang chờ cơ sở bổ sung: Ảnh từ trên xuống")


async def sends_it(chat: Screen, photo: Path) -> None:
    """The question has come by itself; the photo answers it, and nothing is missing any more."""
    await hears(chat, "Cán bộ đang xem ghi danh")
    said = await sends(chat, photo)
    assert "em đã ghi vào ghi danh" in said
    assert "Phần trả lời đã đủ" in said


async def is_complete(hoa: Clerk, record: str) -> None:
    """The dossier is complete; the form is printed, and the chat is told so."""
    await hoa.goes(record)
    await hoa.sees("Đã đủ thông tin")
    await hoa.presses("Đã in phiếu")
    await hoa.presses("Chuyển")
    await hoa.sees("Đã chuyển tình trạng và gửi tin cho cơ sở")


async def announces(hoa: Clerk, begins: datetime) -> None:
    """Write down a course, and send its invitation to the commune."""
    await hoa.goes("/staff/activities/new")
    await hoa.fills_in(
        {
            "kind": "training",
            "starts": f"{begins:{MOMENT}}",
            "ends": f"{begins + LASTS:{MOMENT}}",
            "deadline": f"{begins:{MOMENT}}",
            "seats": "30",
            "commune": "Lùng Tám",
            "title-vi": COURSE,
            "place-vi": "hội trường UBND xã",
            "description-vi": "Mang theo sản phẩm.",
        }
    )
    await hoa.presses("Lưu")
    await hoa.presses("Soạn tin mời")
    await hoa.presses("Sửa thông báo")
    await hoa.fills_in({"communes": "Lùng Tám"})
    await hoa.sees("Chọn được 1 người")
    await hoa.presses("Lưu")
    await hoa.page.check("#untested")
    await hoa.presses("Gửi")
    await hoa.sees("Tin được gửi sau một phút")


async def takes_a_seat(chat: Screen) -> str:
    """Tap the button of the invitation, and answer; gives the address on the ticket."""
    await hears(chat, f"mời anh/chị dự {COURSE}")
    for label in ("Giữ chỗ", "Giữ chỗ cho tôi", "Đồng ý", "Đúng", "Đúng"):
        said = await taps(chat, label)
    assert f"Em đã giữ chỗ cho {MAKER}" in said
    await says(chat, "chỗ của tôi")
    said = await says(chat, "1")
    found = TICKET.search(said)
    assert found, said
    await chat.page.reload()
    await chat.page.locator(".ours", has_text=f"mời anh/chị dự {COURSE}").wait_for()
    return found[1]


async def checks_in(door: Clerk, ticket: str) -> None:
    """Scan the ticket, which asks who is there, and note that its owner has come."""
    await door.goes(f"/staff/checkin/{ticket}")
    await door.signs_in(NAME)
    await door.sees(MAKER)
    assert await measured(door.page) == []
    await door.presses("Đã đến")


async def counts(hoa: Clerk, ended: datetime) -> None:
    """The statistics know of the registration and the notice, the report of who was there."""
    await hoa.goes("/staff/statistics")
    assert await hoa.numbers("Lùng Tám") == ["1", "–", "–"]
    audience, sent, *_ = await hoa.numbers(COURSE)
    assert (audience, sent) == ("1", "1")
    await hoa.goes(f"/staff/reports?span=month&year={ended.year}&number={ended.month}")
    for line in ("Lớp tập huấn, hội chợ đã tổ chức", "Chỗ đã giữ", "Lượt người có mặt"):
        assert (await hoa.numbers(line))[0] == "1", line


async def exports(hoa: Clerk, out: Path) -> None:
    await hoa.goes("/staff/registrations")
    await hoa.fills_in({"reason": "Gọi mời dự tập huấn"})
    await hoa.downloads("Tải Excel (XLSX)", out)
