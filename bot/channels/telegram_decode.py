"""
One Telegram update, decoded by hand into what happened in one private chat.

Only the fields that are used are read, and each strictly by its type; whatever is missing, odd,
from a group or of a kind nobody asked for comes back as `Ignored` with a word to count it under.
Nothing that Telegram or a forger may send raises.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING

from bot.channels.base import Ignored, Incoming
from bot.channels.strict import Odd, part, token, whole, words
from bot.channels.telegram_kinds import OTHER_KINDS, OTHER_UPDATES, SERVICE, SPOKEN
from bot.text import clean
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

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_DOWNLOAD = 20_000_000

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@[A-Za-z0-9_]+)?(?:\s+(.*))?", re.DOTALL)
_DEEP_LINK = re.compile(r"[A-Za-z0-9_-]{0,64}")
_LATEST = datetime(9999, 1, 1, tzinfo=UTC).timestamp()


def decode(
    update: Mapping[str, object], account: str, heard: datetime, *, answerable: bool = False
) -> Incoming | Ignored:
    """
    What happened, or why it is ignored; raises nothing.

    `answerable` says that the reply to a message may travel in the answer to this very request;
    a tap's never does. The moment's `fresh` is left 0 for whoever stores the event.
    """
    try:
        return _decode(update, account, heard, answerable=answerable)
    except Odd as reason:
        return Ignored(str(reason))


def _decode(
    update: Mapping[str, object], account: str, heard: datetime, *, answerable: bool
) -> Incoming:
    key = str(whole(update, "update_id"))
    if "message" in update:
        message = part(update, "message")
        chat, sender = _private(message), _sender(message)
        at = Moment(heard, _instant(message, "date"), 0)
        event = _message(message, at, sender, f"{account}/{key}")
        return Incoming(account, chat, key, event, _language(sender), answerable)
    if "callback_query" in update:
        query = part(update, "callback_query")
        sender = _sender(query)
        chat = _private(part(query, "message"))
        event = Chose(Moment(heard, heard, 0), _payload(query))
        return Incoming(account, chat, key, event, _language(sender), tap=token(query, "id"))
    if "edited_message" in update:
        message = part(update, "edited_message")
        chat, sender = _private(message), _sender(message)
        date = "edit_date" if "edit_date" in message else "date"
        event = _edit(message, Moment(heard, _instant(message, date), 0))
        return Incoming(account, chat, key, event, _language(sender), answerable)
    if "my_chat_member" in update:
        change = part(update, "my_chat_member")
        chat, sender = _private(change), _sender(change)
        event = _membership(change, Moment(heard, _instant(change, "date"), 0))
        return Incoming(account, chat, key, event, _language(sender))
    raise Odd(next((kind for kind in update if kind in OTHER_UPDATES), "unknown"))


def _message(
    message: Mapping[str, object], at: Moment, sender: Mapping[str, object], update: str
) -> Event:
    if "text" in message:
        return _text(words(message, "text"), at)
    if "contact" in message:
        return _contact(part(message, "contact"), at, sender)
    if "photo" in message:
        largest = _largest(message)
        return _media(largest, at, MediaKind.PHOTO, "image/jpeg", update, _caption(message))
    for name, kind in OTHER_KINDS.items():
        if name in message:
            return SentOther(at, kind)
    if "document" in message:
        return _paper(message, at, update)
    if name := next((one for one in SPOKEN if one in message), ""):
        note = part(message, name)
        return _media(note, at, MediaKind.VOICE, _mime(note), update, _caption(message))
    if not SERVICE.isdisjoint(message):
        raise Odd("service")
    return SentOther(at, OtherKind.OTHER)


def _paper(message: Mapping[str, object], at: Moment, update: str) -> Event:
    paper = part(message, "document")
    mime = _mime(paper)
    if mime.startswith("image/") or mime == "application/pdf":
        return _media(paper, at, MediaKind.DOCUMENT, mime, update, _caption(message))
    return SentOther(at, OtherKind.FILE)


def _text(typed: str, at: Moment) -> Event:
    text = clean(typed)
    if not text:
        return SentOther(at, OtherKind.OTHER)
    command = _COMMAND.fullmatch(text) if text[0] == "/" else None
    if command is None:
        return Said(at, text)
    name, rest = command[1].lower(), command[2] or ""
    if name == "start":
        return Followed(at, rest if _DEEP_LINK.fullmatch(rest) else "")
    return Said(at, f"/{name} {rest}".rstrip())


def _contact(contact: Mapping[str, object], at: Moment, sender: Mapping[str, object]) -> Event:
    phone = clean(words(contact, "phone_number"), 32)
    if not phone:
        raise Odd
    own = "user_id" in contact and whole(contact, "user_id") == whole(sender, "id")
    return SharedPhone(at, phone, own)


def _largest(message: Mapping[str, object]) -> Mapping[str, object]:
    sizes = message["photo"]
    if not isinstance(sizes, list) or not sizes:
        raise Odd
    sizes = sorted(sizes, key=_area)
    return next((size for size in reversed(sizes) if _size(size) <= MAX_DOWNLOAD), sizes[0])


def _area(size: object) -> int:
    if not isinstance(size, dict):
        raise Odd
    return whole(size, "width") * whole(size, "height")


def _media(
    file: Mapping[str, object], at: Moment, kind: MediaKind, mime: str, update: str, caption: str
) -> SentMedia:
    """What has bytes, under an id that a repeated delivery of the same update gives it again."""
    source = f"{update}/{token(file, 'file_unique_id')}"
    media = blake2b(source.encode(), digest_size=16).hexdigest()
    return SentMedia(at, media, kind, token(file, "file_id"), _size(file), mime, caption)


def _edit(message: Mapping[str, object], at: Moment) -> Edited:
    text = clean(words(message, "text")) if "text" in message else _caption(message)
    if not text:
        raise Odd("edit")
    return Edited(at, text)


def _membership(change: Mapping[str, object], at: Moment) -> Left | Returned:
    match words(part(change, "new_chat_member"), "status"):
        case "kicked" | "left":
            return Left(at)
        case "member":
            return Returned(at)
        case _:
            raise Odd("membership")


def _private(source: Mapping[str, object]) -> str:
    """The address of the private chat it happened in."""
    chat = part(source, "chat")
    if words(chat, "type") != "private":
        raise Odd("group")
    return str(whole(chat, "id"))


def _sender(source: Mapping[str, object]) -> Mapping[str, object]:
    sender = part(source, "from")
    if sender.get("is_bot") is True:
        raise Odd("bot")
    whole(sender, "id")
    return sender


def _language(sender: Mapping[str, object]) -> str:
    """The language without its region, where Telegram names one."""
    code = sender.get("language_code", "")
    if not isinstance(code, str):
        raise Odd
    language = code.partition("-")[0].lower()
    return language if language.isascii() and language.isalpha() and len(language) <= 3 else ""


def _payload(query: Mapping[str, object]) -> str:
    if "data" not in query:
        raise Odd("game")
    data = words(query, "data")
    if not data.isprintable() or not 1 <= len(data.encode()) <= 64:
        raise Odd
    return data


def _caption(message: Mapping[str, object]) -> str:
    return clean(words(message, "caption")) if "caption" in message else ""


def _mime(file: Mapping[str, object]) -> str:
    return clean(words(file, "mime_type"), 100) if "mime_type" in file else ""


def _size(file: Mapping[str, object]) -> int:
    return whole(file, "file_size") if "file_size" in file else 0


def _instant(source: Mapping[str, object], key: str) -> datetime:
    seconds = whole(source, key)
    if seconds >= _LATEST:
        raise Odd
    return datetime.fromtimestamp(seconds, UTC)
