"""A made-up Bot Platform and our channel on it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.channels.zalo_bot import ZaloBot
from tests.fakes.zalo_bot_server import TOKEN, FakeZaloBot
from tests.telegram.serving import Ear


@pytest.fixture
async def zalo() -> AsyncIterator[FakeZaloBot]:
    async with FakeZaloBot() as server:
        yield server


@pytest.fixture
async def channel(zalo: FakeZaloBot) -> AsyncIterator[ZaloBot]:
    async with ZaloBot(TOKEN, zalo.url) as opened:
        yield opened


@pytest.fixture
def ear() -> Ear:
    return Ear()
