"""One helper, many producers: who agreed goes on the list of staff, and nobody else does."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from PIL import Image

from content.model import Book
from handlers import asking, codes
from tests.databases import KINDS, fresh, postgresql
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import FakeTelegram
from tests.papers.dossiers import words_of_pdf
from tests.whole import tables
from tests.whole.program import Program
from tests.whole.reading import CODE
from tests.whole.until import until

PRESENT, SLIP, NOT_YET = "Ngồi cạnh đây, tự bấm", "Đã ký phiếu, tôi chụp gửi", "Chưa có, hỏi sau"
SAME = "Có ký trên tờ ấy"
HERE, SIGNED, LATER = (
    ("Vàng Thị Mỷ", "0912 000 111", "HTX Lanh", "Khăn lanh"),
    ("Giàng Mí Sính", "0987 654 321", "Hộ rèn Sính", "Dao rèn"),
    ("Chảo Mùi Pham", "0356 789 012", "Hộ Pham", "Chè Shan"),
)


@pytest.fixture(params=KINDS)
def program(
    request: pytest.FixtureRequest, tmp_path: Path, pack: Path, telegram: FakeTelegram
) -> Iterator[Program]:
    """An installation with a database of each kind."""
    kind = request.param
    with postgresql() if kind == "postgresql" else nullcontext(tmp_path) as server:
        yield Program(tmp_path / "here", pack, telegram.url, database=fresh(kind, tmp_path, server))


@pytest.mark.timeout(180)
async def test_each_producer_agrees_by_an_act_of_their_own(
    program: Program, telegram: FakeTelegram
) -> None:
    helper = telegram.phone(name="Nguyễn Văn Xã")
    async with program.serving():
        helper.starts()
        await helper.reads()
        codes = [await signs_up(helper, HERE, PRESENT), await signs_up(helper, SIGNED, SLIP)]
        await until(lambda: kept(program))
        codes += [await signs_up(helper, LATER, NOT_YET)]

        assert await tables.rows(
            program.database, "SELECT agreed FROM registration ORDER BY id"
        ) == [("present",), ("slip",), ("waiting",)]
        assert await tables.rows(
            program.database,
            "SELECT r.agreed, c.how, c.channel, c.text_version <> '', c.at > 0, c.contact_id ="
            " r.contact_id FROM consent AS c JOIN registration AS r ON r.id = c.registration_id"
            " ORDER BY c.id",
        ) == [(how, how, "telegram", True, True, True) for how in ("present", "slip")]
        assert await tables.rows(program.database, "SELECT consents FROM conversation") == [("",)]
        assert [row["Mã"] for row in await exported(program)] == codes[:2]
        assert {row["Cách đồng ý"] for row in await exported(program)} == {
            "Có mặt, tự bấm trên máy người ghi hộ",
            "Ký phiếu, có ảnh",
        }

        await helper.asks("ghi danh của tôi")
        await helper.chooses("Hộ Pham – Chè Shan: Đã ghi danh")
        await helper.chooses("Ghi nhận đồng ý")
        await helper.chooses(PRESENT)
        await helper.chooses("Đồng ý")
        assert [row["Mã"] for row in await exported(program)] == codes


@pytest.mark.timeout(180)
async def test_one_photo_of_a_slip_counts_for_all_who_signed_it(
    program: Program, telegram: FakeTelegram
) -> None:
    """Each registration has a copy of its own, so that erasing one takes no other's away."""
    helper = telegram.phone(name="Nguyễn Văn Xã")
    async with program.serving():
        helper.starts()
        await helper.reads()
        codes = [await signs_up(helper, SIGNED, SLIP)]
        await until(lambda: kept(program))
        codes += [await signs_up(helper, LATER, SAME)]
        await until(lambda: kept(program, 2))

        assert [row["Mã"] for row in await exported(program)] == codes
        names = await tables.rows(program.database, "SELECT DISTINCT id, sha256 FROM media")
        assert len({name for name, _ in names}) == 2
        asked = await helper.asks("ghi hộ")
        asked = await helper.chooses(SLIP)
        assert "đang dùng cho: Hộ rèn Sính – Dao rèn, Hộ Pham – Chè Shan" in asked.text


@pytest.mark.timeout(180)
async def test_a_slip_that_cannot_be_read_is_no_consent(
    program: Program, telegram: FakeTelegram
) -> None:
    helper = telegram.phone(name="Nguyễn Văn Xã")
    async with program.serving():
        helper.starts()
        await helper.reads()
        await helper.asks("ghi hộ")
        await helper.chooses(SLIP)
        helper.sends_photo(b"this is no picture")
        assert "nhận được ảnh phiếu" in (await helper.reads()).text
        said = (await helper.reads()).text

        assert "không nhận được" in said
        assert "chờ đồng ý" in said
        assert await tables.rows(program.database, "SELECT agreed FROM registration") == [
            ("waiting",)
        ]


