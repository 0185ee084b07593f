"""Photos that somebody sends together come as one event, and are answered once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.columns import Keeping
from tests.fakes.zalo_server import FakeZalo
from tests.web.pictures import photo
from tests.whole.until import until
from tests.zalo_oa.house import House, running
from tests.zalo_oa.test_talking import PAPERS, opens, sends, signs_up


@pytest.fixture
async def house(tmp_path: Path, zalo: FakeZalo) -> AsyncIterator[House]:
    async with running(tmp_path, zalo) as opened:
        yield opened


async def test_three_photos_are_kept_and_answered_with_one_message(
    zalo: FakeZalo, house: House
) -> None:
    phone = zalo.phone()
    await opens(phone)
    await signs_up(phone)
    await sends(phone)
    numbers = phone.bubbles[-1].numbers
    await phone.asks(next(one for words, one in numbers.items() if words.startswith(PAPERS)))
    before = len(phone.bubbles)

    phone.sends_photos(*(photo(colour=colour) for colour in ("red", "green", "blue")))
    said = await phone.reads()

    async def all_kept() -> bool:
        return await house.count(f"media WHERE state = {Keeping.KEPT:d}") == 3

    await until(all_kept)
    await zalo.delivery.settled()
    assert "3" in said.text
    assert len(phone.bubbles) == before + 1
