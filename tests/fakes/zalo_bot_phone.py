"""A person with Zalo on the phone, in the chat with a bot of the Bot Platform: no buttons there."""

from __future__ import annotations

import secrets
from typing import Any

from tests.fakes.zalo_account import Json
from tests.fakes.zalo_bot_account import Bot, Chat
from tests.fakes.zalo_hand import Hand

SAMPLES: dict[str, Json] = {
    "sticker": {"sticker": "bfe458bf64fa8da4d4eb", "url": "https://zalo-api.zadn.vn/sticker"},
    "voice": {"voice_url": "https://voice.zdn.vn/1.aac", "message_type": "CHAT_VOICE"},
    "link": {"url": "https://example.org"},
    "unsupported": {},
}
"""What else a person can send, and what the platform says of it."""


class BotPhone(Hand):
    """
    One person's chat with a bot.

    `taps` answers a numbered line with its number; words of the last line are typed.
    """

    def __init__(self, bot: Bot, chat: Chat, url: str) -> None:
        super().__init__(chat.screen)
        self._bot = bot
        self._chat = chat
        self._url = url

    @property
    def id(self) -> str:
        """The person's id, which is the chat's: 20 hex characters."""
        return self._chat.id

    def looks_at(self, picture: str) -> bytes:
        """What the picture at an address shows; nothing without one."""
        return self._bot.fetches.get(picture, b"")

    def starts(self, payload: str = "") -> str:
        """Write first: `/start`, or the payload."""
        return self.says(payload or "/start")

    def _press(self, button: dict[str, object]) -> None:
        raise AssertionError(f"the Bot Platform has no buttons: {button}")

    def says(self, text: str) -> str:
        """Type a text; the message's id."""
        return self._send("text", text=text)

    def says_in_group(self, text: str, group: str = "zgr-1") -> str:
        """Mention the bot in a group."""
        return self._bot.says(self._chat, "text", group, text=text)

    def sends_photo(self, content: bytes, caption: str = "") -> None:
        """Send a photo; it is served at `{url}/media/…`."""
        path = f"media/{secrets.token_hex(8)}.jpg"
        self._bot.media[path] = content
        text = {"caption": caption} if caption else {}
        url = f"{self._url}/{path}"
        self._send("image", photo_url=url, message_type="CHAT_PHOTO", **text)

    def sends_document(self, content: bytes, name: str, mime: str, *, size: int = 0) -> None:
        """Send a file: the bot is told of something unsupported, without its content."""
        self.sends("unsupported")

    def shares_contact(self, phone: str = "84912000111", *, own: bool = True) -> None:
        """Send a contact's card: the bot is told of something unsupported, without the number."""
        self.sends("unsupported")

    def sends_voice(self, content: bytes) -> None:
        """Hold the microphone and speak."""
        path = f"media/{secrets.token_hex(8)}.aac"
        self._bot.media[path] = content
        self.sends("voice", voice_url=f"{self._url}/{path}")

    def sends(self, kind: str, **content: Any) -> None:
        """Send anything else: `sticker`, `voice`, `link`, `unsupported`."""
        self._send(kind, **(SAMPLES[kind] | content))

    def blocks(self) -> None:
        """Block the bot: 403 from then on; no update tells of it."""
        self._chat.blocked = True

    def unblocks(self) -> None:
        """Let the bot write again."""
        self._chat.blocked = False

    def _send(self, kind: str, **content: Any) -> str:
        self._chat.blocked = False
        return self._bot.says(self._chat, kind, **content)