@pytest.mark.timeout(180)
async def test_a_helper_cannot_erase_what_a_producer_agreed_to(
    program: Program, telegram: FakeTelegram
) -> None:
    helper = telegram.phone(name="Nguyễn Văn Xã")
    async with program.serving():
        helper.starts()
        await helper.reads()
        code = await signs_up(helper, SIGNED, SLIP)
        await until(lambda: kept(program))
        await signs_up(helper, LATER, NOT_YET)
        await helper.asks("xoá dữ liệu")
        said = await helper.chooses("Xoá tất cả")

        assert code in said.text
        [row] = await exported(program)
        assert (row["Mã"], row["Người liên hệ"]) == (code, SIGNED[0])
        assert await tables.rows(
            program.database, "SELECT contact_id, title <> '' FROM registration ORDER BY id"
        ) == [(None, True), (None, False)]
        assert await kept(program)
        assert await tables.count(program.database, "answer WHERE value = 'Hộ Pham'") == 0


@pytest.mark.timeout(180)
async def test_a_producer_takes_over_what_a_helper_made(
    program: Program, telegram: FakeTelegram
) -> None:
    helper, producer = telegram.phone(name="Nguyễn Văn Xã"), telegram.phone(name="Pham")
    async with program.serving():
        for phone in (helper, producer):
            phone.starts()
            await phone.reads()
        code = await signs_up(helper, LATER, NOT_YET)
        await helper.chooses("Liên hệ (3/8)")
        await producer.asks("nhận ghi danh")
        await producer.chooses("Đồng ý")
        await producer.asks(code)
        wrong = await producer.asks("0912 000 999")
        await producer.asks(codes.code(4711))
        wrong_code = await producer.asks(LATER[1])
        await producer.asks(code)
        right = await producer.asks(LATER[1])
        listed = await program.run("claim", "list")
        [(number,)] = await tables.rows(program.database, "SELECT id FROM request")
        confirmed = await program.run("claim", "confirm", str(number))
        told, helper_told = await producer.reads(20), await helper.reads(20)
        left = await tables.count(program.database, "message WHERE text LIKE '%Pham%'")
        once_more = await program.run("claim", "refuse", str(number))
        late = await helper.asks("2")
        own = await producer.asks("ghi danh của tôi")
        gone = await helper.asks("ghi danh của tôi")

        assert wrong.text == wrong_code.text
        assert "khớp rồi" in right.text
        assert code in listed.out
        assert confirmed.code == 0, confirmed.err
        assert f"mã {code} nay là của anh/chị" in told.text
        assert f"mã {code} anh/chị ghi hộ" in helper_told.text
        assert left == 0
        assert "Ghi cho" not in late.text
        assert await tables.count(program.database, "consent WHERE NOT given") == 0
        assert once_more.code == 2
        assert "Hộ Pham – Chè Shan: Đã ghi danh" in own.labels
        assert "chưa có ghi danh nào" in gone.text
        [row] = await exported(program)
        assert (row["Mã"], row["Cách đồng ý"]) == (code, "Tự nhận về, cán bộ xác nhận")
        assert row["Đồng ý lưu thông tin lúc"]
        assert await tables.unsent(program.database) == 0


@pytest.mark.timeout(180)
async def test_a_claim_is_not_tried_for_ever_and_can_be_refused(
    program: Program, telegram: FakeTelegram
) -> None:
    helper, producer = telegram.phone(name="Nguyễn Văn Xã"), telegram.phone(name="Ai đó")
    async with program.serving():
        for phone in (helper, producer):
            phone.starts()
            await phone.reads()
        code = await signs_up(helper, HERE, PRESENT)
        await producer.asks("nhận ghi danh")
        await producer.chooses("Đồng ý")
        for number in ("0912 000 222", HERE[1]):
            await producer.asks(code)
            said = await producer.asks(number)
        [(claim,)] = await tables.rows(program.database, "SELECT id FROM request")
        refused = await program.run("claim", "refuse", str(claim))
        told = await producer.reads(20)
        await producer.asks("nhận ghi danh")
        await producer.chooses("Đồng ý")
        await producer.asks(code)
        last = await producer.asks("0912 000 333")
        never = await producer.asks("nhận ghi danh")

        assert "khớp rồi" in said.text
        assert refused.code == 0, refused.err
        assert "chưa xác nhận được" in told.text
        assert "thử mấy lần rồi" in last.text
        assert "thử mấy lần rồi" in never.text
        assert await tables.count(program.database, "request") == 1
        assert await tables.rows(program.database, "SELECT agreed FROM registration") == [
            ("present",)
        ]


