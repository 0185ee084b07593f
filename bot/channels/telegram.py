"""
Telegram: one bot of ours, what it sends, and what became of it.

python-telegram-bot is used at this edge only, without building its message objects. Every error
becomes one of the receipts; which one follows the table in `receipt_of`, and its order matters.
"""

from __future__ import annotations

import asyncio
import json
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Self

from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
    TimedOut,
)

from bot.channels.base import Down, Later, Outgoing, Receipt, Refused, Sent, Unknown
from bot.channels.telegram_files import download
from bot.channels.telegram_render import pieces
from bot.channels.telegram_request import SECONDS, AiohttpRequest, CutOff, FloodControl, NotSent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from handlers.effects import Message

API = "https://api.telegram.org"
SENDERS = 16

_TOKEN = re.compile(r"([0-9]{1,16}):[A-Za-z0-9_-]{3,80}")
_AGAIN = timedelta(seconds=1)
_TAPS = 4
_WAITING_TAPS = 1000
_SPARE = _TAPS + 2  # connections beside the senders': taps, polling, a download


class Telegram:
    """
    One bot on one Bot API server; `async with` opens and closes its connections.

    `api` is the server's base address, `proxy` an HTTP proxy on the way to it, `senders` how many
    messages may be on their way at once.
    """

    def __init__(self, token: str, api: str = API, proxy: str = "", senders: int = SENDERS) -> None:
        shape = _TOKEN.fullmatch(token)
        if shape is None:
            raise ValueError("a Telegram token reads 123456:AAE…, as @BotFather gave it")
        self._account = f"telegram:{shape[1]}"
        self._request = AiohttpRequest(senders + _SPARE, proxy)
        self._files = f"{api.rstrip('/')}/file/bot{token}/"
        self._bot = Bot(
            token,
            base_url=f"{api.rstrip('/')}/bot",
            base_file_url=f"{api.rstrip('/')}/file/bot",
            request=self._request,
            get_updates_request=self._request,
        )
        self._taps: set[asyncio.Task[None]] = set()
        self._tap_slots = asyncio.Semaphore(_TAPS)

    @property
    def account(self) -> str:
        return self._account

    async def __aenter__(self) -> Self:
        await self._request.initialize()
        return self

    async def __aexit__(self, *_: object) -> None:
        for tap in self._taps:
            tap.cancel()
        await asyncio.gather(*self._taps, return_exceptions=True)
        await self._request.shutdown()

    async def call(self, method: str, parameters: Mapping[str, object], wait: float = 0) -> object:
        """
        One call of the Bot API by the manual's own name for it; raises `TelegramError`.

        `wait` is how long the server may keep us waiting on purpose (long polling).
        """
        # The trailing underscore is taken off again by the library. Without it a method that the
        # library also has as a Python method earns a warning at every call.
        return await self._bot.do_api_request(
            f"{method}_",
            {name: _field(value) for name, value in parameters.items()},
            read_timeout=SECONDS + wait if wait else None,
        )

    async def send(self, outgoing: Outgoing) -> Receipt:
        return await self.deliver(outgoing.address, outgoing.message)

    async def deliver(self, address: str, message: Message) -> Receipt:
        """
        Send one message; a text over the limit goes as several, the buttons on the last.

        A failure after the first of several is `Unknown`: a part has been read already.
        """
        answer: object = None
        for piece in pieces(message):
            try:
                answer = await self.call("sendMessage", piece.form(address))
            except TelegramError as error:
                if answer is not None:
                    return Unknown("cut between the parts of a long message")
                return receipt_of(error)
        match answer:
            case {"message_id": int(message_id)}:
                return Sent(str(message_id))
            case _:
                return Unknown("an answer without a message id")

    def answer_tap(self, tap: str) -> None:
        """Stop a button's spinning, soon and without promise; in a flood of taps not even that."""
        if len(self._taps) < _WAITING_TAPS:
            task = asyncio.create_task(self._answer_tap(tap))
            self._taps.add(task)
            task.add_done_callback(self._taps.discard)

    async def _answer_tap(self, tap: str) -> None:
        try:
            async with self._tap_slots:
                await self.call("answerCallbackQuery", {"callback_query_id": tap})
        except TelegramError:
            return  # too late, or answered before: the tap itself has been heard

    async def fetch(self, remote: str) -> bytes:
        """The bytes of a photo or paper; raises `Missing`."""
        return await download(self.call, self._request.session, self._files, remote)


def _field(value: object) -> str:
    """A field of the form; left to the library, every object would be written out twice."""
    return value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))


def receipt_of(error: TelegramError) -> Receipt:
    """
    What a failed send came to.

    The library derives BadRequest and TimedOut from NetworkError: the particular stand first.
    """
    match error:
        case FloodControl():
            return Later(error.pause, "flood control", counts=False)
        case Forbidden():
            return Refused(_unreachable(error.message), gone=True)
        case ChatMigrated():
            return Refused("the chat became another", gone=True)
        case BadRequest():
            return _refused(error.message)
        case InvalidToken() | EndPointNotFound():
            return Down("the token was refused")
        case TimedOut() | CutOff():
            return Unknown("the answer was lost")
        case NotSent():
            return Later(_AGAIN, "no connection", counts=False)
        case NetworkError() | Conflict():
            return Later(_AGAIN, "their trouble")
        case _:
            return Unknown("an answer that cannot be read")


_UNREACHABLE = {
    "blocked": "blocked",
    "deactivated": "account deleted",
    "can't initiate": "never started the bot",
}

_NO_SUCH_CHAT = ("chat not found", "peer_id_invalid", "user not found", "chat_id is empty")


def _unreachable(description: str) -> str:
    found = (reason for part, reason in _UNREACHABLE.items() if part in description.lower())
    return next(found, "forbidden")


def _refused(description: str) -> Refused:
    """A message of ours that Telegram will not take, or a chat that it does not know."""
    if any(part in description.lower() for part in _NO_SUCH_CHAT):
        return Refused("chat not found", gone=True)
    return Refused(description[:200])
