"""Who may be written to, by which kind of message and at which price: a table."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.zalo_terms import Tag, Template, TermsError, read_terms
from bot.channels.zalo_windows import (
    Account,
    Answer,
    Closed,
    Cost,
    Held,
    Open,
    Standing,
    Why,
    may_send,
    pace,
)
from bot.settings import OWN_TERMS

TERMS = read_terms(OWN_TERMS)
NOON = datetime(2026, 11, 23, 5, tzinfo=UTC)
"""In Vietnam."""

GROWTH = Account(TERMS, TERMS.packages["growth"])
SPENT = Account(TERMS, TERMS.packages["growth"], billed_this_month=500)
CARE, PUBLIC, PROMOTION = (Template("1", tag, {}) for tag in (Tag.CARE, Tag.PUBLIC, Tag.PROMOTION))
CHEAP = Template("1", Tag.CARE, {}, price=90)

FREE = Open(Cost.FREE)
ALLOWANCE = Open(Cost.ALLOWANCE)
BILLED = Open(Cost.BILLED, 55)


def ago(**span: float) -> Standing:
    """Somebody who did something so long ago."""
    return Standing(NOON - timedelta(**span))


@pytest.mark.parametrize(
    ("person", "account", "template", "answer"),
    [
        (ago(), GROWTH, None, FREE),
        (ago(hours=47), GROWTH, None, FREE),
        (ago(hours=47), SPENT, None, FREE),
        (ago(hours=47), GROWTH, CARE, FREE),
        (ago(hours=47, minutes=58), GROWTH, None, FREE),
        (ago(hours=48), GROWTH, None, ALLOWANCE),
        (ago(hours=49), GROWTH, None, ALLOWANCE),
        (ago(hours=49), SPENT, None, BILLED),
        (ago(hours=49), SPENT, CARE, BILLED),
        (ago(days=6, hours=23), SPENT, None, BILLED),
        (ago(days=7), SPENT, None, Closed(Why.TOO_LONG_AGO)),
        (ago(days=8), GROWTH, None, Closed(Why.TOO_LONG_AGO)),
        (ago(days=8), GROWTH, CARE, Open(Cost.BILLED, 200, CARE)),
        (ago(days=8), GROWTH, PUBLIC, Open(Cost.BILLED, 120, PUBLIC)),
        (ago(days=8), GROWTH, CHEAP, Open(Cost.BILLED, 90, CHEAP)),
        (Standing(), GROWTH, None, Closed(Why.NEVER_WROTE)),
        (Standing(), GROWTH, PUBLIC, Open(Cost.BILLED, 120, PUBLIC)),
        (Standing(), GROWTH, PROMOTION, Open(Cost.BILLED, 200, PROMOTION)),
        (Standing(promotions_today=1), GROWTH, PROMOTION, Closed(Why.PROMOTED_TODAY)),
        (Standing(promotions_today=1), GROWTH, CARE, Open(Cost.BILLED, 200, CARE)),
        (Standing(NOON, stopped=True), GROWTH, PUBLIC, Closed(Why.STOPPED)),
        (ago(hours=-1), GROWTH, None, FREE),  # their clock is ahead of ours
        (ago(), Account(TERMS, TERMS.packages["standard"]), PUBLIC, Closed(Why.PACKAGE)),
    ],
)
def test_the_windows(
    person: Standing, account: Account, template: Template | None, answer: Answer
) -> None:
    assert may_send(person, account, NOON, template) == answer


@pytest.mark.parametrize(
    ("hour", "held_until"),
    [("21:59", ""), ("22:00", "24 06:05"), ("23:30", "24 06:05"), ("00:10", "23 06:05"),
     ("05:59", "23 06:05"), ("06:00", ""), ("06:05", "")],
)  # fmt: skip
def test_template_messages_are_held_at_night(hour: str, held_until: str) -> None:
    now = datetime.fromisoformat(f"2026-11-23T{hour}:00+07:00")
    answer = may_send(Standing(), GROWTH, now, PUBLIC)

    until = f"{answer.until:%d %H:%M}" if isinstance(answer, Held) else ""
    assert until == held_until


def test_messages_of_consultation_go_round_the_clock() -> None:
    midnight = datetime.fromisoformat("2026-11-23T00:00:00+07:00")
    person = Standing(midnight - timedelta(hours=3))

    assert may_send(person, GROWTH, midnight, PUBLIC) == FREE


@given(st.timedeltas(timedelta(), timedelta(days=30)), st.integers(0, 600))
def test_nothing_leaves_outside_its_class(age: timedelta, spent: int) -> None:
    account = Account(TERMS, TERMS.packages["growth"], spent)
    answer = may_send(Standing(NOON - age), account, NOON)

    match answer:
        case Open(cost=Cost.FREE):
            assert age < timedelta(hours=48)
        case Open(cost=Cost.ALLOWANCE):
            assert age < timedelta(days=7)
            assert spent < 500
        case Open(cost=Cost.BILLED, price=price):
            assert age < timedelta(days=7)
            assert (price, spent >= 500) == (55, True)
        case _:
            assert age > timedelta(days=7) - TERMS.margin


@pytest.mark.parametrize(
    ("package", "most", "a_second"),
    [("growth", 10, 100 / 60), ("growth", 1, 1), ("comprehensive", 10, 10),
     ("comprehensive", 1000, 2000 / 60), ("standard", 10, 0)],
)  # fmt: skip
def test_the_pace_is_the_package_s(package: str, most: float, a_second: float) -> None:
    assert pace(Account(TERMS, TERMS.packages[package]), most) == a_second


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ("free-hours = 48", "free-hours = 'two days'", "`free-hours` must be a whole number"),
        ("free-hours = 48", "", "`free-hours` is missing"),
        ("free-hours = 48", "free-hours = 999", "`paid-hours` is less than `free-hours`"),
        ("message-price = 55", "message-price = -1", "`message-price` is less than nothing"),
        ('night = "22:00-06:00"', 'night = "late"', "`night` must be hours like 22:00-06:00"),
        ('morning = "06:05"', 'morning = "six"', "`morning` must be an hour like 06:05"),
        ("[package.growth]", "[package.growth]\ncolour = 1", "`colour` is not a known key"),
        ("[app]", "[apps]", "`requests-per-minute` is missing"),
        ("[app]", "[app", "is not TOML"),
    ],
)
def test_a_mistake_in_the_terms_is_one_line(
    tmp_path: Path, was: str, becomes: str, told: str
) -> None:
    file = tmp_path / "zalo.toml"
    file.write_text(OWN_TERMS.read_text("utf-8").replace(was, becomes, 1), "utf-8")

    with pytest.raises(TermsError) as caught:
        read_terms(file)
    assert any(told in line for line in caught.value.lines)


def test_terms_that_are_not_there_are_one_line(tmp_path: Path) -> None:
    with pytest.raises(TermsError, match="is missing"):
        read_terms(tmp_path / "none.toml")