@pytest.mark.timeout(180)
async def test_staff_see_what_was_registered_twice(
    program: Program, telegram: FakeTelegram
) -> None:
    helper, *others = (telegram.phone(name=name) for name in ("Xã", "Mỷ", "Páo", "Sính", "Dơ"))
    async with program.serving():
        for phone in (helper, *others):
            phone.starts()
            await phone.reads()
        by_helper = await signs_up(helper, HERE, PRESENT)
        same_phone, same_house, alone, like_alone = [
            await signs_up(phone, who, "")
            for phone, who in zip(
                others,
                (
                    ("Vàng Thị Mỷ", "0912000111", "Tổ lanh Mỷ", "Vải"),
                    ("Lý A Páo", "0987 654 999", "htx lanh", "Vải"),
                    SIGNED,
                    SIGNED,
                ),
                strict=True,
            )
        ]
        rows = {row["Mã"]: row["Có thể trùng với mã"] for row in await exported(program)}

    assert rows == {
        by_helper: f"{same_phone}, {same_house}",
        same_phone: by_helper,
        same_house: by_helper,
        alone: like_alone,
        like_alone: alone,
    }


@pytest.mark.timeout(60)
async def test_the_slip_asks_what_the_chat_asks(program: Program, book: Book) -> None:
    out = program.folder / "slip.html"
    done = await program.run("slip", "--out", str(out))
    printed = await program.run("slip", "--out", str(out.with_suffix(".pdf")))
    other = await program.run("slip", "--out", str(out.with_suffix(".docx")))

    page = html.unescape(out.read_text("utf-8"))
    asked = book.wording.say("vi", "registration-consent-data", asking.given(book))
    assert done.code == 0, done.err
    assert all(line in page for line in asked.splitlines())
    assert book.office.text_version in page
    assert page.count('<th scope="row">') == 10
    assert printed.code == 0, printed.err
    (paper,) = words_of_pdf(out.with_suffix(".pdf").read_bytes())
    said = "".join(paper.split())
    assert all("".join(line.split()) in said for line in asked.splitlines())
    assert book.office.text_version in paper
    assert other.code == 2
    assert ".html" in other.err


async def signs_up(helper: Phone, who: tuple[str, ...], how: str) -> str:
    """Register somebody, or oneself where nobody says how; gives the code."""
    name, number, house, thing = who
    asked = await helper.asks("ghi hộ" if how else "ghi danh")
    if how and how != SAME:
        asked = await helper.chooses(how)
    if how in {PRESENT, ""}:
        asked = await helper.chooses("Đồng ý")
    if how == SAME:
        asked = await helper.chooses(SLIP)
        asked = await helper.chooses(how)
    if how == SLIP:
        helper.sends_photo(a_slip())
        asked = await helper.reads()
    assert ("Ghi cho người mới" in asked.text) == bool(how)
    for answer in (name, number, house):
        asked = await helper.asks(answer)
        assert (f"Ghi cho {name}" in asked.text) == bool(how)
    await helper.chooses("Tổ hợp tác")
    for answer in ("Lùng Tám", thing):
        await helper.asks(answer)
    review = await helper.chooses("Máy móc, dụng cụ cơ khí")
    if not how:
        review = await helper.chooses("Không chọn mục nào")
    assert (f"Đang ghi cho: {name}" in review.text) == bool(how)
    found = CODE.search((await helper.chooses("Gửi ghi danh")).text)
    assert found
    return found[0]


def a_slip() -> bytes:
    """A photo that can be opened."""
    file = io.BytesIO()
    Image.effect_noise((400, 300), 40).convert("RGB").save(file, "JPEG")
    return file.getvalue()


async def kept(program: Program, many: int = 1) -> bool:
    """Whether the slip is here, as often as it was signed for."""
    here = "media WHERE question = 'consent-slip' AND state = 1"
    return await tables.count(program.database, here) == many


async def exported(program: Program) -> list[dict[str, str]]:
    """The rows of the export as staff get it."""
    out = program.folder / "list.csv"
    done = await program.run("export", "registrations", "--out", str(out))
    assert done.code == 0, done.err
    return list(csv.DictReader(out.read_text("utf-8-sig").splitlines()))
