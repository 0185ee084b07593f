"""
Zalo's Bot Platform: one bot of ours, what it sends, and what became of it.

There are no buttons: choices are numbered in the text. Every error becomes one of the receipts, by
the table in `receipt_of`; a spent quota makes the whole account wait, longer each time.
"""

from __future__ import annotations

import re
from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING, Self

from yarl import URL

from bot.channels import zalo_bot_request
from bot.channels.attaching import spoilt
from bot.channels.base import Down, Later, Outgoing, Receipt, Refused, Sent, Unknown
from bot.channels.calling import CallFailed, NotSent, open_session
from bot.channels.zalo_bot_render import texts
from bot.channels.zalo_bot_request import Denied
from bot.channels.zalo_media import download

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import aiohttp

    from handlers.effects import Attachment, Message

API = "https://bot-api.zaloplatforms.com"
SENDERS = 16

_TOKEN = re.compile(r"([0-9]{1,20}):[A-Za-z0-9_.~+=-]{3,200}")
_AGAIN = timedelta(seconds=1)
_FIRST_PAUSE, _LONGEST_PAUSE = 60.0, 3600.0
_SPARE = 3  # connections beside the senders': polling, a look at the webhook, a download


class ZaloBot:
    """
    One bot; `async with` opens and closes its connections.

    `api` is the server's base address, `proxy` an HTTP proxy on the way to it, `senders` how many
    messages may be on their way at once. `link` gives the public address of a picture of ours, or
    nothing: the platform fetches pictures, and takes no other files.
    """

    def __init__(
        self,
        token: str,
        api: str = API,
        proxy: str = "",
        senders: int = SENDERS,
        link: Callable[[Attachment], str] | None = None,
    ) -> None:
        shape = _TOKEN.fullmatch(token)
        if shape is None:
            raise ValueError("a Zalo token reads 123456:abc…, as Zalo Bot Creator gave it")
        self._account = f"zalo_bot:{shape[1]}"
        self._api = api.rstrip("/")
        self._calls = f"{self._api}/bot{token}/"
        self._proxy = proxy
        self._connections = senders + _SPARE
        self._open: aiohttp.ClientSession | None = None
        self._link = link
        self._quota = Quota()

    @property
    def account(self) -> str:
        return self._account

    async def __aenter__(self) -> Self:
        self._open = open_session(self._connections, self._proxy)
        return self

    async def __aexit__(self, *_: object) -> None:
        session, self._open = self._session, None
        await session.close()

    async def call(
        self, method: str, parameters: Mapping[str, object] | None = None, wait: float = 0
    ) -> object:
        """
        One call by the manual's own name for it; raises `CallFailed`.

        `wait` is how much longer than usual the answer may take (long polling).
        """
        address = URL(self._calls + method, encoded=True)
        seconds = zalo_bot_request.SECONDS + wait
        return await zalo_bot_request.call(self._session, address, parameters or {}, seconds)

    async def send(self, outgoing: Outgoing) -> Receipt:
        return await self.deliver(outgoing.address, outgoing.message)

    async def deliver(self, address: str, message: Message) -> Receipt:
        """
        Send one message; a text over the limit goes as several.

        A failure after the first of several is `Unknown`: a part has been read already. A picture
        has the text beneath it; it comes after one that is too long, if it comes.
        """
        parts = texts(message)
        picture = self._link(message.attached) if self._link and message.attached else ""
        shown = {"chat_id": address, "photo": picture}
        if picture and len(parts) == 1:
            receipt = await self._say("sendPhoto", shown | {"caption": parts[0]})
            return await self._say_all(address, parts) if spoilt(receipt) else receipt
        receipt = await self._say_all(address, parts)
        if picture and isinstance(receipt, Sent):
            await self._say("sendPhoto", shown)
        return receipt

    async def _say_all(self, address: str, parts: Sequence[str]) -> Receipt:
        receipt: Receipt = Refused("an empty message")
        for number, text in enumerate(parts):
            receipt = await self._say("sendMessage", {"chat_id": address, "text": text})
            if not isinstance(receipt, Sent):
                return Unknown("cut between the parts of a long message") if number else receipt
        return receipt

    async def fetch(self, remote: str) -> bytes:
        """The bytes of a photo that somebody sent; raises `Missing`."""
        return await download(self._session, remote, self._api)

    async def _say(self, method: str, fields: Mapping[str, object]) -> Receipt:
        try:
            answer = await self.call(method, fields)
        except CallFailed as error:
            if isinstance(error, Denied) and error.code == 429:
                return Later(self._quota.spent(), "quota spent", whole_account=True, counts=False)
            return receipt_of(error)
        self._quota.worked()
        match answer:
            case {"message_id": str(message_id)} if message_id:
                return Sent(message_id)
            case {"message_id": int(message_id)} if not isinstance(message_id, bool):
                return Sent(str(message_id))
            case _:
                return Unknown("an answer without a message id")

    @property
    def _session(self) -> aiohttp.ClientSession:
        if self._open is None:
            raise RuntimeError("`async with` comes before the first call")
        return self._open


class Quota:
    """
    How long to wait when the quota is spent: a minute, then twice as long each time.

    Zalo does not say until when; it may be the month's. What many senders are told at the same
    time is one refusal.
    """

    def __init__(self) -> None:
        self._refusals = 0
        self._until = 0.0

    def spent(self) -> timedelta:
        """Refused once more; how long to wait from now."""
        now = monotonic()
        if now >= self._until:
            self._until = now + min(_FIRST_PAUSE * 2**self._refusals, _LONGEST_PAUSE)
            self._refusals = min(self._refusals + 1, 10)
        return timedelta(seconds=self._until - now)

    def worked(self) -> None:
        """Something went through."""
        self._refusals, self._until = 0, 0.0


def receipt_of(error: CallFailed) -> Receipt:
    """What a failed send came to; a spent quota is the account's to judge."""
    match error:
        case Denied(code=401):
            return Down("the token was refused")
        case Denied(code=403):
            return Refused("forbidden", gone=True)
        case Denied(code=408):
            return Unknown("the answer was lost")
        case Denied(code=code) if code < 500:
            return Refused(error.description or f"refused as {code}")
        case Denied():
            return Later(_AGAIN, "their trouble")
        case NotSent():
            return Later(_AGAIN, "no connection", counts=False)
        case _:
            return Unknown("the answer was lost")
