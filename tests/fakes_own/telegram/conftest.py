"""A made-up Telegram, and ways to reach it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web

from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import FakeTelegram
from tests.fakes_own.telegram.hands import Api, Hook


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as server:
        server.bot()
        yield server


@pytest.fixture
def phone(telegram: FakeTelegram) -> Phone:
    one = telegram.phone()
    one.starts()
    return one


@pytest.fixture
def api(telegram: FakeTelegram, http: aiohttp.ClientSession) -> Api:
    return Api(telegram, http)


@pytest.fixture
async def hook(api: Api) -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.receive)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await api("setWebhook", url=url, secret_token="s-1")
    yield hook
    hook.held.set()
    await runner.cleanup()
