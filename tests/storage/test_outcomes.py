"""Of a row's outcomes the newest is written, and none is lost by a write that fails."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from storage.columns import Sending
from storage.outcomes import Charge, Outcome, Outcomes

WAITS = Outcome(1, Sending.PENDING, tries=1, again=datetime(2026, 11, 2, 8, tzinfo=UTC))
SENT = Outcome(1, Sending.SENT, "m1")
OTHER = Outcome(2, Sending.FAILED, error="no")
PAID = Outcome(3, Sending.SENT, "m3", charge=Charge("a", "2026-11", "billed", 1, 55))


class Cut(Exception):
    """Something came between."""


def cut_while_writing(outcomes: Outcomes, meanwhile: Outcome) -> None:
    with outcomes.drawn():
        outcomes.note(meanwhile)
        raise Cut


def drawn(outcomes: Outcomes, *, passing: bool = False) -> list[Outcome]:
    with outcomes.drawn(passing=passing) as found:
        return found


def test_only_the_newest_of_a_row_is_written() -> None:
    outcomes = Outcomes()
    for one in (WAITS, OTHER, SENT):
        outcomes.note(one)

    assert drawn(outcomes, passing=True) == [SENT]
    assert drawn(outcomes) == [OTHER]
    assert drawn(outcomes) == []


def test_what_was_paid_for_is_not_written_in_passing() -> None:
    outcomes = Outcomes()
    outcomes.note(PAID)

    assert not outcomes.all_sent
    assert drawn(outcomes, passing=True) == []
    assert drawn(outcomes) == [PAID]


def test_while_one_is_written_the_next_of_its_row_waits() -> None:
    outcomes = Outcomes()
    outcomes.note(WAITS)
    with outcomes.drawn() as found:
        outcomes.note(SENT)
        assert (found, drawn(outcomes)) == ([WAITS], [])

    assert drawn(outcomes) == [SENT]


def test_a_write_that_fails_brings_back_what_is_not_out_of_date() -> None:
    outcomes = Outcomes()
    outcomes.note(WAITS)
    outcomes.note(OTHER)
    with pytest.raises(Cut):
        cut_while_writing(outcomes, SENT)

    assert sorted(drawn(outcomes)) == [SENT, OTHER]
