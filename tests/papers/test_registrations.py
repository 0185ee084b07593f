"""The export of registrations: real files, made from both databases."""

from __future__ import annotations

import csv
import itertools
import time
import tracemalloc
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import event, update
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.papers.order import Order, from_json, to_json
from bot.papers.plan import plan_of
from bot.papers.registrations import export_registrations
from handlers.state import Status
from storage.filters import Filters
from storage.finding import By, Sorting, Start, count, every, find
from storage.schema import registration
from tests.book import the_book
from tests.console.producers import SMITH, TEA_MAKER, WEAVER, Village, crowd
from tests.papers.hostile import CORPUS

KINDS = ("xlsx", "csv")
DETAILS = {
    (0, "rep-name"): "Giàng Mí Sính",
    (0, "tax-code"): "002085000123",
    (0, "reg-date"): "2021-03-15",
    (0, "start-year"): "2015",
    (0, "workers-total"): "18",
    (0, "revenue-last-year-vnd"): "850000000",
    (1, "annual-output"): "2000 chiếc",
    (1, "unit-price-vnd"): "350000 chiếc",
    (1, "markets"): "province,online",
    (1, "food-safety-expiry"): "2027-05",
    (1, "att-photo-front"): "media-1",
    (1, "prod-kind"): "gone-from-the-book",
}


def label(market: str) -> str:
    return the_book().wording.say("vi", f"registration-markets.choice-{market}")


async def exported(
    reader: AsyncEngine, folder: Path, kind: str = "xlsx", filters: Filters | None = None
) -> list[dict[str, Any]]:
    """The rows of an export under their headings."""
    out = folder / f"dang-ky.{kind}"
    await export_registrations(reader, the_book(), out, filters or Filters())
    if kind == "csv":
        with out.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))
    sheet = openpyxl.load_workbook(out).worksheets[0]
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


@pytest.mark.parametrize("kind", KINDS)
async def test_a_registration_is_exported_as_people_read_it(
    village: Village, reader: AsyncEngine, tmp_path: Path, kind: str
) -> None:
    producer = await village.registered()
    await village.add_answers(await producer.number(), DETAILS)

    (row,) = await exported(reader, tmp_path, kind)

    assert row["Mã"] == await producer.code()
    assert row["Tình trạng"] == "Đã ghi danh"
    assert row["Kỳ bình chọn"] == "cấp tỉnh, kế hoạch 000/KH-UBND (ví dụ)"
    assert row["Kênh"] == "Trang web"
    assert row["Người liên hệ"] == "Vàng Thị Mỷ"
    assert row["Số điện thoại"] == "0912 000 111"
    assert row["Loại hình cơ sở"] == "Hợp tác xã"
    assert row["Xã, phường nơi làm sản phẩm"] == "xã Lùng Tám"
    assert row["Mã số thuế"] == "•••••••••123"
    assert row["Nhóm sản phẩm"] == "Thủ công mỹ nghệ"
    assert row["Nhận tin"] == "Tin bình chọn sản phẩm, Lớp tập huấn, Hội chợ"
    assert row["Sản lượng một năm"] == "2.000 chiếc"
    assert row["Giá bán"] == "350.000 đồng/chiếc"
    assert row["Nơi tiêu thụ"] == f"{label('province')}, {label('online')}"
    assert row["Hạn giấy an toàn"] == "05/2027"
    assert row["Ảnh mặt trước"] == "✔"
    assert row["Một sản phẩm hay một bộ"] == "gone-from-the-book"
    assert not row["Fax"]


async def test_names_typed_without_marks_are_told(
    village: Village, reader: AsyncEngine, tmp_path: Path
) -> None:
    await village.registered()
    typed = ("vang thi my", "0912 000 111", "HTX Lanh", "2", "Lùng Tám", "khan lanh nhuom cham")
    await village.registered(typed)

    marked, plain = await exported(reader, tmp_path)

    assert not marked["Gõ chưa có dấu"]
    assert plain["Gõ chưa có dấu"] == "Người liên hệ, Tên sản phẩm"
    assert plain["Tên sản phẩm"] == "khan lanh nhuom cham"


async def test_numbers_and_days_are_numbers_and_days(
    village: Village, reader: AsyncEngine, tmp_path: Path
) -> None:
    producer = await village.registered()
    await village.add_answers(await producer.number(), DETAILS)

    (row,) = await exported(reader, tmp_path)

    assert row["Sản phẩm thứ"] == 1
    assert row["Lao động thường xuyên"] == 18
    assert row["Năm bắt đầu sản xuất"] == 2015
    assert row["Doanh thu năm trước"] == 850_000_000
    assert row["Ngày cấp giấy đăng ký"] == datetime.fromisoformat("2021-03-15")


