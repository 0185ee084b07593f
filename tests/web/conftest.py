"""The program behind the web chat, and somebody's browser."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.web.house import Browser, House


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with House(tmp_path).open() as house:
        yield house


@pytest.fixture
async def browser(house: House) -> AsyncIterator[Browser]:
    async with Browser(house) as browser:
        yield browser
