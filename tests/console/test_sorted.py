"""The list sorted, paged through in both directions, and narrowed in every way, over HTTP."""

from __future__ import annotations

import html
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from handlers.days import VIETNAM
from handlers.state import Status
from storage.schema import registration
from tests.console.office import Desk, Office, Seen
from tests.console.producers import SMITH, TEA_MAKER, WEAVER, Village, crowd

LIST = "/staff/registrations"


def makers(page: Seen) -> list[str]:
    """Which of the three stand there, in order."""
    names = ("Lanh", "Chè", "Rèn")
    return [next(name for name in names if name in row) for row in page.rows]


def way(page: Seen, rel: str) -> str:
    """Where the link to the next or the previous page leads."""
    return html.unescape(page.text.partition(f'rel="{rel}" href="')[2].partition('"')[0])


@pytest.fixture
async def three(village: Village) -> list[int]:
    """A weaver, a tea maker and a smith, each with another status, in this order."""
    numbers = [
        await (await village.registered(details, group)).number()
        for details, group in ((WEAVER, "1"), (TEA_MAKER, "2"), (SMITH, "3"))
    ]
    for number, status in zip(
        numbers, (Status.COMPLETE, Status.INTEREST, Status.JUDGED), strict=True
    ):
        await village.set_status(number, status)
    return numbers


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("", ["Rèn", "Chè", "Lanh"]),
        ("when", ["Lanh", "Chè", "Rèn"]),
        ("title", ["Chè", "Lanh", "Rèn"]),
        ("-title", ["Rèn", "Lanh", "Chè"]),
        ("name", ["Chè", "Lanh", "Rèn"]),
        ("commune", ["Chè", "Lanh", "Rèn"]),
        ("-status", ["Rèn", "Lanh", "Chè"]),
        ("nonsense", ["Rèn", "Chè", "Lanh"]),
    ],
)
async def test_sorted_by_each_column(desk: Desk, sort: str, expected: list[str]) -> None:
    assert makers(await desk.get(f"{LIST}?sort={sort}")) == expected


@pytest.mark.usefixtures("three")
async def test_a_heading_sorts_and_turns_round(desk: Desk) -> None:
    page = await desk.get(f"{LIST}?group=craft&sort=title")

    assert 'aria-sort="ascending"' in page.text
    assert f'href="{LIST}?group=craft&amp;sort=-title"' in page.text
    assert f'href="{LIST}?group=craft&amp;sort=name"' in page.text


@pytest.mark.parametrize("sort", ["", "when", "-title", "name", "commune", "status"])
async def test_pages_lead_there_and_back(village: Village, desk: Desk, sort: str) -> None:
    await crowd(village, 120)

    seen = [await desk.get(f"{LIST}?sort={sort}")]
    while forth := way(seen[-1], "next"):
        seen.append(await desk.get(forth))
    back = [seen[-1]]
    while there := way(back[-1], "prev"):
        back.append(await desk.get(there))

    assert [len(page.rows) for page in seen] == [50, 50, 20]
    assert len({row for page in seen for row in page.rows}) == 120
    assert [page.rows for page in back] == [page.rows for page in reversed(seen)]


async def test_each_filter_finds_its_own(
    village: Village, office: Office, desk: Desk, three: list[int]
) -> None:
    weaver, tea_maker, smith = three
    old = datetime.now(UTC) - timedelta(days=40)
    async with village.engine.begin() as connection:
        change = update(registration)
        await connection.execute(
            change.where(registration.c.id == smith).values(sent_at=old, channel="telegram")
        )
        await connection.execute(change.where(registration.c.id == weaver).values(assigned_to=1))
        await connection.execute(
            change.where(registration.c.id == tea_maker).values(agreed="waiting")
        )
    month = f"{old.astimezone(VIETNAM) + timedelta(days=1):%d/%m/%Y}"

    async def found(query: str) -> int:
        page = await desk.get(f"{LIST}?{query}")
        assert len(page.rows) == 1, query
        assert 'class="clear"' in page.text
        (number,) = (one for one in three if f'value="{one}"> <span' in page.text)
        return number

    assert await found(f"until={month}") == smith
    assert await found("channel=telegram") == smith
    assert await found("assigned=me") == weaver
    assert await found("assigned=1") == weaver
    assert await found("only=waiting") == tea_maker
    assert len((await desk.get(f"{LIST}?since={month}")).rows) == 2
    assert len((await desk.get(f"{LIST}?assigned=nobody")).rows) == 2
    assert len((await desk.get(f"{LIST}?only=twins")).rows) == 0
    assert len(await office.deeds()) > 0


async def test_a_day_that_is_none_is_said_beside_its_field(desk: Desk) -> None:
    page = await desk.get(f"{LIST}?since=32/01/2027&until=2027")

    assert page.text.count('aria-invalid="true"') == 2
    assert 'value="32/01/2027"' in page.text
    assert 'class="clear"' not in page.text


async def test_what_may_be_there_twice_is_pointed_out(village: Village, desk: Desk) -> None:
    by_phone = ("Vàng Thị Sáy", "+84 912 000 111", "Tổ may Sáy", "2", "Cao Bồ", "Áo")
    by_name = ("Lý A Páo", "0987 654 999", "htx LANH soi xanh", "2", "Lùng Tám", "Vải")
    codes = [
        await (await village.registered(details)).code()
        for details in (WEAVER, by_phone, by_name, TEA_MAKER)
    ]

    page = await desk.get(f"{LIST}?only=twins&sort=when")

    first, second, third = page.rows
    assert f"Có thể trùng với {codes[1]} , {codes[2]}" in first
    assert f"Có thể trùng với {codes[0]}" in second
    assert f"Có thể trùng với {codes[0]}" in third
    assert codes[3] not in page.text


async def test_an_officer_is_not_told_of_twins_elsewhere(village: Village, office: Office) -> None:
    await village.registered(WEAVER)
    elsewhere = ("Vàng Thị Sáy", "0912 000 111", "Tổ may Sáy", "2", "Cao Bồ", "Áo")
    code = await (await village.registered(elsewhere)).code()
    async with Desk(office) as officer:
        await officer.logs_in("Cán bộ xã", "officer", "00901")

        page = await officer.get(LIST)

    assert len(page.rows) == 1
    assert code not in page.text


@pytest.mark.usefixtures("three")
async def test_the_columns_are_those_chosen(desk: Desk) -> None:
    page = await desk.get(f"{LIST}?column=channel&column=products&column=nonsense")

    assert "Trang web" in page.rows[0]
    assert "Vàng Thị Mỷ" not in page.text
    assert f'href="{LIST}?column=products&amp;column=channel' in page.text or "channel" in page.text