async def test_times_are_those_of_vietnam(
    village: Village, reader: AsyncEngine, tmp_path: Path
) -> None:
    before = datetime.now(UTC) - timedelta(minutes=1)
    await village.registered()

    (row,) = await exported(reader, tmp_path)

    for name in ("Đồng ý lưu thông tin lúc", "Bắt đầu lúc", "Gửi lúc"):
        local = row[name]
        assert isinstance(local, datetime)
        told = local.replace(tzinfo=UTC) - timedelta(hours=7)
        assert before - timedelta(minutes=1) <= told <= datetime.now(UTC)


async def test_each_product_has_a_row_of_its_own(
    village: Village, reader: AsyncEngine, tmp_path: Path
) -> None:
    producer = village.somebody()
    await producer.says("ghi danh", "đồng ý", *WEAVER, "1", "tất cả")
    await producer.taps("Thêm sản phẩm nữa")
    await producer.says("Túi thổ cẩm", "1")
    await producer.taps("Gửi ghi danh")

    rows = await exported(reader, tmp_path)

    assert [row["Tên sản phẩm"] for row in rows] == ["Khăn lanh", "Túi thổ cẩm"]
    assert [row["Sản phẩm thứ"] for row in rows] == [1, 2]
    assert {row["Tên cơ sở"] for row in rows} == {"HTX Lanh Sợi Xanh"}
    assert len({row["Mã"] for row in rows}) == 1


async def test_drafts_are_exported_only_when_asked_for(
    village: Village, reader: AsyncEngine, tmp_path: Path
) -> None:
    await village.registered()
    await village.somebody().says("ghi danh", "đồng ý", "Giàng Mí Sính")

    sent = await exported(reader, tmp_path)
    drafts = await exported(reader, tmp_path, filters=Filters(status=Status.DRAFT))

    assert [row["Người liên hệ"] for row in sent] == ["Vàng Thị Mỷ"]
    assert [row["Người liên hệ"] for row in drafts] == ["Giàng Mí Sính"]
    assert drafts[0]["Gửi lúc"] is None


async def test_filters(village: Village, reader: AsyncEngine, tmp_path: Path) -> None:
    weaver = await village.registered(WEAVER)
    await village.set_status(await weaver.number(), Status.CERTIFIED)
    await village.registered(TEA_MAKER)
    smith = await village.registered(SMITH)
    number = await smith.number()
    async with village.engine.begin() as connection:
        then = datetime.now(UTC) - timedelta(days=30)
        old = update(registration).where(registration.c.id == number)
        await connection.execute(old.values(opened_at=then, sent_at=then))

    async def names(**filters: Any) -> list[str]:
        rows = await exported(reader, tmp_path, filters=Filters(**filters))
        return [row["Tên sản phẩm"] for row in rows]

    assert await names() == ["Khăn lanh", "Chè Shan tuyết", "Dao rèn"]
    assert await names(status="certified") == ["Khăn lanh"]
    assert await names(commune="00952") == ["Chè Shan tuyết"]
    assert await names(since=datetime.now(UTC) - timedelta(days=1)) == [
        "Khăn lanh",
        "Chè Shan tuyết",
    ]
    assert await names(communes=frozenset(("00901", "01096"))) == ["Khăn lanh", "Dao rèn"]
    assert await names(communes=frozenset()) == []


async def test_what_was_erased_has_only_what_names_nobody(
    village: Village, reader: AsyncEngine, tmp_path: Path
) -> None:
    producer = await village.registered()
    await producer.says("xoá dữ liệu")
    label = next(label for label in producer.buttons if "Xoá" in label)
    await producer.taps(label)

    (row,) = await exported(reader, tmp_path)

    assert row["Mã"]
    assert row["Tình trạng"] == "Đã xoá thông tin theo yêu cầu; trước đó: Đã ghi danh"
    assert row["Xã, phường nơi làm sản phẩm"] == "xã Lùng Tám"
    assert row["Người liên hệ"] is None
    assert row["Số điện thoại"] is None
    assert row["Tên sản phẩm"] is None


async def test_hostile_text_is_exported_as_it_was_typed(
    village: Village, reader: AsyncEngine, tmp_path: Path
) -> None:
    for text in CORPUS:
        producer = await village.registered()
        await village.add_answers(
            await producer.number(), {(0, "est-name"): text, (1, "prod-name"): text}
        )

    sheet = await exported(reader, tmp_path, "xlsx")
    lines = await exported(reader, tmp_path, "csv")

    assert [row["Tên cơ sở"].replace("_x005F_", "_").rstrip() for row in sheet] == list(CORPUS)
    assert [row["Tên sản phẩm"].removeprefix("'") for row in lines] == [
        text.removeprefix("'") for text in CORPUS
    ]


