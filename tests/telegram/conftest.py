"""A made-up Telegram and our channel on it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram import Telegram
from tests.fakes.telegram_server import TOKEN, FakeTelegram


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as server:
        server.bot()
        yield server


@pytest.fixture
async def channel(telegram: FakeTelegram) -> AsyncIterator[Telegram]:
    async with Telegram(TOKEN, telegram.url) as opened:
        yield opened
