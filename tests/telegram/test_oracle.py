"""Telegram's updates as python-telegram-bot decodes them: both decoders agree."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from telegram import Message, Update, User

from bot.channels.base import Ignored
from bot.channels.telegram_decode import decode
from bot.text import clean
from handlers.events import (
    Chose,
    Edited,
    Event,
    Followed,
    Left,
    Returned,
    Said,
    SentMedia,
    SharedPhone,
)
from tests.telegram import samples
from tests.telegram.made_up import updates
from tests.telegram.samples import Json
from tests.telegram.serving import ACCOUNT, NOON


def in_their_words(update: Json) -> tuple[object, ...] | None:
    """What the library makes of an update, in the terms of our events; None for what we ignore."""
    theirs = Update.de_json(json.loads(json.dumps(update)), None)
    chat, person = theirs.effective_chat, theirs.effective_user
    if chat is None or person is None or chat.type != "private" or person.is_bot:
        return None
    if theirs.message is not None:
        if theirs.message.pinned_message is not None:
            return None
        return (chat.id, theirs.update_id, *their_message(theirs.message, person))
    if theirs.callback_query is not None and theirs.callback_query.data:
        return (chat.id, theirs.update_id, "chose", theirs.callback_query.data)
    if theirs.edited_message is not None:
        text = clean(theirs.edited_message.text or theirs.edited_message.caption or "")
        when = theirs.edited_message.edit_date or theirs.edited_message.date
        return (chat.id, theirs.update_id, "edited", text, when) if text else None
    if theirs.my_chat_member is not None:
        status = theirs.my_chat_member.new_chat_member.status
        kind = {"kicked": "left", "left": "left", "member": "returned"}.get(status)
        return (chat.id, theirs.update_id, kind) if kind else None
    return None


def plain(text: str) -> str:
    """The words of a text; a command in small letters and to nobody in particular."""
    first, *rest = text.split()
    if re.fullmatch(r"/\w+(@\w+)?", first, re.ASCII):
        first = first.partition("@")[0].lower()
    return " ".join([first, *rest])


def their_message(message: Message, person: User) -> tuple[object, ...]:
    if message.text is not None:
        text = clean(message.text)
        if not text:
            return ("other",)
        said = plain(text)
        started = said == "/start" or said.startswith("/start ")
        return ("followed", message.date) if started else ("said", said, message.date)
    if message.contact is not None:
        return ("phone", message.contact.phone_number, message.contact.user_id == person.id)
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return ("media", largest.file_id, largest.file_size or 0, clean(message.caption or ""))
    if message.document is not None and message.animation is None:
        mime = message.document.mime_type or ""
        if mime.startswith("image/") or mime == "application/pdf":
            file = message.document
            return ("media", file.file_id, file.file_size or 0, clean(message.caption or ""))
    spoken = message.voice or message.audio
    if spoken is not None and message.document is None:
        return ("media", spoken.file_id, spoken.file_size or 0, clean(message.caption or ""))
    return ("other",)


def in_our_words(update: Json) -> tuple[object, ...] | None:
    incoming = decode(update, ACCOUNT, NOON)
    if isinstance(incoming, Ignored):
        return None
    return (int(incoming.address), int(incoming.update_key), *our_event(incoming.event))


def our_event(event: Event) -> tuple[object, ...]:
    match event:
        case Said(at, text):
            return ("said", plain(text), at.sent)
        case Followed(at):
            return ("followed", at.sent)
        case SharedPhone(_, phone, own):
            return ("phone", phone, own)
        case SentMedia():
            return ("media", event.remote, event.size, event.caption)
        case Chose(_, payload):
            return ("chose", payload)
        case Edited(at, text):
            return ("edited", text, at.sent)
        case Left():
            return ("left",)
        case Returned():
            return ("returned",)
        case _:
            return ("other",)


@pytest.mark.parametrize(
    "name",
    # their own decoder gives the largest of all sizes; it has no limit to keep to
    [name for name in samples.HEARD | samples.IGNORED if name != "a photo too large to fetch"],
)
def test_both_decoders_agree_on_every_sample(name: str) -> None:
    update, _ = (samples.HEARD | samples.IGNORED)[name]

    assert in_our_words(update) == in_their_words(update)


@settings(max_examples=500, deadline=None)
@given(updates)
def test_both_decoders_agree_on_every_well_formed_update(update: Json) -> None:
    assert in_our_words(update) == in_their_words(update)
