"""Every route of the console: who may use it, and which requests are not our own."""

from __future__ import annotations

import re
from typing import Any

import pytest
from aiohttp import web

from bot.console.activities.guests import TICKET
from bot.console.gate import Gate
from bot.console.pages import POLICY, Pages
from bot.console.rights import Unmarked
from bot.console.routes import console_routes
from tests.console.office import Desk, Office

EVERYBODY = {
    ("GET", "/staff"): 303,
    ("GET", "/staff/"): 303,
    ("GET", "/staff/static/{version}/{name}"): 404,
    ("GET", "/staff/login"): 200,
    ("POST", "/staff/login"): 422,
    ("GET", "/staff/login/{token}"): 410,
    ("POST", "/staff/login/{token}"): 410,
}
"""What needs no session, and what it answers to nonsense."""

R = r"/staff/registrations/{number:\d+}"
T = r"/staff/inbox/{number:\d+}"
Q = r"/staff/requests/{number:\d+}"
P = r"/staff/privacy/{number:\d+}"
M = r"/staff/import/{number:\d+}"
SEES = {
    ("POST", "/staff/logout"): 200,
    ("POST", "/staff/language"): 303,
    ("GET", "/staff/account"): 200,
    ("POST", "/staff/account/password"): 422,
    ("POST", "/staff/account/recovery"): 404,
    ("POST", "/staff/account/devices"): 303,
    ("POST", "/staff/account/sessions/{name:[0-9a-f]{16}}/end"): 404,
    ("GET", "/staff/second"): 200,
    ("POST", "/staff/second"): 422,
    ("GET", "/staff/registrations"): 200,
    ("GET", R): 404,
    ("GET", "/staff/inbox"): 200,
    ("GET", "/staff/requests"): 303,
    ("GET", "/staff/inbox/events"): 200,
    ("GET", T): 404,
    ("GET", "/staff/slip"): 200,
    ("POST", "/staff/views"): 422,
    ("POST", r"/staff/views/{number:\d+}/forget"): 404,
    ("GET", "/staff/rounds"): 200,
    ("GET", "/staff/statistics"): 200,
    ("GET", "/staff/posters"): 200,
    ("GET", "/staff/posters/file"): 404,
}
EDIT = R + r"/edit/{product:\d{1,2}}/{section:[a-z-]{2,20}}"
WORKS = {
    ("GET", T + "/files/{file:[0-9a-f]{32}}"): 404,
    ("GET", "/staff/inbox/digest"): 200,
    ("POST", "/staff/inbox/digest"): 303,
    ("POST", "/staff/inbox/digest/code"): 200,
    ("POST", "/staff/inbox/digest/forget"): 303,
    ("POST", "/staff/inbox/open"): 404,
    ("POST", f"{T}/take"): 404,
    ("POST", f"{T}/reply"): 404,
    ("POST", f"{T}/note"): 404,
    ("POST", f"{T}/close"): 404,
    ("POST", f"{T}/phone"): 404,
    ("POST", f"{Q}/done"): 404,
    ("POST", f"{Q}/again"): 404,
    ("POST", f"{Q}/confirm"): 404,
    ("POST", f"{Q}/refuse"): 404,
    ("POST", f"{Q}/phone"): 404,
    ("GET", f"{Q}/voice"): 404,
    ("POST", f"{R}/phones"): 404,
    ("GET", R + "/files/{file:[0-9a-f]{32}}"): 404,
    ("POST", f"{R}/dossier"): 404,
    ("POST", "/staff/export"): 404,
    ("POST", "/staff/registrations/bulk"): 422,
    ("GET", "/staff/import"): 200,
    ("POST", "/staff/import"): 422,
    ("GET", M): 404,
    ("POST", f"{M}/columns"): 404,
    ("POST", f"{M}/make"): 404,
    ("GET", f"{M}/outcome"): 404,
    ("POST", f"{M}/forget"): 404,
    ("POST", "/staff/registrations/bulk/do"): 422,
    ("POST", "/staff/registrations/bulk/steps"): 422,
    ("POST", "/staff/registrations/bulk/steps/do"): 422,
    ("GET", R + "/steps/{step:[a-z-]{2,20}}"): 404,
    ("POST", R + "/steps/{step:[a-z-]{2,20}}"): 404,
    ("POST", f"{R}/notes"): 404,
    ("GET", f"{R}/ask"): 404,
    ("POST", f"{R}/ask"): 404,
    ("GET", EDIT): 404,
    ("POST", EDIT): 404,
    ("GET", "/staff/send-up"): 200,
    ("POST", "/staff/send-up"): 409,
    ("GET", "/staff/entry"): 200,
    ("POST", "/staff/entry"): 422,
    ("POST", "/staff/entry/draft"): 200,
}
C = r"/staff/council/{number:\d+}"
A = r"/staff/activities/{number:\d+}"
N = r"/staff/notices/{number:\d+}"
SENTENCE = "/staff/content/sentences/{language:[a-z]{2}}/{key:-?[a-zA-Z][a-zA-Z0-9._-]{0,99}}"
EDITION = r"/staff/content/editions/{number:\d+}"
EDITS = {
    ("GET", "/staff/rounds/{key:[a-z0-9-]{2,40}}"): 200,
    ("POST", "/staff/rounds/{key:[a-z0-9-]{2,40}}"): 422,
    ("GET", "/staff/privacy"): 200,
    ("GET", "/staff/privacy/new"): 200,
    ("POST", "/staff/privacy/new"): 422,
    ("GET", P): 404,
    ("POST", f"{P}/replied"): 404,
    ("POST", f"{P}/longer"): 404,
    ("POST", f"{P}/settled"): 404,
    ("POST", f"{P}/copy"): 404,
    ("POST", f"{P}/erase"): 404,
    ("GET", "/staff/privacy/seen"): 200,
    ("GET", "/staff/privacy/cleaned"): 200,
    ("GET", "/staff/privacy/breaches"): 200,
    ("POST", "/staff/privacy/breaches"): 422,
    ("GET", r"/staff/privacy/breaches/{number:\d+}"): 404,
    ("POST", r"/staff/privacy/breaches/{number:\d+}"): 404,
    ("POST", r"/staff/privacy/breaches/{number:\d+}/step"): 404,
    ("GET", "/staff/privacy/assessment"): 200,
    ("GET", "/staff/content"): 200,
    ("GET", SENTENCE): 200,
    ("POST", SENTENCE): 422,
    ("GET", "/staff/content/publish"): 200,
    ("POST", "/staff/content/publish"): 409,
    ("GET", "/staff/content/editions"): 200,
    ("GET", EDITION): 404,
    ("POST", f"{EDITION}/again"): 404,
    ("GET", "/staff/content/forms"): 200,
    ("GET", r"/staff/statistics/targets/{number:\d+}"): 404,
    ("POST", r"/staff/statistics/targets/{number:\d+}"): 404,
    ("GET", "/staff/notices"): 200,
    ("GET", "/staff/notices/new"): 200,
    ("POST", "/staff/notices/new"): 422,
    ("GET", "/staff/notices/count"): 200,
    ("GET", N): 404,
    ("GET", f"{N}/progress"): 404,
    ("GET", f"{N}/edit"): 404,
    ("POST", f"{N}/edit"): 404,
    ("POST", f"{N}/ready"): 404,
    ("POST", f"{N}/test"): 404,
    ("POST", f"{N}/send"): 404,
    ("POST", f"{N}/recall"): 404,
    ("POST", f"{N}/pause"): 404,
    ("POST", f"{N}/resume"): 404,
    ("POST", f"{N}/cancel"): 404,
    ("POST", f"{N}/again"): 404,
    ("GET", f"{N}/left-out"): 404,
    ("POST", f"{N}/left-out"): 404,
    ("GET", f"{N}/picture"): 404,
    ("GET", f"{N}/calls"): 404,
    ("POST", f"{N}/called"): 404,
    ("POST", N + "/files/{file:report|calls}"): 404,
    ("GET", "/staff/activities"): 200,
    ("GET", "/staff/activities/new"): 200,
    ("POST", "/staff/activities/new"): 422,
    ("GET", A): 404,
    ("GET", f"{A}/edit"): 404,
    ("POST", f"{A}/edit"): 404,
    ("GET", f"{A}/picture"): 404,
    ("POST", f"{A}/announce"): 404,
    ("POST", f"{A}/cancel"): 404,
    ("GET", f"{A}/door"): 404,
    ("POST", f"{A}/door"): 404,
    ("POST", f"{A}/attended"): 404,
    ("POST", f"{A}/seats"): 404,
    ("POST", f"{A}/sheet"): 404,
    ("GET", TICKET): 404,
    ("POST", TICKET): 404,
    ("GET", "/staff/reports"): 200,
    ("POST", "/staff/council"): 404,
    ("GET", "/staff/council"): 200,
    ("POST", "/staff/council/results"): 422,
    ("GET", C): 404,
    ("POST", f"{C}/confirm"): 404,
    ("GET", f"{C}/outcome"): 404,
    ("POST", f"{C}/forget"): 404,
    ("POST", "/staff/reports"): 422,
    ("GET", r"/staff/reports/{number:\d+}/{kind:docx|xlsx}"): 404,
}
"""What is for editors and administrators."""

U = r"/staff/users/{number:\d+}"
MANAGES = {
    ("GET", "/staff/users"): 200,
    ("POST", "/staff/users"): 422,
    ("GET", U): 200,
    ("POST", f"{U}/role"): 409,
    ("POST", f"{U}/link"): 409,
    ("POST", f"{U}/second"): 409,
    ("POST", f"{U}/out"): 409,
    ("POST", f"{U}/disable"): 409,
    ("POST", f"{U}/enable"): 409,
    ("GET", "/staff/audit"): 200,
    ("GET", "/staff/audit/verify"): 200,
    ("GET", "/staff/system"): 200,
    ("GET", "/staff/system/check"): 200,
}
"""What is for administrators."""

ROLES = ("admin", "editor", "officer", "viewer")


async def test_every_route_is_in_one_of_these_tables(office: Office) -> None:
    routes = {(route.method, route.path) for route in console_routes(office.parts)}

    assert routes == EVERYBODY.keys() | SEES.keys() | WORKS.keys() | EDITS.keys() | MANAGES.keys()


def addressed(path: str) -> str:
    return (
        path.replace(r"{number:\d+}", "1")
        .replace("{token}", "x" * 43)
        .replace(TICKET, "/staff/checkin/" + "x" * 24)
        .replace("{version}", "1")
        .replace("{name}", "x.css")
        .replace("{name:[0-9a-f]{16}}", "0" * 16)
        .replace("{file:[0-9a-f]{32}}", "0" * 32)
        .replace("{file:report|calls}", "report")
        .replace("{step:[a-z-]{2,20}}", "complete")
        .replace("{key:[a-z0-9-]{2,40}}", "new")
        .replace("{kind:docx|xlsx}", "docx")
        .replace(r"{product:\d{1,2}}", "0")
        .replace("{section:[a-z-]{2,20}}", "contact")
        .replace("{language:[a-z]{2}}", "vi")
        .replace("{key:-?[a-zA-Z][a-zA-Z0-9._-]{0,99}}", "home-hello")
    )


