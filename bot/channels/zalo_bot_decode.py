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
from bot.channels.zalo_fields import address, name_of, number, part, text
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
    message = part(update, "message")
    chat = _private(message)
    at = Moment(heard, _instant(message, heard), 0)
    key = f"{chat}/{name_of(message, 'message_id') or _likeness(kind, message, at)}"
    return Incoming(account, chat, key, _event(kind, message, at, f"{account}/{key}"))


def _event(kind: str, message: Object, at: Moment, update: str) -> Event:
    if kind == IMAGE and (remote := _photo(message)):
        # Under an id that a repeated delivery of the same message gives it again.
        media = blake2b(update.encode(), digest_size=16).hexdigest()
        caption = text(message, "caption") or text(message, "text")
        return SentMedia(at, media, MediaKind.PHOTO, remote, 0, "image/jpeg", caption)
    if kind == VOICE and (remote := address(message, "voice_url")):
        media = blake2b(update.encode(), digest_size=16).hexdigest()
        return SentMedia(at, media, MediaKind.VOICE, remote, 0, "audio/aac")
    if kind in OTHER_KINDS:
        return SentOther(at, OTHER_KINDS[kind])
    said = text(message, "text")
    if not said:
        return SentOther(at, OtherKind.OTHER)
    return Followed(at) if said == "/start" else Said(at, said)


def _private(message: Object) -> str:
    """The address of the private chat it happened in: the chat's id, which is the person's."""
    sender, chat = part(message, "from"), part(message, "chat")
    if sender.get("is_bot") is True:
        raise Odd("bot")
    person, room = name_of(sender, "id"), name_of(chat, "id")
    kind = chat.get("chat_type")
    told = kind.lower() if isinstance(kind, str) else ""
    if told != "private" and (told or (person and room and person != room)):
        raise Odd("group")
    if not (room or person):
        raise Odd("nobody")
    return room or person


def _photo(message: Object) -> str:
    """Where the photo lies; the older manual has another name for the field."""
    return address(message, "photo_url") or address(message, "photo")


def _likeness(kind: str, message: Object, at: Moment) -> str:
    """
    A key for a message without a name, the same for its repetition.

    Without a date it takes the minute's, so that a person may say the same again later.
    """
    when = at.sent.replace(second=0, microsecond=0) if at.sent == at.heard else at.sent
    content = "\n".join((when.isoformat(), kind, text(message, "text"), _photo(message)))
    return blake2b(content.encode(), digest_size=16).hexdigest()


def _instant(message: Object, heard: datetime) -> datetime:
    """When it was sent; for a date that cannot be, the moment it was heard."""
    date = number(message, "date")
    if not 0 < date < 10**14:
        return heard
    sent = datetime.fromtimestamp(date if date < _SECONDS else date / 1000, UTC)
    return sent if heard - LONGEST_AGO < sent < heard + LONGEST_AHEAD else heard
