"""A person with a phone: types, taps, shares, sends photos, blocks the bot, reads its replies."""

from __future__ import annotations

import asyncio
import secrets
from typing import Any

from tests.fakes.telegram_account import (
    TAP_SECONDS,
    Account,
    Bubble,
    Dialog,
    Json,
    StoredFile,
    Tap,
)

PATIENCE = 10.0


class Phone:
    """
    One person's chat with one bot. Acting is immediate; `reads` waits for the bot's next message.

    A button is tapped by its words: under the newest message that has it, else on the keyboard.
    """

    def __init__(self, account: Account, person: Json) -> None:
        self._account = account
        self._dialog = account.dialogs.setdefault(person["id"], Dialog(person))

    @property
    def id(self) -> int:
        return self._dialog.id

    @property
    def bubbles(self) -> list[Bubble]:
        """Everything the bot has said here."""
        return self._dialog.bubbles

    @property
    def keyboard(self) -> list[str]:
        """The words on the reply keyboard, if there is one."""
        rows = (self._dialog.keyboard or {}).get("keyboard", [])
        return [button["text"] for row in rows for button in row]

    @property
    def spinning(self) -> int:
        """How many tapped buttons have not been answered."""
        taps = self._account.taps.values()
        return sum(tap.person == self.id and not tap.answered for tap in taps)

    def listens_to(self, sound: str) -> bytes:
        """What is heard in a recording of the bot's."""
        return self._account.files[sound].content

    def looks_at(self, picture: str) -> bytes:
        """What a picture of the bot's shows."""
        return self._account.files[picture].content

    async def reads(self, patience: float = PATIENCE) -> Bubble:
        """The bot's next message; raises TimeoutError if there is none."""
        return await asyncio.wait_for(self._dialog.unread.get(), patience)

    def read_already(self) -> list[Bubble]:
        """What came and was not read; from now on it is."""
        return [self._dialog.unread.get_nowait() for _ in range(self._dialog.unread.qsize())]

    async def asks(self, text: str, patience: float = PATIENCE) -> Bubble:
        """Say something and read the reply."""
        self.says(text)
        return await self.reads(patience)

    async def chooses(self, label: str, patience: float = PATIENCE) -> Bubble:
        """Tap a button and read the reply."""
        self.taps(label)
        return await self.reads(patience)

    def starts(self, payload: str = "") -> int:
        """Press Start, or open a deep link."""
        return self.says(f"/start {payload}".rstrip())

    def says(self, text: str) -> int:
        """Type a text; the message's id."""
        message = self._message() | {"text": text}
        if text.startswith("/"):
            command = text.split(maxsplit=1)[0]
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(command)}]
        return self._send(message)

    def edits(self, message_id: int, text: str) -> None:
        """Change the text of an earlier message."""
        message = self._message() | {"message_id": message_id, "text": text}
        message["edit_date"] = message["date"]
        self._account.push("edited_message", f"chat {self.id}", message)

    def taps(self, label: str, bubble: Bubble | None = None) -> None:
        """Tap a button by its words, under `bubble` if that is given."""
        for shown in [bubble] if bubble else reversed(self.bubbles):
            for row in shown.buttons:
                for button in row:
                    if button["text"] == label:
                        self.forges(button["callback_data"], shown)
                        return
        for row in (self._dialog.keyboard or {}).get("keyboard", []):
            for button in row:
                if button["text"] == label:
                    self._press(button)
                    return
        raise AssertionError(f"no button reads {label!r}")

    def forges(self, data: str, bubble: Bubble | None = None) -> None:
        """Send a tap with any payload, as a made-up client could."""
        query = str(secrets.randbits(62))
        self._account.taps[query] = Tap(self.id, self._account.clock() + TAP_SECONDS)
        if bubble is None:
            message: Json = {"chat": self._dialog.chat, "message_id": 1, "date": 0}
        else:
            message = {
                "message_id": bubble.message_id,
                "from": self._account.user,
                "chat": self._dialog.chat,
                "date": int(self._account.clock()),
                "text": bubble.text,
                "reply_markup": {"inline_keyboard": bubble.buttons},
            }
        content = {
            "id": query,
            "from": self._dialog.person,
            "message": message,
            "chat_instance": str(self.id),
            "data": data,
        }
        self._account.push("callback_query", f"taps {self.id}", content, lasts=TAP_SECONDS)

    def shares_contact(self, phone: str = "84912000111", *, own: bool = True) -> None:
        """Share a phone number: one's own, or one from the address book."""
        contact: Json = {"phone_number": phone, "first_name": self._dialog.person["first_name"]}
        if own:
            contact["user_id"] = self.id
        self._send(self._message() | {"contact": contact})

    def sends_photo(self, content: bytes, caption: str = "") -> None:
        """Send a photo; Telegram adds smaller sizes."""
        sizes = [
            self._file(content[: len(content) // 9] or content, "photos", "jpg"),
            self._file(content, "photos", "jpg"),
        ]
        photo = [
            _named(file) | {"width": 320 * (4 * rank + 1), "height": 240 * (4 * rank + 1)}
            for rank, file in enumerate(sizes)
        ]
        message = self._message() | {"photo": photo}
        self._send(message | {"caption": caption} if caption else message)

    def sends_document(
        self, content: bytes, name: str, mime: str, *, size: int = 0, caption: str = ""
    ) -> None:
        """Send a file; `size` is what Telegram says of it, where it should lie."""
        file = self._file(content, "documents", name.rpartition(".")[2], size)
        document = _named(file) | {"file_name": name, "mime_type": mime}
        message = self._message() | {"document": document}
        self._send(message | {"caption": caption} if caption else message)

    def sends_voice(self, content: bytes, seconds: int = 4) -> None:
        """Hold the microphone and speak."""
        voice = _named(self._file(content, "voice", "oga"))
        note = voice | {"duration": seconds, "mime_type": "audio/ogg"}
        self._send(self._message() | {"voice": note})

    def sends(self, **content: Any) -> None:
        """Send anything else: a sticker, a location."""
        self._send(self._message() | content)

    def blocks(self) -> None:
        """Stop and block the bot."""
        self._dialog.blocked = True
        self._change("member", "kicked")

    def unblocks(self) -> None:
        """Let the bot write again."""
        self._dialog.blocked = False
        self._change("kicked", "member")

    def knows_the_bot(self) -> None:
        """Has pressed Start in some earlier year: the bot may write."""
        self._dialog.started = True

    def leaves_telegram(self) -> None:
        """Delete the account: no update tells of it."""
        self._dialog.deactivated = True

    def _send(self, message: Json) -> int:
        if self._dialog.blocked:
            self.unblocks()
        self._dialog.started = True
        self._account.push("message", f"chat {self.id}", message)
        return int(message["message_id"])

    def _message(self) -> Json:
        return {
            "message_id": self._dialog.next_message_id(),
            "from": self._dialog.person,
            "chat": self._dialog.chat,
            "date": int(self._account.clock()),
        }

    def _press(self, button: Json) -> None:
        if (self._dialog.keyboard or {}).get("one_time_keyboard"):
            self._dialog.keyboard = None
        if button.get("request_contact"):
            self.shares_contact()
        else:
            self.says(button["text"])

    def _change(self, before: str, after: str) -> None:
        content = {
            "chat": self._dialog.chat,
            "from": self._dialog.person,
            "date": int(self._account.clock()),
            "old_chat_member": {"user": self._account.user, "status": before, "until_date": 0},
            "new_chat_member": {"user": self._account.user, "status": after, "until_date": 0},
        }
        self._account.push("my_chat_member", f"member {self.id}", content)

    def _file(self, content: bytes, folder: str, ending: str, size: int = 0) -> StoredFile:
        number = len(self._account.files)
        file = StoredFile(
            id=f"BQ{secrets.token_urlsafe(40)}",
            unique_id=f"AQ{secrets.token_urlsafe(8)}",
            path=f"{folder}/file_{number}.{ending}",
            content=content,
            size=size or len(content),
        )
        self._account.files[file.id] = file
        return file


def _named(file: StoredFile) -> Json:
    return {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size}
