"""Downloads of the list, over HTTP and read back by other programs."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import aiohttp
import openpyxl
import pytest

from storage.audit import first_broken
from tests.console.office import PUBLIC, Desk, Office, Seen
from tests.console.producers import SMITH, TEA_MAKER, WEAVER, Village, a_village, crowd

BULK = "/staff/registrations/bulk/do"
WHY = {"columns": "all", "reason": "mời dự tập huấn"}


def table(page: Seen) -> list[dict[str, Any]]:
    """The rows of a download under their headings."""
    if page.headers["Content-Type"].startswith("text/csv"):
        return list(csv.DictReader(io.StringIO(page.body.decode("utf-8-sig"), newline="")))
    sheet = openpyxl.load_workbook(io.BytesIO(page.body)).active
    assert sheet is not None
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
async def test_the_download_holds_what_was_typed(village: Village, desk: Desk, kind: str) -> None:
    producer = await village.registered()

    page = await desk.does("/staff/export", kind=kind, **WHY)

    (row,) = table(page)
    assert page.status == 200
    assert row["Mã"] == await producer.code()
    assert row["Người liên hệ"] == "Vàng Thị Mỷ"
    assert row["Số điện thoại"] == "0912 000 111"
    assert row["Xã, phường nơi làm sản phẩm"] == "xã Lùng Tám"
    assert row["Tên sản phẩm"] == "Khăn lanh"
    assert page.headers["Content-Disposition"].startswith('attachment; filename="dang-ky-20')
    assert page.headers["Content-Disposition"].endswith(f'.{kind}"')
    assert page.headers["Cache-Control"] == "no-store"


async def test_the_download_is_the_list_as_filtered(village: Village, desk: Desk) -> None:
    await village.registered(WEAVER, "1")
    await village.registered(TEA_MAKER, "2")
    await village.somebody().says("ghi danh", "đồng ý", "Giàng Mí Sính")

    everything = await desk.does("/staff/export", kind="csv", **WHY)
    tea = "words=che+shan&group=agro-food&commune=00952"
    filtered = await desk.does("/staff/export", kind="csv", **WHY, list=tea)
    drafts = await desk.does("/staff/export", kind="csv", **WHY, list="status=draft")

    assert [row["Tên sản phẩm"] for row in table(everything)] == ["Chè Shan tuyết", "Khăn lanh"]
    assert [row["Tên sản phẩm"] for row in table(filtered)] == ["Chè Shan tuyết"]
    assert [row["Người liên hệ"] for row in table(drafts)] == ["Giàng Mí Sính"]
    assert "00952-agro-food" in filtered.headers["Content-Disposition"]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
async def test_the_download_has_the_columns_and_the_order_of_the_list(
    village: Village, desk: Desk, kind: str
) -> None:
    await village.registered(WEAVER, "1")
    await village.registered(TEA_MAKER, "2")
    await village.registered(SMITH, "3")
    await desk.does(BULK, list="words=ren", scope="all", to="1", number="1")
    chosen = "sort=-commune&column=title&column=group&column=assigned&column=when"

    page = await desk.does("/staff/export", kind=kind, list=chosen, columns="list")

    rows = table(page)
    assert list(rows[0]) == [
        *("Mã", "Cơ sở và sản phẩm", "Nhóm sản phẩm", "Gửi lúc", "Người phụ trách"),
    ]
    assert [row["Cơ sở và sản phẩm"].split()[0] for row in rows] == ["Rèn", "HTX", "Chè"]
    assert [row["Người phụ trách"] or "" for row in rows] == ["Nông Thị Hoa", "", ""]
    assert rows[1]["Nhóm sản phẩm"] == "Thủ công mỹ nghệ"


async def test_phones_leave_for_a_reason_only(village: Village, office: Office, desk: Desk) -> None:
    await village.registered()

    shown = await desk.does("/staff/export", kind="csv", list="group=craft")
    whole = await desk.does("/staff/export", kind="csv", list="column=title", columns="all")
    without = await desk.does("/staff/export", kind="csv", list="column=title")
    reasoned = await desk.does("/staff/export", kind="csv", reason="gọi mời")

    assert (shown.status, whole.status) == (422, 422)
    assert '<a href="#reason">Ghi lý do' in shown.text
    assert 'value="group=craft"' in shown.text
    assert [row["Cơ sở và sản phẩm"] for row in table(without)] == ["HTX Lanh Sợi Xanh – Khăn lanh"]
    assert [row["Số điện thoại"] for row in table(reasoned)] == ["0912 000 111"]
    assert [deed.detail for deed in await office.deeds() if deed.action == "export"] == [
        "registrations=1 columns=title",
        "registrations=1 columns=title+commune+name+phone+status+when reason=gọi mời",
    ]


async def test_an_officers_download_holds_own_communes_only(
    village: Village, office: Office
) -> None:
    await village.registered(WEAVER)
    await village.registered(TEA_MAKER)
    async with Desk(office) as officer:
        await officer.logs_in("Cán bộ xã", "officer", "00901")
        page = await officer.does("/staff/export", kind="csv", **WHY, list="commune=00952")

    assert [row["Tên sản phẩm"] for row in table(page)] == ["Khăn lanh"]


async def test_each_download_is_written_down_and_names_nobody(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered()

    await desk.does("/staff/export", kind="csv", **WHY, list="words=Vàng Thị Mỷ&group=craft")

    deed = (await office.deeds())[-1]
    assert (deed.action, deed.subject) == ("export", "csv")
    assert deed.detail == (
        "registrations=1 group=craft searched=yes columns=all reason=mời dự tập huấn"
    )
    assert await first_broken(office.reader) is None


async def test_downloads_from_outside_take_a_second_factor(village: Village, database: str) -> None:
    await village.registered()
    headers = {"Host": "bot.tuyenquang.example", "X-Forwarded-For": "203.0.113.9"}
    async with (
        Office(database, village.engine, public_url=PUBLIC).open() as office,
        Desk(office, Origin=PUBLIC, **headers) as desk,
    ):
        entered = await desk.logs_in("Nông Thị Hoa", "officer", "00901")
        desk.headers["Cookie"] = entered.headers["Set-Cookie"].partition(";")[0]
        page = await desk.get("/staff/registrations")
        download = await desk.does("/staff/export", kind="csv", **WHY)

    assert 'action="/staff/export"' not in page.text
    assert "bằng mật khẩu và mã xác nhận" in page.text
    assert download.status == 403
    assert "Vàng" not in download.text


async def test_ten_downloads_an_hour(desk: Desk) -> None:
    answers = [(await desk.does("/staff/export", kind="pdf")).status for _ in range(11)]

    assert answers == [404] * 10 + [429]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
async def test_a_download_that_cannot_be_made_says_so(
    village: Village,
    database: str,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    kind: str,
) -> None:
    nowhere = str(tmp_path / "missing" / "bot.db")
    async with (
        Office(database, village.engine, exported=nowhere).open() as office,
        Desk(office) as desk,
    ):
        await desk.logs_in("Nông Thị Hoa", "admin")
        page = await desk.does("/staff/export", kind=kind, **WHY, list="words=Vàng Thị Mỷ")

    assert page.status == 500
    assert "Chưa làm được bảng tính" in page.text
    assert "an export was not made: OperationalError" in caplog.text
    assert "Vàng" not in caplog.text


async def test_a_download_that_breaks_off_is_cut_and_not_ended(tmp_path: Path) -> None:
    database = str(tmp_path / "bot.db")
    village = await a_village(database)
    await crowd(village, 600)
    async with village.engine.begin() as connection:
        await connection.exec_driver_sql(
            "UPDATE answer SET value = CAST(x'ff' AS TEXT) WHERE registration_id = 1"
        )
    async with Office(database, village.engine).open() as office, Desk(office) as desk:
        await desk.logs_in("Nông Thị Hoa", "admin")

        with pytest.raises(aiohttp.ClientPayloadError):
            await desk.does("/staff/export", kind="csv", **WHY)
    await village.store.close()
    await village.engine.dispose()
