"""The web chat with all that is behind it: conversation, lane, tables, sender, server."""

from __future__ import annotations

import asyncio
import io
import secrets
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

import aiohttp
from sqlalchemy.exc import OperationalError

from bot.channels.base import Incoming
from bot.channels.web import Parts, Web, web_routes
from bot.channels.web_porter import Porter
from bot.outbox import Outbox
from bot.photos import Photos
from bot.server import Server
from bot.settings import read_settings
from bot.turn import Lane
from handlers import codes, machine
from handlers.events import Moment
from storage.columns import metadata
from storage.engine import open_engine, open_reader
from storage.hearing import Heard
from storage.media import Folder
from storage.outbox import Ledger
from storage.pace import Buckets
from storage.talk import NOTHING_YET, Missed, attached_to, lines_after
from storage.unit import Store
from tests.book import the_book

MB = 1024 * 1024
PATIENCE = 30

Hear = Callable[[Incoming], Awaitable[Heard]]


@dataclass(slots=True)
class House:
    """
    A running program, as far as the web chat needs one.

    `between` stands between the page and the lane; a test may put trouble there. `room` is what
    the disk reports: bytes free and in all. While it is not `readable`, the database cannot be.
    """

    folder: Path
    step: Any = machine.step
    database: str = ""
    public_url: str = ""
    source: Callable[[aiohttp.web.BaseRequest], str] = field(default=lambda _: "198.51.100.7")
    port: int = 0
    room: tuple[int, int] = (8000 * MB, 10000 * MB)
    between: Callable[[Hear, Incoming], Awaitable[Heard]] = field(
        default=lambda hear, incoming: hear(incoming)
    )
    readable: bool = True
    heard: list[Incoming] = field(default_factory=list)
    media: Folder = field(init=False)
    chat: Web = field(init=False)

    @property
    def origin(self) -> str:
        return self.public_url or self.url

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @asynccontextmanager
    async def open(self) -> AsyncIterator[House]:
        """Start the program on its folder; at the end it is stopped as on SIGTERM."""
        database = self.database or str(self.folder / "bot.db")
        engine, reader = open_engine(database), open_reader(database)
        async with engine.begin() as connection:
            await connection.run_sync(metadata.create_all)
        worker = uuid.uuid4().hex
        store = Store(engine, self.step, codes.code, worker)
        lane = Lane(store, the_book)
        self.chat = Web()
        outbox = Outbox([self.chat], Ledger(engine, worker), Buckets(engine), {})
        self.media = Folder(self.folder / "media", lambda _: self.room)
        photos = Photos()

        async def hear(incoming: Incoming) -> Heard:
            self.heard.append(incoming)
            heard = await lane.hear(incoming)
            outbox.take(heard.replies)
            return heard

        async def read(address: str, seen: int) -> Missed:
            if not self.readable:
                raise OperationalError("SELECT", {}, Exception("away"))
            return await lines_after(reader, self.chat.account, address, seen)

        async def healthy() -> bool:
            return True

        porter = Porter(self.source, secure=self.origin.startswith("https:"))
        parts = Parts(
            porter,
            lambda incoming: self.between(hear, incoming),
            moment_of,
            read,
            the_book,
            self.media,
            lambda address, media: attached_to(reader, self.chat.account, address, media),
            photos,
        )
        settings = read_settings(
            {
                "BOT_PORT": str(self.port),
                "BOT_PUBLIC_URL": self.public_url,
                "BOT_SECRET_KEY": secrets.token_hex(32) if self.public_url else "",
            }
        )
        server = Server(settings, web_routes(self.chat, parts), healthy)
        lane.start()
        await outbox.open()
        sending = asyncio.create_task(outbox.run())
        await server.open()
        self.port = server.port
        try:
            yield self
        finally:
            self.chat.close()
            await server.close()
            await lane.stop()
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)
            await store.close()
            photos.close()
            await engine.dispose()
            await reader.dispose()


def moment_of(age: timedelta) -> Moment:
    now = datetime.now(UTC)
    return Moment(now, now - age, 0)


def new_id() -> str:
    return str(uuid.uuid4())


class Site(Protocol):
    """Where a page is found; it says that it comes from `origin`."""

    @property
    def url(self) -> str: ...

    @property
    def origin(self) -> str: ...


class Browser:
    """A browser without its pictures: a cookie jar, and the requests that our page makes."""

    def __init__(self, house: Site) -> None:
        self.house = house
        self.session = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))

    async def __aenter__(self) -> Browser:
        await self.get("/")
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.session.close()

    @property
    def headers(self) -> dict[str, str]:
        return {"Origin": self.house.origin, "Sec-Fetch-Site": "same-origin"}

    async def get(self, path: str, **options: Any) -> aiohttp.ClientResponse:
        response = await self.session.get(self.house.url + path, **options)
        await response.read()
        return response

    async def post(self, path: str, **options: Any) -> aiohttp.ClientResponse:
        headers = self.headers | options.pop("headers", {})
        response = await self.session.post(self.house.url + path, headers=headers, **options)
        await response.read()
        return response

    async def say(self, **frame: Any) -> dict[str, Any]:
        """Say something without a socket; the server's last word on it."""
        answer = await self.post("/chat/say", json=filled(frame))
        assert answer.status == 200, answer.status
        (told,) = await answer.json()
        return dict(told)

    async def poll(self, seen: int = NOTHING_YET) -> list[dict[str, Any]]:
        answer = await self.get(f"/chat/poll{heard(seen)}")
        assert answer.status == 200, answer.status
        return list(await answer.json())

    async def photo(self, content: bytes, key: str = "") -> dict[str, Any]:
        answer = await self.post(f"/chat/photo?id={key or new_id()}", data=io.BytesIO(content))
        assert answer.status == 200, answer.status
        return dict(await answer.json())

    @asynccontextmanager
    async def open(self, seen: int = NOTHING_YET) -> AsyncIterator[Window]:
        """A window on a socket."""
        address = f"{self.house.url}/chat/socket{heard(seen)}"
        async with self.session.ws_connect(address, headers=self.headers) as socket:
            yield Window(socket)


class Window:
    """One open page: what it sends, and what it is told, in order."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket

    async def send(self, **frame: Any) -> str:
        """Send a frame; gives its id."""
        whole = filled(frame)
        await self.socket.send_json(whole)
        return str(whole["id"])

    async def hear(self) -> dict[str, Any]:
        """The next frame."""
        async with asyncio.timeout(PATIENCE):
            return dict(await self.socket.receive_json())

    async def until(self, kind: str) -> dict[str, Any]:
        """The next frame of a kind; others are passed over."""
        while True:
            frame = await self.hear()
            if frame["kind"] == kind:
                return frame

    async def line(self) -> dict[str, Any]:
        """The next line of ours."""
        while True:
            for line in (await self.until("talk"))["lines"]:
                if line["who"] == "bot":
                    return dict(line)


def heard(seen: int) -> str:
    return "" if seen == NOTHING_YET else f"?seen={seen}"


def filled(frame: dict[str, Any]) -> dict[str, Any]:
    defaults = {"id": new_id(), "age": 0, "label": "", "source": ""}
    return defaults | frame


async def opens(browser: Browser) -> bool:
    """Whether another window is let in."""
    try:
        async with browser.open():
            return True
    except aiohttp.WSServerHandshakeError:
        return False
