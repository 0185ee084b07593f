"""Notices on an Official Account: what they cost, to whom they may go when, what they hold up."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.zalo_oa_webhook import PATH
from bot.channels.zalo_windows import Account
from bot.notices.sheet import limits
from bot.settings import OWN_TERMS, read_settings
from tests.fakes.zalo_clock import HOUR
from tests.fakes.zalo_faults import Fault
from tests.fakes.zalo_phone import Phone
from tests.fakes.zalo_server import FakeZalo
from tests.whole import tables
from tests.whole.listeners import listening_on_zalo
from tests.whole.program import PATIENCE, Program
from tests.whole.test_notices import created
from tests.whole.until import until
from tests.zalo_oa.serving import TERMS
from tests.zalo_oa.test_program import does, program_for
from tests.zalo_oa.test_windows import spend

pytestmark = pytest.mark.timeout(120)

FAIR = """
title = "Hội chợ Tân Trào"
topic = "fairs"

[text]
vi = "Mời anh/chị bán hàng tại hội chợ."
en = "Sell at the fair."
"""

TEMPLATE = """
[template.for.fairs]
id = "777"
tag = "promotion"
fields = { tieu_de = "title" }
"""
WEEK = 7 * 24


@pytest.fixture
def phone(zalo: FakeZalo) -> Phone:
    return zalo.phone()


@pytest.fixture
async def program(tmp_path: Path, pack: Path, zalo: FakeZalo, phone: Phone) -> Program:
    """An installation where somebody wants to hear of fairs, and asked for it just now."""
    program = program_for(zalo, tmp_path / "here", pack)
    program.more = {**program.more, "BOT_QUIET_HOURS": "none"}
    async with program.serving():
        await zalo.point(program.url + PATH)
        await wants_fairs(program, phone)
    zalo.delivery.on = False
    return program


async def wants_fairs(program: Program, phone: Phone) -> None:
    for line in ("/start", "cài đặt", "[Tin muốn nhận]", "[✘ Hội chợ]"):
        await does(program, phone, line)


async def announces(program: Program, fate: str = "sent: 1") -> str:
    """Send the notice to everybody who wants it, who meet this fate; what staff read before."""
    number = await created(program, FAIR)
    sheet = await program.run("notice", "plan", number)
    sent = await program.run("notice", "send", number, "--wait")
    assert fate in sent.out, sent
    return sheet.out


async def spent(program: Program) -> list[tuple[object, ...]]:
    rows = "SELECT cost, messages, price FROM spending ORDER BY cost"
    return list(await tables.rows(program.database, rows))


async def test_the_month_s_messages_are_used_up_by_notices_too(
    zalo: FakeZalo, program: Program, phone: Phone
) -> None:
    """Also where somebody of the staff wrote to the person just now, which opens no window."""
    spend(program, 49, 499)
    zalo.allowance.monthly, zalo.allowance.balance = 1, 55
    zalo.clock.advance(49 * HOUR)
    program.hours_on = 49
    async with program.serving():
        await zalo.point(program.url + PATH)
        zalo.staff_says(phone, "Chào chị")
        await zalo.delivery.settled()
        sheet = await announces(program)
        await announces(program)

    assert "1 tin có thể mất phí, nhiều nhất 55 đồng" in sheet
    assert zalo.allowance.billed == 2
    assert await spent(program) == [("allowance", 500, 0), ("billed", 1, 55)]


async def test_what_arrived_and_was_seen_is_in_the_report(
    zalo: FakeZalo, program: Program, phone: Phone, tmp_path: Path
) -> None:
    seen = "SELECT count(*) FROM delivery WHERE seen_at >= delivered_at"

    async def written() -> bool:
        return await tables.rows(program.database, seen) == [(1,)]

    async with program.serving():
        await zalo.point(program.url + PATH)
        await announces(program)
        phone.sees()
        await until(written, PATIENCE)
        told = await program.run("notice", "report", "1", "--out", str(tmp_path / "told.csv"))

    assert "delivered: 1\nseen: 1" in told.out
    heads, row = (tmp_path / "told.csv").read_text("utf-8-sig").splitlines()
    assert heads.endswith('"Tới máy lúc","Xem lúc","Đã gọi lúc"')
    *_, arrived, looked_at, called = row.replace('"', "").split(",")
    assert arrived
    assert looked_at
    assert not called


def test_a_notice_is_no_faster_than_the_package_allows() -> None:
    growth = Account(TERMS, TERMS.packages["growth"])

    assert limits(read_settings({}), growth)["zalo_oa"] == pytest.approx(0.8 * 100 / 60)


async def test_nobody_is_sent_two_promotions_a_day(
    zalo: FakeZalo, program: Program, tmp_path: Path
) -> None:
    terms = tmp_path / "zalo.toml"
    terms.write_text(OWN_TERMS.read_text("utf-8") + TEMPLATE, "utf-8")
    program.more = {**program.more, "BOT_ZALO_TERMS": str(terms)}
    zalo.sending.templates["777"] = {"tieu_de"}
    zalo.allowance.balance = 1000
    later = 2 * WEEK - zalo.clock.local.hour + 12  # about noon: at night none goes out
    zalo.clock.advance(later * HOUR)
    program.hours_on = later
    async with program.serving():
        sheet = await announces(program)
        await announces(program, fate="skipped: 1")

    assert "nhận được ngay 1 (" in sheet
    assert "1 tin có thể mất phí, nhiều nhất 200 đồng" in sheet
    assert await spent(program) == [("promotion", 1, 200)]


async def test_people_are_answered_while_a_notice_waits_for_money(
    zalo: FakeZalo, program: Program, phone: Phone
) -> None:
    """What holds a notice back from several people holds back no reply."""
    others = [zalo.phone() for _ in range(3)]
    async with program.serving():
        await zalo.point(program.url + PATH)
        for other in others:
            await wants_fairs(program, other)
    zalo.allowance.monthly = zalo.allowance.balance = 0
    zalo.clock.advance(49 * HOUR)
    program.hours_on = 49
    async with program.serving():
        number = await created(program, FAIR)
        await program.run("notice", "send", number)

        async def refused() -> bool:
            waits = "delivery WHERE error = 'the quota is spent (-211)'"
            return await tables.count(program.database, waits) >= 3

        await until(refused, PATIENCE)
        said = await does(program, phone, "điều kiện")

    assert said.labels
    assert zalo.allowance.billed == 0


async def test_one_that_breaks_zalos_rules_is_paused_at_its_first_row(
    zalo: FakeZalo, tmp_path: Path, pack: Path
) -> None:
    program = program_for(zalo, tmp_path / "there", pack)
    program.more = {**program.more, "BOT_QUIET_HOURS": "none"}
    await listening_on_zalo(program, zalo, 20)
    zalo.faults.add(Fault("v3.0/oa/message/cs", times=100, error=-248))
    async with program.serving():
        number = await created(program)
        await program.run("notice", "send", number, "--wait")
        told = await program.run("notice", "report", number)

    lines = dict(line.split(": ", 1) for line in told.out.splitlines())
    assert lines["status"].startswith("paused (kênh báo nội dung vi phạm")
    assert 1 <= int(lines["failed"]) <= 2
    assert int(lines["pending"]) == 20 - int(lines["failed"])
