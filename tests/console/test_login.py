"""One-time links, the sessions they open, and how both end."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from storage.audit import first_broken
from storage.links import issue_link
from tests.console.office import PUBLIC, Desk, Office
from tests.console.producers import Village

LATER = {"later": "yes"}
NOON = "2026-11-23 05:00:00+00:00"
PROXIED = {"Host": "bot.tuyenquang.example", "X-Forwarded-For": "203.0.113.9"}


async def test_a_link_opens_a_session_once(office: Office) -> None:
    link = await office.link("Nông Thị Hoa", "editor")
    async with Desk(office) as desk, Desk(office) as other:
        page = await desk.get(link)
        entered = await desk.post(link, LATER)
        again = await other.post(link, LATER)

        assert "Nông Thị Hoa" in page.text
        assert entered.status == 303
        assert (await desk.get("/staff/registrations")).status == 200
        assert again.status == 410
        assert (await other.get(link)).status == 410
        assert (await other.get("/staff/registrations")).status == 401


async def test_a_preview_of_the_link_does_not_use_it_up(office: Office) -> None:
    link = await office.link("Nông Thị Hoa", "editor")
    async with Desk(office) as preview, Desk(office) as desk:
        for _ in range(3):
            await preview.get(link)

        await desk.get(link)
        assert (await desk.post(link, LATER)).status == 303


async def test_a_link_lasts_half_an_hour(office: Office) -> None:
    async with Desk(office) as desk:
        with time_machine.travel(NOON, tick=False) as clock:
            link = await office.link("Nông Thị Hoa", "editor")
            clock.shift(timedelta(minutes=31))

            assert (await desk.get(link)).status == 410
            assert (await desk.post(link, LATER)).status == 410


async def test_a_session_lasts_twelve_hours(office: Office) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        async with Desk(office) as desk:
            entered = await desk.logs_in("Nông Thị Hoa", "editor")
            cookie = entered.headers["Set-Cookie"].partition(";")[0]
            clock.shift(timedelta(hours=11, minutes=59))
            still = await desk.get("/staff/inbox", Cookie=cookie)
            clock.shift(timedelta(minutes=2))
            over = await desk.get("/staff/inbox", Cookie=cookie)

    assert still.status == 200
    assert over.status == 401
    assert "hết 12 giờ" in over.text


async def test_logging_out_ends_the_session_for_a_stolen_cookie_too(office: Office) -> None:
    async with Desk(office) as desk, Desk(office) as thief:
        entered = await desk.logs_in("Nông Thị Hoa", "editor")
        cookie = entered.headers["Set-Cookie"].partition(";")[0]
        assert (await thief.get("/staff/inbox", Cookie=cookie)).status == 200

        out = await desk.does("/staff/logout")

        assert "Đã thoát" in out.text
        assert (await thief.get("/staff/inbox", Cookie=cookie)).status == 401
        assert (await desk.get("/staff/inbox")).status == 401


async def test_a_new_role_ends_the_sessions_of_the_old_one(office: Office) -> None:
    async with Desk(office) as desk:
        await desk.logs_in("Nông Thị Hoa", "admin")
        await office.link("Nông Thị Hoa", "admin")
        assert (await desk.get("/staff/inbox")).status == 200

        await office.link("Nông Thị Hoa", "officer", "00901")

        assert (await desk.get("/staff/inbox")).status == 401


async def test_the_token_in_a_cookie_is_not_the_one_in_the_tables(
    village: Village, office: Office
) -> None:
    link = await office.link("Nông Thị Hoa", "editor")
    async with Desk(office) as desk:
        entered = await desk.post(link, LATER)
    cookie = entered.headers["Set-Cookie"].partition(";")[0].partition("=")[2]

    async with village.engine.connect() as connection:
        for table in ("staff", "staff_link", "staff_session", "audit"):
            rows = str((await connection.exec_driver_sql(f"SELECT * FROM {table}")).all())
            assert link.rpartition("/")[2] not in rows
            assert cookie not in rows


async def test_an_unknown_role_is_refused(office: Office) -> None:
    with pytest.raises(ValueError, match="king"):
        await issue_link(office.engine, "Nông Thị Hoa", "king", (), office.url)


@pytest.mark.parametrize("token", ["x" * 43, "x", "..%2f..", "%00", "'--"])
async def test_a_made_up_link_opens_nothing(office: Office, token: str) -> None:
    async with Desk(office) as desk:
        looked = await desk.get(f"/staff/login/{token}")
        entered = await desk.post(f"/staff/login/{token}", LATER)

    assert looked.status in {404, 410}
    assert entered.status in {404, 410}


async def test_guessing_links_is_slowed_down(office: Office) -> None:
    async with Desk(office) as desk:
        answers = [(await desk.get(f"/staff/login/{'x' * 43}")).status for _ in range(22)]

    assert answers == [410] * 20 + [429] * 2


async def test_the_cookie_on_this_machine(office: Office) -> None:
    async with Desk(office) as desk:
        entered = await desk.logs_in("Nông Thị Hoa", "editor")

    cookie = entered.headers["Set-Cookie"]
    assert cookie.startswith("staff=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie


async def test_the_cookie_behind_https(village: Village, database: str) -> None:
    async with (
        Office(database, village.engine, public_url=PUBLIC).open() as office,
        Desk(office, Origin=PUBLIC, **PROXIED) as desk,
    ):
        entered = await desk.logs_in("Nông Thị Hoa", "editor")
        cookie = entered.headers["Set-Cookie"]
        page = await desk.get("/staff/registrations", Cookie=cookie.partition(";")[0])

    assert cookie.startswith("__Host-staff=")
    assert "Secure" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie
    assert page.status == 200
    assert page.headers["Strict-Transport-Security"]


async def test_without_https_the_console_opens_on_this_machine_only(office: Office) -> None:
    link = await office.link("Nông Thị Hoa", "editor")
    async with Desk(office, **{"X-Forwarded-For": "203.0.113.9"}) as desk:
        page = await desk.get(link)

    assert page.status == 403
    assert "https" in page.text
    assert "Nông Thị Hoa" not in page.text


async def test_every_coming_and_going_is_written_down(office: Office) -> None:
    async with Desk(office) as desk:
        await desk.logs_in("Nông Thị Hoa", "editor")
        await desk.does("/staff/logout")
        await desk.post(f"/staff/login/{'x' * 43}", LATER)

    deeds = await office.deeds()

    assert [deed.action for deed in deeds] == ["link.made", "login", "logout", "login.refused"]
    assert {deed.address for deed in deeds[1:]} == {"127.0.0.1"}
    assert await first_broken(office.reader) is None


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        ("UPDATE audit SET detail = 'admin' WHERE id = 1", 1),
        ("UPDATE audit SET staff_id = NULL WHERE id = 2", 2),
        ("DELETE FROM audit WHERE id = 2", 2),
        ("DELETE FROM audit WHERE id = 1", 1),
        ("DELETE FROM audit WHERE id = 3", 3),
    ],
)
async def test_a_changed_audit_shows(
    village: Village, office: Office, change: str, broken: int
) -> None:
    async with Desk(office) as desk:
        await desk.logs_in("Nông Thị Hoa", "editor")
        await desk.does("/staff/logout")

    async with village.engine.begin() as connection:
        await connection.exec_driver_sql(change)

    assert await first_broken(office.reader) == broken
