"""The console of a running program, on a database of each kind."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.console.office import Desk, Office
from tests.console.producers import Village, a_village


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
