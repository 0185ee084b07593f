"""Events of the webhook, as events of the talk."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.base import Ignored, Incoming
from bot.channels.zalo_oa_decode import Arrived, Decoded, Echo, decode
from bot.text import clean
from handlers.events import Chose, Said, SentMedia
from storage.cleaning import USUAL
from tests.fakes.zalo_events import every_event
from tests.fakes.zalo_server import OA_ID
from tests.telegram.spoiling import JUNK, spoil
from tests.zalo_oa import samples
from tests.zalo_oa.samples import MAI, Json, event, sent
from tests.zalo_oa.serving import ACCOUNT, NOON

GUIDE = Path(__file__).parents[2] / "ZALO.md"


def decoded(one: Json) -> Decoded:
    return decode(one, ACCOUNT, NOON)


def heard(one: Json) -> Incoming:
    found = decoded(one)
    assert isinstance(found, tuple)
    (incoming,) = found
    return incoming


@pytest.mark.parametrize("name", samples.HEARD)
def test_what_a_person_does_is_an_event_on_our_account(name: str) -> None:
    one, expected = samples.HEARD[name]

    incoming = heard(one)

    found = incoming.event
    assert (replace(found, media="") if isinstance(found, SentMedia) else found) == expected
    assert (incoming.account, incoming.address) == (ACCOUNT, MAI)
    assert not incoming.answerable


@pytest.mark.parametrize("name", samples.REPORTED)
def test_what_nobody_said_is_reported(name: str) -> None:
    one, expected = samples.REPORTED[name]

    assert decoded(one) == expected


@pytest.mark.parametrize("name", samples.IGNORED)
def test_what_is_not_for_us_has_a_word_to_count_it_under(name: str) -> None:
    one, kind = samples.IGNORED[name]

    assert decoded(one) == Ignored(kind)


def test_no_event_of_zalo_s_is_unknown_or_malformed() -> None:
    events = [event(name) | members for name, members in every_event(MAI, "77", OA_ID)]

    outcomes = [decoded(one) for one in events]

    kinds = {outcome.kind for outcome in outcomes if isinstance(outcome, Ignored)}
    assert not kinds & {"unknown", "malformed", "nobody", "own", "elsewhere"}
    assert {type(outcome) for outcome in outcomes} == {tuple, Echo, Arrived, Ignored}


def test_the_guide_has_every_kind_of_message_switched_on() -> None:
    heard = {
        name
        for name, members in every_event(MAI, "77", OA_ID)
        if name.startswith("user_send_") and isinstance(decoded(event(name) | members), tuple)
    }

    assert heard <= set(re.findall(r"`(user_send_[a-z_]+)`", GUIDE.read_text("utf-8")))


def test_nothing_that_our_account_says_is_somebody_s_turn() -> None:
    for name, members in every_event(MAI, "77", OA_ID):
        outcome = decoded(event(name) | members | {"sender": {"id": OA_ID}})
        if isinstance(outcome, tuple):
            assert "sender" not in members  # a follow says who follows


@pytest.mark.parametrize(
    ("one", "key"),
    [
        (sent("user_send_text", text="x"), "m-1/user_send_text"),
        (sent("user_send_text", text="x", msg_id=None, message_id="m-2"), "m-2/user_send_text"),
        (samples.relation("follow"), f"follow/{MAI}/{samples.STAMP}"),
        (samples.info(phone="84912000111"), f"user_submit_info/{MAI}/{samples.STAMP}"),
        (event("user_withdraw", user_id=MAI), f"user_withdraw/{MAI}/{samples.STAMP}"),
    ],
)
def test_an_event_has_the_key_that_zalo_recommends(one: Json, key: str) -> None:
    assert heard(one).update_key == key


def test_events_without_a_name_or_a_time_are_known_by_all_they_say() -> None:
    one = samples.relation("follow", source="a")
    del one["timestamp"]
    another = one | {"source": "b"}

    assert heard(one).update_key == heard(dict(one)).update_key != heard(another).update_key


def test_two_photos_have_two_ids_and_one_delivered_twice_has_one() -> None:
    first, second = (sent("user_send_image", samples.IMAGE, msg_id=name) for name in ("m-1", "m-2"))

    ids = [heard(one).event for one in (first, first, second)]

    assert [len({photo.media for photo in ids[:2] if isinstance(photo, SentMedia)})] == [1]
    assert len({photo.media for photo in ids if isinstance(photo, SentMedia)}) == 2


@pytest.mark.parametrize("name", ["user_send_image", "user_send_file"])
def test_photos_sent_together_are_several_events_and_none_is_lost(name: str) -> None:
    addresses = [f"https://f20-zpc.zdn.vn/{number}" for number in range(3)]
    hung = [samples.attached("x", url=one, type="application/pdf") for one in addresses]

    found, again = decoded(sent(name, *hung)), decoded(sent(name, *hung))

    assert isinstance(found, tuple)
    assert found == again
    photos = [one.event for one in found if isinstance(one.event, SentMedia)]
    assert [photo.remote for photo in photos] == addresses
    assert len({photo.media for photo in photos}) == len({one.update_key for one in found}) == 3


def test_no_more_photos_are_taken_at_once_than_anybody_sends() -> None:
    found = decoded(sent("user_send_image", *[samples.IMAGE] * 5000))

    assert isinstance(found, tuple)
    assert len(found) == 20


@pytest.mark.parametrize(
    "stamp", ["", "0", "1600", "1795000000", "9" * 30, "-1", "x", None, True, 1.5, 10**25, [], {}]
)
def test_a_time_that_cannot_be_is_the_moment_it_was_heard(stamp: Any) -> None:
    assert heard(sent("user_send_text", text="x") | {"timestamp": stamp}).event.at.sent == NOON


@pytest.mark.parametrize("ago", [timedelta(hours=3), timedelta(0), timedelta(minutes=-5)])
def test_a_time_is_taken_as_it_is_also_when_the_event_comes_late(ago: timedelta) -> None:
    stamp = str(int((NOON - ago).timestamp() * 1000))

    assert (
        heard(sent("user_send_text", text="x") | {"timestamp": stamp}).event.at.sent == NOON - ago
    )


@pytest.mark.parametrize("name", ["user_send_text", "oa_send_text", "user_seen_message"])
def test_what_is_older_than_the_keys_that_are_kept_is_brought_by_somebody_else(name: str) -> None:
    old = str(int((NOON - USUAL.update_keys - timedelta(seconds=1)).timestamp() * 1000))

    assert decoded(sent(name, text="x") | {"timestamp": old}) == Ignored("too old")


def test_an_event_too_deep_to_look_at_is_malformed() -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    one = samples.relation("follow", extra=deep)
    del one["timestamp"]

    assert decoded(one) == Ignored("malformed")


SOUND = [
    *(one for one, _ in samples.HEARD.values()),
    *(one for one, _ in samples.REPORTED.values()),
    *(one for one, _ in samples.IGNORED.values()),
]


@settings(max_examples=2000, deadline=None)
@given(st.sampled_from(SOUND), st.randoms(use_true_random=False), st.sampled_from(JUNK))
def test_a_spoilt_event_is_of_clean_values_or_ignored(one: Json, chance: Any, junk: object) -> None:
    spoilt = spoil(one, chance.randrange, junk)

    outcome = decoded(spoilt if isinstance(spoilt, dict) else {})

    if isinstance(outcome, Ignored):
        assert outcome.kind.isalpha()
        return
    for part in outcome if isinstance(outcome, tuple) else [outcome]:
        assert part.address.isascii()
        assert part.address.isprintable()
    for incoming in outcome if isinstance(outcome, tuple) else []:
        assert incoming.update_key.isprintable()
        assert datetime(2015, 1, 1, tzinfo=UTC) < incoming.event.at.sent < NOON + timedelta(days=1)
        match incoming.event:
            case Said(_, text):
                assert text
                assert text == clean(text)
                assert text.encode()
            case Chose(_, payload):
                assert payload.isprintable()
                assert payload.isascii()
            case SentMedia():
                assert incoming.event.remote.startswith("http")
                assert incoming.event.caption == clean(incoming.event.caption)
