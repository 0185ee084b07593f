"""
The talk of an open page: a socket, and long polling where sockets are blocked.

Both do the same: the page says how far it has heard, gets what it missed and then whatever is new.
`POST /chat/say` is the polling page's way to speak.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from aiohttp import WSCloseCode, WSMsgType, web
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.body import Malformed
from bot.channels.web_frames import (
    MOST_BYTES,
    Json,
    Ping,
    read_frame,
    talk,
    write_frame,
)
from bot.channels.web_rooms import Dropped, Full, Page
from storage.talk import NOTHING_YET

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.channels.web_porter import Porter
    from bot.channels.web_rooms import Rooms
    from bot.channels.web_taking import Taking
    from storage.talk import Missed

    LinesAfter = Callable[[str, int], Awaitable[Missed]]

PING_SECONDS = 40
SEND_SECONDS = 20
POLL_SECONDS = 25
BODY_SECONDS = 10
LANGUAGES = ("vi", "en")


class Talking:
    """`lines_after` reads what was said to an address after the line with a number."""

    def __init__(
        self, porter: Porter, rooms: Rooms, taking: Taking, lines_after: LinesAfter
    ) -> None:
        self.porter = porter
        self.rooms = rooms
        self.taking = taking
        self.lines_after = lines_after

    async def socket(self, request: web.Request) -> web.StreamResponse:
        """`GET /chat/socket`: the whole talk of one page."""
        self.porter.need_own_page(request)
        address, seen = self.porter.visitor(request), seen_in(request)
        try:
            page = self.rooms.enter(address, self.porter.source(request))
        except Full:
            raise web.HTTPTooManyRequests(headers={"Retry-After": "60"}) from None
        try:
            missed = await self._missed(address, seen)
            socket = web.WebSocketResponse(
                max_msg_size=MOST_BYTES, heartbeat=PING_SECONDS, compress=False
            )
            await socket.prepare(request)
            await socket.send_str(write_frame(talk(missed)))
            telling = asyncio.create_task(tell(page, socket))
            try:
                code = await self._listen(page, socket, language_in(request))
            finally:
                telling.cancel()
                await asyncio.gather(telling, return_exceptions=True)
            await socket.close(code=code)
            return socket
        finally:
            self.rooms.leave(page)

    async def _listen(self, page: Page, socket: web.WebSocketResponse, language: str) -> int:
        """Hear the page until it goes; the code to close with when it has to."""
        async for message in socket:
            try:
                if message.type is not WSMsgType.TEXT:
                    raise Malformed("type")
                frame = read_frame(message.data.encode())
                if isinstance(frame, Ping):
                    missed = await self._missed(page.address, frame.seen)
                    if missed.lines or missed.whole:
                        page.tell(talk(missed))
                    page.tell({"kind": "pong"})
                else:
                    page.tell(await self.taking.take(frame, page.address, language, page))
            except ValueError:
                return WSCloseCode.POLICY_VIOLATION
            except web.HTTPServiceUnavailable:
                return WSCloseCode.TRY_AGAIN_LATER
        return WSCloseCode.OK

    async def poll(self, request: web.Request) -> web.Response:
        """`GET /chat/poll`: what the page missed, at once, or the next thing said."""
        self.porter.need_own_site(request)
        address, seen = self.porter.visitor(request), seen_in(request)
        try:
            page = self.rooms.poll(address)
        except Full:
            raise web.HTTPTooManyRequests(headers={"Retry-After": "60"}) from None
        try:
            missed = await self._missed(address, seen)
            if missed.lines or missed.whole:
                return frames([talk(missed), *page.waiting])
            return frames(await news(page))
        finally:
            self.rooms.leave(page)

    async def say(self, request: web.Request) -> web.Response:
        """`POST /chat/say`: one message of the person."""
        self.porter.need_own_page(request)
        address = self.porter.visitor(request)
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType
        try:
            frame = read_frame(await short_body(request))
            if isinstance(frame, Ping):
                raise Malformed("ping")
        except ValueError:
            raise web.HTTPBadRequest from None
        return frames([await self.taking.take(frame, address, language_in(request))])

    async def _missed(self, address: str, seen: int) -> Missed:
        try:
            return await self.lines_after(address, seen)
        except (SQLAlchemyError, OSError):
            raise web.HTTPServiceUnavailable(headers={"Retry-After": "5"}) from None


async def tell(page: Page, socket: web.WebSocketResponse) -> None:
    """Send what the page is told, until it goes away or is too slow."""
    try:
        while True:
            for frame in await page.told():
                async with asyncio.timeout(SEND_SECONDS):
                    await socket.send_str(write_frame(frame))
    except (Dropped, TimeoutError):
        await socket.close(code=WSCloseCode.GOING_AWAY)
    except ConnectionError:
        return


async def news(page: Page) -> list[Json]:
    """What a page is told within the time that one request may wait, or nothing."""
    with suppress(TimeoutError, Dropped):
        async with asyncio.timeout(POLL_SECONDS):
            return await page.told()
    return []


async def short_body(request: web.Request) -> bytes:
    """The body of a request that holds one frame."""
    body = b""
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for piece in request.content.iter_any():
                body += piece
                if len(body) > MOST_BYTES:
                    raise web.HTTPRequestEntityTooLarge(MOST_BYTES, len(body))
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    return body


def seen_in(request: web.Request) -> int:
    given = request.query.get("seen")
    if given is None:
        return NOTHING_YET
    if not (given.isascii() and given.isdigit() and len(given) < 16):
        raise web.HTTPBadRequest
    return int(given)


def language_in(request: web.Request) -> str:
    given = request.query.get("lang", "")
    return given if given in LANGUAGES else ""


def frames(told: list[Json]) -> web.Response:
    return web.Response(
        text=f"[{','.join(map(write_frame, told))}]",
        content_type="application/json",
        headers={"Cache-Control": "no-store"},
    )
