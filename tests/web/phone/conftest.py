"""The page on a small phone, with a thumb: Chromium at 360 pixels against the real program."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Browser as Chromium

from tests.web.chromium import Phone, chromium, phone
from tests.web.house import House


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def opened() -> AsyncIterator[Chromium]:
    async with chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with House(tmp_path).open() as house:
        yield house


@pytest_asyncio.fixture(loop_scope="module")
async def mobile(house: House, opened: Chromium) -> AsyncIterator[Phone]:
    async with phone(opened, house.url) as one:
        yield one
