"""A list that exists, handed in, looked at, imported: over HTTP, with files of real programs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import aiohttp
import openpyxl
import pytest
from sqlalchemy import select, update

from storage.cleaning import clean
from storage.schema import answer, handed_in, handed_row, registration
from tests.console.office import Desk, Office, Seen
from tests.console.producers import WEAVER, Village

IMPORT, LIST, REQUESTS = "/staff/import", "/staff/registrations", "/staff/requests"
HEAD = ("STT", "Tên cơ sở", "Họ tên", "SĐT", "Xã", "Sản phẩm", "Ghi chú")
ROWS: tuple[tuple[object, ...], ...] = (
    (1, "HTX Chè Cao Bồ", "Đặng Văn Chúa", 219388800, "Cao Bồ", "Chè Shan tuyết", ""),
    (2, "Rèn Pà Vầy Sủ", "Lò Văn Sú", "0987 654 321", "Pà Vầy Sủ", "Dao rèn", "=1+1"),
    (3, "Tổ mây tre", "", "098765", "Chiêm Hoá", "Giỏ", "số sai"),
    (4, "", "", "0912 000 999", "", "Khăn", "không tên"),
    (5, "HTX Lanh", "Vàng Thị Mỷ", "0912000111", "", "Khăn lanh", ""),
)
PHONE_AND_ZERO = 912333444


def workbook(rows: Sequence[Sequence[object]] = ROWS, head: Sequence[str] = HEAD) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (head, *rows):
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


async def hands_in(desk: Desk, content: bytes, name: str = "danh-sach.xlsx") -> Seen:
    form = aiohttp.FormData()
    form.add_field("seal", (await desk.seal())["seal"])
    form.add_field(
        "file", io.BytesIO(content), filename=name, content_type="application/octet-stream"
    )
    return await desk.post(IMPORT, form)


async def answers(office: Office) -> set[tuple[str, str, str]]:
    async with office.reader.connect() as connection:
        rows = await connection.execute(
            select(answer.c.question, answer.c.value, answer.c.source, registration.c.agreed).join(
                registration, registration.c.id == answer.c.registration_id
            )
        )
        return {(row.question, row.value, f"{row.source} {row.agreed}") for row in rows}


async def count(office: Office) -> int:
    async with office.reader.connect() as connection:
        return len((await connection.scalars(select(registration.c.id))).all())


async def test_a_list_is_looked_at_and_imported_as_waiting(office: Office, desk: Desk) -> None:
    rows = [*ROWS[1:], (6, "Giấy bản", "Triệu Thị Say", PHONE_AND_ZERO, "Bắc Quang", "Giấy", "")]
    handed = await hands_in(desk, workbook(rows))
    where = handed.headers["Location"]
    page = await desk.get(where)
    before = await count(office)
    made = await desk.does(f"{where}/make")
    after = await desk.get(where)
    listed = await desk.get(f"{LIST}?only=waiting&column=channel&column=title")

    assert handed.status == made.status == 303
    assert "Nhập được: 3 dòng. Cần sửa: 2 dòng." in page.text
    assert "Dòng 2: Số điện thoại: không đọc được “098765”" in page.text
    assert "Dòng 3: Thiếu Tên cơ sở" in page.text
    assert before == 0
    said = await answers(office)
    assert ("contact-phone", "+84912333444", "staff waiting") in said
    assert ("est-name", "Rèn Pà Vầy Sủ", "staff waiting") in said
    assert not [one for one in said if one[0] in {"consent-data", "topics"}]
    assert "Đã nhập: 3 dòng" in after.text
    assert len(listed.rows) == 3
    assert all("Chờ bà con đồng ý" in row and "Nhập từ tệp" in row for row in listed.rows)
    assert "Lò Văn Sú" not in listed.text
    assert {deed.action for deed in await office.deeds()} >= {"registrations.imported"}


async def test_the_same_list_again_makes_nobody_twice(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered(WEAVER)
    mine = ("", "htx lanh soi xanh", "", "+84 912 000 111", "", "khan lanh", "")
    twice = (*ROWS[1][:-1], "lần nữa")
    for _ in range(2):
        where = (await hands_in(desk, workbook([mine, ROWS[1], twice]))).headers["Location"]
        await desk.does(f"{where}/make")
        await desk.does(f"{where}/make")
    page = await desk.get(where)

    assert await count(office) == 2
    assert "Nhập được: 0 dòng. Cần sửa: 0 dòng. Đã nhập: 0 dòng. Đã có sẵn: 3 dòng." in page.text


async def test_what_became_of_each_row_comes_back_as_a_file(desk: Desk) -> None:
    where = (await hands_in(desk, workbook(ROWS[1:3]))).headers["Location"]
    await desk.does(f"{where}/make")

    page = await desk.get(f"{where}/outcome")

    sheet = openpyxl.load_workbook(io.BytesIO(page.body)).active
    assert sheet is not None
    head, good, wrong = sheet.iter_rows(values_only=True)
    assert head == (*HEAD, "Kết quả", "Mã")
    assert good[7] == "Đã nhập, chờ bà con đồng ý"
    assert len(str(good[8])) == 9
    assert wrong[7] == "Số điện thoại: không đọc được “098765”"
    assert wrong[1] == "Tổ mây tre"


async def test_a_code_from_the_list_is_claimed_by_its_producer(
    village: Village, desk: Desk
) -> None:
    where = (await hands_in(desk, workbook([ROWS[1]]))).headers["Location"]
    await desk.does(f"{where}/make")
    producer = village.somebody()
    await producer.claims(await producer.code(), "0987 654 321")
    (claim,) = await desk.request_numbers()
    await desk.does(f"{REQUESTS}/{claim}/confirm")

    (row,) = (await desk.get(LIST)).rows

    assert "Rèn Pà Vầy Sủ" in row
    assert "Chờ bà con" not in row


async def test_columns_are_named_by_hand_where_they_were_not_guessed(desk: Desk) -> None:
    head = ("A", "B", "C")
    handed = await hands_in(desk, workbook([("Giấy bản", "0912333444", "Bắc Quang")], head))
    where = handed.headers["Location"]
    unnamed = await desk.get(where)
    missing = await desk.does(f"{where}/columns", **{"column-0": "est-name"})
    twice = await desk.does(
        f"{where}/columns", **{"column-0": "contact-phone", "column-1": "contact-phone"}
    )
    named = await desk.does(
        f"{where}/columns",
        **{"column-0": "est-name", "column-1": "contact-phone", "column-2": "consent-data"},
    )
    page = await desk.get(where)

    assert "Nhập được: 0 dòng. Cần sửa: 1 dòng." in unnamed.text
    assert (missing.status, twice.status, named.status) == (422, 422, 303)
    assert "Cần một cột số điện thoại" in missing.text
    assert "Hai cột không thể" in twice.text
    assert "Nhập được: 1 dòng." in page.text
    assert 'value="consent-data"' not in page.text


TITLES = ("SỞ CÔNG THƯƠNG, TUYÊN QUANG", "DANH SÁCH CƠ SỞ CÔNG NGHIỆP NÔNG THÔN")


def titled() -> bytes:
    """A list as offices keep them: under titles that go over all its columns."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ((TITLES[0],), (TITLES[1],), (), HEAD, *ROWS[1:2]):
        sheet.append(list(row))
    sheet.merge_cells("A1:G1")
    sheet.merge_cells("A2:G2")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        titled(),
        f"{TITLES[0]}\n{TITLES[1]}\nSĐT;Tên cơ sở\n0912333444;Giấy bản\n".encode(),
        "sep=;\nSĐT;Tên cơ sở\n0912333444;Giấy bản\n".encode(),
    ],
    ids=["merged", "lines", "sep"],
)
async def test_titles_above_the_headings_are_passed_over(desk: Desk, content: bytes) -> None:
    handed = await hands_in(desk, content)
    page = await desk.get(handed.headers["Location"])

    assert "Nhập được: 1 dòng. Cần sửa: 0 dòng." in page.text
    assert TITLES[1] not in page.text


