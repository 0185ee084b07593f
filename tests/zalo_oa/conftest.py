"""A made-up Zalo and our Official Account on it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.channels.zalo_oa import ZaloOA
from tests.fakes.zalo_phone import Phone
from tests.fakes.zalo_server import OA_ID, FakeZalo
from tests.whole.program import filled_pack
from tests.zalo_oa.serving import Ear, Notebook, Purse, fresh

PICTURE = "https://bot.example.org/zalo/phone.png"


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled_pack(tmp_path_factory.mktemp("pack"))


@pytest.fixture
async def zalo() -> AsyncIterator[FakeZalo]:
    async with FakeZalo() as server:
        yield server


@pytest.fixture
def purse(zalo: FakeZalo) -> Purse:
    return Purse(zalo)


@pytest.fixture
async def channel(zalo: FakeZalo, purse: Purse) -> AsyncIterator[ZaloOA]:
    async with ZaloOA(OA_ID, purse, fresh(), api=zalo.url, picture=PICTURE) as opened:
        yield opened


@pytest.fixture
def phone(zalo: FakeZalo) -> Phone:
    one = zalo.phone()
    one.starts()
    return one


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def notebook() -> Notebook:
    return Notebook()
