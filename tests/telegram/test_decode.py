"""Telegram's updates, decoded by hand, by python-telegram-bot, and by nobody."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import Message, Update, User

from bot.channels.base import Ignored, Incoming
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
from tests.telegram.samples import BOT, DATE, GROUP, MAI, Json
from tests.telegram.serving import ACCOUNT, NOON
from tests.telegram.spoiling import JUNK, spoil


def decoded(update: Json) -> Incoming | Ignored:
    return decode(update, ACCOUNT, NOON)


def event_of(update: Json) -> Event:
    incoming = decoded(update)
    assert isinstance(incoming, Incoming)
    return incoming.event


@pytest.mark.parametrize("name", samples.HEARD)
def test_what_happened(name: str) -> None:
    update, expected = samples.HEARD[name]

    event = event_of(update)

    if isinstance(event, SentMedia) and isinstance(expected, SentMedia):
        expected = replace(expected, media=event.media)
    assert event == expected


@pytest.mark.parametrize("name", samples.IGNORED)
def test_what_is_not_for_us_is_counted_by_its_kind(name: str) -> None:
    update, expected = samples.IGNORED[name]

    assert decoded(update) == expected


@pytest.mark.parametrize("name", samples.MALFORMED)
def test_what_is_odd_is_ignored(name: str) -> None:
    assert decoded(samples.MALFORMED[name]) == samples.BAD


def test_an_event_carries_its_account_chat_key_and_language() -> None:
    incoming = decoded(samples.HEARD["a text"][0])

    assert isinstance(incoming, Incoming)
    assert (incoming.account, incoming.address, incoming.update_key, incoming.language) == (
        ACCOUNT,
        "5001",
        "900",
        "vi",
    )


@pytest.mark.parametrize(
    ("code", "language"),
    [("vi", "vi"), ("en-US", "en"), ("VI-vn", "vi"), ("", ""), ("x" * 9, ""), ("zh-hans", "zh")],
)
def test_a_language_is_named_without_its_region(code: str, language: str) -> None:
    sender = {"from": MAI | {"language_code": code}}

    incoming = decoded(samples.update(message=samples.message(text="x") | sender))

    assert isinstance(incoming, Incoming)
    assert incoming.language == language


def test_a_message_may_be_answered_in_place_and_a_tap_may_not() -> None:
    message = decode(samples.HEARD["a text"][0], ACCOUNT, NOON, answerable=True)
    tap = decode(samples.HEARD["a tap"][0], ACCOUNT, NOON, answerable=True)

    assert isinstance(message, Incoming)
    assert isinstance(tap, Incoming)
    assert (message.answerable, message.tap) == (True, "")
    assert (tap.answerable, tap.tap) == (False, "4382bfdwdsb323b2d9")


def test_a_photo_keeps_its_name_when_it_is_delivered_again_and_no_other_photo_has_it() -> None:
    photo, paper = samples.HEARD["a photo"][0], samples.HEARD["a paper"][0]
    names = [
        event_of(photo),
        event_of(photo),
        event_of(paper),
        event_of(photo | {"update_id": 901}),
    ]

    first, again, *others = [event.media for event in names if isinstance(event, SentMedia)]

    assert first == again
    assert len({first, *others}) == 3
    assert len(first) == 32
    assert int(first, 16)


# The library's own decoder as the oracle.


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
    incoming = decoded(update)
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


ids = st.integers(min_value=1, max_value=2**52 - 1)
dates = st.integers(min_value=1_000_000_000, max_value=2**31 - 1)
texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
typed = texts | st.sampled_from(["/start", "/start abc", "/START x", "/help", "Đúng", "1,2 tỷ"])
names = st.text(alphabet="ABCabc019_-", min_size=1, max_size=60)
people = st.fixed_dictionaries(
    {"id": ids, "is_bot": st.just(value=False), "first_name": texts},
    optional={
        "language_code": st.sampled_from(["vi", "en", "fr-CA"]),
        "last_name": texts,
        "is_premium": st.just(value=True),
    },
)
chats = st.fixed_dictionaries({"id": ids, "type": st.just("private"), "first_name": texts})
groups = st.sampled_from([GROUP, {"id": -5, "type": "group", "title": "x"}])
files = st.fixed_dictionaries(
    {"file_id": names, "file_unique_id": names},
    optional={"file_size": st.integers(0, 20_000_000)},
)
sizes = st.builds(
    lambda file, side: file | {"width": side, "height": side}, files, st.integers(1, 9000)
)
documents = st.builds(
    lambda file, mime: file | mime,
    files,
    st.sampled_from(
        [{}, {"mime_type": "application/pdf"}, {"mime_type": "image/png"}, {"mime_type": "text/x"}]
    ),
)
contents = st.one_of(
    st.builds(lambda text: {"text": text}, typed),
    st.builds(lambda text: {"text": text}, typed),
    st.builds(
        lambda phone, user: {"contact": {"phone_number": phone, "first_name": "N"} | user},
        st.text(alphabet="+0123456789", min_size=1, max_size=15),
        st.one_of(
            st.just({}), st.just({"user_id": 5001}), st.builds(lambda user: {"user_id": user}, ids)
        ),
    ),
    st.builds(
        lambda sizes, caption: {"photo": sizes} | caption,
        st.lists(sizes, min_size=1, max_size=4, unique_by=lambda size: size["width"]),
        st.one_of(st.just({}), st.builds(lambda text: {"caption": text}, texts)),
    ),
    st.builds(lambda document: {"document": document}, documents),
    st.sampled_from(
        [
            {"voice": samples.VOICE},
            {"audio": samples.VOICE},
            {"sticker": samples.STICKER | samples.FILE},
            {"video": samples.VIDEO},
            {"venue": samples.VENUE, "location": samples.VENUE["location"]},
            {"dice": {"emoji": "🎲", "value": 3}},
            {"pinned_message": samples.message(text="x")},
            {},
        ]
    ),
)


def build_message(sender: Json, chat: Json, date: int, content: Json) -> Json:
    return {"message_id": 1, "from": sender, "chat": chat, "date": date} | content


messages = st.builds(build_message, st.just(MAI) | people, chats | groups, dates, contents)
edits = st.builds(lambda message, date: message | {"edit_date": date}, messages, dates)
taps = st.builds(
    lambda sender, chat, data: (
        {
            "id": "77",
            "from": sender,
            "message": build_message(BOT, chat, DATE, {"text": "x"}),
            "chat_instance": "1",
        }
        | data
    ),
    people,
    chats | groups,
    st.one_of(
        st.builds(
            lambda data: {"data": data},
            st.text(alphabet="abc/09-đ", min_size=1, max_size=30),
        ),
        st.just({"game_short_name": "chess"}),
    ),
)
memberships = st.builds(
    lambda sender, chat, status: {
        "chat": chat,
        "from": sender,
        "date": DATE,
        "old_chat_member": samples.MEMBER,
        "new_chat_member": status,
    },
    people,
    chats | groups,
    st.sampled_from([samples.MEMBER, samples.KICKED, {"user": BOT, "status": "left"}]),
)
others = st.sampled_from(
    [
        {
            "poll_answer": {
                "poll_id": "1",
                "user": MAI,
                "option_ids": [0],
                "option_persistent_ids": ["a"],
            }
        },
        {"channel_post": {"message_id": 1, "date": DATE, "chat": GROUP, "text": "x"}},
        {"inline_query": {"id": "1", "from": MAI, "query": "x", "offset": ""}},
        {},
    ]
)
updates = st.builds(
    lambda key, content: {"update_id": key} | content,
    st.integers(0, 2**31 - 1),
    st.one_of(
        st.builds(lambda message: {"message": message}, messages),
        st.builds(lambda message: {"edited_message": message}, edits),
        st.builds(lambda query: {"callback_query": query}, taps),
        st.builds(lambda change: {"my_chat_member": change}, memberships),
        others,
    ),
)


@settings(max_examples=500, deadline=None)
@given(updates)
def test_both_decoders_agree_on_every_well_formed_update(update: Json) -> None:
    assert in_our_words(update) == in_their_words(update)


# What no decoder of theirs would take.


@settings(max_examples=1000, deadline=None)
@given(updates, st.randoms(use_true_random=False), st.sampled_from(JUNK))
def test_a_spoilt_update_is_an_event_of_clean_values_or_ignored(
    update: Json, chance: Any, junk: object
) -> None:
    spoilt = spoil(update, chance.randrange, junk)

    outcome = decode(spoilt if isinstance(spoilt, dict) else {}, ACCOUNT, NOON)

    if isinstance(outcome, Incoming):
        assert outcome.address.isdigit()
        assert outcome.event.at.sent.tzinfo is UTC
        assert outcome.event.at.sent < datetime(9999, 1, 1, tzinfo=UTC)
        for text in values_of(outcome.event):
            assert text == clean(text)
            assert text.isprintable() or "\n" in text or "\t" in text or not text.isascii()
            assert text.encode()
        assert not (isinstance(outcome.event, Said) and not outcome.event.text)


def values_of(event: Event) -> list[str]:
    match event:
        case Said(_, text) | Edited(_, text):
            return [text]
        case Chose(_, payload):
            return [payload] if payload == clean(payload) else []
        case SharedPhone(_, phone):
            return [phone]
        case SentMedia():
            return [event.caption, event.remote, event.mime] if event.caption else [event.remote]
        case _:
            return []
