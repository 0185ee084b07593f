"""CSV and XLSX as other programs read them, whatever was typed."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.papers.csv import CsvSheet, harmless
from bot.papers.plan import Cell, Column, Plan, Shape
from bot.papers.xlsx import XlsxSheet, letters
from tests.papers.hostile import CORPUS

TEXT = Plan("Đăng ký", (Column("Tên", "x", 20), Column("Số", "y", 10, Shape.NUMBER)))
STARTS = tuple("=+-@＝＋－＠\t\r\n")
BLANKS = " \u00a0\u200b\ufeff"


def as_csv(*rows: list[Cell]) -> str:
    stream = io.StringIO(newline="")
    sheet = CsvSheet(stream)
    sheet.head(TEXT.columns)
    for row in rows:
        sheet.row(row)
    return stream.getvalue()


def as_xlsx(folder: Path, *rows: list[Cell], most_rows: int = 1000) -> openpyxl.Workbook:
    sheet = XlsxSheet(folder / "x.xlsx", TEXT, most_rows)
    sheet.head(TEXT.columns)
    for row in rows:
        sheet.row(row)
    sheet.close()
    return openpyxl.load_workbook(folder / "x.xlsx")


@pytest.mark.parametrize("text", CORPUS)
def test_csv_keeps_the_text_and_never_begins_a_formula(text: str) -> None:
    (_, row) = csv.reader(io.StringIO(as_csv([text, None]), newline=""))

    assert row[0].removeprefix("'") == text.removeprefix("'")
    assert not row[0].strip(BLANKS).startswith(STARTS) or row[0] == "+84912000111"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1", "'=1"),
        ("-5", "-5"),
        ("+84912000111", "+84912000111"),
        ("-5,5", "-5,5"),
        ("-5;5", "'-5;5"),
        ("  @x", "'  @x"),
        ("\u200b=x", "'\u200b=x"),
        ("＝1", "'＝1"),
        ("\tx", "'\tx"),
        ("\nx", "'\nx"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_would_take_for_a_formula(text: str, written: str) -> None:
    assert harmless(text) == written


@given(st.text())
def test_nothing_begins_a_formula(text: str) -> None:
    written = harmless(text)

    assert written.removeprefix("'") == text.replace("\0", "").removeprefix("'")
    if written.lstrip().startswith(STARTS):
        float(written.replace(",", "."))


def test_csv_opens_in_excel_with_its_marks() -> None:
    day, time = date(2021, 3, 15), datetime.fromisoformat("2026-11-23 08:05")

    text = as_csv(["Chè Shan tuyết", 1_200_000], [None, None], [day, time])

    assert text.encode().startswith(b"\xef\xbb\xbf")
    assert text.splitlines(keepends=True)[1:] == [
        '"Chè Shan tuyết","1200000"\r\n',
        '"",""\r\n',
        '"15/03/2021","23/11/2026 08:05"\r\n',
    ]


@pytest.mark.parametrize("text", CORPUS)
def test_xlsx_keeps_the_text_as_text(tmp_path: Path, text: str) -> None:
    cell = as_xlsx(tmp_path, [text, 1]).worksheets[0].cell(2, 1)

    assert cell.data_type == "s"
    assert cell.hyperlink is None
    assert unescaped(str(cell.value)).rstrip() == text


def unescaped(text: str) -> str:
    """What the library for reading leaves as the file has it: `_x005F_` is an underscore there."""
    return text.replace("_x005F_", "_")


def test_xlsx_has_numbers_days_and_times_of_their_own(tmp_path: Path) -> None:
    day, time = date(2021, 3, 15), datetime.fromisoformat("2026-11-23 08:05")

    sheet = as_xlsx(tmp_path, ["Chè", 1_200_000], [day, None], [time, None]).worksheets[0]

    assert sheet.cell(2, 2).value == 1_200_000
    assert sheet.cell(2, 2).number_format == "#,##0"
    assert sheet.cell(3, 1).value == datetime.fromisoformat("2021-03-15")
    assert sheet.cell(3, 1).number_format == "dd/mm/yyyy"
    assert sheet.cell(4, 1).value == time
    assert sheet.cell(4, 1).number_format == "dd/mm/yyyy hh:mm"
    assert sheet.cell(3, 2).value is None


def test_the_days_that_excel_miscounts_stay_text(tmp_path: Path) -> None:
    sheet = as_xlsx(tmp_path, [date(1900, 1, 31), None], [date(1900, 3, 1), None]).worksheets[0]

    assert sheet.cell(2, 1).value == "31/01/1900"
    assert sheet.cell(3, 1).value == datetime.fromisoformat("1900-03-01")


def test_a_sheet_that_grows_too_big_for_a_plain_zip_goes_on_in_a_next_one(tmp_path: Path) -> None:
    sheet = XlsxSheet(tmp_path / "x.xlsx", TEXT, most_bytes=2000)
    sheet.head(TEXT.columns)
    for number in range(50):
        sheet.row(["sản phẩm", number])
    sheet.close()

    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert len(book.sheetnames) > 1
    assert sum(one.max_row - 1 for one in book.worksheets) == 50


@given(text=st.text())
def test_any_text_leaves_a_file_that_can_be_read(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    value = as_xlsx(tmp_path_factory.mktemp("any"), [text, 1]).worksheets[0].cell(2, 1).value

    assert value is None or isinstance(value, str)


@pytest.mark.parametrize(
    ("at", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")]
)
def test_columns_have_letters(at: int, name: str) -> None:
    assert letters(at) == name


def test_a_title_that_no_sheet_may_have(tmp_path: Path) -> None:
    plan = Plan("[Kỳ 2026/2027: 'thử' *rất dài* ?]" * 3, TEXT.columns)
    sheet = XlsxSheet(tmp_path / "x.xlsx", plan)
    sheet.head(plan.columns)
    sheet.close()

    (name,) = openpyxl.load_workbook(tmp_path / "x.xlsx").sheetnames
    assert name.startswith("Kỳ 20262027 thử rất dài")
    assert len(name) == 31


def test_xlsx_has_its_headings_frozen_and_filtered(tmp_path: Path) -> None:
    sheet = as_xlsx(tmp_path, ["Chè", 1], ["Khăn", 2]).worksheets[0]

    assert sheet.title == "Đăng ký"
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet.column_dimensions["A"].width == pytest.approx(20, abs=1)
    assert [cell.value for cell in sheet[1]] == ["Tên", "Số"]


def test_more_rows_than_a_sheet_holds_go_on_in_a_next_one(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [[f"sản phẩm {n}", n] for n in range(5)]

    book = as_xlsx(tmp_path, *rows, most_rows=3)

    assert book.sheetnames == ["Đăng ký", "Đăng ký 2", "Đăng ký 3"]
    assert [sheet.max_row for sheet in book.worksheets] == [3, 3, 2]
    assert all(sheet.cell(1, 1).value == "Tên" for sheet in book.worksheets)
    assert book.worksheets[2].cell(2, 1).value == "sản phẩm 4"
