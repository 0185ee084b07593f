"""How the words of the crowd travel to the program: as Telegram brings them, and as Zalo does."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from time import time
from typing import Protocol

TELEGRAM_PATH = "/telegram/webhook"
TELEGRAM_SECRET = "a-made-up-secret-for-the-benchmarks"

ZALO_PATH = "/zalo/webhook"
ZALO_APP, ZALO_APP_SECRET = "1234567890123456789", "a-made-up-app-secret"
ZALO_OA, ZALO_OA_SECRET = "2345678901234567890", "a-made-up-oa-secret-key"

_HEAD = (
    "POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
    "{more}Accept-Encoding: gzip, deflate\r\nContent-Length: %d\r\n\r\n"
)


class Speech(Protocol):
    """The script on its way to one webhook."""

    def request(self, place: int, person: int, key: int) -> bytes:
        """What this person sends to say the word at this place; `key` is no other request's."""


class ToTelegram:
    """Updates of the Bot API."""

    def __init__(self, port: int, texts: Sequence[str]) -> None:
        secret = f"X-Telegram-Bot-Api-Secret-Token: {TELEGRAM_SECRET}\r\n"
        self._head = _HEAD.format(path=TELEGRAM_PATH, port=port, more=secret).encode()
        self._bodies = [_update(text) for text in texts]

    def request(self, place: int, person: int, key: int) -> bytes:
        body = self._bodies[place] % (key, key, person, person, int(time()))
        return self._head % len(body) + body


class ToZalo:
    """Events of an Official Account, signed."""

    def __init__(self, port: int, texts: Sequence[str]) -> None:
        mac = "X-ZEvent-Signature: mac=%s\r\n"
        self._head = _HEAD.format(path=ZALO_PATH, port=port, more=mac).encode()
        self._bodies = [_event(text) for text in texts]

    def request(self, place: int, person: int, key: int) -> bytes:
        body, stamp = self.event(place, person, key)
        return self._head % (signature(body, stamp).encode(), len(body)) + body

    def event(self, place: int, person: int, key: int) -> tuple[bytes, str]:
        """The body, and the time that stands in it."""
        stamp = int(time() * 1000)
        template = self._bodies[place]
        given = (person, person, stamp) if b"follower" in template else (person, person, key, stamp)
        return template % given, str(stamp)


def signature(body: bytes, stamp: str) -> str:
    """As Zalo signs."""
    return sha256(ZALO_APP.encode() + body + stamp.encode() + ZALO_OA_SECRET.encode()).hexdigest()


def _update(text: str) -> bytes:
    """An update with this text, as Telegram writes it, but for the numbers in it."""
    message: dict[str, object] = {
        "message_id": "%d",
        "from": {
            "id": "%d",
            "is_bot": False,
            "first_name": "Mỷ",
            "last_name": "Vàng",
            "language_code": "vi",
        },
        "chat": {"id": "%d", "first_name": "Mỷ", "last_name": "Vàng", "type": "private"},
        "date": "%d",
        "text": text,
    }
    if text.startswith("/"):
        entity = {"offset": 0, "length": len(text), "type": "bot_command"}
        message["entities"] = [entity]
    update = json.dumps({"update_id": "%d", "message": message}, separators=(",", ":"))
    return update.replace('"%d"', "%d").encode()


def _event(text: str) -> bytes:
    """An event with this text, as Zalo writes it, but for the numbers in it."""
    head: dict[str, object] = {"app_id": ZALO_APP}
    if text == "/start":
        about = {"follower": {"id": "%d"}, "user_id_by_app": "%d", "source": "oa_profile"}
        event = head | {"event_name": "follow", "oa_id": ZALO_OA} | about
    else:
        both = {"sender": {"id": "%d"}, "user_id_by_app": "%d", "recipient": {"id": ZALO_OA}}
        said = {"event_name": "user_send_text", "message": {"text": text, "msg_id": "%d"}}
        event = head | both | said
    whole = event | {"timestamp": "%d"}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()
