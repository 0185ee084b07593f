"""A desk with a database of each kind."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.notices.desk import Desk, opened


@pytest.fixture
async def desk(database: str) -> AsyncIterator[Desk]:
    """An empty database with the tables, of one kind and then of the other."""
    async with opened(database) as one:
        yield one
