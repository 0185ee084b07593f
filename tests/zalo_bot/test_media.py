"""Fetching what people sent: from Zalo's own hosts only, never more than is wanted."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiohttp import web

from bot.channels import fetching, zalo_media
from bot.channels.calling import open_session
from bot.channels.zalo_media import own
from bot.keeping import Missing

API = "https://bot-api.zaloplatforms.com"
PHOTO = bytes(range(256)) * 400
PATH = "/no/jpg/5f1b"

Serve = Callable[[web.Request], Awaitable[web.StreamResponse]]


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with open_session(4) as opened:
        yield opened


@asynccontextmanager
async def a_host(serve: Serve) -> AsyncIterator[tuple[str, list[str]]]:
    """A media host; its address, and what it was asked for."""
    asked: list[str] = []

    async def note(request: web.Request) -> web.StreamResponse:
        asked.append(request.path_qs)
        return await serve(request)

    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", note)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}", asked
    finally:
        await runner.cleanup()


async def fetched(
    session: aiohttp.ClientSession, remote: str, api: str
) -> bytes | tuple[str, bool]:
    try:
        return await zalo_media.download(session, remote, api)
    except Missing as missing:
        return missing.reason, missing.again


async def test_a_photo_is_fetched_whole_from_the_address_as_it_was_given(
    session: aiohttp.ClientSession,
) -> None:
    async def serve(request: web.Request) -> web.Response:
        return web.Response(body=PHOTO)

    async with a_host(serve) as (host, asked):
        assert await fetched(session, f"{host}{PATH}?x=%2F+a&y=", host) == PHOTO
    assert asked == [f"{PATH}?x=%2F+a&y="]


@pytest.mark.parametrize(
    ("status", "missing"),
    [
        (404, ("gone", False)),
        (403, ("gone", False)),
        (410, ("gone", False)),
        (502, ("unreachable", True)),
        (429, ("unreachable", True)),
        (204, ("unreachable", True)),
    ],
)
async def test_what_is_gone_is_gone_and_what_cannot_be_reached_now_may_come_later(
    session: aiohttp.ClientSession, status: int, missing: tuple[str, bool]
) -> None:
    async def serve(request: web.Request) -> web.Response:
        return web.Response(status=status)

    async with a_host(serve) as (host, _):
        assert await fetched(session, host + PATH, host) == missing


async def test_a_redirect_that_goes_round_is_given_up(session: aiohttp.ClientSession) -> None:
    async def serve(request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "/elsewhere"})

    async with a_host(serve) as (host, asked):
        assert await fetched(session, host + PATH, host) == ("unreachable", True)
    assert asked == [PATH, *3 * ["/elsewhere"]]


async def test_a_redirect_to_a_stranger_is_not_followed(session: aiohttp.ClientSession) -> None:
    async def serve(request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "https://example.org/a.jpg"})

    async with a_host(serve) as (host, asked):
        assert await fetched(session, host + PATH, host) == ("gone", False)
    assert asked == [PATH]


@pytest.mark.parametrize("chunked", [False, True])
async def test_what_is_too_large_is_not_read_to_its_end(
    session: aiohttp.ClientSession, chunked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "MAX_FILE", 1000)
    ended = asyncio.Event()

    async def serve(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        if chunked:
            response.enable_chunked_encoding()
        else:
            response.content_length = 10**9
        await response.prepare(request)
        try:
            while True:
                await response.write(b"x" * 10_000)
        except ConnectionError:
            ended.set()
            raise

    async with a_host(serve) as (host, _):
        assert await fetched(session, host + PATH, host) == ("too-big", False)
        await asyncio.wait_for(ended.wait(), 5)


async def test_a_line_that_breaks_is_no_photo(session: aiohttp.ClientSession) -> None:
    async def serve(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "500"})
        await response.prepare(request)
        await response.write(b"half")
        assert request.transport is not None
        request.transport.close()
        return response

    async with a_host(serve) as (host, _):
        assert await fetched(session, host + PATH, host) == ("unreachable", True)


async def test_a_host_that_is_away_may_come_back(session: aiohttp.ClientSession) -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))  # and does not listen
        host = f"http://127.0.0.1:{reserved.getsockname()[1]}"
        assert await fetched(session, host + PATH, host) == ("unreachable", True)


@pytest.mark.parametrize(
    "address",
    [
        "https://photo-stal-23.zdn.vn/no/jpg/5f1b",
        "https://F47-photo.talk.ZDN.vn/a.jpg?x=1",
        "https://res-zalo.zadn.vn/upload/a.jpg",
        "https://zdn.vn/a.jpg",
        f"{API}/media/a.jpg",
    ],
)
def test_zalo_s_own_hosts_are_trusted(address: str) -> None:
    assert str(own(address, API)) == address


@pytest.mark.parametrize(
    "address",
    [
        "http://photo-stal-23.zdn.vn/a.jpg",
        "http://photo-stal-23.zdn.vn:443/a.jpg",
        "https://evil.example/a.jpg",
        "https://evil.example/zdn.vn/a.jpg",
        "https://evil.example#.zdn.vn",
        "https://evil.example?.zdn.vn",
        "https://zdn.vn.evil.example/a.jpg",
        "https://evilzdn.vn/a.jpg",
        "https://zdn.vn@evil.example/a.jpg",
        "https://evil.example\\@zdn.vn/a.jpg",
        "https://user:pass@photo.zdn.vn/a.jpg",
        "https://photo.zdn.vn:8443/a.jpg",
        "https://photo.zdn.vn./a.jpg",
        "http://169.254.169.254/latest",
        "http://127.0.0.1/a",
        "https://[::1]/a",
        "http://bot-api.zaloplatforms.com/a",
        "https://bot-api.zaloplatforms.com:1/a",
        "file:///etc/passwd",
        "ftp://zdn.vn/a",
        "//zdn.vn/a",
        "/etc/passwd",
        "https://",
        "https://zdn.vn\r\nHost: evil.example/a.jpg",
        "https://zdn.vn/ảnh.jpg",
        "https://evil.example\t.zdn.vn/a",
        "https://zdn.vn:99999/",
        "https://[zdn.vn/",
        "",
    ],
)
async def test_any_other_address_is_not_gone_to(
    session: aiohttp.ClientSession, address: str
) -> None:
    assert await fetched(session, address, API) == ("gone", False)
