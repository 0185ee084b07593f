"""An announcement from a file to its report, by the commands that staff use."""

from __future__ import annotations

import csv
from datetime import timedelta
from pathlib import Path

import pytest

from handlers import codes
from storage.columns import Announcing
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import FakeTelegram
from tests.fakes.zalo_server import APP_ID, APP_SECRET, OA_ID, OA_SECRET, FakeZalo
from tests.web.pictures import noisy_photo
from tests.whole import tables
from tests.whole.listeners import ON_ZALO, copies, has_registered, listening, listening_on_zalo
from tests.whole.program import Program
from tests.whole.until import until

AT_ONCE = 2.0
"""Seconds that somebody may wait for a reply, whatever else goes out."""

TEXT = "Sở Công Thương mời anh/chị dự lớp tập huấn: 8 giờ 00 thứ Năm 10/12/2026."
FILE = f"""
title = "Tập huấn làm hồ sơ"
topic = "training"

[text]
vi = "{TEXT}"
en = "The department invites you to a course: Thursday 10/12/2026, 8:00."

[[button]]
leads = "register"
vi = "Ghi danh"
en = "Sign up"
"""


@pytest.fixture
def program(tmp_path: Path, pack: Path, telegram: FakeTelegram) -> Program:
    """Slow enough that a command comes in the middle of sixty messages."""
    more = {"BOT_QUIET_HOURS": "none", "BOT_TELEGRAM_RATE": "8"}
    return Program(tmp_path / "here", pack, telegram.url, more=more)


async def wants(phone: Phone, *topics: str) -> None:
    """Agree to hear about these."""
    phone.starts()
    await phone.reads()
    await phone.asks("cài đặt")
    await phone.chooses("Tin muốn nhận")
    for topic in topics:
        await phone.chooses(f"✘ {topic}")


async def created(program: Program, text: str = FILE) -> str:
    """A notice made of a file; its number."""
    path = program.folder / "notice.toml"
    path.write_text(text, "utf-8")
    made = await program.run("notice", "create", str(path))
    assert made.code == 0, made
    *_, last = made.out.splitlines()
    word, number = last.split()
    assert word == "notice"
    return number


async def report(program: Program, number: str) -> dict[str, str]:
    """What `notice report` says, by name."""
    said = await program.run("notice", "report", number)
    assert said.code == 0, said
    return dict(line.split(": ", 1) for line in said.out.splitlines())


@pytest.mark.timeout(120)
async def test_who_agreed_hears_of_it_once_and_can_go_on_from_it(
    program: Program, telegram: FakeTelegram
) -> None:
    mai, sinh, vu = (telegram.phone(name=name) for name in ("Mai", "Sính", "Vừ"))
    async with program.serving():
        await wants(mai, "Lớp tập huấn")
        await wants(sinh, "Lớp tập huấn", "Hội chợ")
        await wants(vu, "Hội chợ")
        number = await created(program)
        sheet = await program.run("notice", "plan", number)
        sent = await program.run("notice", "send", number, "--wait")
        heard = await mai.reads()
        assert (await sinh.reads()).text == heard.text
        onward = await mai.chooses("Ghi danh")
        twice = await program.run("notice", "send", number)

    assert "chọn 3, chưa đồng ý nhận tin 1, không liên lạc được 0" in sheet.out
    assert "nhận được ngay 2" in sheet.out
    assert sent.code == 0
    assert sent.out.splitlines()[-6:] == [
        "audience: 2",
        "sent: 2",
        "failed: 0",
        "unknown: 0",
        "skipped: 0",
        "pending: 0",
    ]
    assert heard.text == f"{TEXT}\n\nTrả lời THÔI NHẬN TIN để dừng."
    assert heard.labels == ["Ghi danh", "Thôi nhận tin"]
    assert "đồng ý" in onward.text
    assert twice.code == 2
    assert "done" in twice.err
    assert vu.read_already() == []
    assert mai.read_already() == []
    assert await tables.count(program.database, "message WHERE kind = 'notice'") == 2


