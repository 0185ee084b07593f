"""
Telegram: one bot of ours, and what it sends.

python-telegram-bot is used at this edge only, without building its message objects.
"""

from __future__ import annotations

import asyncio
import json
import re
from typing import TYPE_CHECKING, Self

from telegram import Bot, InputFile
from telegram.error import TelegramError

from bot.channels.attaching import spoilt
from bot.channels.base import Outgoing, Receipt, Sent, Unknown
from bot.channels.telegram_attached import File
from bot.channels.telegram_files import download
from bot.channels.telegram_receipts import receipt_in, receipt_of
from bot.channels.telegram_render import pieces
from bot.channels.telegram_request import SECONDS, AiohttpRequest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.channels.attaching import Attachments
    from bot.channels.telegram_render import Piece
    from handlers.effects import Message

API = "https://api.telegram.org"
SENDERS = 16

_TOKEN = re.compile(r"([0-9]{1,16}):[A-Za-z0-9_-]{3,80}")
_TAPS = 4
_WAITING_TAPS = 1000
_SPARE = _TAPS + 2  # connections beside the senders': taps, polling, a download


class Telegram:
    """
    One bot on one Bot API server; `async with` opens and closes its connections.

    `api` is the server's base address, `proxy` an HTTP proxy on the way to it, `senders` how many
    messages may be on their way at once. Without `attachments` messages go without their files.
    """

    def __init__(
        self,
        token: str,
        api: str = API,
        proxy: str = "",
        senders: int = SENDERS,
        attachments: Attachments | None = None,
    ) -> None:
        shape = _TOKEN.fullmatch(token)
        if shape is None:
            raise ValueError("a Telegram token reads 123456:AAE…, as @BotFather gave it")
        self._account = f"telegram:{shape[1]}"
        self._request = AiohttpRequest(senders + _SPARE, proxy)
        self._attachments = attachments
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

        A failure after the first of several is `Unknown`: a part has been read already. A file has
        the text beneath it where there is room; else it comes after the text, if it comes, and a
        recording before it.
        """
        parts = pieces(message)
        if message.attached is None or self._attachments is None:
            return await self._say(address, parts)
        file = File(self.call, self._attachments, self._account, message.attached)
        if len(parts) == 1 and parts[0].fits_beneath:
            receipt = await file.send(parts[0].beneath(address))
            return await self._say(address, parts) if spoilt(receipt) else receipt
        if message.attached.is_recording:
            heard = await file.send({"chat_id": address})
            return (
                await self._say(address, parts)
                if isinstance(heard, Sent) or spoilt(heard)
                else heard
            )
        receipt = await self._say(address, parts)
        if isinstance(receipt, Sent):
            await file.send({"chat_id": address})
        return receipt

    async def _say(self, address: str, parts: Sequence[Piece]) -> Receipt:
        receipt: Receipt = Unknown("nothing to say")
        for place, piece in enumerate(parts):
            try:
                answer = await self.call("sendMessage", piece.form(address))
            except TelegramError as error:
                receipt = receipt_of(error)
            else:
                receipt = receipt_in(answer)
            if not isinstance(receipt, Sent):
                return Unknown("cut between the parts of a long message") if place else receipt
        return receipt

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


def _field(value: object) -> str | InputFile:
    """A field of the form; left to the library, every object would be written out twice."""
    return value if isinstance(value, str | InputFile) else json.dumps(value, separators=(",", ":"))
