"""Updates as Telegram sends them, and what each is to us."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.channels.base import Ignored
from handlers.events import (
    Chose,
    Edited,
    Event,
    Followed,
    Left,
    MediaKind,
    Moment,
    OtherKind,
    Returned,
    Said,
    SentMedia,
    SentOther,
    SharedPhone,
)
from tests.telegram.serving import NOON

Json = dict[str, Any]

DATE = 1_795_000_000
SENT = datetime.fromtimestamp(DATE, UTC)
AT = Moment(NOON, SENT, 0)
TAPPED = Moment(NOON, NOON, 0)

MAI: Json = {"id": 5001, "is_bot": False, "first_name": "Mai", "language_code": "vi"}
CHAT: Json = {"id": 5001, "first_name": "Mai", "type": "private"}
GROUP: Json = {"id": -100123, "title": "Chợ phiên", "type": "supergroup"}
BOT: Json = {"id": 700000001, "is_bot": True, "first_name": "Bot", "username": "a_test_bot"}
FILE: Json = {"file_id": "BQACAgUAAx", "file_unique_id": "AgADuniq", "file_size": 123_456}
MEMBER: Json = {"user": BOT, "status": "member"}
KICKED: Json = {"user": BOT, "status": "kicked", "until_date": 0}


def message(**content: Any) -> Json:
    return {"message_id": 7, "from": MAI, "chat": CHAT, "date": DATE} | content


def update(**content: Any) -> Json:
    return {"update_id": 900} | content


def photo(*sizes: tuple[int, int]) -> list[Json]:
    return [
        {
            "file_id": f"photo-{width}",
            "file_unique_id": f"unique-{width}",
            "file_size": size,
            "width": width,
            "height": width * 3 // 4,
        }
        for width, size in sizes
    ]


def tap(**content: Any) -> Json:
    query = {
        "id": "4382bfdwdsb323b2d9",
        "from": MAI,
        "message": message(text="Sản phẩm thuộc nhóm nào?") | {"from": BOT},
        "chat_instance": "-123",
    }
    return update(callback_query=query | content)


def media(kind: MediaKind, remote: str, size: int, mime: str, caption: str) -> SentMedia:
    """Under a name that is tested by itself."""
    return SentMedia(AT, "", kind, remote, size, mime, caption)


VOICE = {"duration": 4, "mime_type": "audio/ogg"} | FILE
STICKER = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
VIDEO = {"width": 640, "height": 480, "duration": 3} | FILE
VENUE = {"location": {"latitude": 22.8, "longitude": 104.9}, "title": "Chợ", "address": "Hà Giang"}
PDF = FILE | {"file_name": "giay-phep.pdf", "mime_type": "application/pdf"}

HEARD: dict[str, tuple[Json, Event]] = {
    "a text": (update(message=message(text="Xã Lùng Tám")), Said(AT, "Xã Lùng Tám")),
    "a text with marks of its own": (
        update(message=message(text="  Xa\u0303 \u202eLùng\u202c\0 Tám\r\n")),
        Said(AT, "Xã Lùng Tám"),
    ),
    "a text of nothing": (update(message=message(text="\u202e\0")), SentOther(AT, OtherKind.OTHER)),
    "start": (update(message=message(text="/start")), Followed(AT, "")),
    "a deep link": (update(message=message(text="/start cho-hoi_26")), Followed(AT, "cho-hoi_26")),
    "a forged deep link": (update(message=message(text="/start a b")), Followed(AT, "")),
    "a long deep link": (update(message=message(text="/start " + "a" * 65)), Followed(AT, "")),
    "start in capitals": (update(message=message(text="/START")), Followed(AT, "")),
    "a command": (update(message=message(text="/help")), Said(AT, "/help")),
    "a command to this bot": (update(message=message(text="/Help@a_test_bot")), Said(AT, "/help")),
    "a command with words": (update(message=message(text="/xoa  hết")), Said(AT, "/xoa hết")),
    "a slash": (update(message=message(text="1/2 sào")), Said(AT, "1/2 sào")),
    "one's own number": (
        update(
            message=message(contact={"phone_number": "84912", "first_name": "M", "user_id": 5001})
        ),
        SharedPhone(AT, "84912", own=True),
    ),
    "another's number": (
        update(message=message(contact={"phone_number": "84912", "first_name": "N", "user_id": 6})),
        SharedPhone(AT, "84912", own=False),
    ),
    "a number from the address book": (
        update(message=message(contact={"phone_number": "+84 912", "first_name": "N"})),
        SharedPhone(AT, "+84 912", own=False),
    ),
    "a photo": (
        update(message=message(photo=photo((1280, 200_000), (90, 1_000)), caption=" Chè ")),
        media(
            MediaKind.PHOTO,
            "photo-1280",
            200_000,
            "image/jpeg",
            "Chè",
        ),
    ),
    "a photo too large to fetch": (
        update(message=message(photo=photo((90, 1_000), (9000, 20_000_001)))),
        media(MediaKind.PHOTO, "photo-90", 1_000, "image/jpeg", ""),
    ),
    "a paper": (
        update(message=message(document=PDF)),
        media(MediaKind.DOCUMENT, "BQACAgUAAx", 123_456, "application/pdf", ""),
    ),
    "a photo sent as a file": (
        update(message=message(document=FILE | {"mime_type": "image/heic"})),
        media(MediaKind.DOCUMENT, "BQACAgUAAx", 123_456, "image/heic", ""),
    ),
    "another file": (
        update(message=message(document=FILE | {"mime_type": "application/zip"})),
        SentOther(AT, OtherKind.FILE),
    ),
    "a file of no kind": (update(message=message(document=FILE)), SentOther(AT, OtherKind.FILE)),
    "a voice note": (
        update(message=message(voice=VOICE)),
        media(MediaKind.VOICE, "BQACAgUAAx", 123_456, "audio/ogg", ""),
    ),
    "a recording": (
        update(message=message(audio=FILE | {"mime_type": "audio/mp4", "duration": 4})),
        media(MediaKind.VOICE, "BQACAgUAAx", 123_456, "audio/mp4", ""),
    ),
    "a sticker": (
        update(message=message(sticker=STICKER | FILE)),
        SentOther(AT, OtherKind.STICKER),
    ),
    "a video": (update(message=message(video=VIDEO)), SentOther(AT, OtherKind.VIDEO)),
    "a moving picture": (
        update(message=message(animation=VIDEO, document=FILE | {"mime_type": "image/gif"})),
        SentOther(AT, OtherKind.VIDEO),
    ),
    "a place on the map": (
        update(message=message(venue=VENUE, location=VENUE["location"])),
        SentOther(AT, OtherKind.LOCATION),
    ),
    "a die": (
        update(message=message(dice={"emoji": "🎲", "value": 3})),
        SentOther(AT, OtherKind.OTHER),
    ),
    "something of tomorrow": (update(message=message()), SentOther(AT, OtherKind.OTHER)),
    "an edit": (
        update(edited_message=message(text="Mới") | {"date": DATE - 90, "edit_date": DATE}),
        Edited(AT, "Mới"),
    ),
    "an edited caption": (
        update(edited_message=message(photo=photo((90, 1)), caption="Mới", edit_date=DATE)),
        Edited(AT, "Mới"),
    ),
    "a tap": (tap(data="a/eligibility/0/liquor/no"), Chose(TAPPED, "a/eligibility/0/liquor/no")),
    "a tap on a message long gone": (
        tap(data="go/back", message={"chat": CHAT, "message_id": 3, "date": 0}),
        Chose(TAPPED, "go/back"),
    ),
    "a block": (
        update(
            my_chat_member={
                "chat": CHAT,
                "from": MAI,
                "date": DATE,
                "old_chat_member": MEMBER,
                "new_chat_member": KICKED,
            }
        ),
        Left(AT),
    ),
    "a return": (
        update(
            my_chat_member={
                "chat": CHAT,
                "from": MAI,
                "date": DATE,
                "old_chat_member": KICKED,
                "new_chat_member": MEMBER,
            }
        ),
        Returned(AT),
    ),
}

IGNORED: dict[str, tuple[Json, Ignored]] = {
    "a group": (update(message=message(text="chào", chat=GROUP)), Ignored("group")),
    "a tap in a group": (tap(data="x", message=message(chat=GROUP)), Ignored("group")),
    "a pinned message": (
        update(message=message(pinned_message=message(text="x"))),
        Ignored("service"),
    ),
    "an edited map": (
        update(edited_message=message(location=VENUE["location"], edit_date=DATE)),
        Ignored("edit"),
    ),
    "a game": (tap(game_short_name="chess"), Ignored("game")),
    "another bot": (
        update(message=message(text="x") | {"from": MAI | {"is_bot": True}}),
        Ignored("bot"),
    ),
    "a poll's answer": (
        update(
            poll_answer={
                "poll_id": "1",
                "user": MAI,
                "option_ids": [0],
                "option_persistent_ids": ["a"],
            }
        ),
        Ignored("poll_answer"),
    ),
    "a kind of tomorrow": (update(telepathy={"thought": "x"}), Ignored("unknown")),
    "no kind": (update(), Ignored("unknown")),
    "a membership of another kind": (
        update(
            my_chat_member={
                "chat": CHAT,
                "from": MAI,
                "date": DATE,
                "old_chat_member": MEMBER,
                "new_chat_member": {"user": BOT, "status": "creator", "is_anonymous": False},
            }
        ),
        Ignored("membership"),
    ),
}

BAD = Ignored("malformed")
MALFORMED: dict[str, Json] = {
    "true for a number": {"update_id": True, "message": message(text="x")},
    "no number": {"message": message(text="x")},
    "a number out of reach": {"update_id": 10**40, "message": message(text="x")},
    "a chat of true": update(message=message(text="x", chat=CHAT | {"id": True})),
    "no chat": update(message={"message_id": 1, "date": DATE, "text": "x", "from": MAI}),
    "no sender": update(message={"message_id": 1, "date": DATE, "text": "x", "chat": CHAT}),
    "a text that is none": update(message=message(text=["x"])),
    "a date before time": update(message=message(text="x") | {"date": -1}),
    "a date after time": update(message=message(text="x") | {"date": 10**15}),
    "a null message": update(message=None),
    "no photo sizes": update(message=message(photo=[])),
    "a photo of words": update(message=message(photo="x")),
    "a photo size of words": update(message=message(photo=["x"])),
    "a file name with a surrogate": update(message=message(document=PDF | {"file_id": "\ud800"})),
    "a phone of nothing": update(message=message(contact={"phone_number": "\0"})),
    "a payload too long": tap(data="ă" * 33),
    "a payload of nothing": tap(data=""),
    "a payload with a surrogate": tap(data="\ud800"),
    "a payload with a control": tap(data="a\0b"),
    "a tap of no message": update(callback_query={"id": "1", "from": MAI, "data": "x"}),
    "a tap with no name": tap(id="", data="x"),
    "a language of numbers": update(
        message=message(text="x") | {"from": MAI | {"language_code": 7}}
    ),
}
