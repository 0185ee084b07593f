"""What differs between the answers before a turn and after it, and nothing else, is written."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from handlers.state import Answer, Answers, Source
from storage.changes import difference

AT = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)


def given(value: str) -> Answer:
    return Answer(value, value, Source.CHAT, AT)


A, B, C = (given(value) for value in "abc")
KEY, NAME, PRICE = (0, "key"), (1, "prod-name"), (1, "prod-price")
LATER = (2, "prod-name")


@pytest.mark.parametrize(
    ("before", "after", "written", "gone"),
    [
        pytest.param({}, {}, {}, set(), id="nothing"),
        pytest.param({KEY: A}, {KEY: A}, {}, set(), id="the same"),
        pytest.param({KEY: A}, {KEY: given("a")}, {}, set(), id="equal"),
        pytest.param({KEY: A}, {KEY: A, NAME: B}, {NAME: B}, set(), id="one more"),
        pytest.param({KEY: A, NAME: B}, {KEY: A}, {}, {NAME}, id="the last gone"),
        pytest.param({KEY: A, NAME: B}, {NAME: B}, {}, {KEY}, id="the first gone"),
        pytest.param({KEY: A, NAME: B}, {KEY: A, NAME: C}, {NAME: C}, set(), id="changed"),
        pytest.param({KEY: A, NAME: B}, {NAME: B, KEY: A}, {}, set(), id="another order"),
        pytest.param({NAME: A}, {LATER: A}, {LATER: A}, {NAME}, id="another product's"),
        pytest.param({KEY: A, NAME: B}, {PRICE: C}, {PRICE: C}, {KEY, NAME}, id="all new"),
    ],
)
def test_the_difference(
    before: Answers, after: Answers, written: Answers, gone: set[tuple[int, str]]
) -> None:
    found, lost = difference(before, after)

    assert dict(found) == written
    assert set(lost) == gone
