"""The console of a running program, on a database of each kind."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.console.office import Desk, Office
from tests.console.producers import Producer, Village, a_village
from tests.web.chromium import chromium


@pytest.fixture
async def village(database: str) -> AsyncIterator[Village]:
    """Producers, and the tables that their talks are kept in."""
    village = await a_village(database)
    yield village
    await village.store.close()
    await village.engine.dispose()


@pytest.fixture
async def office(village: Village, database: str) -> AsyncIterator[Office]:
    """The console, served on this machine."""
    async with Office(database, village.engine).open() as office:
        yield office


@pytest.fixture
async def desk(office: Office) -> AsyncIterator[Desk]:
    """An editor who is logged in, at a browser on the server's own machine."""
    async with Desk(office) as desk:
        await desk.logs_in("Nông Thị Hoa", "editor")
        yield desk


@pytest.fixture
async def weaver(village: Village) -> Producer:
    """Somebody registered who waits for an answer."""
    producer = await village.registered()
    await producer.asks("Bao giờ có lớp tập huấn ạ?")
    return producer


@pytest.fixture
async def colleague(office: Office) -> AsyncIterator[Desk]:
    """Another editor at another browser."""
    async with Desk(office) as desk:
        await desk.logs_in("Ma Văn Tú", "editor")
        yield desk


@pytest.fixture
async def small_office(tmp_path: Path) -> AsyncIterator[tuple[Village, Office]]:
    """The console on one database: a browser cannot tell which."""
    database = str(tmp_path / "bot.db")
    village = await a_village(database)
    async with Office(database, village.engine).open() as office:
        yield village, office
    await village.store.close()
    await village.engine.dispose()


@pytest.fixture
async def opened() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser
