"""The console of a running program, on a database of each kind."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.console.office import Desk, Office
from tests.console.producers import Village, a_village, emptied
from tests.databases import KINDS, fresh


@pytest.fixture(scope="session")
def shared(server: Path) -> str:
    """A PostgreSQL database that lasts as long as the tests do; making one takes a while."""
    return fresh("postgresql", server, server)


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    kind = str(request.param)
    if kind == "sqlite":
        return fresh(kind, tmp_path, tmp_path)
    address: str = request.getfixturevalue("shared")
    asyncio.run(emptied(address))
    return address


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