def barred(method: str, path: str) -> tuple[str, ...]:
    """The roles that may not use a route."""
    if (method, path) in MANAGES:
        return ("editor", "officer", "viewer")
    if (method, path) in EDITS:
        return ("officer", "viewer")
    return ("viewer",) if (method, path) in WORKS else ()


async def asks(desk: Desk, method: str, path: str, fields: dict[str, str]) -> int:
    where = addressed(path)
    if path.endswith("/events"):
        async with desk.hears(where) as told:
            return told.status
    page = await (desk.post(where, fields) if method == "POST" else desk.get(where))
    return page.status


@pytest.mark.parametrize("role", ROLES)
async def test_every_role_on_every_route(office: Office, role: str) -> None:
    out = ("POST", "/staff/logout")
    async with Desk(office) as desk:
        for table in (EVERYBODY, MANAGES, EDITS, WORKS, SEES):
            await desk.logs_in("Nông Thị Hoa", role)  # a session of its own, which has its own pace
            seal = await desk.seal()
            for (method, path), status in table.items():
                if (method, path) != out:
                    refused = role in barred(method, path)
                    expected = 403 if refused else status
                    assert await asks(desk, method, path, seal) == expected, path

        assert await asks(desk, *out, seal) == SEES[out]


async def test_nobody_gets_further_than_the_door(office: Office) -> None:
    async with Desk(office) as desk:
        for (method, path), status in EVERYBODY.items():
            assert await asks(desk, method, path, {}) == status, path
        for method, path in SEES | WORKS | EDITS | MANAGES:
            assert await asks(desk, method, path, {}) == 401, path


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_nothing_is_taken_from_another_site(office: Office, headers: dict[str, str]) -> None:
    async with Desk(office) as desk:
        await desk.logs_in("Nông Thị Hoa", "admin")
        seal = await desk.seal()

        for method, path in SEES | WORKS | EDITS | MANAGES:
            if method == "POST":
                assert (await desk.post(addressed(path), seal, **headers)).status == 403, path
        assert (await desk.get("/staff/inbox")).status == 200


