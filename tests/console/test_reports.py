"""Reports: figures of a period, issued once, and read as Word and Excel."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import openpyxl
import pytest
from sqlalchemy import update

from bot.papers.periods import Period, Span, period_of
from handlers.days import day
from handlers.state import Status
from storage.engine import insert
from storage.schema import activity, registration, seat
from tests.console.office import Desk, Office, Seen
from tests.console.producers import TEA_MAKER, WEAVER, Village
from tests.papers.dossiers import words_of_docx

PAGE = "/staff/reports"


def last_month() -> Period:
    return period_of(day(datetime.now(UTC)), Span.MONTH).before()


def fields(period: Period) -> dict[str, str]:
    return {"span": period.span, "year": str(period.year), "number": str(period.number)}


def lines(content: bytes) -> dict[str, list[Any]]:
    """The lines of a spreadsheet: what stands beside each label."""
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    return {str(row[1]): list(row[2:]) for row in sheet.iter_rows(values_only=True)}


def first_cells(content: bytes) -> set[str]:
    """What begins each row of a spreadsheet."""
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    return {str(row[0]) for row in sheet.iter_rows(values_only=True)}


def days(period: Period) -> str:
    return f"Từ {period.first:%d/%m/%Y} đến {period.last:%d/%m/%Y}."


async def sent(village: Village, at: datetime, *details: tuple[str, ...]) -> None:
    """Registrations that were sent at this time."""
    for one in details:
        number = await (await village.registered(one)).number()
        async with village.engine.begin() as connection:
            await connection.execute(
                update(registration)
                .where(registration.c.id == number)
                .values(opened_at=at, sent_at=at)
            )


async def issues(desk: Desk, period: Period) -> Seen:
    return await desk.does(PAGE, **fields(period))


async def test_a_report_has_its_period_and_what_it_is_compared_with(
    village: Village, office: Office, desk: Desk
) -> None:
    period = last_month()
    within = period.since + timedelta(days=3)
    await sent(village, within, WEAVER, WEAVER, TEA_MAKER)
    await sent(village, period.before().since + timedelta(days=3), TEA_MAKER)
    await sent(village, period.year_before().since + timedelta(days=3), WEAVER, WEAVER)
    await village.registered()

    done = await issues(desk, period)
    word = await desk.get(f"{PAGE}/1/docx")
    sheet = (await desk.get(f"{PAGE}/1/xlsx")).body
    found = lines(sheet)

    assert done.status == 303
    so_far = 3 + (period.before().year == period.year)
    assert found["Đăng ký đã gửi"] == [3, so_far, 1, 2]
    assert found["xã Lùng Tám"][0] == 2
    assert found["xã Cao Bồ"][0] == 1
    assert found["Thủ công mỹ nghệ"] == [3, so_far, 1, 2]
    words = words_of_docx(word.body)
    assert f"tháng {period.number}/{period.year}" in words
    issued = re.search(r"phát hành (\d\d/\d\d/\d{4} \d\d:\d\d)", (await desk.get(PAGE)).text)
    assert issued
    assert f"Phát hành lúc {issued[1]}." in words
    assert {f"Phát hành lúc {issued[1]}.", days(period)} <= first_cells(sheet)
    assert "Cùng kỳ năm trước" in words
    assert (await office.deeds())[-1].action == "report.issued"


async def test_what_was_issued_stays_as_it_is(village: Village, desk: Desk) -> None:
    period = last_month()
    within = period.since + timedelta(days=3)
    await sent(village, within, WEAVER)
    await issues(desk, period)
    await sent(village, within, TEA_MAKER)
    await village.set_status(1, Status.CERTIFIED)

    first = lines((await desk.get(f"{PAGE}/1/xlsx")).body)
    await issues(desk, period)
    second = lines((await desk.get(f"{PAGE}/2/xlsx")).body)

    assert (first["Đăng ký đã gửi"][0], second["Đăng ký đã gửi"][0]) == (1, 2)
    assert "Được cấp giấy chứng nhận" not in first


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
async def test_the_public_is_told_no_number_below_five(
    village: Village, desk: Desk, kind: str
) -> None:
    period = last_month()
    within = period.since + timedelta(days=3)
    await sent(village, within, *[WEAVER] * 5, TEA_MAKER)
    await issues(desk, period)

    taken = await desk.get(f"{PAGE}/1/{kind}?public=yes")

    if kind == "docx":
        words = words_of_docx(taken.body)
        assert "xã Cao Bồ\ndưới 5\n" in words
        assert "xã Lùng Tám\n5\n" in words
    else:
        numbers = [one for row in lines(taken.body).values() for one in row]
        assert "dưới 5" in numbers
        assert not {1, 2, 3, 4} & set(numbers)
    assert "cong-bo" in taken.headers["Content-Disposition"]


async def test_who_came_to_activities_is_counted(village: Village, desk: Desk) -> None:
    period = last_month()
    held = period.since + timedelta(days=2)
    await village.registered()
    held_one = {
        "kind": "training",
        "starts_at": held,
        "ends_at": held,
        "deadline": held,
        "seats": 9,
        "words": "{}",
        "audience": "{}",
        "created_at": held,
        "token": "a",
        "cancelled_at": None,
    }
    called_off = held_one | {"token": "b", "cancelled_at": held}
    came = [(0, True, None), (0, None, held), (0, False, held), (3, None, None)]
    seats = [
        {
            "activity_id": 1,
            "standing": standing,
            "at": held,
            "attended": attended,
            "arrived_at": arrived,
        }
        for standing, attended, arrived in came
    ]
    async with village.engine.begin() as connection:
        await connection.execute(insert(connection.dialect, activity), [held_one, called_off])
        await connection.execute(insert(connection.dialect, seat), seats)
    await issues(desk, period)

    found = lines((await desk.get(f"{PAGE}/1/xlsx")).body)

    assert found["Lớp tập huấn, hội chợ đã tổ chức"][0] == 1
    assert found["Chỗ đã giữ"][0] == 3
    assert found["Lượt người có mặt"][0] == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"span": "month", "year": "2026", "number": "13"},
        {"span": "quarter", "year": "2026", "number": "5"},
        {"span": "week", "year": "2026", "number": "1"},
        {"span": "month", "year": "hai nghìn", "number": "1"},
        fields(period_of(day(datetime.now(UTC)), Span.YEAR)),
    ],
)
async def test_no_report_is_issued_of_a_period_that_is_none_or_not_over(
    desk: Desk, wrong: dict[str, str]
) -> None:
    page = await desk.does(PAGE, **wrong)

    assert page.status == 422
    assert 'href="#year"' in page.text
    assert "Chưa phát hành báo cáo nào" in page.text


async def test_what_a_report_would_say_is_shown_before(village: Village, desk: Desk) -> None:
    period = last_month()
    await sent(village, period.since + timedelta(days=1), WEAVER)

    page = await desk.get(f"{PAGE}?span=month&year={period.year}&number={period.number}")

    assert f"<h2>Báo cáo tháng {period.number}/{period.year}</h2>" in page.text
    assert "xã Lùng Tám" in page.text
    assert "Phát hành báo cáo" in page.text


async def test_a_period_that_is_none_is_not_shown_as_another(desk: Desk) -> None:
    page = await desk.get(f"{PAGE}?span=month&year=2026&number=13")

    assert page.status == 422
    assert "tháng 1 đến 12" in page.text
    assert 'value="13"' in page.text
    assert (await desk.get(PAGE)).status == 200
