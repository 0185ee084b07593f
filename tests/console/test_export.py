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
from tests.console.producers import TEA_MAKER, WEAVER, Village, a_village, crowd


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

    page = await desk.does("/staff/export", kind=kind)

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

    everything = await desk.does("/staff/export", kind="csv")
    tea = "words=che+shan&group=agro-food&commune=00952"
    filtered = await desk.does("/staff/export", kind="csv", list=tea)
    drafts = await desk.does("/staff/export", kind="csv", list="status=draft")

    assert [row["Tên sản phẩm"] for row in table(everything)] == ["Khăn lanh", "Chè Shan tuyết"]
    assert [row["Tên sản phẩm"] for row in table(filtered)] == ["Chè Shan tuyết"]
    assert [row["Người liên hệ"] for row in table(drafts)] == ["Giàng Mí Sính"]
    assert "00952-agro-food" in filtered.headers["Content-Disposition"]


async def test_an_officers_download_holds_own_communes_only(
    village: Village, office: Office
) -> None:
    await village.registered(WEAVER)
    await village.registered(TEA_MAKER)
    async with Desk(office) as officer:
        await officer.logs_in("Cán bộ xã", "officer", "00901")
        page = await officer.does("/staff/export", kind="csv", list="commune=00952")

    assert [row["Tên sản phẩm"] for row in table(page)] == ["Khăn lanh"]


async def test_each_download_is_written_down_and_names_nobody(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered()

    await desk.does("/staff/export", kind="csv", list="words=Vàng Thị Mỷ&group=craft")

    deed = (await office.deeds())[-1]
    assert (deed.action, deed.subject) == ("export", "csv")
    assert deed.detail == "registrations=1 group=craft searched=yes"
    assert await first_broken(office.reader) is None


async def test_downloads_stay_on_the_servers_machine(village: Village, database: str) -> None:
    await village.registered()
    headers = {"Host": "bot.tuyenquang.example", "X-Forwarded-For": "203.0.113.9"}
    async with (
        Office(database, village.engine, public_url=PUBLIC).open() as office,
        Desk(office, Origin=PUBLIC, **headers) as desk,
    ):
        entered = await desk.logs_in("Nông Thị Hoa", "admin")
        desk.headers["Cookie"] = entered.headers["Set-Cookie"].partition(";")[0]
        page = await desk.get("/staff/registrations")
        download = await desk.does("/staff/export", kind="csv")

    assert 'action="/staff/export"' not in page.text
    assert "trên chính máy chủ" in page.text
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
        page = await desk.does("/staff/export", kind=kind, list="words=Vàng Thị Mỷ")

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
            "UPDATE answer SET value = CAST(x'ff' AS TEXT) WHERE registration_id = 600"
        )
    async with Office(database, village.engine).open() as office, Desk(office) as desk:
        await desk.logs_in("Nông Thị Hoa", "admin")

        with pytest.raises(aiohttp.ClientPayloadError):
            await desk.does("/staff/export", kind="csv")
    await village.store.close()
    await village.engine.dispose()
