"""From /start to the spreadsheet, over HTTP, against a Telegram that is not ours."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from PIL import Image

from content.model import Book
from storage.columns import Keeping
from tests.databases import fresh, postgresql
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import FakeTelegram
from tests.whole import tables
from tests.whole.program import Program
from tests.whole.reading import CODE
from tests.whole.sheets import Row, read_sheet
from tests.whole.until import until

MAKER = {
    "contact-name": "Vàng Thị Mỷ",
    "contact-phone": "0912 000 113",
    "est-name": "HTX Lanh Sợi Xanh",
    "est-type": "Hợp tác xã",
    "est-commune-code": "xã Lùng Tám",
}
"""What the spreadsheet must say of the establishment, by question."""

PRODUCTS = (
    {"prod-name": "Khăn lanh nhuộm chàm", "prod-group": "Thủ công mỹ nghệ"},
    {"prod-name": "=Dao rèn “Pả Vi”", "prod-group": "Máy móc, dụng cụ cơ khí"},
)
"""And of each product; a name that begins like a formula is a name all the same."""

PAPERS = "Ảnh và giấy tờ (sản phẩm 1)"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

LEARNT = ("est-type", "est-commune-code", "prod-group")
"""What eligibility has asked, and the registration must not ask again."""


@pytest.fixture(
    params=[("webhook", "sqlite"), ("polling", "sqlite"), ("webhook", "postgresql")],
    ids="-".join,
)
def program(
    request: pytest.FixtureRequest, tmp_path: Path, pack: Path, telegram: FakeTelegram
) -> Iterator[Program]:
    way, kind = request.param
    with postgresql() if kind == "postgresql" else nullcontext(tmp_path) as server:
        database = fresh(kind, tmp_path, server)
        yield Program(tmp_path / "here", pack, telegram.url, way == "polling", database)


@pytest.mark.timeout(180)
async def test_what_was_typed_is_in_the_spreadsheet(
    program: Program, telegram: FakeTelegram, book: Book
) -> None:
    phone = telegram.phone(name="Mỷ")
    async with program.serving():
        await learns(phone)
        await registers(phone, book)
        code = await sends(phone)
        await sends_papers(phone, program)
        xlsx = await exported(program, "list.xlsx")
        csv = await exported(program, "list.csv")

    typed = [
        MAKER | one | {"code": code, "product": str(number)}
        for number, one in enumerate(PRODUCTS, 1)
    ]
    assert [shown(row, book) for row in xlsx] == typed
    typed[1]["prod-name"] = "'" + typed[1]["prod-name"]  # what CSV needs to be harmless
    assert [shown(row, book) for row in csv] == typed
    assert await kept(program, "application/pdf") == [PDF]
    photos = await kept(program, "image/jpeg")
    assert [Image.open(io.BytesIO(photo)).getexif() for photo in photos] == [{}, {}]
    assert await tables.unsent(program.database) == 0
    assert "Traceback" not in program.log


async def learns(phone: Phone) -> None:
    """Read about the programme and ask whether the product qualifies."""
    phone.starts()
    welcome = await phone.reads()
    assert "trợ lý tự động" in welcome.text
    page = await phone.chooses("Chương trình này là gì")
    while "Sản phẩm của tôi có hợp không" not in page.labels:
        page = await phone.chooses(page.labels[0])
    said = await phone.chooses("Sản phẩm của tôi có hợp không")
    answers = {"thuộc nhóm": "Thủ công mỹ nghệ", "loại nào": "Hợp tác xã"}
    while "Theo lời anh/chị kể" not in said.text:
        label = next((one for words, one in answers.items() if words in said.text), "")
        if "xã, phường nào" in said.text:
            said = await phone.asks("Lùng Tám")
        else:
            said = await phone.chooses(label or said.labels[0])
    assert "có thể tham gia bình chọn" in said.text


async def registers(phone: Phone, book: Book) -> None:
    """Sign up with two products, and change the phone number at the review."""
    said = await phone.chooses("Ghi danh")
    asked = [said, await phone.chooses("Đồng ý")]
    typed = MAKER["contact-name"], "0912.000.112", MAKER["est-name"], PRODUCTS[0]["prod-name"]
    asked += [await phone.asks(answer) for answer in typed]
    for key in LEARNT:
        question = book.wording.say("vi", f"eligibility-{key}")
        assert not any(question in bubble.text for bubble in asked)
    await phone.chooses("Tất cả")
    await phone.chooses("Thêm sản phẩm nữa")
    await phone.asks(PRODUCTS[1]["prod-name"])
    review = await phone.chooses(PRODUCTS[1]["prod-group"])
    assert "0912 000 112" in review.text
    await phone.chooses("Sửa một câu")
    await phone.chooses("Số điện thoại")
    review = await phone.asks(MAKER["contact-phone"])
    assert all(words in review.text for words in MAKER.values())


async def sends(phone: Phone) -> str:
    """Send the sign-up; gives the code that the person is told."""
    said = await phone.chooses("Gửi ghi danh")
    assert "chưa phải nộp hồ sơ" in said.text
    found = CODE.search(said.text)
    assert found
    return found[0]


async def sends_papers(phone: Phone, program: Program) -> None:
    """Send a paper and two photos, from a phone that writes down where it was."""
    part = next(one for one in phone.bubbles[-1].labels if one.startswith(PAPERS))
    said = await phone.chooses(part)
    assert "giấy đăng ký kinh doanh" in said.text
    phone.sends_document(PDF, "giấy đăng ký.pdf", "application/pdf")
    assert "Em đang giữ 1 tệp" in (await phone.reads()).text
    said = await phone.chooses("Xong")
    assert "mặt trước" in said.text
    for what in ("bên cạnh", "từ trên xuống"):
        phone.sends_photo(snapshot())
        said = await phone.reads()
        assert what in said.text

    async def all_kept() -> bool:
        return await tables.count(program.database, f"media WHERE state = {Keeping.KEPT:d}") == 3

    await until(all_kept)


def snapshot() -> bytes:
    """A photo with the place where it was taken."""
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (23.0, 4.0, 0.0), 3: "E", 4: (105.0, 2.0, 0.0)}
    file = io.BytesIO()
    Image.effect_noise((1200, 900), 40).convert("RGB").save(file, "JPEG", exif=exif)
    return file.getvalue()


async def kept(program: Program, mime: str) -> list[bytes]:
    """The files of this type that lie in the media folder."""
    names = await tables.rows(program.database, f"SELECT id FROM media WHERE mime = '{mime}'")
    folder = program.data / "media"
    return [(folder / name[:2] / name[2:4] / name).read_bytes() for (name,) in names]


async def exported(program: Program, name: str) -> list[Row]:
    """The list as staff get it, asked for beside the running program."""
    out = program.folder / name
    done = await program.run("export", "registrations", "--out", str(out))
    assert (done.code, done.err) == (0, "")
    return read_sheet(out)


def shown(row: Row, book: Book) -> dict[str, str]:
    """What a row says of the maker and the product, by question; cells are texts, not numbers."""
    form = book.forms["registration"]
    found = {
        key: row[book.wording.say("vi", f"{form.by_key[key].words}.label")]
        for key in (*MAKER, *PRODUCTS[0])
    }
    assert isinstance(row[book.wording.say("vi", "export-code")], str)
    product = row[book.wording.say("vi", "export-product")]
    return found | {"code": row[book.wording.say("vi", "export-code")], "product": str(product)}
