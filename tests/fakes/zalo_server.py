"""
Zalo for one app and its Official Account: OAuth, OpenAPI and the webhook's other end, on one port.

In a test: `async with FakeZalo() as zalo`, then `zalo.issue_refresh_token()`, `zalo.phone()` and
`await zalo.point(url)`. It refuses what the real one refuses, and time passes with `zalo.clock`.
"""

from __future__ import annotations

import asyncio
import json
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.fakes.zalo_account import BUSINESS, ApiError, Json, Official, Rules
from tests.fakes.zalo_clock import Clock
from tests.fakes.zalo_delivery import Delivery, Post
from tests.fakes.zalo_events import every_event
from tests.fakes.zalo_faults import Fault, Faults
from tests.fakes.zalo_methods import Asked, Methods
from tests.fakes.zalo_oauth import Grants, envelope
from tests.fakes.zalo_phone import Phone
from tests.fakes.zalo_quota import Allowance
from tests.fakes.zalo_screen import Bubble
from tests.fakes.zalo_sending import CS, CS_V2, PHONE_TEMPLATE, TEMPLATE, Sending
from tests.fakes.zalo_wire import Call, answered, mac, read, troubled

APP_ID = "1234567890123456789"
APP_SECRET = "made-up-app-secret"
OA_ID = "2345678901234567890"
OA_SECRET = "made-up-oa-secret-key"

PERMISSION = "v4/oa/permission"
ACCESS_TOKEN = "v4/oa/access_token"
SIGNATURE_HEADER = "X-ZEvent-Signature"


class ProbeRefused(Exception):
    """The address did not answer the unsigned `{}` with 200; the console does not save it."""


