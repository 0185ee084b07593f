"""
A picture or a paper as an Official Account sends it: uploaded once, and named for a week.

A picture has words of its own beneath it and no buttons; a paper has neither. What is wrong with an
upload says nothing of the account: the message goes out without the file.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.channels.base import Later, Receipt, Refused, Sent
from bot.channels.calling import CutOff
from bot.channels.zalo_errors import TOKEN
from bot.channels.zalo_oa_calls import UPLOAD_FILE, UPLOAD_IMAGE
from bot.channels.zalo_request import RATE_LIMIT, Answer, Trouble
from storage.uploads import Uploaded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from bot.channels.attaching import Attachments
    from bot.channels.zalo_oa_calls import Calls
    from handlers.effects import Attachment

MOST_IMAGE = 1024 * 1024
MOST_FILE = 5 * 1024 * 1024

GOOD_FOR = timedelta(days=6, hours=20)
"""Uploads live for a week; nothing is sent by a name that may die on the way."""

_AGAIN = timedelta(seconds=1)


class File:
    """
    One file of ours, to be sent by one account; `receipt_of` says what an answer comes to.

    `send` raises `NoToken`, and `CallFailed` where the message, not the upload, was not answered.
    """

    def __init__(
        self,
        calls: Calls,
        attachments: Attachments,
        account: str,
        attached: Attachment,
        receipt_of: Callable[[Answer], Receipt],
        now: Callable[[], datetime],
    ) -> None:
        self._calls = calls
        self._attachments = attachments
        self._account = account
        self._attached = attached
        self._receipt_of = receipt_of
        self._now = now

    @property
    def takes_words(self) -> bool:
        """Whether it may carry a text."""
        return self._attached.is_picture

    async def send(self, address: str, words: str = "") -> Receipt:
        """Send it to somebody, with these words beneath it."""

        async def by_name(name: str) -> Receipt:
            return self._receipt_of(await self._calls.message(self._body(address, name, words)))

        async def anew(content: bytes) -> tuple[Receipt, Uploaded | None]:
            given = await self._upload(content)
            if not isinstance(given, Uploaded):
                return given, None
            receipt = await by_name(given.name)
            return receipt, given if isinstance(receipt, Sent) else None

        return await self._attachments.send(self._account, self._attached, by_name, anew)

    async def _upload(self, content: bytes) -> Uploaded | Receipt:
        endpoint, most, named = (
            (UPLOAD_IMAGE, MOST_IMAGE, "attachment_id")
            if self._attached.is_picture
            else (UPLOAD_FILE, MOST_FILE, "token")
        )
        if len(content) > most:
            return Refused("the file is too big")
        try:
            answer = await self._calls.upload(endpoint, self._attached.name, content)
        except (CutOff, Trouble) as failure:
            return Later(_AGAIN, f"upload: {failure}")
        name = answer.data.get(named)
        if answer.error == 0 and isinstance(name, str) and name:
            return Uploaded(name, self._now() + GOOD_FOR)
        if answer.error == RATE_LIMIT or answer.error in TOKEN:
            return self._receipt_of(answer)
        return Refused(f"the upload was refused ({answer.error}): {answer.message[:200]}")

    def _body(self, address: str, name: str, words: str) -> Mapping[str, object]:
        said: dict[str, object] = {"text": words} if words else {}
        if self._attached.is_picture:
            element = {"media_type": "image", "attachment_id": name}
            payload = {"template_type": "media", "elements": [element]}
            said["attachment"] = {"type": "template", "payload": payload}
        else:
            said["attachment"] = {"type": "file", "payload": {"token": name}}
        return {"recipient": {"user_id": address}, "message": said}
