"""How many sockets and polls an address may have, and who counts as one."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import aiohttp
import pytest

from tests.web.house import Browser, House, opens


async def test_an_address_has_five_sockets_and_five_polls(browser: Browser) -> None:
    await browser.say(kind="open")
    windows = [browser.open() for _ in range(5)]
    for window in windows:
        await window.__aenter__()
    polls = [asyncio.create_task(browser.poll(1)) for _ in range(5)]
    await asyncio.sleep(0.1)

    with pytest.raises(aiohttp.WSServerHandshakeError) as sixth:
        async with browser.open():
            pass
    sixth_poll = await browser.get("/chat/poll?seen=1")

    assert (sixth.value.status, sixth_poll.status) == (429, 429)
    for window in windows:
        await window.__aexit__(None, None, None)
    for poll in polls:
        poll.cancel()
    await asyncio.gather(*polls, return_exceptions=True)
    await eventually(lambda: opens(browser))


async def eventually(true: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(5):
        while not await true():
            await asyncio.sleep(0.02)


async def test_a_network_address_has_five_sockets_whoever_opens_them(house: House) -> None:
    people = [Browser(house) for _ in range(6)]
    windows = []
    for person in people[:5]:
        await person.__aenter__()
        windows.append(person.open())
        await windows[-1].__aenter__()
    await people[5].__aenter__()

    with pytest.raises(aiohttp.WSServerHandshakeError) as sixth:
        async with people[5].open():
            pass
    polled = await people[5].poll()

    assert sixth.value.status == 429
    assert polled[0]["whole"], "a poll still gets through"
    for window in windows:
        await window.__aexit__(None, None, None)
    for person in people:
        await person.__aexit__()


async def test_a_proxy_on_this_machine_brings_many_people(tmp_path: Path) -> None:
    house = House(tmp_path, source=lambda _: "127.0.0.1")
    async with house.open():
        people = [Browser(house) for _ in range(8)]
        windows = []
        for person in people:
            await person.__aenter__()
            windows.append(person.open())
            await windows[-1].__aenter__()
        for window in windows:
            await window.__aexit__(None, None, None)
        for person in people:
            await person.__aexit__()
