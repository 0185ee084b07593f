"""Our webhook on a server of its own, with an ear, a notebook and a purse of tokens around it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from aiohttp import web

from bot.channels.base import Incoming
from bot.channels.zalo_classes import Classes
from bot.channels.zalo_oa_arrivals import Arrivals
from bot.channels.zalo_oa_webhook import PATH, SIGNATURE_HEADER, ZaloWebhook, signature
from bot.channels.zalo_terms import read_terms
from bot.channels.zalo_token_states import Reason
from bot.channels.zalo_tokens import NoToken
from bot.settings import OWN_TERMS
from bot.turn import NotStored
from storage.engine import open_engine, open_reader
from tests.fakes.zalo_server import APP_ID, OA_ID, OA_SECRET, FakeZalo
from tests.served import served

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
ACCOUNT = f"zalo_oa:{OA_ID}"
TERMS = read_terms(OWN_TERMS)
JSON = {"Content-Type": "application/json"}


@dataclass(slots=True)
class Ear:
    """Hears as the lane does: whatever came is `heard`; the next `deaf` ones are not stored."""

    heard: list[Incoming] = field(default_factory=list)
    deaf: int = 0

    async def hear(self, incoming: Incoming) -> None:
        if self.deaf:
            self.deaf -= 1
            raise NotStored
        self.heard.append(incoming)


@dataclass(slots=True)
class Notebook:
    """Takes down what is reported; the next `full` ones are not stored."""

    notes: list[tuple[object, ...]] = field(default_factory=list)
    full: int = 0

    async def echo(
        self, address: str, key: str, message_id: str, at: datetime, *, by_human: bool
    ) -> None:
        self._note("echo", address, key, by_human)

    async def arrived(
        self, address: str, message_ids: Sequence[str], _at: datetime, *, seen: bool
    ) -> None:
        self._note("seen" if seen else "arrived", address, *message_ids)

    def _note(self, *what: object) -> None:
        if self.full:
            self.full -= 1
            raise NotStored
        self.notes.append(what)


def fresh() -> Classes:
    """Of an account whose messages are all fresh, so that nothing is looked up for them."""
    reader = open_reader("there-is-none.db")
    return Classes(ACCOUNT, TERMS, TERMS.packages["growth"], reader, lambda: datetime.now(UTC))


def unwritten() -> Arrivals:
    """For an account whose `Notebook` takes down what arrives."""
    nowhere = "there-is-none.db"
    return Arrivals(open_engine(nowhere), open_reader(nowhere), ACCOUNT)


class Purse:
    """Tokens as somebody hands them out: another one at every refusal, until there are no more."""

    def __init__(self, zalo: FakeZalo, spare: int = 1) -> None:
        self._zalo = zalo
        self._token = zalo.issue_token()
        self._spare = spare
        self.refusals: list[str] = []
        self.good: set[str] = set()
        self.endpoint = ""

    async def current(self) -> str:
        return self._token

    async def refused(self, token: str) -> str:
        self.refusals.append(token)
        if token != self._token:
            return self._token
        if not self._spare:
            raise NoToken(Reason.DEAD)
        self._spare -= 1
        self.renew()
        return self._token

    def renew(self) -> None:
        self._token = self._zalo.issue_token()

    async def accepted(self, token: str) -> None:
        self.good.add(token)

    async def pinned(self) -> str:
        return self.endpoint

    async def pin(self, endpoint: str) -> None:
        self.endpoint = endpoint


def signed(event: object, secret: str = OA_SECRET, app_id: str = APP_ID) -> tuple[bytes, str]:
    """An event as it goes over the wire, and its signature."""
    body = json.dumps(event).encode()
    return body, mac_of(body, secret, app_id)


def mac_of(body: bytes, secret: str = OA_SECRET, app_id: str = APP_ID) -> str:
    """The signature of a body, by the time that stands in it, if one can be read."""
    try:
        event = json.loads(body)
    except (ValueError, RecursionError):
        event = None
    timestamp = event.get("timestamp", "") if isinstance(event, dict) else ""
    written = timestamp if isinstance(timestamp, str | int) else ""
    return signature(app_id, body, str(written), secret)


def headed(mac: str) -> dict[str, str]:
    return JSON | {SIGNATURE_HEADER: f"mac={mac}"}


class Hearer(Protocol):
    """Whoever hears: the lane, or an ear of the tests'."""

    async def hear(self, incoming: Incoming) -> object: ...


def webhook(
    ear: Hearer, notebook: Notebook | None = None, secrets: Sequence[str] = (OA_SECRET,)
) -> ZaloWebhook:
    return ZaloWebhook(
        ACCOUNT, APP_ID, secrets, ear.hear, notebook or Notebook(), lambda: datetime.now(UTC)
    )


@asynccontextmanager
async def serving(hook: ZaloWebhook) -> AsyncIterator[str]:
    """Serve the webhook; gives its address."""
    async with served([web.post(PATH, hook.receive)]) as url:
        yield url + PATH
