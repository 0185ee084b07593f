"""The made-up Telegram by hand: calls as a program makes them, and an end for its webhook."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
from aiohttp import web

from tests.fakes.telegram_server import TOKEN, FakeTelegram

Answer = tuple[int, Any]


class Api:
    """The Bot API by hand: the status, and the result or the description."""

    def __init__(self, telegram: FakeTelegram, http: aiohttp.ClientSession) -> None:
        self.telegram = telegram
        self.http = http

    async def __call__(self, method: str, **parameters: object) -> Answer:
        return await self.by(TOKEN, method, parameters)

    async def by(self, token: str, method: str, parameters: object) -> Answer:
        url = f"{self.telegram.url}/bot{token}/{method}"
        async with self.http.post(url, json=parameters) as response:
            answer = await response.json()
            assert answer["ok"] == (response.status == 200)
            return response.status, answer["result"] if answer["ok"] else answer["description"]


def rows(count: int, width: int = 1) -> dict[str, Any]:
    buttons = [{"text": str(one), "callback_data": str(one)} for one in range(count)]
    return {"inline_keyboard": [buttons[at : at + width] for at in range(0, count, width)]}


def one_button(**button: Any) -> dict[str, Any]:
    return {"reply_markup": {"inline_keyboard": [[button]]}}


class Hook:
    """A bot's end that answers as it is told and remembers what it was brought."""

    def __init__(self) -> None:
        self.brought: list[dict[str, Any]] = []
        self.answers: list[web.Response] = []
        self.held = asyncio.Event()
        self.held.set()
        self.open = self.most_open = 0
        self.headers: dict[str, str] = {}

    async def receive(self, request: web.Request) -> web.Response:
        self.open += 1
        self.most_open = max(self.open, self.most_open)
        self.headers = dict(request.headers)
        self.brought.append(await request.json())
        answer = self.answers.pop(0) if self.answers else web.Response()
        await self.held.wait()
        self.open -= 1
        return answer

    def texts(self) -> list[str]:
        return [
            update["message"]["text"] if "message" in update else update["callback_query"]["data"]
            for update in self.brought
        ]

    async def has(self, count: int) -> None:
        async with asyncio.timeout(10):
            while len(self.brought) < count:
                await asyncio.sleep(0.005)
        await asyncio.sleep(0.05)
