"""Every form of the console, sent in ways that it must not be: refused, and written down."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.console.routes import console_routes
from tests.console.office import Desk, Office
from tests.console.producers import TEA_MAKER, Village
from tests.console.test_rights import EVERYBODY, WORKS, addressed

ABROAD = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
OTHER_COMMUNE = "00901"


@pytest.fixture
async def forms(office: Office) -> list[str]:
    """The path of every form that takes a session."""
    return [
        addressed(route.path)
        for route in console_routes(office.parts)
        if route.method == "POST" and ("POST", route.path) not in EVERYBODY
    ]


@pytest.fixture
async def admin(office: Office) -> AsyncIterator[Desk]:
    async with Desk(office) as desk:
        await desk.logs_in("Nông Thị Hoa", "admin")
        yield desk


async def refused(office: Office) -> list[str]:
    return [deed.subject for deed in await office.deeds() if deed.action == "refused"]


async def test_without_the_seal(office: Office, admin: Desk, forms: list[str]) -> None:
    answers = {path: (await admin.post(path, {})).status for path in forms}

    assert answers == dict.fromkeys(forms, 403)
    assert len(await refused(office)) == len(forms)


async def test_from_another_site(office: Office, admin: Desk, forms: list[str]) -> None:
    seal = await admin.seal()

    answers = {path: (await admin.post(path, seal, **ABROAD)).status for path in forms}

    assert answers == dict.fromkeys(forms, 403)
    assert len(await refused(office)) == min(len(forms), 20)


async def test_by_somebody_who_may_only_look(office: Office) -> None:
    paths = [addressed(path) for method, path in WORKS if method == "POST"]
    async with Desk(office) as desk:
        await desk.logs_in("Ma Văn Tú", "viewer")
        seal = await desk.seal()
        answers = {path: (await desk.post(path, seal)).status for path in paths}

    assert answers == dict.fromkeys(paths, 403)
    assert len(await refused(office)) == len(paths)


async def test_by_an_officer_of_another_commune(village: Village, office: Office) -> None:
    await village.registered(TEA_MAKER)
    paths = [
        addressed(path)
        for method, path in WORKS
        if method == "POST" and path.startswith(r"/staff/registrations/{number")
    ]
    async with Desk(office) as desk:
        await desk.logs_in("Ma Văn Tú", "officer", OTHER_COMMUNE)
        seal = await desk.seal()
        answers = {path: (await desk.post(path, seal)).status for path in paths}

    assert paths
    assert answers == dict.fromkeys(paths, 404)
    assert len(await refused(office)) == len(paths)
