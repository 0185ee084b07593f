"""
One update of Zalo's Bot Platform, decoded by hand into what happened in one private chat.

Zalo's manual and Zalo's traffic differ, and every field but the event's name may be missing: each
is read for itself and does without the others. What nobody can be answered for comes back as
`Ignored` with a word to count it under. Nothing that Zalo or a forger may send raises.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

from bot.channels.base import Ignored, Incoming
from bot.channels.strict import Odd
from bot.text import clean
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

if TYPE_CHECKING:
    from bot.channels.strict import Object

IMAGE = "message.image.received"
VOICE = "message.voice.received"
OTHER_KINDS = {
    "message.sticker.received": OtherKind.STICKER,
    VOICE: OtherKind.VOICE,
    "message.unsupported.received": OtherKind.OTHER,
}

LONGEST_AGO = timedelta(days=30)
LONGEST_AHEAD = timedelta(days=1)

_MESSAGE = re.compile(r"message\.[a-z_.]{1,60}\.received")
_NAME = re.compile(r"[\x21-\x7e]{1,128}")
_ADDRESS = re.compile(r"https?://[\x21-\x7e]{1,2000}")
_SECONDS = 10**11
"""A date below this is in seconds, else in milliseconds: the manual's samples have both."""


def updates(body: object) -> list[Object]:
    """The updates in an answer or a webhook's body: one or several, flat or wrapped, or none."""
    if isinstance(body, dict) and "event_name" not in body:
        body = body.get("result", body)
    several = body if isinstance(body, list) else [body]
    return [update for update in several if isinstance(update, dict) and update]


def decode(update: Object, account: str, heard: datetime) -> Incoming | Ignored:
    """
    What happened, or why it is ignored; raises nothing.

    The moment's `fresh` is left 0 for whoever stores the event.
    """
    try:
        return _decode(update, account, heard)
    except Odd as reason:
        return Ignored(str(reason))


def _decode(update: Object, account: str, heard: datetime) -> Incoming:
    kind = update.get("event_name")
    if not isinstance(kind, str):
        raise Odd
    if not _MESSAGE.fullmatch(kind):
        raise Odd("unknown")
    message = _part(update, "message")
    address = _private(message)
    at = Moment(heard, _instant(message.get("date"), heard), 0)
    key = f"{address}/{_named(message) or _likeness(kind, message, at)}"
    return Incoming(account, address, key, _event(kind, message, at, f"{account}/{key}"))


def _event(kind: str, message: Object, at: Moment, update: str) -> Event:
    if kind == IMAGE and (remote := _photo(message)):
        # Under an id that a repeated delivery of the same message gives it again.
        media = blake2b(update.encode(), digest_size=16).hexdigest()
        caption = _text(message, "caption") or _text(message, "text")
        return SentMedia(at, media, MediaKind.PHOTO, remote, 0, "image/jpeg", caption)
    if kind == VOICE and (remote := _address(message, "voice_url")):
        media = blake2b(update.encode(), digest_size=16).hexdigest()
        return SentMedia(at, media, MediaKind.VOICE, remote, 0, "audio/aac")
    if kind in OTHER_KINDS:
        return SentOther(at, OTHER_KINDS[kind])
    text = _text(message, "text")
    if not text:
        return SentOther(at, OtherKind.OTHER)
    return Followed(at) if text == "/start" else Said(at, text)


def _private(message: Object) -> str:
    """The address of the private chat it happened in: the chat's id, which is the person's."""
    sender, chat = _part(message, "from"), _part(message, "chat")
    if sender.get("is_bot") is True:
        raise Odd("bot")
    person, address = _name(sender, "id"), _name(chat, "id")
    kind = chat.get("chat_type")
    told = kind.lower() if isinstance(kind, str) else ""
    if told != "private" and (told or (person and address and person != address)):
        raise Odd("group")
    if not (address or person):
        raise Odd("nobody")
    return address or person


def _photo(message: Object) -> str:
    """Where the photo lies; the older manual has another name for the field."""
    return _address(message, "photo_url") or _address(message, "photo")


def _address(message: Object, field: str) -> str:
    value = message.get(field)
    return value if isinstance(value, str) and _ADDRESS.fullmatch(value) else ""


def _named(message: Object) -> str:
    return _name(message, "message_id")


def _likeness(kind: str, message: Object, at: Moment) -> str:
    """
    A key for a message without a name, the same for its repetition.

    Without a date it takes the minute's, so that a person may say the same again later.
    """
    when = at.sent.replace(second=0, microsecond=0) if at.sent == at.heard else at.sent
    content = "\n".join((when.isoformat(), kind, _text(message, "text"), _photo(message)))
    return blake2b(content.encode(), digest_size=16).hexdigest()


def _part(source: Object, key: str) -> Object:
    value = source.get(key)
    return value if isinstance(value, dict) else {}


def _name(source: Object, key: str) -> str:
    """The name Zalo gave to something, as text; empty where it gave none that can be used."""
    value = source.get(key)
    if type(value) is int:
        value = str(value) if 0 <= value < 10**40 else ""
    return value if isinstance(value, str) and _NAME.fullmatch(value) else ""


def _text(message: Object, key: str) -> str:
    value = message.get(key)
    return clean(value) if isinstance(value, str) else ""


def _instant(date: object, heard: datetime) -> datetime:
    """When it was sent; for a date that cannot be, the moment it was heard."""
    if isinstance(date, str) and date.isascii() and date.isdigit():
        date = int(date[:20])
    if type(date) is not int or not 0 < date < 10**14:
        return heard
    sent = datetime.fromtimestamp(date if date < _SECONDS else date / 1000, UTC)
    return sent if heard - LONGEST_AGO < sent < heard + LONGEST_AHEAD else heard
