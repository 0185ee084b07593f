"""The console over real HTTP, and somebody of staff at a browser."""

from __future__ import annotations

import html
import re
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol, Self
from urllib.parse import urlsplit

import aiohttp
import pyotp
from multidict import CIMultiDictProxy
from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncEngine
from yarl import URL

from bot.accounts import always
from bot.channels.base import Window
from bot.commands.doctor import at_a_glance, findings
from bot.console.inbox.watch import Watch
from bot.console.parts import NO_DOORS, Parts
from bot.console.routes import console_routes
from bot.door.peers import source_behind
from bot.notices.sheet import means_of
from bot.papers.sources import Doors
from bot.server import Server
from bot.settings import read_settings
from bot.shelf import Shelf
from bot.turn import Lane
from handlers import codes, machine
from storage.engine import open_reader
from storage.links import issue_link
from storage.media import Folder
from storage.schema import audit
from storage.sealing import Seal
from storage.unit import Store
from tests.book import the_book

KEY = "k" * 20 + "0123456789abcdefghij"
PASSWORD = "lúa nếp nương thơm"
ZALO = timedelta(hours=48), timedelta(days=7)
"""For how long somebody can be answered on Zalo for nothing, and at all."""


def zalo_window(interacted_at: datetime | None) -> Window:
    """As Zalo has it."""
    at = interacted_at or datetime(2020, 1, 1, tzinfo=UTC)
    return Window(at + ZALO[0], at + ZALO[1])


WINDOWS = {
    "web:main": always,
    "telegram:1": always,
    "zalo_bot:1": always,
    "zalo_oa:1": zalo_window,
}
PUBLIC = "https://bot.tuyenquang.example"
_CARD = re.compile(r'<li class="card wish" id="r(\d+)">')
_FIELD = re.compile(r'<input type="hidden" name="([a-z]+)" value="([^"]*)">')


