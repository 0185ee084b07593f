"""Training courses from their file to who was there, by the commands and the phones people use."""

from __future__ import annotations

import asyncio
import csv
import io
import re
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from openpyxl import load_workbook

from handlers.days import VIETNAM
from tests.databases import KINDS, fresh, postgresql
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import FakeTelegram
from tests.whole import tables
from tests.whole.program import PATIENCE, ROOT, Program, free_port
from tests.whole.spread import spread
from tests.whole.test_notices import wants
from tests.whole.until import until

SEATS, PEOPLE, LEAVE = 30, 45, 5
CODE = re.compile(r"mã ([\d-]+)\.")
TITLE = "Tập huấn chụp ảnh sản phẩm"
IN_LINE = re.compile(r"danh sách chờ, thứ (\d+)")
NO_NIGHT = {"BOT_QUIET_HOURS": "none"}


def course(days: float = 20, seats: int = SEATS, title: str = TITLE) -> str:
    """The file of a course that begins so many days from now."""
    begins = datetime.now(UTC).astimezone(VIETNAM) + timedelta(days=days)
    ends, deadline = begins + timedelta(hours=3), begins - timedelta(minutes=1)
    return f"""
kind = "training"
starts = "{begins:%Y-%m-%d %H:%M}"
ends = "{ends:%Y-%m-%d %H:%M}"
deadline = "{deadline:%Y-%m-%d %H:%M}"
seats = {seats}
commune = "Lùng Tám"

[vi]
title = "{title}"
place = "hội trường UBND xã; nhà A, tầng 2"
description = "Mang theo sản phẩm."
"""


async def created(program: Program, text: str) -> str:
    """An activity made of a file; its number."""
    path = program.folder / "activity.toml"
    path.write_text(text, "utf-8")
    made = await program.run("activity", "create", str(path))
    assert made.code == 0, made
    word, number = made.out.splitlines()[-1].split()
    assert word == "activity"
    return number


async def asks_for_a_seat(phone: Phone, name: str) -> None:
    """Come as far as the last answer before a seat is taken."""
    phone.starts()
    await phone.reads()
    await phone.asks("lớp tập huấn")
    await phone.chooses(TITLE)
    await phone.chooses("Giữ chỗ cho tôi")
    await phone.chooses("Đồng ý")
    await phone.asks(name)


async def takes_a_seat(phone: Phone, name: str, number: str) -> str:
    """Take a seat, or a place in the line; what is said to it."""
    await asks_for_a_seat(phone, name)
    return (await phone.asks(number)).text


@pytest.fixture
def program(tmp_path: Path, pack: Path, telegram: FakeTelegram) -> Program:
    return Program(tmp_path / "here", pack, telegram.url, more=NO_NIGHT)


@pytest.mark.timeout(120)
async def test_a_course_is_announced_and_goes_into_the_calendar_of_who_comes(
    program: Program, telegram: FakeTelegram
) -> None:
    mai = telegram.phone(name="Mai")
    async with program.serving():
        number = await created(program, course())
        await wants(mai, "Lớp tập huấn")
        announced = await program.run("activity", "announce", number)
        notice = announced.out.splitlines()[-1].split()[-1]
        await program.run("notice", "send", notice, "--wait")
        invited = await mai.reads()
        detail = await mai.chooses("Giữ chỗ")
        await mai.chooses("Giữ chỗ cho tôi")
        await mai.chooses("Đồng ý")
        await mai.asks("Vàng Thị Mai")
        kept = await mai.asks("0912 000 111")
        link = (await mai.chooses("Ghi vào lịch")).text.split()[-1]
        async with ClientSession() as session, session.get(link) as answer:
            file, kind = await answer.text(), answer.content_type
        async with ClientSession() as session, session.get(link.replace("s/", "s/x")) as answer:
            wrong_link = answer.status

    assert f"mời anh/chị dự {TITLE}" in invited.text
    assert f"còn {SEATS} chỗ" in invited.text
    assert invited.labels == ["Giữ chỗ", "Thôi nhận tin"]
    assert TITLE in detail.text
    assert "Em đã giữ chỗ cho Vàng Thị Mai" in kept.text
    assert (kind, wrong_link) == ("text/calendar", 404)
    assert unfolded(file)["SUMMARY"] == TITLE
    assert unfolded(file)["LOCATION"] == r"hội trường UBND xã\; nhà A\, tầng 2"
    assert "Mai" not in program.log
    assert "0912" not in program.log


