"""Telegram's updates, decoded by hand; and such as no decoder of theirs would take."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.base import Ignored, Incoming
from bot.channels.telegram_decode import decode
from bot.text import clean
from handlers.events import Chose, Edited, Event, Said, SentMedia, SharedPhone
from tests.telegram import samples
from tests.telegram.made_up import updates
from tests.telegram.samples import MAI, Json
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
