"""An office with a Zalo of its own, on a database of each kind."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fakes.zalo_clock import Clock
from tests.fakes.zalo_server import FakeZalo
from tests.zalo_tokens.offices import Office

MONDAY = 1_795_400_000.0


@pytest.fixture
async def zalo() -> AsyncIterator[FakeZalo]:
    """A Zalo whose clock only moves when it is told to."""
    async with FakeZalo(clock=Clock(MONDAY)) as one:
        yield one


@pytest.fixture
def office(database: str, zalo: FakeZalo, tmp_path: Path) -> Office:
    """Nothing is granted yet."""
    return Office(database, zalo, str(tmp_path / "data"))
