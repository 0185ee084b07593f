"""A desk with a database of each kind."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from storage.unit import Store
from tests.storage.desk import Desk, desk


@pytest.fixture
async def office(database: str) -> AsyncIterator[Desk]:
    """An empty database with the tables, of one kind and then of the other."""
    async with desk(database) as one:
        yield one


@pytest.fixture
def store(office: Desk) -> Store:
    """The store of one process."""
    return office.store()
