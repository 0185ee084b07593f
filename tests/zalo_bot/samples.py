"""Updates as Zalo's manual and Zalo's traffic have them, and what each is to us."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.channels.base import Ignored
from handlers.events import (
    Event,
    Followed,
    MediaKind,
    Moment,
    OtherKind,
    Said,
    SentMedia,
    SentOther,
)
from tests.telegram.serving import NOON

Json = dict[str, Any]

DATE = 1_795_409_000_123
SENT = datetime.fromtimestamp(DATE / 1000, UTC)
AT = Moment(NOON, SENT, 0)
LATE = Moment(NOON, NOON, 0)

PERSON = "6ede9afa66b88fe6d6a9"
MESSAGE = "2d758cb5e222177a4e35"
PHOTO = "https://photo-stal-23.zdn.vn/no/jpg/5f1b?x=1&y=%2F"


def update(kind: str, **content: Any) -> Json:
    message = {
        "message_id": MESSAGE,
        "date": DATE,
        "from": {"id": PERSON, "display_name": "Mai", "is_bot": False},
        "chat": {"id": PERSON, "chat_type": "PRIVATE"},
    }
    whole = message | content
    known = {name: value for name, value in whole.items() if value is not None}
    return {"event_name": f"message.{kind}.received", "message": known}


def text(said: Any = "Xin chào", **content: Any) -> Json:
    return update("text", text=said, **content)


def photo(caption: str = "", at: Moment = AT) -> SentMedia:
    """Under a name that is tested by itself."""
    return SentMedia(at, "", MediaKind.PHOTO, PHOTO, 0, "image/jpeg", caption)


def other(kind: OtherKind) -> SentOther:
    return SentOther(AT, kind)


VOICE = {"voice_url": "https://voice.zdn.vn/a.aac", "message_type": "CHAT_VOICE"}

HEARD: dict[str, tuple[Json, Event]] = {
    "a text": (text(), Said(AT, "Xin chào")),
    "a text in pieces": (text("  a\u0300 \u202eb\r\nc "), Said(AT, "à b\nc")),
    "a beginning": (text("/start"), Followed(AT)),
    "a command": (text("/help"), Said(AT, "/help")),
    "a text of nothing": (text(" \u200e "), other(OtherKind.OTHER)),
    "a text without text": (text(None), other(OtherKind.OTHER)),
    "a text that is none": (text(["x"]), other(OtherKind.OTHER)),
    "a photo": (update("image", photo_url=PHOTO, message_type="CHAT_PHOTO"), photo()),
    "a photo by its older name": (update("image", photo=PHOTO, caption=" ảnh "), photo("ảnh")),
    "a photo of both names": (update("image", photo=PHOTO, photo_url=""), photo()),
    "a photo with a text": (update("image", photo_url=PHOTO, text="ảnh"), photo("ảnh")),
    "a photo that lies nowhere": (
        update("image", photo_url="file:///etc/passwd"),
        other(OtherKind.OTHER),
    ),
    "a photo of many": (update("image", photo=[PHOTO]), other(OtherKind.OTHER)),
    "a photo at a long address": (
        update("image", photo_url=PHOTO + "x" * 2000),
        other(OtherKind.OTHER),
    ),
    "a sticker": (
        update("sticker", sticker="a1", url="https://x.zdn.vn"),
        other(OtherKind.STICKER),
    ),
    "a sticker in an object": (update("sticker", sticker={"id": 1}), other(OtherKind.STICKER)),
    "a voice": (
        update("voice", **VOICE),
        SentMedia(AT, "", MediaKind.VOICE, VOICE["voice_url"], 0, "audio/aac"),
    ),
    "a voice that lies nowhere": (
        update("voice", voice_url="file:///etc/passwd"),
        other(OtherKind.VOICE),
    ),
    "something unsupported": (update("unsupported"), other(OtherKind.OTHER)),
    "a link": (update("link", text="https://example.vn"), Said(AT, "https://example.vn")),
    "a link without words": (update("link", url="https://x.vn"), other(OtherKind.OTHER)),
    "something of tomorrow": (update("hologram"), other(OtherKind.OTHER)),
    "seconds": (
        text(date=DATE // 1000),
        Said(Moment(NOON, SENT.replace(microsecond=0), 0), "Xin chào"),
    ),
    "a date in words": (text(date=str(DATE)), Said(AT, "Xin chào")),
    "no date": (text(date=None), Said(LATE, "Xin chào")),
    "a date of nonsense": (text(date="hôm qua"), Said(LATE, "Xin chào")),
    "a date before all": (text(date=-1), Said(LATE, "Xin chào")),
    "a date of 1970": (text(date=1), Said(LATE, "Xin chào")),
    "a date of the next century": (text(date=DATE * 3), Said(LATE, "Xin chào")),
    "a date beyond all": (text(date=10**30), Said(LATE, "Xin chào")),
    "a date that is true": (text(date=True), Said(LATE, "Xin chào")),
    "no chat": (text(chat=None), Said(AT, "Xin chào")),
    "no sender": (text(**{"from": None}), Said(AT, "Xin chào")),
    "no kind of chat": (text(chat={"id": PERSON}), Said(AT, "Xin chào")),
    "a kind of chat in small letters": (
        text(chat={"id": PERSON, "chat_type": "private"}),
        Said(AT, "Xin chào"),
    ),
    "a sender who is perhaps a bot": (
        text(**{"from": {"id": PERSON, "is_bot": "no"}}),
        Said(AT, "Xin chào"),
    ),
}

BAD = Ignored("malformed")

IGNORED: dict[str, tuple[Json, Ignored]] = {
    "a bot": (text(**{"from": {"id": PERSON, "is_bot": True}}), Ignored("bot")),
    "a group": (text(chat={"id": "zgr-1", "chat_type": "GROUP"}), Ignored("group")),
    "a group of no kind": (text(chat={"id": "zgr-1"}), Ignored("group")),
    "a group of a new kind": (text(chat={"id": PERSON, "chat_type": "Chợ"}), Ignored("group")),
    "nobody": (text(**{"from": None, "chat": None}), Ignored("nobody")),
    "nobody by name": (text(**{"from": {}, "chat": {"id": ""}}), Ignored("nobody")),
    "a person with marks": (text(**{"from": {"id": "Mỷ"}, "chat": None}), Ignored("nobody")),
    "a long person": (text(**{"from": {"id": "x" * 200}, "chat": None}), Ignored("nobody")),
    "no message": ({"event_name": "message.text.received"}, Ignored("nobody")),
    "a message in words": (
        {"event_name": "message.text.received", "message": "x"},
        Ignored("nobody"),
    ),
    "another event": ({"event_name": "user.follow", "message": {}}, Ignored("unknown")),
    "an event of odd letters": ({"event_name": "message.Ả.received"}, Ignored("unknown")),
    "no name": ({"message": text()["message"]}, BAD),
    "a name that is none": ({"event_name": 7}, BAD),
}
