"""The list for the Council of a round, as a spreadsheet."""

from __future__ import annotations

import io
from typing import Any

import openpyxl

from handlers.state import Status
from tests.console.office import Desk, Office
from tests.console.producers import SMITH, TEA_MAKER, WEAVER, Village
from tests.console.test_detail import sends

LIST = "/staff/council"
ROUND = "demo-province"
SCORES = 7


def rows(content: bytes) -> list[dict[str, Any]]:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    head, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), line, strict=True)) for line in lines]


async def entered(village: Village, details: tuple[str, ...], group: str) -> int:
    """A registration that is complete; gives its number."""
    number = await (await village.registered(details, group)).number()
    await village.set_status(number, Status.COMPLETE)
    return number


async def test_it_has_each_product_by_group_with_room_for_scores(
    village: Village, office: Office, desk: Desk
) -> None:
    tea = await entered(village, TEA_MAKER, "2")
    await entered(village, WEAVER, "1")
    await village.registered(SMITH, "3")
    await sends(village, office, tea, "att-photo-front", "image/jpeg")
    await sends(village, office, tea, "att-reg-paper", "application/pdf")

    taken = await desk.does(LIST, round=ROUND)
    first, second = rows(taken.body)

    assert (first["STT"], first["Tên sản phẩm"]) == (1, "Khăn lanh")
    assert (second["STT"], second["Tên sản phẩm"]) == (2, "Chè Shan tuyết")
    assert first["Giấy tờ đã có"] is None
    assert second["Giấy tờ đã có"] == "Bản chụp giấy đăng ký; Ảnh mặt trước"
    assert "Ảnh mặt trước" in first["Giấy tờ còn thiếu"]
    assert "Ảnh mặt trước" not in second["Giấy tờ còn thiếu"]
    assert "Ảnh bên cạnh" in second["Giấy tờ còn thiếu"]
    assert list(first.values())[-SCORES:] == [None] * SCORES
    last = (await office.deeds())[-1]
    assert (last.action, last.subject, last.detail) == ("council", ROUND, "registrations=2")


async def test_a_round_that_is_none_has_no_list(desk: Desk) -> None:
    assert (await desk.does(LIST, round="nonsense")).status == 404


async def test_the_rounds_are_offered_on_the_page_of_reports(desk: Desk) -> None:
    page = await desk.get("/staff/reports")

    assert f'<option value="{ROUND}"' in page.text


async def test_it_is_found_from_the_page_of_rounds(office: Office, desk: Desk) -> None:
    way = 'href="/staff/reports#council"'

    assert way in (await desk.get("/staff/rounds")).text
    assert 'id="council"' in (await desk.get("/staff/reports")).text
    async with Desk(office) as viewer:
        await viewer.logs_in("Lý A Páo", "viewer")
        assert way not in (await viewer.get("/staff/rounds")).text