async def test_values_that_are_not_what_their_question_says_are_kept(
    village: Village, reader: AsyncEngine, tmp_path: Path
) -> None:
    producer = await village.registered()
    odd = {
        (0, "workers-total"): "chừng hai chục",
        (0, "reg-date"): "2021-13-45",
        (0, "contact-phone"): "+1 650",
        (0, "avg-income-vnd"): "-",
        (1, "annual-output"): "nhiều lắm",
        (1, "unit-price-vnd"): "rẻ",
    }
    await village.add_answers(await producer.number(), odd)

    (row,) = await exported(reader, tmp_path)

    assert row["Lao động thường xuyên"] == "chừng hai chục"
    assert row["Ngày cấp giấy đăng ký"] == "45/13/2021"
    assert row["Số điện thoại"] == "+1 650"
    assert row["Thu nhập bình quân tháng"] == "-"
    assert row["Sản lượng một năm"] == "nhiều lắm"
    assert row["Giá bán"] == "rẻ"


async def test_a_file_of_another_kind_is_refused(reader: AsyncEngine, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="xlsx or"):
        await export_registrations(reader, the_book(), tmp_path / "x.pdf", Filters())

    assert list(tmp_path.glob("*.pdf")) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("pages", [0, 1])
async def test_an_export_that_fails_leaves_the_file_of_before(
    village: Village,
    reader: AsyncEngine,
    tmp_path: Path,
    kind: str,
    pages: int,
) -> None:
    await crowd(village, 600)
    await exported(reader, tmp_path, kind)
    before = (tmp_path / f"dang-ky.{kind}").read_bytes()
    statements = itertools.count(1)

    @event.listens_for(reader.sync_engine, "before_cursor_execute")
    def fail(*_: object) -> None:
        if next(statements) > 3 * pages:
            raise OSError("the disk is gone")

    with pytest.raises(OSError, match="gone"):
        await exported(reader, tmp_path, kind)

    assert (tmp_path / f"dang-ky.{kind}").read_bytes() == before
    assert not list(tmp_path.glob("export-*"))


async def test_nobody_waits_for_an_export(village: Village, reader: AsyncEngine) -> None:
    for _ in range(3):
        await village.registered()
    pages = every(reader, Filters(), size=1)

    seen = list(await anext(pages))
    started = time.monotonic()
    await village.registered(TEA_MAKER)
    waited = time.monotonic() - started
    seen += [entry async for page in pages for entry in page]

    assert waited < 2
    assert len(seen) == 4


@pytest.mark.parametrize("kind", KINDS)
async def test_memory_does_not_grow_with_the_number_of_registrations(
    village: Village, reader: AsyncEngine, tmp_path: Path, kind: str
) -> None:
    peaks = []
    await exported_only(reader, tmp_path / f"x.{kind}")
    for more in (1200, 2400):
        await crowd(village, more)
        tracemalloc.start()
        await exported_only(reader, tmp_path / f"x.{kind}")
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert peaks[1] < peaks[0] * 1.3


async def exported_only(reader: AsyncEngine, out: Path) -> None:
    await export_registrations(reader, the_book(), out, Filters())


async def test_lists_and_counts_agree(village: Village, reader: AsyncEngine) -> None:
    await crowd(village, 120)

    first = (await find(reader, Filters(), size=50)).entries
    second = (await find(reader, Filters(), start=Start(first[-1].id), size=50)).entries
    third = (await find(reader, Filters(), start=Start(second[-1].id), size=50)).entries

    assert await count(reader, Filters()) == 120
    assert len({entry.id for entry in (*first, *second, *third)}) == 120
    assert [entry.id for entry in first] == sorted((entry.id for entry in first), reverse=True)


def test_an_order_survives_its_way_to_the_child() -> None:
    order = Order(
        "sqlite:///x.db",
        plan_of(the_book()),
        Filters(
            "interest",
            "00901",
            "craft",
            datetime(2026, 11, 23, tzinfo=UTC),
            ("a", "b"),
            7,
            frozenset(("00901", "00952")),
            datetime(2026, 12, 23, tzinfo=UTC),
            "province-2027",
            "web",
            0,
            twins=True,
        ),
        Path("x.xlsx"),
        Sorting(By.COMMUNE, descending=False, ranks=("00952", "00901")),
    )

    assert from_json(to_json(order)) == order
    assert from_json(to_json(Order("x", plan_of(the_book(), "en"), Filters()))).out is None


def test_the_columns_are_in_the_order_of_the_paper() -> None:
    headers = [column.header for column in plan_of(the_book()).columns]

    assert headers[:5] == ["Mã", "Tình trạng", "Kỳ bình chọn", "Sản phẩm thứ", "Người liên hệ"]
    assert headers[-8] == "Gõ chưa có dấu"
    assert headers[-7:] == [
        "Kênh",
        "Đến từ",
        "Đồng ý lưu thông tin lúc",
        "Cách đồng ý",
        "Bắt đầu lúc",
        "Gửi lúc",
        "Có thể trùng với mã",
    ]
    assert len(set(headers)) == len(headers)
