"""Producers on a database of each kind, as for the console."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine import open_reader
from tests.console.conftest import village

__all__ = ["reader", "village"]


@pytest.fixture
async def reader(database: str) -> AsyncIterator[AsyncEngine]:
    """The engine that exports read by."""
    reader = open_reader(database)
    yield reader
    await reader.dispose()
