"""A made-up Zalo of each kind with its clock standing still, and ways to reach it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.fakes.zalo_bot_server import FakeZaloBot
from tests.fakes.zalo_clock import Clock
from tests.fakes.zalo_server import FakeZalo
from tests.fakes_own.hands import MONDAY_NOON, BotApi, Hook, OpenApi, hooked


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    async with hooked() as end:
        yield end


@pytest.fixture
async def zalo() -> AsyncIterator[FakeZalo]:
    async with FakeZalo(clock=Clock(MONDAY_NOON)) as server:
        yield server


@pytest.fixture
async def platform() -> AsyncIterator[FakeZaloBot]:
    async with FakeZaloBot(clock=Clock(MONDAY_NOON)) as server:
        yield server


@pytest.fixture
def api(zalo: FakeZalo, http: aiohttp.ClientSession) -> OpenApi:
    return OpenApi(zalo, http)


@pytest.fixture
def bot(platform: FakeZaloBot, http: aiohttp.ClientSession) -> BotApi:
    return BotApi(platform, http)