@dataclass(slots=True)
class Office:
    """
    A running console; `public_url` is how others reach it, by https through a proxy.

    `exported` is the database that downloads are made from, where that is another.
    """

    database: str
    engine: AsyncEngine
    public_url: str = ""
    exported: str = ""
    doors: Doors = NO_DOORS
    port: int = 0
    media: Folder = field(init=False)
    reader: AsyncEngine = field(init=False)
    shelf: Shelf = field(init=False)
    lane: Lane = field(init=False)
    watch: Watch = field(init=False)
    parts: Parts = field(init=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Office]:
        self.reader = open_reader(self.database)
        self.media = Folder(Path(tempfile.mkdtemp()), lambda _: (10**12, 10**12))
        settings = read_settings(
            {
                "BOT_PORT": "0",
                "BOT_PUBLIC_URL": self.public_url,
                "BOT_SECRET_KEY": KEY if self.public_url else "",
                "BOT_TRUSTED_PROXIES": "127.0.0.0/8" if self.public_url else "",
            }
        )
        store = Store(self.engine, machine.step, codes.digits, "office")
        self.shelf = Shelf(the_book(), settings.content, self.reader)
        self.lane = Lane(store, lambda: self.shelf.book, renew=self.shelf.look)
        self.watch = Watch(self.reader, 0.05)
        self.parts = Parts(
            engine=self.engine,
            reader=self.reader,
            book=lambda: self.shelf.book,
            source_of=source_behind(settings.trusted_proxies),
            database=self.exported or self.database,
            media=self.media,
            secure=self.public_url.startswith("https:"),
            hear=self.lane.hear,
            seal=Seal([KEY]),
            doctor=lambda thorough: list((findings if thorough else at_a_glance)(settings)),
            means=means_of(settings),
            windows=WINDOWS,
            watch=self.watch,
            mails=True,
            shelf=self.shelf,
            doors=self.doors,
        )

        async def well() -> bool:
            return True

        server = Server(settings, console_routes(self.parts), well)
        self.lane.start()
        await server.open()
        self.port = server.port
        try:
            yield self
        finally:
            self.watch.close()
            await server.close()
            await self.lane.stop()
            await store.close()
            await self.reader.dispose()
            shutil.rmtree(self.media.root)

    async def link(self, name: str, role: str, *communes: str) -> str:
        """The path of a new link to log in by."""
        whole = await issue_link(self.engine, name, role, communes, self.public_url or self.url)
        return urlsplit(whole).path

    async def deeds(self) -> list[Row[*tuple[Any, ...]]]:
        """Every row of the audit."""
        async with self.reader.connect() as connection:
            return list((await connection.execute(select(audit).order_by(audit.c.id))).all())


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as it came."""

    status: int
    text: str
    headers: CIMultiDictProxy[str]
    body: bytes

    @property
    def fields(self) -> dict[str, str]:
        """The hidden fields of its forms."""
        return {name: html.unescape(value) for name, value in _FIELD.findall(self.text)}

    @property
    def rows(self) -> list[str]:
        """The words of each line of the list."""
        return [_words(row) for row in re.findall(r"<tr>(.*?)</tr>", self.text, re.DOTALL)[1:]]

    @property
    def cards(self) -> list[str]:
        """The words of each request."""
        lists = self.text.split('<ul class="cards">')[1:]
        return [
            _words(card)
            for listed in lists
            for card in _CARD.split(listed.partition("</section>")[0])[2::2]
        ]

    @property
    def people(self) -> list[str]:
        """Who is listed in the inbox, by number."""
        return re.findall(r'id="p(\d+)"', self.text)

    @property
    def matters(self) -> list[str]:
        """The words of each line of the inbox."""
        return [_words(one) for one in re.split(r'<li class="card matter[^>]*>', self.text)[1:]]

    @property
    def lines(self) -> list[str]:
        """The words of each line of a talk."""
        talk = self.text.partition('id="lines"')[2].partition("</ol>")[0]
        return [_words(one) for one in re.split(r"<li [^>]*>", talk)[1:]]


def cookie_of(page: Seen) -> str:
    """The session that a page gave, as a browser sends it back."""
    return page.headers["Set-Cookie"].partition(";")[0]


def code_on(page: Seen) -> dict[str, str]:
    """What a phone shows that has scanned the page."""
    seed = re.findall("<code>([A-Z2-7]{32})</code>", page.text)[0]
    return {"code": pyotp.TOTP(seed).now()}


def _words(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


class Served(Protocol):
    """Where a console is found."""

    @property
    def url(self) -> str: ...


class Caller:
    """
    One browser at a console; `headers` are what it sends with each request.

    What it sends by POST comes from our own page unless a test says otherwise.
    """

    def __init__(self, served: Served, **headers: str) -> None:
        self.served = served
        self.headers = headers
        self.session = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.session.close()

    async def get(self, path: str, **headers: str) -> Seen:
        async with self.session.get(
            URL(self.served.url + path, encoded=True),
            headers=self.headers | headers,
            allow_redirects=False,
        ) as response:
            return await _seen(response)

    @asynccontextmanager
    async def hears(self, path: str) -> AsyncIterator[aiohttp.ClientResponse]:
        """What is told on and on, from its beginning."""
        async with self.session.get(self.served.url + path, headers=self.headers) as response:
            yield response

    async def post(
        self, path: str, fields: dict[str, str] | aiohttp.FormData, **headers: str
    ) -> Seen:
        origin = self.headers.get("Origin", self.served.url)
        sent = {"Origin": origin, "Sec-Fetch-Site": "same-origin"} | self.headers | headers
        async with self.session.post(
            self.served.url + path, data=fields, headers=sent, allow_redirects=False
        ) as response:
            return await _seen(response)

    async def seal(self) -> dict[str, str]:
        """The field that shows a form to be one of this session's."""
        return {"seal": (await self.get("/staff/inbox")).fields.get("seal", "")}

    async def does(self, path: str, **fields: str) -> Seen:
        """Send a form as our page would."""
        return await self.post(path, await self.seal() | fields)


class Desk(Caller):
    """Somebody of staff at a browser, in an office of the tests."""

    def __init__(self, office: Office, **headers: str) -> None:
        super().__init__(office, **headers)
        self.office = office

    async def logs_in(self, name: str, role: str, *communes: str) -> Seen:
        """By a link; on the server's own machine without a password."""
        link = await self.office.link(name, role, *communes)
        if not self.office.public_url:
            return await self.post(link, {"later": "yes"})
        entered = await self.post(link, {"password": PASSWORD, "again": PASSWORD})
        if role == "officer":
            return entered
        cookie = cookie_of(entered)
        page = await self.get("/staff/second", Cookie=cookie)
        return await self.post("/staff/second", page.fields | code_on(page), Cookie=cookie)

    async def requests(self, *, done: bool = False) -> list[str]:
        """The words of each request that waits, or is done, in the order of the inbox."""
        turn = "?turn=closed" if done else ""
        found = []
        for person in (await self.get(f"/staff/inbox{turn}")).people:
            found += (await self.get(f"/staff/inbox/{person}")).cards
        return found

    async def request_numbers(self) -> list[str]:
        """The numbers of the requests that wait."""
        found = []
        for person in (await self.get("/staff/inbox")).people:
            found += _CARD.findall((await self.get(f"/staff/inbox/{person}")).text)
        return found


async def _seen(response: aiohttp.ClientResponse) -> Seen:
    body = await response.read()
    text = body.decode() if response.content_type.startswith("text/") else ""
    return Seen(response.status, text, response.headers, body)
