"""
Zalo's Bot Platform for one bot: calls, one update a poll, and the webhook's other end.

In a test: `async with FakeZaloBot() as zalo`, then `zalo.token` and `zalo.phone()`.
"""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Self

from aiohttp import web

from tests.fakes.zalo_account import ApiError, Json
from tests.fakes.zalo_bot_account import Bot, BotRules
from tests.fakes.zalo_bot_methods import METHODS, set_webhook
from tests.fakes.zalo_bot_phone import BotPhone
from tests.fakes.zalo_clock import Clock
from tests.fakes.zalo_delivery import Delivery
from tests.fakes.zalo_faults import Fault, Faults
from tests.fakes.zalo_wire import Call, answered, read, troubled

TOKEN = "4100000001:made-up-token-of-a-bot"
SECRET = "made-up-webhook-secret"


class FakeZaloBot:
    """
    The Bot Platform, for one bot and as many people as a test needs.

    Calls go to `{url}/bot{token}/{method}`; `secret` is one to give to setWebhook. `rules` holds
    what sources disagree about, `calls` everything that was asked for, `strays` the paths of
    requests that were no calls. `hurry` and `doubled` are the webhook's.
    """

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        hurry: float = 1.0,
        doubled: bool = False,
        wrapped: bool = False,
        statuses: bool = False,
    ) -> None:
        self.token = TOKEN
        self.secret = SECRET
        self.url = ""
        self.clock = clock or Clock()
        self.rules = BotRules(wrapped=wrapped, statuses=statuses)
        self.faults = Faults()
        self.calls: list[Call] = []
        self.strays: list[str] = []
        self.delivery = Delivery(self.clock, hurry=hurry, doubled=doubled)
        self.bot = Bot(self.clock, self.rules, self.delivery)
        self._stopping = asyncio.Event()
        self.app = web.Application()
        self.app.router.add_route("*", r"/bot{token:[^/]+}/{method:.*}", self._serve_call)
        self.app.router.add_get("/{path:.*}", self._serve_media)
        self._runner = web.AppRunner(
            self.app, access_log=None, shutdown_timeout=1, handler_cancellation=True
        )

    async def start(self, port: int = 0) -> None:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"

    async def stop(self) -> None:
        self._stopping.set()
        await self.delivery.stop()
        await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()

    async def point(self, url: str) -> None:
        """What setWebhook with `url` and `secret` does."""
        await set_webhook(self.bot, {"url": url, "secret_token": self.secret})

    def revoke(self) -> None:
        """The token is reset: 401 from now on."""
        self.token = f"{self.token}-reset"

    def phone(self, *, person: str = "", name: str = "Mai") -> BotPhone:
        """A person's phone, theirs by `person` (20 hex characters), else a new person's."""
        return BotPhone(self.bot, self.bot.chat(person, name), self.url)

    def repeat(self) -> None:
        """Have the newest update delivered once more."""
        self.bot.repeat()

    def sent(self, chat: str = "") -> list[str]:
        """The texts of the messages that went out, to one chat or to all."""
        return [
            call.parameters["text"]
            for call in self.calls
            if call.method == "sendMessage"
            and call.answer["ok"]
            and (not chat or call.parameters["chat_id"] == chat)
        ]

    async def _serve_call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        asked = await read(request)
        chat = str(asked.parameters.get("chat_id", ""))
        fault = self.faults.take(method.lower(), {"chat_id": chat})

        async def answer() -> web.Response:
            return await self._answer(request, method, asked.parameters, fault)

        return await troubled(request, fault, answer, self._stopping)

    async def _answer(
        self, request: web.Request, method: str, parameters: Json, fault: Fault
    ) -> web.Response:
        """Carry a call out and note it."""
        token, status = request.match_info["token"], 200
        try:
            if token != self.token:
                raise ApiError(401, "Unauthorized")
            if method not in METHODS:
                raise ApiError(404, "Not found")
            if fault.error and not fault.carried:
                raise ApiError(fault.error, "Scripted")
            answer = {"ok": True, "result": await METHODS[method](self.bot, parameters)}
            if fault.error:
                raise ApiError(fault.error, "Scripted, and done all the same")
        except ApiError as error:
            answer = {"ok": False, "error_code": error.code, "description": error.message}
            status = error.code if self.rules.statuses else 200
        self.calls.append(Call(self.clock(), method, token, parameters, status, answer))
        return answered(answer, {}, status)

    async def _serve_media(self, request: web.Request) -> web.Response:
        content = self.bot.media.get(request.match_info["path"])
        if content is None:
            self.strays.append(request.path)
            return web.Response(status=404)
        return web.Response(body=content)
