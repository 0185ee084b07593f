"""
A Bot API server of our own that refuses what the real one refuses, and has people on it.

In a test: `async with FakeTelegram() as telegram`, then `telegram.bot(TOKEN)` and
`telegram.phone()`. As a program: `python -m tests.fakes.telegram_server --port 8081 --token …`,
steered by POST /control (see `telegram_control`). Where no manual says what happens, it follows
the published source of Telegram's own server (tdlib/telegram-bot-api, version 10.0).
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.fakes.telegram_account import Account, ApiError, Clock, Json
from tests.fakes.telegram_delivery import Delivery, Poll
from tests.fakes.telegram_faults import Fault, Faults, Pace
from tests.fakes.telegram_methods import Methods, allow
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_wire import answered, cut, cut_inside, read_parameters, refusal

TOKEN = "700000001:AAF-a-made-up-token-of-the-right-length"


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the Bot API: what was asked and answered; `by` is `call` or `answer`."""

    at: float
    by: str
    method: str
    parameters: dict[str, str]
    status: int
    answer: Json


class FakeTelegram:
    """
    Telegram, for as many bots and people as a test needs.

    `pace` switches flood control on; `hurry` shortens the rests between two deliveries; with
    `doubled` every update is brought twice. `calls` is everything the bots asked for, `strays`
    the paths of requests that were no calls.
    """

    def __init__(
        self,
        *,
        pace: bool = False,
        hurry: float = 0.01,
        doubled: bool = False,
        clock: Clock = time.time,
    ) -> None:
        self.faults = Faults()
        self.calls: list[Call] = []
        self.doubled = doubled
        self.redirect_files_to = ""
        self.strays: list[str] = []
        self._hurry = hurry
        self._clock = clock
        self._accounts: dict[str, Account] = {}
        self._polls: dict[str, Poll] = {}
        self._deliveries: dict[str, asyncio.Task[None]] = {}
        self._methods = Methods(Pace() if pace else None, self._webhook_moved)
        self._next_person = 5_000_000_000
        self._stopping = asyncio.Event()
        self.app = web.Application(client_max_size=64 * 1024 * 1024)
        self.app.router.add_route("*", r"/bot{token:[^/]+}/{method:.*}", self._serve_call)
        self.app.router.add_get(r"/file/bot{token:[^/]+}/{path:.+}", self._serve_file)
        self.app.router.add_route("*", "/{rest:.*}", self._serve_nothing)
        self._runner = web.AppRunner(self.app, access_log=None, shutdown_timeout=1)
        self.url = ""

    async def start(self, port: int = 0) -> None:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"

    async def stop(self) -> None:
        self._stopping.set()
        for poll in self._polls.values():
            poll.abort("Conflict: the server stops")
        for delivery in self._deliveries.values():
            delivery.cancel()
        await asyncio.gather(*self._deliveries.values(), return_exceptions=True)
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

    def bot(self, token: str = TOKEN) -> Account:
        """The bot with this token, made if it is new."""
        account = self._accounts.get(token)
        if account is None:
            account = self._accounts[token] = Account(token, self._clock)
            self._polls[token] = Poll(account)
        return account

    def revoke(self, token: str = TOKEN) -> None:
        """The token is good no longer."""
        self._accounts.pop(token, None)

    def phone(
        self, token: str = TOKEN, *, person: int = 0, name: str = "Mai", language: str = "vi"
    ) -> Phone:
        """A person's phone, theirs by `person`, else a new person's."""
        self._next_person += 1
        user: Json = {"id": person or self._next_person, "is_bot": False, "first_name": name}
        if language:
            user["language_code"] = language
        return Phone(self.bot(token), user)

    def sent(self, chat: int = 0) -> list[str]:
        """The texts of the messages that went out, to one chat or to all."""
        return [
            call.answer["result"].get("text") or call.answer["result"].get("caption", "")
            for call in self.calls
            if call.method in {"sendmessage", "sendphoto", "senddocument"}
            and call.status == 200
            and (not chat or call.parameters["chat_id"] == str(chat))
        ]

    async def execute(self, account: Account, method: str, parameters: dict[str, str]) -> Any:
        """Carry out a call that stood in the answer to an update."""
        return await self._recorded("answer", account, method, parameters)

    async def _recorded(
        self, by: str, account: Account, method: str, parameters: dict[str, str]
    ) -> Any:
        status, answer = 200, {}
        try:
            answer = {"ok": True, "result": await self._run(account, method, parameters)}
            return answer["result"]
        except ApiError as error:
            status, answer = error.code, refusal(error)
            raise
        finally:
            self.calls.append(Call(self._clock(), by, method, parameters, status, answer))

    async def _run(self, account: Account, method: str, parameters: dict[str, str]) -> Any:
        if method == "getupdates":
            allow(account, parameters)
            return await self._polls[account.token].ask(parameters)
        run = self._methods.table.get(method)
        if run is None:
            raise ApiError(404, "Not Found: method not found")
        return await run(account, parameters)

    async def _webhook_moved(self, account: Account) -> None:
        """A webhook was set or removed: the old one's delivery ends, the new one's begins."""
        delivery = self._deliveries.pop(account.token, None)
        if delivery is not None:
            delivery.cancel()
        webhook = account.webhook
        if webhook is not None:
            self._polls[account.token].abort("Conflict: terminated by setWebhook request")
            bringing = Delivery(account, webhook, self.execute, self._hurry, doubled=self.doubled)
            self._deliveries[account.token] = asyncio.create_task(bringing.run())

    async def _serve_call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"].lower()
        try:
            account = self._account(request.match_info["token"])
            parameters = await read_parameters(request, account.keep)
        except ApiError as error:
            return answered(error.code, refusal(error))
        fault = self.faults.take(method, parameters) or Fault()
        await asyncio.sleep(fault.delay)
        if fault.cut == "before":
            return cut(request)
        if fault.status:
            headers = {"Content-Type": "text/html"}
            if fault.location:
                headers["Location"] = fault.location
            return web.Response(status=fault.status, text=fault.body, headers=headers)
        try:
            if fault.retry_after:
                wait = fault.retry_after
                raise ApiError(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
            result = await self._recorded("call", account, method, parameters)
        except ApiError as error:
            return answered(error.code, refusal(error))
        if fault.hang:
            await self._stopping.wait()
        if fault.cut == "after":
            return cut(request)
        response = answered(200, {"ok": True, "result": result})
        if fault.cut == "inside":
            return await cut_inside(request, response)
        return response

    async def _serve_file(self, request: web.Request) -> web.Response:
        try:
            account = self._account(request.match_info["token"])
        except ApiError as error:
            return answered(error.code, refusal(error))
        if self.redirect_files_to:
            return web.Response(status=302, headers={"Location": self.redirect_files_to})
        for file in account.files.values():
            if file.path == request.match_info["path"] and file.open_until > self._clock():
                return web.Response(body=file.content, content_type="application/octet-stream")
        return answered(404, refusal(ApiError(404, "Not Found")))

    async def _serve_nothing(self, request: web.Request) -> web.Response:
        self.strays.append(request.path)
        return answered(404, refusal(ApiError(404, "Not Found")))

    def _account(self, token: str) -> Account:
        if token.startswith("0") or len(token) > 80 or ":" not in token:
            raise ApiError(401, "Unauthorized: invalid token specified")
        account = self._accounts.get(token)
        if account is None:
            raise ApiError(401, "Unauthorized")
        return account


@asynccontextmanager
async def running(port: int, token: str, **options: Any) -> AsyncIterator[FakeTelegram]:
    """The server as a program runs it, with a way to steer it."""
    from tests.fakes.telegram_control import add_control

    telegram = FakeTelegram(**options)
    telegram.bot(token)
    add_control(telegram)
    await telegram.start(port)
    try:
        yield telegram
    finally:
        await telegram.stop()


async def _main() -> None:
    parser = argparse.ArgumentParser(description="A made-up Bot API server.")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--pace", action="store_true", help="switch flood control on")
    parser.add_argument("--doubled", action="store_true", help="bring every update twice")
    parser.add_argument("--hurry", type=float, default=0.01, help="rests are this much shorter")
    given = parser.parse_args()
    options = {"pace": given.pace, "doubled": given.doubled, "hurry": given.hurry}
    async with running(given.port, given.token, **options) as telegram:
        print(telegram.url, flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_main())