async def test_a_file_with_mistakes_makes_no_notice(program: Program) -> None:
    async with program.serving():
        path = program.folder / "wrong.toml"
        path.write_text(WRONG, "utf-8")
        made = await program.run("notice", "create", str(path))

    assert made.code == 2
    assert made.out == ""
    assert [line.partition(": ")[2] for line in made.err.splitlines()[1:]] == [
        "`title` is missing",
        "`topic`: 'weather' is unknown; known are programme, training, fairs",
        "`fr` is not a known key",
        (
            "register: typed, 'Bấm vào đây' does not lead there; "
            "'đăng ký', 'đăng kí', 'đk', 'ghi danh', 'sign up' would"
        ),
        "`communes`: 'Paris' is no commune, or several; give its code",
        "`channels`: 'viber' is unknown; known are telegram, zalo_oa, zalo_bot, web",
        "`colour` is not a known key",
    ]
    assert await tables.count(program.database, "notice") == 0


WRONG = """
topic = "weather"
colour = "red"

[text]
vi = "Chào anh/chị"
fr = "Bonjour"

[audience]
communes = ["Paris", "Lùng Tám"]
channels = ["viber"]

[[button]]
leads = "register"
vi = "Bấm vào đây"
"""


@pytest.mark.timeout(120)
async def test_a_picture_goes_with_it(program: Program, telegram: FakeTelegram) -> None:
    mai, *_ = await listening(program, telegram, 2)
    (program.folder / "lop.png").write_bytes(noisy_photo(2600, 2000))
    async with program.serving():
        number = await created(program, 'picture = "lop.png"\n' + FILE)
        await program.run("notice", "send", number, "--wait")
        heard = await mai.reads()

    assert heard.text == f"{TEXT}\n\nTrả lời THÔI NHẬN TIN để dừng."
    assert heard.labels == ["Ghi danh", "Thôi nhận tin"]
    assert mai.looks_at(heard.picture)[:3] == b"\xff\xd8\xff"
    assert len(mai.looks_at(heard.picture)) <= 1_000_000
    assert len(telegram.bot().files) == 1


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 no picture"], ids=["missing", "no picture"])
async def test_a_picture_that_is_none_makes_no_notice(program: Program, content: bytes) -> None:
    if content:
        (program.folder / "lop.png").write_bytes(content)
    path = program.folder / "notice.toml"
    path.write_text('picture = "lop.png"\n' + FILE, "utf-8")

    async with program.serving():
        made = await program.run("notice", "create", str(path))

    assert made.code == 2
    assert "`picture`: 'lop.png' " in made.err


@pytest.mark.timeout(120)
async def test_who_leaves_or_changes_their_mind_meanwhile_is_not_written_to(
    program: Program, telegram: FakeTelegram
) -> None:
    phones = await listening(program, telegram, 60)
    gone, stops = phones[-1], phones[-2]
    async with program.serving():
        gone.blocks()
        number = await created(program)
        await program.run("notice", "send", number)
        await until(lambda: len(telegram.sent()) > 0)
        await program.run("notice", "pause", number)
        so_far = len(telegram.sent())
        await stops.asks("thôi nhận tin")
        await program.run("notice", "resume", number)
        await until(lambda: over(program))
        told = await report(program, number)
        file = program.folder / "report.csv"
        again = await program.run("notice", "report", number, "--out", str(file))

    assert 0 < so_far < 58
    assert told == {
        "status": "done",
        "audience": "60",
        "sent": "58",
        "failed": "0",
        "unknown": "0",
        "skipped": "2",
        "pending": "0",
    }
    assert [len(phone.bubbles) for phone in phones[:-2]] == [1] * 58
    assert [bubble.text for bubble in stops.bubbles if TEXT in bubble.text] == []
    assert again.code == 0
    rows = read_csv(file)
    assert [row["Kết quả"] for row in rows].count("đã gửi") == 58
    assert rows[-1]["Lý do"] == "đã rời đi hoặc chặn bot trước khi gửi"
    assert rows[-2]["Lý do"] == "đã thôi nhận tin"


@pytest.mark.timeout(120)
async def test_what_was_cancelled_is_not_sent_and_counted(
    program: Program, telegram: FakeTelegram
) -> None:
    phones = await listening(program, telegram, 60)
    async with program.serving():
        number = await created(program)
        await program.run("notice", "send", number)
        await until(lambda: len(telegram.sent()) > 0)
        await program.run("notice", "cancel", number)
        told = await report(program, number)
        resumed = await program.run("notice", "resume", number)

    sent = len(telegram.sent())
    assert 0 < sent < 60
    assert told["status"] == "cancelled"
    assert (told["sent"], told["skipped"]) == (str(sent), str(60 - sent))
    assert resumed.code == 2
    assert copies(phones) == {1: sent, 0: 60 - sent}


