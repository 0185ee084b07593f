"""Users and roles: inviting, changing, shutting out; and the log of it all."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import pytest

from tests.console.office import PASSWORD, Desk, Office
from tests.console.producers import Village

USERS = "/staff/users"
LINK = re.compile(r"<code>(http://[^<]+)</code>")


@pytest.fixture
async def admin(office: Office) -> AsyncIterator[Desk]:
    async with Desk(office) as desk:
        await desk.logs_in("Nông Thị Hoa", "admin")
        yield desk


@pytest.fixture
async def other(office: Office) -> AsyncIterator[Desk]:
    async with Desk(office) as desk:
        await desk.logs_in("Ma Văn Tú", "editor")
        yield desk


async def test_an_invited_officer_chooses_a_password_and_sees_own_communes(
    office: Office, admin: Desk
) -> None:
    page = await admin.does(
        USERS, name="  Lý Thị  Mai ", role="officer", communes="Lùng Tám\nCao Bồ"
    )
    (link,) = LINK.findall(page.text)
    async with Desk(office) as officer:
        path = urlsplit(link).path
        entered = await officer.post(path, {"password": PASSWORD, "again": PASSWORD})
        again = await officer.post("/staff/login", {"name": "Ly Thi Mai", "password": PASSWORD})
        managing = await officer.get(USERS)

    assert entered.status == 303
    assert again.status == 303
    assert managing.status == 403
    (row,) = [row for row in (await admin.get(USERS)).rows if "Lý Thị Mai" in row]
    assert "cán bộ xã" in row
    assert "Lùng Tám" in row
    assert "Chỉ có mật khẩu" in row


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"name": "", "role": "viewer"}, "Ghi họ và tên"),
        ({"name": "Nông Thị Hoa", "role": "viewer"}, "Đã có người tên này"),
        ({"name": "Lý Thị Mai", "role": "king"}, "Chọn một vai trò"),
        ({"name": "Lý Thị Mai", "role": "officer"}, "ít nhất một xã"),
        ({"name": "Lý Thị Mai", "role": "officer", "communes": "Atlantis"}, "Atlantis"),
    ],
)
async def test_what_is_missing_is_told(admin: Desk, fields: dict[str, str], told: str) -> None:
    page = await admin.does(USERS, **fields)

    assert page.status == 422
    assert told in page.text
    assert len((await admin.get(USERS)).rows) == 1


@pytest.mark.parametrize("act", ["role", "out", "disable", "second"])
async def test_who_is_changed_is_out_at_once(admin: Desk, other: Desk, act: str) -> None:
    assert (await other.get("/staff/registrations")).status == 200

    done = await admin.does(f"{USERS}/2/{act}", role="viewer")

    assert done.status == 303
    assert "Ma Văn Tú" in (await admin.get(done.headers["Location"])).text
    assert (await other.get("/staff/registrations")).status == 401


async def test_a_disabled_account_is_opened_again(admin: Desk, other: Desk) -> None:
    await admin.does(f"{USERS}/2/disable")
    refused = await admin.does(f"{USERS}/2/link")
    await admin.does(f"{USERS}/2/enable")
    page = await admin.does(f"{USERS}/2/link")

    assert refused.status == 404
    path = urlsplit(LINK.findall(page.text)[0]).path
    assert (await other.post(path, {"later": "yes"})).status == 303


@pytest.mark.parametrize("act", ["role", "link", "second", "out", "disable", "enable"])
async def test_nobody_shuts_themselves_out(admin: Desk, act: str) -> None:
    assert (await admin.does(f"{USERS}/1/{act}", role="viewer")).status == 409
    assert (await admin.does(f"{USERS}/9/{act}", role="viewer")).status == 404


async def test_the_log_tells_who_did_what(admin: Desk, other: Desk) -> None:
    await admin.does(f"{USERS}/2/role", role="viewer")
    await admin.does(f"{USERS}/2/disable")

    whole = (await admin.get("/staff/audit")).rows
    roles = (await admin.get("/staff/audit?action=user.role&person=1")).rows
    none = await admin.get("/staff/audit?since=01/01/2031")
    odd = await admin.get("/staff/audit?since=40/40/2026&person=x&before=y")

    assert "Khoá tài khoản" in whole[0]
    assert len(roles) == 1
    assert "viewer" in roles[0]
    assert "Không có dòng nào" in none.text
    assert len(odd.rows) == len(whole)


async def test_the_log_is_checked(village: Village, admin: Desk, other: Desk) -> None:
    good = await admin.get("/staff/audit/verify")
    async with village.engine.begin() as connection:
        await connection.exec_driver_sql("UPDATE audit SET detail = 'admin' WHERE id = 3")

    bad = await admin.get("/staff/audit/verify")

    assert "Nguyên vẹn" in good.text
    assert "Dòng số 3" in bad.text


async def test_a_long_log_comes_in_pages(admin: Desk) -> None:
    for _ in range(55):
        await admin.post("/staff/export", {})

    first = await admin.get("/staff/audit")
    path = re.findall(r'rel="next" href="([^"]+)"', first.text)[0]
    second = await admin.get(path)

    assert len(first.rows) == 50
    assert 0 < len(second.rows) < 50
