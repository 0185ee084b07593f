"""What every code of Zalo's comes to, by the published table."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.channels.base import Down, Later, Receipt, Refused, Sent, Unknown
from bot.channels.calling import CallFailed, CutOff, NotSent
from bot.channels.zalo_errors import known, receipt_of, receipt_of_failure
from bot.channels.zalo_request import Answer, Trouble, read_answer
from tests.zalo_oa.serving import NOON

CONSENT = (-204, -205, -209, -212, -219, -221, -223, -224, -235, -237, -240, -242, -320)
TOKEN = (-216, 216, 401, -401, -220)
AWAY = (-213, -227)
OUTSIDE = (-230, -232, -305, -311)
OPTOUT = (-217, -222, -244)
QUOTA = (-211, -321)
BAD = (-100, -201, -210, -218, -233, -238, -241, -249, -403, -1340, -1341)


def receipt(error: int, status: int = 200, at: datetime = NOON) -> Receipt:
    return receipt_of(Answer(error, "some words", {}, status), at)


@pytest.mark.parametrize("error", CONSENT + TOKEN)
def test_what_a_person_must_set_right_stops_the_account(error: int) -> None:
    found = receipt(error)

    assert isinstance(found, Down)
    assert str(error) in found.reason


@pytest.mark.parametrize("error", OUTSIDE)
def test_whoever_is_outside_the_window_can_still_be_reached_by_a_template(error: int) -> None:
    found = receipt(error)

    assert isinstance(found, Refused)
    assert (found.gone, found.by_rule) == (False, True)


@pytest.mark.parametrize("error", AWAY + OPTOUT)
def test_whoever_cannot_be_reached_is_gone_until_they_write(error: int) -> None:
    found = receipt(error)

    assert isinstance(found, Refused)
    assert found.gone
    assert str(error) in found.reason


@pytest.mark.parametrize("error", BAD)
def test_a_message_that_will_never_do_is_nobody_s_going(error: int) -> None:
    found = receipt(error)

    assert isinstance(found, Refused)
    assert not found.gone
    assert str(error) in found.reason
    assert "some words" in found.reason


def test_what_breaks_the_platform_s_rules_is_said_to_nobody_else() -> None:
    found = receipt(-248)

    assert isinstance(found, Refused)
    assert (found.forbidden, found.gone) == (True, False)


@pytest.mark.parametrize("error", QUOTA)
def test_a_spent_quota_holds_back_whom_it_concerns(error: int) -> None:
    found = receipt(error)

    assert isinstance(found, Later)
    assert found.after == timedelta(minutes=10)
    assert (found.whole_account, found.counts, found.apart) == (False, False, True)


@pytest.mark.parametrize(
    ("at", "seconds"),
    [(NOON, 60), (NOON + timedelta(seconds=59.5), 0.5), (NOON + timedelta(seconds=12), 48)],
)
def test_a_rate_is_waited_for_until_the_next_full_minute(at: datetime, seconds: float) -> None:
    found = receipt(-32, at=at)

    assert found == Later(
        timedelta(seconds=seconds), "rate limit (-32)", whole_account=True, counts=False
    )


@pytest.mark.parametrize(
    ("at", "hours"),
    [
        (datetime(2026, 11, 23, 15, 5, tzinfo=UTC), 8),  # 22:05 in Vietnam
        (datetime(2026, 11, 22, 22, 5, tzinfo=UTC), 1),  # 05:05
        (datetime(2026, 11, 22, 23, 5, tzinfo=UTC), 24),  # 06:05
    ],
)
def test_at_night_the_morning_is_waited_for(at: datetime, hours: int) -> None:
    found = receipt(-234, at=at)

    assert isinstance(found, Later)
    assert found.after == timedelta(hours=hours)
    assert not found.counts


def test_a_failure_without_a_reason_is_repeated_once_and_no_more() -> None:
    assert isinstance(receipt(-200), Unknown)


def test_what_is_being_processed_is_waited_for() -> None:
    assert receipt(-214) == Later(timedelta(minutes=2), "still being processed (-214)")


def test_a_code_that_nobody_knows_is_our_mistake_or_their_trouble_by_the_status() -> None:
    assert receipt(-9999) == Refused("error -9999: some words")
    assert receipt(-9999, status=503) == Later(timedelta(seconds=1), "their trouble")
    assert not known(-9999)


@pytest.mark.parametrize("error", CONSENT + TOKEN + AWAY + OUTSIDE + OPTOUT + QUOTA + BAD)
def test_every_code_of_the_table_is_known(error: int) -> None:
    assert known(error)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ({"message_id": "ab12"}, Sent("ab12")),
        ({"message_id": 12}, Sent("12")),
        ({"message_id": ""}, Unknown("an answer without a message id")),
        ({"message_id": None}, Unknown("an answer without a message id")),
        ({}, Unknown("an answer without a message id")),
    ],
)
def test_a_success_needs_a_message_id(data: dict[str, object], found: Receipt) -> None:
    assert receipt_of(Answer(0, "Success", data), NOON) == found


@pytest.mark.parametrize(
    ("failure", "kind"), [(NotSent("x"), Later), (CutOff("x"), Unknown), (Trouble("x"), Later)]
)
def test_every_failure_has_a_receipt(failure: CallFailed, kind: type) -> None:
    assert isinstance(receipt_of_failure(failure), kind)


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        (b'{"error":0,"message":"Success","data":{"a":1}}', Answer(0, "Success", {"a": 1})),
        (b'{"error":"-216","message":"x"}', Answer(-216, "x")),
        (b'{"error":-201,"message":null,"data":[]}', Answer(-201)),
        (b'{"error":-201}', Answer(-201)),
    ],
)
def test_numbers_are_read_from_texts_too(body: bytes, answer: Answer) -> None:
    assert read_answer(200, body) == answer


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>", b"[]", b"7", b'{"error":null}', b'{"error":true}', b'{"error":"x"}', b"{"],
)
def test_what_is_not_zalo_s_is_no_verdict(body: bytes) -> None:
    with pytest.raises(CutOff):
        read_answer(200, body)
    with pytest.raises(CutOff):
        read_answer(502, body)
    with pytest.raises(Trouble):
        read_answer(503, body)
    with pytest.raises(Trouble):
        read_answer(401, body)
    assert read_answer(429, body).error == -32
