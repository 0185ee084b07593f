"""A made-up Telegram, a pack whose office is filled in, and the program between them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from content.load import load
from content.model import Book
from tests.fakes.telegram_server import FakeTelegram
from tests.whole.program import Program, filled_pack


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled_pack(tmp_path_factory.mktemp("pack"))


@pytest.fixture(scope="session")
def book(pack: Path) -> Book:
    return load(pack)


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as server:
        server.bot()
        yield server


@pytest.fixture
def program(tmp_path: Path, pack: Path, telegram: FakeTelegram) -> Program:
    """An installation that Telegram calls, with an SQLite file."""
    return Program(tmp_path / "here", pack, telegram.url)
