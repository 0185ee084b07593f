"""Our webhook for Zalo, served, and somebody who calls it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.channels.zalo_oa_webhook import ZaloWebhook
from tests.fakes.zalo_server import OA_SECRET
from tests.zalo_oa.serving import Ear, Notebook, serving, webhook
from tests.zalo_oa.webhook.posting import OLD_SECRET


@pytest.fixture
def hook(ear: Ear, notebook: Notebook) -> ZaloWebhook:
    return webhook(ear, notebook, [OA_SECRET, OLD_SECRET])


@pytest.fixture
async def url(hook: ZaloWebhook) -> AsyncIterator[str]:
    async with serving(hook) as address:
        yield address


@pytest.fixture
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session
