"""Questions are understood as well as we say they are, by phrasings that nothing was fitted to."""

from __future__ import annotations

import subprocess
import sys

import pytest

from content.load import load
from tests.eval.__main__ import PACK
from tests.eval.cases import Part
from tests.eval.scores import beyond, by_kind, taken_out


@pytest.mark.parametrize(
    ("part", "at_one", "at_three", "wrongly"),
    [
        (Part.TUNING, 0.92, 0.97, 0.02),
        (Part.HELD_BACK, 0.92, 0.97, 0.02),
        (Part.BLIND, 0.86, 0.96, 0.04),
    ],
)
def test_the_right_entry_is_found(
    part: Part, at_one: float, at_three: float, wrongly: float
) -> None:
    scores = dict(by_kind(load(PACK).faq, part))

    assert scores["all"].at_one >= at_one
    assert scores["all"].at_three >= at_three
    assert scores["all"].wrongly <= wrongly


@pytest.mark.parametrize("part", Part)
def test_what_is_not_ours_is_hardly_ever_answered(part: Part) -> None:
    assert beyond(load(PACK).faq, part).answered <= 0.02


def test_a_question_is_hardly_ever_answered_by_the_entry_beside_its_own() -> None:
    """With the entry taken out that a question asks for, it is out of the book's scope."""
    assert taken_out(load(PACK).faq, Part.TUNING).answered <= 0.06


def test_what_is_held_back_is_not_shown() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "tests.eval", "--misses"], capture_output=True, text=True
    )

    assert shown.returncode == 2
    assert "not looked at" in shown.stderr