@pytest.mark.timeout(120)
async def test_the_list_is_printed_checked_and_filled_in(
    program: Program, telegram: FakeTelegram, tmp_path: Path
) -> None:
    names = ("list.xlsx", "list.csv", "wrong.csv", "letters.html")
    paper, sheet, wrong, post = (tmp_path / name for name in names)
    async with program.serving():
        number = await created(program, course())
        await until(lambda: on(telegram.phone()), PATIENCE)
        said = [
            await takes_a_seat(telegram.phone(), *who)
            for who in (("Vàng Thị Mai", "0912 000 111"), ("Lý A Sính", "0912 000 222"))
        ]
        code, other = (CODE.findall(text)[0] for text in said)
        await program.run("activity", "seats", number, "--out", str(paper))
        await program.run("activity", "letters", number, "--out", str(post))
        came = await program.run("activity", "checkin", number, code)
        again = await program.run("activity", "checkin", number, code.replace("-", ""))
        stranger = await program.run("activity", "checkin", number, "123-456-7")
        await program.run("activity", "seats", number, "--out", str(sheet))
        filled = sheet.read_text("utf-8-sig").replace('"đã giữ chỗ",""', '"đã giữ chỗ","vắng"')
        sheet.write_text(filled.replace(",", ";"), "utf-8-sig")
        noted = await program.run("activity", "attended", number, str(sheet))
        wrong.write_text(f"Mã giữ chỗ,Có mặt\n{other},perhaps\n111-111-1,x\n", "utf-8")
        refused = await program.run("activity", "attended", number, str(wrong))
        listed = await program.run("activity", "list")

    page: Any = load_workbook(paper).active
    assert [*page.values] == printed(code, other)
    assert (page.page_setup.paperSize, page.print_title_rows) == (9, "$1:$1")
    assert TITLE in page.oddHeader.center.text
    assert post.read_text("utf-8").count("<section>") == 2
    assert "Kính gửi: Vàng Thị Mai</p><p" in post.read_text("utf-8")
    assert f"mã giữ chỗ: {other}" in post.read_text("utf-8")
    assert "Đã điểm danh: Vàng Thị Mai." in came.out
    assert "đã điểm danh lúc" in again.out
    assert stranger.code == 2
    assert [row[-1] for row in rows_of(filled)] == ["Có mặt", "x", "vắng"]
    assert "1 người có mặt, 1 người vắng" in noted.out
    assert refused.code == 2
    assert [line.partition(":")[0] for line in refused.err.splitlines()[1:]] == ["dòng 2", "dòng 3"]
    assert f"{TITLE}: 2/{SEATS} chỗ đã giữ, 0 người chờ" in listed.out


@pytest.mark.parametrize("readme", ["README.md", "README.vi.md"])
async def test_the_file_in_the_readme_is_taken(
    program: Program, readme: str, tmp_path: Path
) -> None:
    lines = (ROOT / readme).read_text("utf-8").splitlines()
    begins = lines.index("    # lop.toml")
    ends = next(at for at, line in enumerate(lines) if "activity create" in line)
    async with program.serving():
        await created(program, "\n".join(line[4:] for line in lines[begins:ends]))


async def test_every_mistake_of_a_file_is_one_line(program: Program) -> None:
    path = program.folder / "wrong.toml"
    path.write_text(WRONG, "utf-8")
    async with program.serving():
        made = await program.run("activity", "create", str(path))

    assert made.code == 2
    assert [line.partition(": ")[2] for line in made.err.splitlines()[1:]] == [
        '`starts` must be a time like "2026-10-31 08:00"',
        "`ends` must come after `starts`",
        "`seats` must be from 1 to 5000",
        "`kind` is unknown: 'party'; known are training, fair",
        "vi: `description` is missing",
        "vi: `title` is 59 characters long; a button on Zalo takes 35",
        "`commune`: 'Nowhere' is no commune, or several; give its code",
        "`room` is not a known key",
    ]


WRONG = """
kind = "party"
starts = "tomorrow"
ends = "0001-01-01 00:00"
deadline = "0001-01-01 00:00"
seats = 0
commune = "Nowhere"
room = "A"

[vi]
title = "Tập huấn làm hồ sơ bình chọn sản phẩm công nghiệp nông thôn"
place = "UBND xã"
"""


async def test_a_notice_may_lead_to_a_seat_and_must_name_one_that_there_is(
    program: Program,
) -> None:
    path = program.folder / "notice.toml"
    async with program.serving():
        number = await created(program, course())
        text = 'title = "x"\ntopic = "training"\nactivity = {}\n[text]\nvi = "Mời dự."\n'
        path.write_text(text.format(number), "utf-8")
        made = await program.run("notice", "create", str(path))
        path.write_text(text.format(99), "utf-8")
        refused = await program.run("notice", "create", str(path))

    assert (made.code, refused.code) == (0, 2)
    assert refused.err == "Không có lớp hay hội chợ số 99.\n"