async def test_what_a_cell_holds_is_read_as_it_is_seen(office: Office, desk: Desk) -> None:
    head = ("SĐT", "Tên cơ sở", "Doanh thu riêng sản phẩm", "Nguyên liệu trong tỉnh (%)")
    name = "Hợp ta\u0301c xa\u0303 \u202eLanh"
    handed = await hands_in(desk, workbook([(912333444, name, 1234.567, 90.5)], head))
    where = handed.headers["Location"]
    page = await desk.get(where)
    await desk.does(f"{where}/columns", **{"column-0": "contact-phone", "column-1": "est-name"})
    await desk.does(f"{where}/make")

    assert "1234,567" in page.text
    assert "90,5" in page.text
    assert {("est-name", "Hợp tác xã Lanh", "staff waiting")} <= await answers(office)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("SĐT;Tên cơ sở\r\n0912333444;Giấy bản\r\n", "utf-8-sig"),
        ("SĐT\tTên cơ sở\r\n0912333444\tGiấy bản\r\n", "utf-16"),
        ('"SĐT","Tên cơ sở"\n"0912333444","Giấy bản"\n', "utf-8"),
    ],
)
async def test_csv_as_programs_write_it(desk: Desk, text: str, encoding: str) -> None:
    handed = await hands_in(desk, text.encode(encoding), "danh-sach.csv")
    page = await desk.get(handed.headers["Location"])

    assert "Nhập được: 1 dòng." in page.text
    assert "Giấy bản" in page.text


