"""What an answer of the token endpoint means."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from bot.channels.zalo_oauth import USUAL_LIFE, USUAL_REFRESH_LIFE, Answer, Denied, read
from storage.zalo_tokens import Pair

NOON = datetime(2026, 11, 23, 5, tzinfo=UTC)
HOUR = timedelta(hours=1)


def answer(status: int = 200, **members: object) -> Answer:
    """What this answer means."""
    return read(json.dumps(members).encode(), status, NOON)


@pytest.mark.parametrize(
    ("given", "life"),
    [
        ("3600", HOUR),
        (3600, HOUR),
        ("90000", 25 * HOUR),
        ("", USUAL_LIFE),
        ("soon", USUAL_LIFE),
        (0, USUAL_LIFE),
        (-5, USUAL_LIFE),
        (1.5, USUAL_LIFE),
        (True, USUAL_LIFE),
        (None, USUAL_LIFE),
        (["3600"], USUAL_LIFE),
        ("999999999", USUAL_LIFE),
        ("9" * 400, USUAL_LIFE),
        ("٣٦٠٠", USUAL_LIFE),
    ],
)
def test_a_life_is_read_or_as_usual(given: object, life: timedelta) -> None:
    pair = answer(access_token="a", refresh_token="r", expires_in=given)

    assert pair == Pair("a", "r", NOON, NOON + life, NOON + USUAL_REFRESH_LIFE)


def test_the_life_of_the_refresh_token_may_be_said() -> None:
    pair = answer(access_token="a", refresh_token="r", refresh_token_expires_in="7776000")

    assert isinstance(pair, Pair)
    assert pair.refresh_expires_at == NOON + timedelta(days=90)


@pytest.mark.parametrize(
    ("error", "code"),
    [(-14014, -14014), ("-14014", -14014), (-118, -118), (216, 216)],
    ids=repr,
)
@pytest.mark.parametrize("status", [200, 400, 401])
def test_a_no_is_a_no_under_any_status_of_zalo_s(error: object, code: int, status: int) -> None:
    assert answer(status, error=error, error_name="No", error_description="no") == Denied(code)


@pytest.mark.parametrize("error", [0, "", "no", None, True, 1.5, [], "-" * 9])
def test_what_is_no_number_is_no_no(error: object) -> None:
    assert not isinstance(answer(error=error), Denied | Pair)