class FakeZalo:
    """
    Zalo, for one app, one OA and as many people as a test needs.

    `rules` holds what a console decides and what sources disagree about; `hurry` shortens the rests
    between two deliveries of an event; with `doubled` every event is brought twice. `echoes` and
    `receipts` say whether `oa_send_*` and `user_received_message` come for what the OA sends.
    `calls` is everything that was asked for, `strays` the paths of requests that were no calls.
    """

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        oa_type: int = BUSINESS,
        hurry: float = 1.0,
        doubled: bool = False,
        echoes: bool = True,
        receipts: bool = True,
    ) -> None:
        self.app_id, self.app_secret = APP_ID, APP_SECRET
        self.oa_id, self.oa_secret = OA_ID, OA_SECRET
        self.url = self.oauth_url = ""
        self.clock = clock or Clock()
        self.rules = Rules(oa_type=oa_type)
        self.faults = Faults()
        self.calls: list[Call] = []
        self.strays: list[str] = []
        self.delivery = Delivery(self.clock, hurry=hurry, doubled=doubled)
        self.official = Official(self.clock, self.rules, APP_ID, OA_ID, self._post)
        self.allowance = Allowance(self.clock)
        self.grants = Grants(self.clock, self.rules, APP_ID, APP_SECRET)
        self.sending = Sending(self.official, self.allowance, echoes=echoes, receipts=receipts)
        methods = Methods(self.official, self.allowance, "A made-up OA")
        self._table = methods.table | self.sending.table
        self._stopping = asyncio.Event()
        self.app = web.Application(client_max_size=64 * 1024 * 1024)
        self.app.router.add_route("*", "/{path:.*}", self._serve)
        self._runner = web.AppRunner(self.app, access_log=None, shutdown_timeout=1)

    async def start(self, port: int = 0) -> None:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        host, port = self._runner.addresses[0][:2]
        self.url = self.oauth_url = f"http://{host}:{port}"

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

    def issue_refresh_token(self) -> str:
        """A fresh refresh token, as the API Explorer hands it out; it is good once."""
        return self.grants.issue_refresh_token()

    def issue_token(self) -> str:
        """A fresh access token, without OAuth; the one before it dies."""
        return self.grants.issue_token()

    def issue_code(self, challenge: str = "") -> str:
        """A code as the permission page hands it to the callback, good once and for 10 minutes."""
        return self.grants.issue_code(challenge)

    def kill_token(self, code: int = -216) -> None:
        """The access token in use is good no longer; whoever uses it is answered `code`."""
        self.grants.kill_token(code)

    def kill_grant(self) -> None:
        """Every token is good no longer: -216 at the next call, -14014 at the next refresh."""
        self.grants.kill_grant()

    async def point(self, url: str, *, probe: bool = True) -> None:
        """
        Save the webhook's address: an unsigned `{}` must be answered 200; then events go there.

        Without `probe` it was saved long ago.
        """
        self.delivery.url = url
        if probe and await self.delivery.bring(Post(b"{}")) != 200:
            raise ProbeRefused(url)
        self.delivery.on = True

    def phone(self, *, person: str = "", name: str = "Mai") -> Phone:
        """A person's phone, theirs by `person` (user id), else a new person's."""
        return Phone(self.official, self.official.person(person, name), self.url)

    def staff_says(self, phone: Phone, text: str, admin: str = "5550001") -> None:
        """A human writes to a person in the OA's own manager; the webhook hears of it."""
        self.sending.deliver(phone.person, Bubble("", text), {}, admin)

    def tell(self, event: str, phone: Phone, /, **members: Any) -> None:
        """Have any event delivered that is about this person."""
        self.official.tell(event, phone.id, **members)

    def tell_everything(self, phone: Phone) -> None:
        """Have one of every event delivered, in every shape."""
        for event, members in every_event(phone.id, phone.person.by_app, self.oa_id):
            self.tell(event, phone, **members)

    def repeat(self) -> None:
        """Have the newest event delivered once more."""
        self.delivery.repeat()

    def sent(self, user: str = "") -> list[str]:
        """The texts of the messages that went out, to one person or to all."""
        return [
            call.parameters["message"].get("text", "")
            for call in self.calls
            if call.method in (CS, CS_V2)
            and call.answer["error"] == 0
            and "message" in call.parameters
            and (not user or call.parameters["recipient"].get("user_id") == user)
        ]

    def tokens_asked(self) -> list[Call]:
        """The calls that asked for a pair of tokens."""
        return [call for call in self.calls if call.method == ACCESS_TOKEN]

    def signed(self, event: Json) -> Post:
        """An event as it goes over the wire."""
        body = json.dumps(event, ensure_ascii=self.rules.escaped, separators=(",", ":")).encode()
        sum_ = mac(self.app_id, body, str(event.get("timestamp", "")), self.oa_secret)
        value = sum_ if self.rules.bare_mac else f"mac={sum_}"
        return Post(body, headers={SIGNATURE_HEADER: value})

    def _post(self, event: Json, about: str) -> None:
        signed = self.signed(event)
        self.delivery.push(Post(signed.body, about, signed.headers))

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        method = request.path.removeprefix("/")
        if method in self.official.moved:
            return web.Response(status=302, headers={"Location": self.official.moved[method]})
        if method in self.official.media:
            return web.Response(body=self.official.media[method])
        if request.method == "GET" and method == PERMISSION:
            return self._consent(request)
        known = (request.method, method) in self._table
        if not known and (request.method, method) != ("POST", ACCESS_TOKEN):
            self.strays.append(request.path)
            return web.Response(status=404, text="404 page not found")
        asked = await read(request)
        fault = self.faults.take(method, {"chat_id": _addressee(asked.parameters)})

        async def answer() -> web.Response:
            return self._answer(request, method, asked, fault)

        return await troubled(request, fault, answer, self._stopping)

    def _answer(
        self, request: web.Request, method: str, asked: Asked, fault: Fault
    ) -> web.Response:
        """Carry a call out and note it."""
        headers: dict[str, str] = {}
        token = request.headers.get("access_token", "")
        try:
            if fault.error and not fault.carried:
                raise ApiError(fault.error, "Scripted")
            if method == ACCESS_TOKEN:
                answer = self.grants.exchange(
                    asked.parameters, request.headers.get("secret_key", "")
                )
            else:
                self.grants.check(token, request.headers.get("appsecret_proof", ""))
                of_package = method not in (TEMPLATE, PHONE_TEMPLATE)
                left = self.allowance.admit(of_package=of_package)
                headers["X-RateLimit-Limit"] = str(self.allowance.per_minute)
                headers["X-RateLimit-Remain"] = str(left)
                data = self._table[request.method, method](asked)
                answer = {"data": data, "error": 0, "message": "Success"}
            if fault.error:
                raise ApiError(fault.error, "Scripted, and done all the same")
        except ApiError as error:
            plain = {"error": error.code, "message": error.message}
            answer = envelope(error) if method == ACCESS_TOKEN else plain
        self.calls.append(Call(self.clock(), method, token, asked.parameters, 200, answer))
        return answered(answer, headers)

    def _consent(self, request: web.Request) -> web.Response:
        """The admin opens the permission link and says yes."""
        try:
            target = self.grants.permit(request.query, self.oa_id)
        except ApiError as error:
            return answered(envelope(error), {})
        return web.Response(status=302, headers={"Location": target})


def _addressee(parameters: Json) -> str:
    recipient = parameters.get("recipient")
    found = recipient.get("user_id") if isinstance(recipient, dict) else parameters.get("user_id")
    return str(found or "")
