"""Updates of Zalo's Bot Platform, decoded: what happened, whatever is missing or odd."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.base import Ignored, Incoming
from bot.channels.zalo_bot_decode import decode, updates
from bot.text import clean
from handlers.events import Said, SentMedia
from tests.telegram.serving import NOON
from tests.telegram.spoiling import JUNK, spoil
from tests.zalo_bot import samples
from tests.zalo_bot.samples import PERSON, PHOTO, Json, text, update
from tests.zalo_bot.serving import ACCOUNT


def decoded(one: Json) -> Incoming:
    incoming = decode(one, ACCOUNT, NOON)
    assert isinstance(incoming, Incoming), incoming
    return incoming


def key_of(one: Json) -> str:
    return decoded(one).update_key


@pytest.mark.parametrize("name", samples.HEARD)
def test_what_happened(name: str) -> None:
    sample, expected = samples.HEARD[name]

    event = decoded(sample).event

    if isinstance(event, SentMedia) and isinstance(expected, SentMedia):
        expected = replace(expected, media=event.media)
    assert event == expected


@pytest.mark.parametrize("name", samples.IGNORED)
def test_what_is_not_for_us_is_counted_by_its_kind(name: str) -> None:
    sample, expected = samples.IGNORED[name]

    assert decode(sample, ACCOUNT, NOON) == expected


def test_an_event_carries_its_account_and_chat() -> None:
    incoming = decoded(text())

    assert (incoming.account, incoming.address) == (ACCOUNT, PERSON)
    assert not incoming.answerable
    assert not incoming.tap


def test_a_person_with_a_number_for_a_name_is_taken_by_its_digits() -> None:
    number = 2**70 + 1

    assert decoded(text(**{"from": {"id": number}, "chat": {"id": number}})).address == str(number)


def test_a_message_keeps_its_key_however_it_comes() -> None:
    later = decode(text(), ACCOUNT, NOON + timedelta(hours=1))

    assert isinstance(later, Incoming)
    assert key_of(text()) == later.update_key
    assert key_of(text()) == key_of(text(chat=None)) == key_of(text(date=None))


def test_two_messages_have_two_keys() -> None:
    others = [text(message_id="b"), text(chat={"id": "x", "chat_type": "PRIVATE"})]

    assert len({key_of(one) for one in [text(), *others]}) == 3


NAMELESS: list[Json] = [
    text(message_id=None),
    text(message_id=None, date=samples.DATE + 1),
    text("khác", message_id=None),
    update("image", photo_url=PHOTO, message_id=None),
    update("image", photo_url=f"{PHOTO}1", message_id=None),
    text("\ud800", message_id=None),
    text(message_id=None, date=None),
    text("khác", message_id=None, date=None),
]


def test_a_message_without_a_name_is_known_by_its_content() -> None:
    keys = [key_of(one) for one in NAMELESS]

    assert len(set(keys)) == len(NAMELESS)
    assert keys == [key_of(one) for one in NAMELESS]


def test_the_same_word_said_later_without_name_and_date_is_said_again() -> None:
    bare = text("1", message_id=None, date=None)

    first, soon, later = (
        decode(bare, ACCOUNT, NOON + timedelta(seconds=after)) for after in (0, 5, 70)
    )

    assert isinstance(first, Incoming)
    assert isinstance(soon, Incoming)
    assert isinstance(later, Incoming)
    assert first.update_key == soon.update_key != later.update_key


def test_a_photo_keeps_its_name_when_it_is_delivered_again_and_no_other_has_it() -> None:
    one = update("image", photo_url=PHOTO)
    events = [
        decoded(each).event for each in (one, one, update("image", photo=PHOTO, message_id="b"))
    ]

    first, again, another = [event.media for event in events if isinstance(event, SentMedia)]

    assert first == again != another
    assert len(first) == 32
    assert int(first, 16)


FLAT = text()


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (FLAT, 1),
        ({"ok": True, "result": FLAT}, 1),
        ([FLAT, FLAT], 2),
        ({"ok": True, "result": [FLAT, FLAT]}, 2),
        ([None, 7, {}, FLAT], 1),
        ({"ok": True, "result": {}}, 0),
        ({"ok": True, "result": None}, 0),
        ({"ok": True, "result": []}, 0),
        ({}, 0),
        ([], 0),
        (None, 0),
        ("x", 0),
        (7, 0),
    ],
)
def test_updates_come_alone_or_together_flat_or_wrapped_or_not_at_all(
    body: object, count: int
) -> None:
    assert updates(body) == [FLAT] * count


SOUND = [sample for sample, _ in (samples.HEARD | samples.IGNORED).values()]
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@settings(max_examples=500, deadline=None)
@given(data=st.data())
def test_nothing_that_is_sent_raises(data: Any) -> None:
    sample = data.draw(st.sampled_from(SOUND))
    junk = data.draw(st.sampled_from(JUNK) | ANYTHING)

    def choose(count: int) -> int:
        chosen: int = data.draw(st.integers(0, count - 1))
        return chosen

    for spoilt in updates(spoil(sample, choose, junk)):
        incoming = decode(spoilt, ACCOUNT, NOON)

        match incoming:
            case Ignored(kind):
                assert kind in {"malformed", "unknown", "bot", "group", "nobody"}
            case Incoming(event=Said(_, said)):
                assert said == clean(said) != ""
        if isinstance(incoming, Incoming):
            assert incoming.address.isascii()
            assert incoming.update_key.startswith(f"{incoming.address}/")