def bomb() -> bytes:
    """A small package that unfolds to very much."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b"<row>" * 20_000_000)
    return out.getvalue()


def vast() -> bytes:
    """A sheet that says it is as large as sheets can be, with a cell in its last corner."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["XFD1048576"] = "SĐT", "0912333444"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Tệp này không phải danh sách"),
        (b"\xd0\xcf\x11\xe0 old", "Excel đời cũ"),
        (b"PK\x03\x04 nothing", "Không mở được tệp này"),
        (b"hello", "Tệp này không phải danh sách"),
        (bomb(), "Tệp quá lớn"),
        (vast(), "Tệp không có dòng nào"),
        (b"a;b\r\n" * 5_003, "quá 5.000 dòng"),
        (b"SDT;Ten\r\n", "Tệp không có dòng nào"),
    ],
    ids=["empty", "old", "broken", "text", "bomb", "vast", "long", "head"],
)
async def test_files_that_are_no_list(desk: Desk, content: bytes, words: str) -> None:
    page = await hands_in(desk, content)

    assert page.status == 422
    assert words in page.text
    assert "<title>Lỗi" in page.text


async def test_without_a_file_and_with_too_large_a_one(desk: Desk) -> None:
    nothing = await desk.does(IMPORT)
    large = await hands_in(desk, b"x" * (5 * 1024 * 1024 + 1))
    huge = await hands_in(desk, b"x" * (6 * 1024 * 1024))

    assert (nothing.status, large.status, huge.status) == (422, 422, 413)
    assert "Tệp quá lớn" in large.text


async def test_a_list_is_its_owners_alone(office: Office, desk: Desk) -> None:
    where = (await hands_in(desk, workbook())).headers["Location"]
    async with Desk(office) as another:
        await another.logs_in("Ma Văn Tú", "admin")

        assert (await another.get(where)).status == 404
        assert (await another.get(f"{where}/outcome")).status == 404
        assert (await another.does(f"{where}/make")).status == 404
        assert (await another.does(f"{where}/forget")).status == 404


async def test_an_officer_imports_into_own_communes_only(office: Office) -> None:
    rows = [
        ("", "Tổ lanh", "", "0912333444", "Lùng Tám", "", ""),
        ("", "Chè", "", "0912333555", "Cao Bồ", "", ""),
        ("", "Mây", "", "0912333666", "", "", ""),
    ]
    async with Desk(office) as officer:
        await officer.logs_in("Cán bộ xã", "officer", "00901")
        where = (await hands_in(officer, workbook(rows))).headers["Location"]
        page = await officer.get(where)

    assert "Nhập được: 1 dòng. Cần sửa: 2 dòng." in page.text
    assert "“Cao Bồ” không thuộc xã" in page.text


async def test_a_list_goes_when_it_is_forgotten_and_after_a_week(
    office: Office, desk: Desk
) -> None:
    kept = (await hands_in(desk, workbook())).headers["Location"]
    gone = (await hands_in(desk, workbook())).headers["Location"]
    await desk.does(f"{gone}/forget")
    assert (await desk.get(gone)).status == 404

    now = datetime.now(UTC)
    async with office.engine.begin() as connection:
        await connection.execute(update(handed_in).values(at=now - timedelta(days=8)))
    cleaned = await clean(office.engine, office.reader, now)

    assert cleaned.handed_in == 1
    assert (await desk.get(kept)).status == 404
    async with office.reader.connect() as connection:
        assert (await connection.execute(select(handed_row))).all() == []
