"""A made-up Telegram and our channel on it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.channels.telegram import Telegram
from bot.channels.telegram_webhook import TelegramWebhook
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.telegram.posting import OLD_SECRET, SECRET
from tests.telegram.serving import NOON, Ear, serving


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as server:
        server.bot()
        yield server


@pytest.fixture
async def channel(telegram: FakeTelegram) -> AsyncIterator[Telegram]:
    async with Telegram(TOKEN, telegram.url) as opened:
        yield opened


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def webhook(channel: Telegram, ear: Ear) -> TelegramWebhook:
    return TelegramWebhook(channel, [SECRET, OLD_SECRET], ear.hear, lambda: NOON)


@pytest.fixture
async def url(webhook: TelegramWebhook) -> AsyncIterator[str]:
    async with serving(webhook) as address:
        yield address


@pytest.fixture
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def phone(telegram: FakeTelegram) -> Phone:
    one = telegram.phone()
    one.starts()
    return one
