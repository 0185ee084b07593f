"""The statistics, as staff see them; what is counted was done by people who talked to the bot."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime, timedelta

from sqlalchemy import update

from handlers.state import Status
from storage.engine import insert
from storage.schema import registration, waited
from tests.console.office import Desk, Office, Seen
from tests.console.producers import SMITH, TEA_MAKER, WEAVER, Village

PAGE = "/staff/statistics"
TARGETS = f"{PAGE}/targets/{datetime.now(UTC).year}"


def table(page: Seen, title: str) -> dict[str, str]:
    """The table beneath a chart: each label with its number."""
    after = page.text.partition(f">{title}</h2>")[2].partition("</table>")[0]
    rows = re.findall(r'<th scope="row">(.*?)</th>\s*<td[^>]*>(.*?)</td>', after, re.DOTALL)
    return {html.unescape(re.sub("<[^>]+>", "", label)): number for label, number in rows}


def board(page: Seen) -> dict[str, list[str]]:
    """The board of communes: what stands beside each."""
    after = page.text.partition("và mục tiêu năm")[2].partition("</section>")[0]
    rows = re.findall(r'<th scope="row">(.*?)</th>(.*?)</tr>', after, re.DOTALL)
    return {
        re.sub("<[^>]+>", "", name): re.findall(r"<td[^>]*>(.*?)</td>", cells)
        for name, cells in rows
    }


async def test_it_shows_how_far_people_come(village: Village, desk: Desk) -> None:
    await village.somebody().says("chào em")
    await village.somebody().says("ghi danh", "đồng ý")
    await village.somebody().says("ghi danh", "đồng ý", "Giàng Mí Sính", "0912 000 222")
    await village.registered()
    certified = await (await village.registered(TEA_MAKER, "2")).number()
    await village.set_status(certified, Status.CERTIFIED)

    page = await desk.get(PAGE)

    steps = table(page, "Bà con đi đến bước nào")
    assert steps["Đã nhắn với trợ lý"] == "5"
    assert steps["Trả lời xong: Người liên hệ"] == "3"
    assert steps["Trả lời xong: Số điện thoại"] == "3"
    assert steps["Trả lời xong: Tên cơ sở"] == "2"
    assert steps["Đã gửi ghi danh"] == "2"
    assert steps["Đã đủ thông tin"] == "1"
    assert steps["Được cấp giấy chứng nhận"] == "1"
    assert table(page, "Theo tình trạng")["Đã ghi danh"] == "1"
    assert table(page, "Theo kênh") == {"Trang web": "2"}
    groups = table(page, "Theo nhóm sản phẩm")
    assert sorted(groups.values()) == ["0", "0", "1", "1"]
    assert 'href="/staff/registrations?status=certified"' in page.text


async def test_a_chart_is_a_picture_with_its_table(village: Village, desk: Desk) -> None:
    await village.registered()

    page = await desk.get(PAGE)

    assert page.text.count('<svg role="img" aria-labelledby="') == page.text.count("<svg")
    assert page.text.count("<details>") >= page.text.count("<svg")
    assert "style=" not in page.text


async def test_what_waits_for_consent_is_not_counted(village: Village, desk: Desk) -> None:
    await village.somebody().registers_another(WEAVER)

    page = await desk.get(PAGE)

    assert table(page, "Bà con đi đến bước nào")["Đã gửi ghi danh"] == "0"


async def test_a_period_counts_what_was_begun_in_it(village: Village, desk: Desk) -> None:
    old = await (await village.registered()).number()
    await village.registered(TEA_MAKER)
    then = datetime.now(UTC) - timedelta(days=800)
    async with village.engine.begin() as connection:
        await connection.execute(
            update(registration)
            .where(registration.c.id == old)
            .values(opened_at=then, sent_at=then)
        )

    sent = [
        table(await desk.get(f"{PAGE}?period={period}"), "Bà con đi đến bước nào")[
            "Đã gửi ghi danh"
        ]
        for period in ("", "month", "quarter", "year", "nonsense")
    ]

    assert sent == ["2", "1", "1", "1", "2"]


async def test_an_officer_is_told_of_the_own_communes_alone(
    village: Village, office: Office
) -> None:
    await village.registered()
    await village.registered(TEA_MAKER, "2")
    await village.registered(SMITH, "3")
    async with Desk(office) as desk:
        await desk.logs_in("Lò Thị Pà", "officer", "00901")
        page = await desk.get(PAGE)

    assert table(page, "Bà con đi đến bước nào")["Đã gửi ghi danh"] == "1"
    assert "Đã nhắn với trợ lý" not in page.text
    assert list(board(page)) == ["Lùng Tám"]
    assert sorted(table(page, "Theo nhóm sản phẩm").values()) == ["0", "0", "0", "1"]
    assert "1 đăng ký mới" in page.text


async def test_targets_are_empty_until_staff_enter_them(
    village: Village, office: Office, desk: Desk
) -> None:
    for _ in range(3):
        await village.registered()
    empty = board(await desk.get(PAGE))

    saved = await desk.does(TARGETS, **{"00901": "4", "00952": "2"})
    page = await desk.get(PAGE)

    assert empty == {"Lùng Tám": ["3", "–", "–"]}
    assert saved.status == 303
    assert board(page) == {"Lùng Tám": ["3", "4", "75 %"], "Cao Bồ": ["0", "2", "0 %"]}
    assert "Mục tiêu Hà Giang cũ 2022–2030 (chưa xác nhận cho Tuyên Quang" in page.text
    last = (await office.deeds())[-1]
    assert (last.action, last.detail) == ("targets", "communes=2")
    assert 'value="4"' in (await desk.get(TARGETS)).text


async def test_a_target_that_is_no_number_is_told_beside_its_field(desk: Desk) -> None:
    page = await desk.does(TARGETS, **{"00901": "nhiều", "00952": "2"})

    assert page.status == 422
    assert 'href="#00901"' in page.text
    assert 'value="nhiều"' in page.text
    assert 'value="2"' in page.text
    assert board(await desk.get(PAGE)) == {}


async def test_a_viewer_sees_and_sets_no_target(office: Office) -> None:
    async with Desk(office) as desk:
        await desk.logs_in("Lò Thị Pà", "viewer")
        page = await desk.get(PAGE)

        assert page.status == 200
        assert TARGETS not in page.text
        assert (await desk.does(TARGETS, **{"00901": "4"})).status == 403


async def test_questions_and_waiting_times_are_told_without_names(
    village: Village, desk: Desk
) -> None:
    await village.registered()
    asker = village.somebody()
    await asker.says("máy bay bay cao bao nhiêu mét hả em", "máy bay bay cao bao nhiêu mét hả em")
    now = datetime.now(UTC)
    async with village.engine.begin() as connection:
        rows = [
            {"asked_at": now - timedelta(hours=hours), "answered_at": now, "account": "web:main",
             "why": "question"}
            for hours in (1, 2, 30)
        ]  # fmt: skip
        await connection.execute(insert(connection.dialect, waited), rows)

    page = await desk.get(PAGE)

    assert "3 lần hỏi đã được trả lời; một nửa trong vòng 2,0 giờ; lâu nhất 30,0 giờ" in page.text
    assert "66 % trong vòng một ngày" in page.text
    assert "máy bay" in page.text
    assert "Vàng Thị Mỷ" not in page.text


async def test_what_waits_about_peoples_data_is_told_who_may_see_to_it(
    desk: Desk, office: Office
) -> None:
    privacy = "/staff/privacy"
    now = datetime.now(UTC) + timedelta(hours=6)
    await desk.does(
        f"{privacy}/new", asked="see", way="paper", words="Xin xem", received=f"{now:%d/%m/%Y}"
    )
    lost = await desk.does(f"{privacy}/breaches", found=f"{now:%d/%m/%Y %H:%M}", what="Mất máy")

    told = (await desk.get(PAGE)).text
    async with Desk(office) as viewer:
        await viewer.logs_in("Lý A Páo", "viewer")
        untold = (await viewer.get(PAGE)).text
    await desk.does(f"{lost.headers['Location']}/step", step="reported")

    assert f'<a href="{privacy}">1 yêu cầu về dữ liệu cá nhân chưa xong</a>' in told
    assert f'<a href="{privacy}/breaches">1 sự cố dữ liệu chưa báo' in told
    assert privacy not in untold
    assert "sự cố" not in (await desk.get(PAGE)).text


async def test_a_number_leads_to_the_list_that_makes_it(village: Village, desk: Desk) -> None:
    for _ in range(2):
        await village.registered()
    now = datetime.now(UTC)
    async with village.engine.begin() as connection:
        await connection.execute(
            update(registration)
            .where(registration.c.id == 1)
            .values(opened_at=now - timedelta(days=800), sent_at=now - timedelta(days=800))
        )
    page = await desk.get(PAGE)
    links = re.findall(r'href="(/staff/registrations\?[^"]*)"', page.text)

    boards = [html.unescape(one) for one in links if "commune=00901" in one]
    channels = [html.unescape(one) for one in links if "channel=web" in one]

    assert board(page)["Lùng Tám"][0] == "1"
    assert [len((await desk.get(one)).rows) for one in boards] == [1]
    assert {len((await desk.get(one)).rows) for one in channels} == {2}
