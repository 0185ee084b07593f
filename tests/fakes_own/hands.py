"""The made-up servers by hand: calls as a program makes them, and an end for webhooks."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from aiohttp import web

from tests.fakes.zalo_bot_server import FakeZaloBot
from tests.fakes.zalo_server import FakeZalo

Json = dict[str, Any]

MONDAY_NOON = 1_795_410_000.0
"""Where a clock that stands still stands: in Vietnam a Monday, twelve o'clock."""

CS = "v3.0/oa/message/cs"
CS_V2 = "v2.0/oa/message"


class OpenApi:
    """The OA's calls: each gives the code and the data; every answer must come with HTTP 200."""

    def __init__(self, zalo: FakeZalo, http: aiohttp.ClientSession) -> None:
        self.zalo = zalo
        self.http = http
        self.token = zalo.issue_token()
        self.headers: dict[str, str] = {}

    def later(self, seconds: float) -> None:
        """Let time pass, and go on with a new token."""
        self.zalo.clock.advance(seconds)
        self.token = self.zalo.issue_token()

    async def post(self, path: str, **body: Any) -> tuple[int, Any]:
        return await self._ask("POST", path, json=body)

    async def get(self, path: str, **data: Any) -> tuple[int, Any]:
        return await self._ask("GET", path, params={"data": json.dumps(data)})

    async def upload(self, path: str, content: bytes, name: str = "x") -> tuple[int, Any]:
        form = aiohttp.FormData()
        form.add_field("file", io.BytesIO(content), filename=name)
        return await self._ask("POST", path, data=form)

    async def say(self, user: str, text: str = "x", path: str = CS, **message: Any) -> int:
        """Send a text, or what `message` says; the code."""
        said = {"text": text} | message
        code, _ = await self.post(path, recipient={"user_id": user}, message=said)
        return code

    async def tokens(self, secret: str = "", **form: str) -> Json:
        """Ask for a pair of tokens."""
        headers = {"secret_key": secret or self.zalo.app_secret}
        url = f"{self.zalo.oauth_url}/v4/oa/access_token"
        form = {"app_id": self.zalo.app_id} | form
        async with self.http.post(url, data=form, headers=headers) as response:
            assert response.status == 200
            answer: Json = await response.json()
            return answer

    async def _ask(self, method: str, path: str, **given: Any) -> tuple[int, Any]:
        headers = {"access_token": self.token} | self.headers
        url = f"{self.zalo.url}/{path}"
        async with self.http.request(method, url, headers=headers, **given) as response:
            assert response.status == 200
            answer = await response.json()
            return answer["error"], answer.get("data")


class BotApi:
    """The Bot Platform's calls: each gives the result, or the code of the error."""

    def __init__(self, zalo: FakeZaloBot, http: aiohttp.ClientSession) -> None:
        self.zalo = zalo
        self.http = http
        self.token = zalo.token

    async def __call__(self, method: str, **body: Any) -> Any:
        url = f"{self.zalo.url}/bot{self.token}/{method}"
        async with self.http.post(url, json=body) as response:
            answer = await response.json()
            assert response.status in (200, answer.get("error_code"))
            return answer["result"] if answer["ok"] else answer["error_code"]


class Hook:
    """An end for webhooks that answers as it is told (200 if not), once it is `free`."""

    def __init__(self) -> None:
        self.url = ""
        self.answers: list[int] = []
        self.came: list[tuple[dict[str, str], bytes]] = []
        self.free = asyncio.Event()
        self.free.set()
        self._more = asyncio.Event()

    @property
    def bodies(self) -> list[Json]:
        """Everything that came with content."""
        return [json.loads(raw) for _, raw in self.came if raw not in (b"", b"{}")]

    @property
    def names(self) -> list[str]:
        return [body["event_name"] for body in self.bodies]

    @property
    def texts(self) -> list[str]:
        return [body["message"]["text"] for body in self.bodies]

    async def has(self, count: int) -> None:
        """Wait until so many came."""
        async with asyncio.timeout(5):
            while len(self.came) < count:
                self._more.clear()
                await self._more.wait()

    async def receive(self, request: web.Request) -> web.Response:
        self.came.append((dict(request.headers), await request.read()))
        self._more.set()
        await self.free.wait()
        return web.Response(status=self.answers.pop(0) if self.answers else 200)


@asynccontextmanager
async def hooked() -> AsyncIterator[Hook]:
    """Serve one."""
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.receive)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    try:
        yield hook
    finally:
        await runner.cleanup()
