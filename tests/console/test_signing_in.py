"""Into the console from outside: by invitation, password and code; guessing is slowed down."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import time_machine

from tests.console.colleague import CONFIRM, NAME, PROXIED, Colleague
from tests.console.office import PASSWORD, PUBLIC, Desk, Office, cookie_of
from tests.console.producers import WEAVER, Village

NOON = "2026-11-23 05:00:00+00:00"
STEP = timedelta(seconds=30)


@pytest.fixture
async def outside(village: Village, database: str) -> AsyncIterator[Office]:
    """The console as people reach it by https."""
    async with Office(database, village.engine, public_url=PUBLIC).open() as office:
        yield office


@pytest.fixture
async def colleague(outside: Office) -> AsyncIterator[Colleague]:
    async with Colleague(outside) as colleague:
        yield colleague


async def test_an_editor_gets_in_with_a_password_and_a_phone(
    village: Village, colleague: Colleague
) -> None:
    await village.registered(WEAVER)

    before = await colleague.accepts("editor")
    done = await colleague.sets_up()
    after = await colleague.sees("/staff/registrations")
    whole = await colleague.sends("/staff/registrations/1/phones")

    assert (before.status, before.headers["Location"]) == (303, "/staff/second")
    assert len(set(colleague.codes)) == 10
    assert done.headers["Set-Cookie"].startswith("__Host-staff=")
    assert after.status == 200
    assert "0912 000 111" in whole.text


async def test_an_officer_may_go_without_a_phone_and_sees_no_whole_number(
    village: Village, colleague: Colleague
) -> None:
    await village.registered(WEAVER)

    first = await colleague.accepts("officer", "00901")

    assert first.status == 200
    for path in ("/staff/registrations/1/phones", "/staff/export"):
        refused = await colleague.sends(path, kind="csv")
        assert refused.status == 403
        assert "mã xác nhận" in refused.text


async def test_the_next_time_it_takes_name_password_and_a_new_code(colleague: Colleague) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        await colleague.accepts("editor")
        await colleague.sets_up()

        used = await colleague.enters()
        clock.shift(STEP)
        fresh = await colleague.enters("nong thi hoa")
        again = await colleague.enters()

        assert (used.status, fresh.status, again.status) == (422, 303, 422)
        assert (await colleague.sees("/staff/registrations")).status == 200


async def test_a_wrong_name_password_or_code_is_told_the_same(colleague: Colleague) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        await colleague.accepts("editor")
        await colleague.sets_up()
        clock.shift(STEP)

        wrong = [
            await colleague.enters("Ai Đó"),
            await colleague.enters(password="không phải thế này"),
            await colleague.enters(code="000000"),
            await colleague.enters(code=""),
        ]

    bare = {page.text.replace('value="Ai Đó"', f'value="{NAME}"') for page in wrong}
    assert {page.status for page in wrong} == {422}
    assert len(bare) == 1
    assert PASSWORD not in wrong[1].text


async def test_after_five_wrong_passwords_the_right_one_has_to_wait(colleague: Colleague) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        await colleague.accepts("editor")
        await colleague.sets_up()
        for _ in range(5):
            await colleague.enters(password="không phải thế này")
        clock.shift(timedelta(seconds=10))
        early = await colleague.enters()
        clock.shift(timedelta(seconds=25))
        later = await colleague.enters()

    assert (early.status, later.status) == (422, 303)
    reasons = [deed.detail for deed in await colleague.desk.office.deeds()]
    assert reasons.count("password") >= 5
    assert "waits" in reasons


async def test_one_address_does_not_try_every_name(colleague: Colleague) -> None:
    tries = [(await colleague.enters(f"Người {n}")).status for n in range(22)]

    assert tries == [422] * 20 + [429] * 2


async def test_a_recovery_code_stands_in_for_the_phone_once(colleague: Colleague) -> None:
    await colleague.accepts("editor")
    await colleague.sets_up()
    code = colleague.codes[3]

    typed = await colleague.enters(code=code.upper().replace("-", " "))
    again = await colleague.enters(code=code)
    page = await colleague.sees("/staff/account")

    assert (typed.status, again.status) == (303, 422)
    assert "9 mã dự phòng" in page.text


async def test_a_remembered_browser_is_asked_for_no_code(colleague: Colleague) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        await colleague.accepts("editor")
        await colleague.sets_up()
        clock.shift(STEP)
        page = await colleague.enters(remember="on")
        cookies = page.headers.getall("Set-Cookie")
        (device,) = [
            one.partition(";")[0] for one in cookies if one.startswith("__Host-staff-device=")
        ]

        async def without_code() -> int:
            given = {"name": NAME, "password": PASSWORD}
            return (await colleague.desk.post("/staff/login", given, Cookie=device)).status

        known = await without_code()
        clock.shift(timedelta(days=31))
        old = await without_code()
        clock.shift(timedelta(days=-31))
        await colleague.sends("/staff/account/devices")
        forgotten = await without_code()

    assert (known, old, forgotten) == (303, 422, 422)


async def test_half_an_hour_of_nothing_ends_the_session(colleague: Colleague) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        await colleague.accepts("editor")
        await colleague.sets_up()
        answers = []
        for minutes in (29, 29, 31):
            clock.shift(timedelta(minutes=minutes))
            answers.append((await colleague.sees("/staff/inbox?turn=closed")).status)
        over = await colleague.sees("/staff/inbox?turn=closed")

    assert answers == [200, 200, 401]
    assert over.fields["back"] == "/staff/inbox?turn=closed"


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("ngắn quá", "ít nhất 12 ký tự"),
        ("dài" * 50, "dài nhất 128"),
        ("Matkhau123456", "Nhiều người dùng"),
        ("aaaaaaaaaaaaaa", "Nhiều người dùng"),
        ("Tuyên Quang 2026", "tên địa phương"),
        ("NongThiHoa@1990", "tên địa phương"),
        ("ocop-khuyencong-2026", "tên địa phương"),
    ],
)
async def test_a_password_that_others_guess_is_not_taken(
    outside: Office, password: str, told: str
) -> None:
    link = await outside.link(NAME, "editor")
    async with Desk(outside, Origin=PUBLIC, **PROXIED) as desk:
        page = await desk.post(link, {"password": password, "again": password})
        unlike = await desk.post(link, {"password": PASSWORD, "again": PASSWORD + "!"})

    assert page.status == 422
    assert told in page.text
    assert page.text.count("<title>Lỗi:") == 1
    assert "chưa giống nhau" in unlike.text


async def test_nobody_skips_the_password_from_outside(outside: Office) -> None:
    link = await outside.link(NAME, "editor")
    async with Desk(outside, Origin=PUBLIC, **PROXIED) as desk:
        assert (await desk.post(link, {"later": "yes"})).status == 422


async def test_what_matters_asks_for_the_password_again(colleague: Colleague) -> None:
    other = "một câu khác hẳn đấy"
    with time_machine.travel(NOON, tick=False) as clock:
        await colleague.accepts("editor")
        await colleague.sets_up()
        clock.shift(timedelta(minutes=11))
        sent = {"password": other, "again": other}

        asked = await colleague.sends("/staff/account/password", **sent)
        wrong = await colleague.sends("/staff/account/password", **sent, **{CONFIRM: "sai rồi nhé"})
        right = await colleague.sends("/staff/account/password", **sent, **{CONFIRM: PASSWORD})

    assert asked.status == 403
    assert asked.fields["password"] == other
    assert "Mật khẩu chưa đúng" in wrong.text
    assert right.status == 303
    assert cookie_of(right) != colleague.cookie
    assert (await colleague.sees("/staff/account")).status == 401


async def test_a_session_is_ended_from_another(colleague: Colleague) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        await colleague.accepts("editor")
        await colleague.sets_up()
        first = colleague.cookie
        clock.shift(STEP)
        await colleague.enters()
        page = await colleague.sees("/staff/account")
        (path,) = re.findall('"(/staff/account/sessions/[0-9a-f]{16}/end)"', page.text)

        ended = await colleague.sends(path)
        colleague.cookie, mine = first, colleague.cookie

        assert ended.status == 303
        assert (await colleague.sees("/staff/account")).status == 401
        colleague.cookie = mine
        assert (await colleague.sees("/staff/account")).status == 200


async def test_one_is_told_when_one_came_last(colleague: Colleague) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        first = await colleague.accepts("officer", "00901")
        newcomer = await colleague.sees("/staff/account")
        clock.shift(timedelta(hours=3))
        await colleague.enters()
        page = await colleague.sees("/staff/account")

    assert first.status == 200
    assert "Đây là lần đầu anh/chị vào trang" in newcomer.text
    assert "Lần trước vào lúc 23/11/2026 12:00, từ địa chỉ 203.0.113.9" in page.text


async def test_the_tables_give_nothing_away(village: Village, colleague: Colleague) -> None:
    await colleague.accepts("editor")
    await colleague.sets_up()

    async with village.engine.connect() as connection:
        for table in ("staff", "staff_session", "staff_recovery", "staff_device", "audit"):
            rows = str((await connection.exec_driver_sql(f"SELECT * FROM {table}")).all())
            for secret in (PASSWORD, colleague.seed, *colleague.codes):
                assert secret not in rows
