"""
A picture, a paper or a recording as Telegram takes it: uploaded once, and from then on named.

A name is good for ever, and for the same bot alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from telegram import InputFile
from telegram.error import TelegramError

from bot.channels.telegram_receipts import receipt_in, receipt_of
from storage.uploads import Uploaded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.channels.attaching import Attachments
    from bot.channels.base import Receipt
    from handlers.effects import Attachment

OGG = "audio/ogg"
UPLOAD_SECONDS = 42.0
"""How much longer than other calls one may take that carries a file."""


class Call(Protocol):
    """One call of the Bot API; raises `TelegramError`."""

    async def __call__(
        self, method: str, parameters: Mapping[str, object], wait: float = 0
    ) -> object: ...


class File:
    """One file of ours, to be sent by one account."""

    def __init__(
        self, call: Call, attachments: Attachments, account: str, attached: Attachment
    ) -> None:
        self._call = call
        self._attachments = attachments
        self._account = account
        self._attached = attached
        self._kind = _kind(attached)
        self._method = f"send{self._kind.title()}"

    async def send(self, fields: Mapping[str, str]) -> Receipt:
        """Send it with these fields: to whom, and what stands beneath it."""

        async def by_name(name: str) -> Receipt:
            return (await self._post(fields, name, 0.0))[0]

        async def anew(content: bytes) -> tuple[Receipt, Uploaded | None]:
            file = InputFile(content, filename=self._attached.name)
            return await self._post(fields, file, UPLOAD_SECONDS)

        return await self._attachments.send(self._account, self._attached, by_name, anew)

    async def _post(
        self, fields: Mapping[str, str], file: str | InputFile, wait: float
    ) -> tuple[Receipt, Uploaded | None]:
        try:
            answer = await self._call(self._method, {**fields, self._kind: file}, wait)
        except TelegramError as error:
            return receipt_of(error), None
        name = _name_in(answer)
        return receipt_in(answer), Uploaded(name) if name else None


def _kind(attached: Attachment) -> str:
    """What it is to Telegram: only Ogg with Opus is played as a voice is."""
    if attached.is_recording:
        return "voice" if attached.mime == OGG else "audio"
    return "photo" if attached.is_picture else "document"


def _name_in(answer: object) -> str:
    """What Telegram calls the file that it was given; of a picture, its largest size."""
    match answer:
        case {"photo": [*_, {"file_id": str(name)}]}:
            return name
        case (
            {"document": {"file_id": str(name)}}
            | {"voice": {"file_id": str(name)}}
            | {"audio": {"file_id": str(name)}}
        ):
            return name
        case _:
            return ""