@pytest.mark.parametrize("seal", [{}, {"seal": ""}, {"seal": "0" * 64}, {"seal": "ô"}])
async def test_nothing_is_taken_without_the_seal(office: Office, seal: dict[str, str]) -> None:
    async with Desk(office) as desk:
        await desk.logs_in("Nông Thị Hoa", "admin")

        for method, path in SEES | WORKS | EDITS | MANAGES:
            if method == "POST":
                assert (await desk.post(addressed(path), seal)).status == 403, path
        assert (await desk.get("/staff/inbox")).status == 200

    refused = [deed for deed in await office.deeds() if deed.action == "refused"]
    assert len(refused) == sum(method == "POST" for method, _ in SEES | WORKS | EDITS | MANAGES)
    assert {deed.detail for deed in refused} == {"refused-form"}


async def test_the_seal_of_one_session_is_not_that_of_another(office: Office) -> None:
    async with Desk(office) as one, Desk(office) as other:
        await one.logs_in("Nông Thị Hoa", "admin")
        await other.logs_in("Ma Văn Tú", "admin")

        assert (await other.post("/staff/logout", await one.seal())).status == 403


async def test_nothing_is_changed_by_looking(desk: Desk) -> None:
    for method, path in SEES | WORKS | EDITS | MANAGES:
        if method == "POST":
            barred_here = 403 if ("GET", path) in MANAGES else 405
            shown = (SEES | WORKS | EDITS).get(("GET", path), barred_here)
            assert (await desk.get(addressed(path))).status == shown, path


async def test_every_page_has_its_headers(office: Office) -> None:
    async with Desk(office) as desk:
        before = await desk.get("/staff/registrations")
        await desk.logs_in("Nông Thị Hoa", "viewer")
        after = await desk.get("/staff/registrations")

    for page in (before, after):
        assert page.headers["Content-Security-Policy"] == POLICY
        assert page.headers["Cache-Control"] == "no-store"
        assert page.headers["X-Content-Type-Options"] == "nosniff"
        assert page.headers["Referrer-Policy"] == "same-origin"
        assert "style=" not in page.text
        assert not re.search(r'<script(?! src="/staff/static/)', page.text)


async def test_a_session_in_a_hurry_is_slowed_down(desk: Desk) -> None:
    answers = [(await desk.get("/staff/inbox")).status for _ in range(200)]

    assert answers[:100] == [200] * 100
    assert 429 in answers


async def test_a_handler_without_a_right_stops_the_start(office: Office) -> None:
    async def forgotten(_request: web.Request, _visit: Any) -> web.StreamResponse:
        return web.Response()

    with pytest.raises(Unmarked, match="forgotten"):
        Gate(office.parts, Pages()).guarded(forgotten)


async def test_too_much_of_a_form_is_refused(desk: Desk) -> None:
    page = await desk.post("/staff/export", await desk.seal() | {"words": "x" * 70_000})

    assert page.status == 413
    assert "lớn quá, nên chưa lưu gì" in page.text


async def test_the_style_sheet_is_kept_for_as_long_as_it_is_the_same(desk: Desk) -> None:
    page = await desk.get("/staff/inbox")
    path = page.text.partition('rel="stylesheet" href="')[2].partition('"')[0]

    current = await desk.get(path)
    old = await desk.get("/staff/static/0/console.css")

    assert "immutable" in current.headers["Cache-Control"]
    assert current.headers["Content-Type"].startswith("text/css")
    assert old.headers["Cache-Control"] == "no-cache"
