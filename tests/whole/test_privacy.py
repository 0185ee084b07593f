"""Nobody's data before they agree, and none after they ask for it to be erased."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import FakeTelegram
from tests.whole import tables
from tests.whole.program import Program
from tests.whole.reading import CODE
from tests.whole.until import until

NAME, PHONE = "Sùng Thị Quýnh", "0987 654 321"
SAID = ("Sùng Thị Quýnh", "Tổ rèn Quýnh Xoà", "Dao quắm Quýnh", "Quýnh hỏi nhờ cán bộ")
VOICE = b"OggS" + SAID[3].encode()
MARKS = ("Quýnh", "QUÝNH", "quynh", r"Qu\u00fdnh", "987654321", "987 654 321", "Sùng Thị")
"""What can only come from this person, in every spelling that is kept of it."""


@pytest.mark.timeout(120)
async def test_before_consent_nothing_that_was_said_is_kept(
    program: Program, telegram: FakeTelegram
) -> None:
    phone = telegram.phone(name=NAME)
    async with program.serving():
        phone.starts()
        await phone.reads()
        await phone.asks(f"chào em, chị là {NAME}, {PHONE}")
        await phone.asks("điều kiện")
        await phone.chooses("Thủ công mỹ nghệ")
        await phone.asks(f"chị tên {NAME}")
        await phone.asks(f"nhà {NAME} ở tân tiến")
        await phone.asks("cán bộ")
        await phone.asks(f"{NAME} hỏi nhờ cán bộ")
        await phone.asks("điều kiện")
        phone.shares_contact(PHONE.replace(" ", ""))
        await phone.reads()
        await phone.asks("ghi danh")
        phone.sends_voice(VOICE)
        assert "chưa giữ được tin thoại" in (await phone.reads()).text
        await phone.asks(f"{NAME} {PHONE}")
        while_running = found_in(program)
        await phone.chooses("Không")

    assert files(program) == []
    assert await tables.count(program.database, "media") == 0
    assert while_running == []
    assert found_in(program) == []
    assert await tables.count(program.database, "message WHERE text <> ''") == 0


@pytest.mark.timeout(120)
async def test_nothing_is_left_of_somebody_who_is_erased(
    program: Program, telegram: FakeTelegram
) -> None:
    phone, other = telegram.phone(name=NAME), telegram.phone(name="Mai")
    async with program.serving():
        await signs_up(other, ("Vàng Thị Mỷ", "0912 000 111", "HTX Lanh", "Khăn lanh"))
        code = await signs_up(phone, (NAME, PHONE, SAID[1], SAID[2]))
        await sends_a_photo(phone, program)
        phone.sends_voice(VOICE)
        await phone.reads()
        await until(lambda: len(files(program)) == 2)
        await asks_staff(phone)
        before = found_in(program)
        await phone.asks("xoá dữ liệu")
        said = await phone.chooses("Xoá tất cả")
        await until(lambda: len(files(program)) == 0)
        await until(lambda: found_in(program) == [])

    assert before != []
    assert "Em đã xoá" in said.text
    assert found_in(program) == []
    assert await tables.rows(
        program.database, "SELECT code, contact_id FROM registration ORDER BY id DESC LIMIT 1"
    ) == [(code.replace("-", ""), None)]
    assert len(await tables.by_address(program.database)) == 1


async def signs_up(phone: Phone, said: tuple[str, ...]) -> str:
    """Register one product; gives the code."""
    name, number, house, thing = said
    phone.starts()
    await phone.reads()
    await phone.asks("ghi danh")
    await phone.chooses("Đồng ý")
    for answer in (name, number, house):
        await phone.asks(answer)
    await phone.chooses("Tổ hợp tác")
    for answer in ("Lùng Tám", thing):
        await phone.asks(answer)
    await phone.chooses("Máy móc, dụng cụ cơ khí")
    await phone.chooses("Tất cả")
    found = CODE.search((await phone.chooses("Gửi ghi danh")).text)
    assert found
    return found[0]


async def sends_a_photo(phone: Phone, program: Program) -> None:
    """Send a paper as a picture, with words under it, and wait until it is kept."""
    part = next(one for one in phone.bubbles[-1].labels if one.startswith("Giấy tờ của cơ sở"))
    await phone.chooses(part)
    file = io.BytesIO()
    Image.effect_noise((400, 300), 40).convert("RGB").save(file, "JPEG", comment=NAME.encode())
    phone.sends_photo(file.getvalue(), caption=f"giấy của {NAME}")
    await phone.reads()
    await until(lambda: len(files(program)) == 1)


async def asks_staff(phone: Phone) -> None:
    """Ask a question and for a call back."""
    await phone.asks("cán bộ")
    await phone.asks(SAID[3])
    await phone.asks("gọi lại")


def files(program: Program) -> list[Path]:
    """The photos and papers that are kept."""
    return [path for path in (program.data / "media").rglob("*") if path.is_file()]


def found_in(program: Program) -> list[Path]:
    """The files of this installation, logs among them, that have one of the marks in them."""
    return [
        path
        for path in sorted(program.folder.rglob("*"))
        if path.is_file() and any(mark.encode() in path.read_bytes() for mark in MARKS)
    ]
