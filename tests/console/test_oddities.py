"""What no browser of ours sends, and no page may trip over."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from bot.console.typed_days import read_day, read_moment
from handlers.days import VIETNAM
from tests.console.office import Desk, Office

FORM = "application/x-www-form-urlencoded"


@pytest.fixture
async def admin(office: Office) -> AsyncIterator[Desk]:
    async with Desk(office) as desk:
        await desk.logs_in("Nông Thị Hoa", "admin")
        yield desk


@pytest.mark.parametrize("day", ["31/12/9999", "01/01/0001", "00/00/0000"])
async def test_days_at_the_ends_of_the_calendar(admin: Desk, day: str) -> None:
    for path in (
        "/staff/registrations?until={}",
        "/staff/registrations?since={}",
        "/staff/audit?until={}",
        "/staff/audit?since={}",
        "/staff/notices/count?topic=training&seen-since={}",
    ):
        assert (await admin.get(path.format(day))).status == 200, path


@pytest.mark.parametrize("encoding", ["nonsense", "hex", "zlib"])
async def test_a_form_in_an_encoding_that_there_is_not(admin: Desk, encoding: str) -> None:
    for path in ("/staff/login", "/staff/notices/new", "/staff/registrations/bulk"):
        async with admin.session.post(
            admin.office.url + path,
            data=b"seal=x",
            headers={"Origin": admin.office.url, "Content-Type": f"{FORM}; charset={encoding}"},
        ) as response:
            assert response.status == 400, path


async def test_a_form_with_half_a_character(admin: Desk) -> None:
    for path in ("/staff/login", "/staff/notices/new", "/staff/registrations/bulk"):
        async with admin.session.post(
            admin.office.url + path,
            data=rb"seal=\ud800",
            headers={"Origin": admin.office.url, "Content-Type": f"{FORM}; charset=unicode_escape"},
        ) as response:
            assert response.status == 400, path


async def test_a_list_of_more_filters_than_there_are(admin: Desk) -> None:
    many = "&".join(f"status={n}" for n in range(101))
    for path in ("bulk", "bulk/do", "bulk/steps", "bulk/steps/do"):
        step = {"step": "complete", "to": "nobody", "list": many}
        assert (await admin.does(f"/staff/registrations/{path}", **step)).status == 400, path
    assert (await admin.does("/staff/views", list=many, name="x")).status == 400
    assert (await admin.does("/staff/export", list=many, kind="csv")).status == 400


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("10/12/2026 08:30", datetime(2026, 12, 10, 8, 30, tzinfo=VIETNAM)),
        (" 1-2-2027  7:05 ", datetime(2027, 2, 1, 7, 5, tzinfo=VIETNAM)),
        ("10/12/2026", None),
        ("10/12/2026 24:00", None),
        ("31/02/2026 08:00", None),
        ("31/12/9999 23:59", None),
        ("١٠/12/2026 08:30", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_it_is_typed(typed: str, at: datetime | None) -> None:
    assert read_moment(typed) == at


def test_a_day_is_read_with_any_of_its_signs() -> None:
    assert read_day("1/2/2027") == read_day("01.02.2027") == read_day(" 01-02-2027 ")
    assert read_day("2027-02-01") is None