@pytest.mark.timeout(120)
async def test_whoever_asks_while_it_goes_to_thousands_is_answered_at_once(
    tmp_path: Path, pack: Path
) -> None:
    async with FakeTelegram(pace=True) as telegram:
        telegram.bot()
        more = {"BOT_QUIET_HOURS": "none"}
        program = Program(tmp_path / "here", pack, telegram.url, more=more)
        await listening(program, telegram, 5000)
        mai = telegram.phone(name="Mai")
        async with program.serving():
            number = await created(program)
            await program.run("notice", "send", number)
            await until(lambda: len(telegram.sent()) > 5)
            mai.starts()
            answers = [await mai.reads(AT_ONCE)]
            for text in ("chương trình", "cài đặt", "trợ giúp"):
                before = len(telegram.sent())
                answers.append(await mai.asks(text, AT_ONCE))
                await until(lambda: len(telegram.sent()) > before + 5)  # noqa: B023
            cancelled = await program.run("notice", "cancel", number)
            told = await report(program, number)

        assert cancelled.code == 0
        assert len({answer.text for answer in answers}) == 4
        assert {call.status for call in telegram.calls} == {200}
        assert int(told["sent"]) + int(told["skipped"]) == 5000


@pytest.mark.timeout(120)
async def test_on_zalo_each_leaves_in_its_class_and_what_it_costs_is_counted(
    tmp_path: Path, pack: Path
) -> None:
    async with FakeZalo(echoes=False, receipts=False) as zalo:
        more = {
            "BOT_QUIET_HOURS": "none",
            "BOT_TELEGRAM_TOKEN": "",
            "BOT_ZALO_OA_ID": OA_ID,
            "BOT_ZALO_APP_ID": APP_ID,
            "BOT_ZALO_APP_SECRET": APP_SECRET,
            "BOT_ZALO_OA_SECRET_KEY": OA_SECRET,
            "BOT_ZALO_REFRESH_TOKEN": zalo.issue_refresh_token(),
            "BOT_ZALO_API": zalo.url,
            "BOT_ZALO_OAUTH_API": zalo.oauth_url,
        }
        program = Program(tmp_path / "here", pack, "", polling=True, more=more)
        lately = await listening_on_zalo(program, zalo, 2)
        before = await listening_on_zalo(program, zalo, 3, timedelta(days=3))
        long_ago = await listening_on_zalo(program, zalo, 4, timedelta(days=8))
        async with program.serving():
            number = await created(program)
            sheet = await program.run("notice", "plan", number)
            await program.run("notice", "send", number)
            await until(lambda: over(program))
            told = await report(program, number)

    assert "kênh không cho gửi lúc này 4, nhận được ngay 5" in sheet.out
    assert "3 tin có thể mất phí, nhiều nhất 165 đồng" in sheet.out
    assert (told["sent"], told["skipped"], told["failed"]) == ("5", "4", "0")
    assert copies([*lately, *before]) == {1: 5}
    assert copies(long_ago) == {0: 4}
    assert (zalo.allowance.free, zalo.allowance.billed) == (2, 3)
    spent = await tables.rows(program.database, "SELECT account, cost, messages FROM spending")
    assert spent == [(ON_ZALO, "allowance", 3)]


@pytest.mark.timeout(120)
async def test_staff_may_have_it_sent_to_themselves_first(
    program: Program, telegram: FakeTelegram
) -> None:
    mai, *others = await listening(program, telegram, 4)
    await has_registered(program, mai, codes.digits(1))
    async with program.serving():
        number = await created(program)
        tried = await program.run("notice", "test", number, "--to", codes.code(1))
        heard = await mai.reads()
        await program.run("notice", "send", number)
        again = await mai.reads()
        await until(lambda: all(phone.bubbles for phone in others))

    assert tried.out.splitlines()[-1] == "notice 2"
    assert heard.text == again.text
    assert [len(phone.bubbles) for phone in others] == [1, 1, 1]


async def over(program: Program) -> bool:
    """Whether the one notice is done."""
    return await tables.rows(program.database, "SELECT status FROM notice") == [(Announcing.DONE,)]


def read_csv(path: Path) -> list[dict[str, str]]:
    """The rows of a report, by heading."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))