def unfolded(file: str) -> dict[str, str]:
    """The fields of a calendar file; the last of a name."""
    assert file.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in file.split("\r\n"))
    lines = file.replace("\r\n ", "").split("\r\n")
    return dict(line.split(":", 1) for line in lines if ":" in line)


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def printed(code: str, other: str) -> list[tuple[object, ...]]:
    """What the list says."""
    heads = ("STT", "Họ và tên", "Cơ sở", "Xã, phường", "Điện thoại", "Ký nhận")
    more = ("Mã giữ chỗ", "Tình trạng", "Có mặt")
    guests = (("Vàng Thị Mai", "0912 000 111", code), ("Lý A Sính", "0912 000 222", other))
    return [
        (*heads, *more),
        *(
            (number, name, None, None, phone, None, said, "đã giữ chỗ", None)
            for number, (name, phone, said) in enumerate(guests, 1)
        ),
    ]


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    kind = request.param
    with postgresql() if kind == "postgresql" else nullcontext(tmp_path) as server:
        yield fresh(kind, tmp_path, server)


@asynccontextmanager
async def several(
    database: str, tmp_path: Path, pack: Path, telegram: FakeTelegram
) -> AsyncIterator[Program]:
    """Three processes on PostgreSQL, one on SQLite; Telegram's calls go to each in turn."""
    port, count = free_port(), 3 if "://" in database else 1
    more = NO_NIGHT | {"BOT_PUBLIC_URL": f"http://127.0.0.1:{port}"}
    programs = [
        Program(tmp_path / f"p{n}", pack, telegram.url, database=database, more=more)
        for n in range(count)
    ]
    async with AsyncExitStack() as opened:
        await opened.enter_async_context(spread(port, [one.url for one in programs]))
        for one in programs:
            await opened.enter_async_context(one.serving())
        yield programs[0]


async def stands(program: Program, standing: int) -> list[int]:
    """The seats that stand so, in the order they were asked for."""
    rows = await tables.rows(
        program.database, f"SELECT id FROM seat WHERE standing = {standing} ORDER BY id"
    )
    return [int(row[0]) for row in rows]


async def at_once(phones: Sequence[Phone], *lines: str) -> list[str]:
    """What each of them is told who all say something in the same moment."""
    said = await asyncio.gather(
        *(phone.asks(line) for phone, line in zip(phones, lines, strict=True))
    )
    return [one.text for one in said]


@pytest.mark.timeout(240)
async def test_forty_five_ask_at_once_and_the_next_five_are_told_once(
    database: str, tmp_path: Path, pack: Path, telegram: FakeTelegram
) -> None:
    phones = [telegram.phone() for _ in range(PEOPLE)]
    numbers = [f"0912 000 {100 + n}" for n in range(PEOPLE)]
    async with several(database, tmp_path, pack, telegram) as program:
        await created(program, course())
        await until(lambda: on(phones[0]), PATIENCE)
        for phone in phones:
            await asks_for_a_seat(phone, "Vàng Thị Mỷ")
        told = await at_once(phones, *numbers)
        held = [at for at, text in enumerate(told) if "Em đã giữ chỗ" in text]
        waits = {at: found for at, text in enumerate(told) if (found := IN_LINE.search(text))}
        line = {int(found[1]): at for at, found in waits.items()}
        for at in held[:LEAVE]:
            await phones[at].asks("chỗ của tôi")
            await phones[at].asks("1")
            await phones[at].chooses("Bỏ chỗ này")
        gone = await asyncio.gather(*(phones[at].chooses("Bỏ chỗ") for at in held[:LEAVE]))
        occupied = len(await stands(program, 0)) + len(await stands(program, 1))
        offers = [await phones[line[place]].reads(PATIENCE) for place in range(1, LEAVE + 1)]
        taken = await at_once([phones[line[n]] for n in range(1, LEAVE + 1)], *["xác nhận chỗ"] * 5)
        waiting = len(await stands(program, 2))
        after = len(await stands(program, 0))

    assert len(held) == SEATS
    assert sorted(line) == list(range(1, PEOPLE - SEATS + 1))
    assert all("đã bỏ chỗ" in one.text for one in gone)
    assert occupied == SEATS
    assert all("vừa có chỗ" in one.text for one in offers)
    assert all("đã xác nhận" in text for text in taken)
    assert (after, waiting) == (SEATS, PEOPLE - SEATS - LEAVE)
    assert not any(phone.read_already() for phone in phones)


async def on(phone: Phone) -> bool:
    """Whether people hear of the course yet: every process looks once a second."""
    phone.starts()
    await phone.reads()
    said = [await phone.asks("lớp tập huấn") for _ in range(3)]
    return all(TITLE in one.text for one in said)
