"""
What somebody sent to an Official Account, as an event of the conversation.

A tap on a button comes as a text, which is the payload that we put on it. Whatever a person sent is
answered, so what has lost its text or its file on the way is still an event.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING

import orjson

from bot.channels.zalo_fields import address, name_of, number, part, text
from bot.channels.zalo_oa_kinds import OTHER_KINDS
from bot.channels.zalo_oa_render import tapped
from bot.text import clean
from handlers.events import (
    Chose,
    Event,
    MediaKind,
    Moment,
    OtherKind,
    Said,
    SentMedia,
    SentOther,
    SharedPhone,
)

if TYPE_CHECKING:
    from bot.channels.strict import Object

MIMES = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "heic": "image/heic",
    "heif": "image/heif",
}
"""Kinds of file by the ending of their names, which is all that some events say of them."""

LONGEST_PHONE = 32
LONGEST_NAME = 80
LONGEST_ADDRESS = 200
MOST = 20
"""Photos or papers of one event that are looked at."""

FARTHEST = {"latitude": 90, "longitude": 180}

_DEGREES = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,15})?")


def events_of(name: str, event: Object, at: Moment, source: str) -> list[Event]:
    """
    What a person did, by the event's `name`; nothing for an event that no person sent.

    Several photos or papers may come as one event of Zalo's; `source` is its name, by which they
    are known.
    """
    said, hung = text(part(event, "message"), "text"), _attachments(event) or [{}]
    match name:
        case "user_send_image":
            images = enumerate(hung[:MOST])
            return [_photo(one, at, said, f"{source}/{place}") for place, one in images]
        case "user_send_file":
            files = enumerate(hung[:MOST])
            return [_file(one, at, said, f"{source}/{place}") for place, one in files]
    only = _event(name, event, at, hung[0], source)
    return [] if only is None else [only]


def _event(name: str, event: Object, at: Moment, payload: Object, source: str) -> Event | None:
    said = text(part(event, "message"), "text")
    match name:
        case "user_send_text" | "user_asking_product":
            return _typed(said, at)
        case "user_send_link":
            return _typed(said or address(payload, "url"), at)
        case "user_send_audio":
            return _voice(payload, at, source)
        case "user_send_business_card":
            return _card(payload, at)
        case "user_submit_info":
            return _filled_in(part(event, "info"), at)
        case "user_send_location":
            return SentOther(at, OtherKind.LOCATION, _coordinates(part(payload, "coordinates")))
        case _ if name in OTHER_KINDS:
            return SentOther(at, OTHER_KINDS[name])
        case _ if name.startswith("user_send_"):
            return SentOther(at, OtherKind.OTHER)
        case _:
            return None


def _attachments(event: Object) -> list[Object]:
    """What each attachment holds; they may hang on the message or on the event."""
    for source in (part(event, "message"), event):
        hung = source.get("attachments")
        if isinstance(hung, list) and hung:
            return [part(one, "payload") for one in hung if isinstance(one, dict)]
    return []


def _typed(said: str, at: Moment) -> Event:
    if not said:
        return SentOther(at, OtherKind.OTHER)
    payload = tapped(said)
    return Chose(at, payload) if payload else Said(at, said)


def _shared(phone: str, at: Moment, *, own: bool) -> Event:
    if not phone:
        return SentOther(at, OtherKind.OTHER)
    return SharedPhone(at, phone, own)


def _phone(source: Object) -> str:
    """A phone number, which may stand there as a number."""
    return (text(source, "phone") or name_of(source, "phone"))[:LONGEST_PHONE]


def _filled_in(info: Object, at: Moment) -> Event:
    """Zalo's own form, in its new shape or its old one."""
    name, phone = text(info, "name")[:LONGEST_NAME], _phone(info)
    full = part(info, "full_address")
    ward = text(full, "user_ward") or text(info, "ward")
    parts = (
        text(full, "user_address") or text(info, "address"),
        ward,
        text(info, "district"),
        text(full, "user_city") or text(info, "city"),
    )
    address = ", ".join(one for one in parts if one)[:LONGEST_ADDRESS]
    if not (name or phone or address):
        return SentOther(at, OtherKind.OTHER)
    return SharedPhone(at, phone, own=True, name=name, address=address, ward=ward[:LONGEST_NAME])


def _coordinates(given: Object) -> str:
    """A place on the map in digits; empty for what is none."""
    found = [_degrees(given, name, most) for name, most in FARTHEST.items()]
    return ", ".join(found) if all(found) else ""


def _degrees(given: Object, name: str, most: int) -> str:
    """How far north or east, which may stand there as a number."""
    value = given.get(name)
    written = str(value) if type(value) in {int, float} else text(given, name)
    return written if _DEGREES.fullmatch(written) and abs(float(written)) <= most else ""


def _card(payload: Object, at: Moment) -> Event:
    """Somebody's business card, whose data stands as JSON where a link has its description."""
    try:
        card = orjson.loads(text(payload, "description"))
    except ValueError:
        card = None
    return _shared(_phone(card) if isinstance(card, dict) else "", at, own=False)


def _photo(payload: Object, at: Moment, caption: str, source: str) -> Event:
    return _media(payload, at, caption, source, "image/jpeg", MediaKind.PHOTO)


def _file(payload: Object, at: Moment, caption: str, source: str) -> Event:
    kind, name = text(payload, "type").lower(), text(payload, "name").lower()
    mime = kind if "/" in kind else MIMES.get(kind) or MIMES.get(name.rpartition(".")[2], "")
    if mime.startswith("image/") or mime == "application/pdf":
        return _media(payload, at, caption, source, clean(mime, 100), MediaKind.DOCUMENT)
    return SentOther(at, OtherKind.FILE)


def _voice(payload: Object, at: Moment, source: str) -> Event:
    note = _media(payload, at, "", source, "audio/amr", MediaKind.VOICE)
    return note if isinstance(note, SentMedia) else SentOther(at, OtherKind.VOICE)


def _media(
    payload: Object, at: Moment, caption: str, source: str, mime: str, kind: MediaKind
) -> Event:
    """What has bytes, under an id that a repeated delivery of the same event gives it again."""
    remote = address(payload, "url")
    if not remote:
        return SentOther(at, OtherKind.OTHER)
    media = blake2b(source.encode(), digest_size=16).hexdigest()
    return SentMedia(at, media, kind, remote, number(payload, "size"), mime, caption)
