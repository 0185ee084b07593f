"""
A form as a drawing: its questions from top to bottom, and a bow from each to those it decides.

Lengths are in the drawing's own units; a line of text is some 40 characters wide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from content.form import Condition, Form, Question

ROW = 44
FIRST = 22
SPINE = 72
"""How far from the left the questions stand; the bows are left of it."""

NARROWEST, WIDEST, A_ROW_MORE = 18, 68, 8
LONGEST = 36


class Stop(NamedTuple):
    """One question, starred or not: its number, height and words, and the answers it hangs on."""

    number: int
    y: int
    label: str
    when: str
    signup: bool


class Bow(NamedTuple):
    """From the question that decides to the one that hangs on it: a path, and the tip's corners."""

    path: str
    tip: str


class Graph(NamedTuple):
    """The whole drawing; `height` of its box, which is 360 wide."""

    stops: tuple[Stop, ...]
    bows: tuple[Bow, ...]
    height: int


def graph_of(
    form: Form, label: Callable[[Question], str], answers: Callable[[Condition], str]
) -> Graph:
    """Draw a form; `label` and `answers` have the words of a question and of a condition."""
    heights = {one.key: FIRST + ROW * row for row, one in enumerate(form.questions)}
    stops = tuple(
        Stop(
            number=number,
            y=heights[one.key],
            label=_short(label(one)),
            when=_short(" + ".join(map(answers, one.when))),
            signup=one.signup,
        )
        for number, one in enumerate(form.questions, 1)
    )
    return Graph(stops, tuple(_bows(form, heights)), ROW * len(stops))


def _bows(form: Form, heights: dict[str, int]) -> Iterator[Bow]:
    for one in form.questions:
        for condition in one.when:
            yield _bow(heights[condition.question], heights[one.key])


def _bow(above: int, below: int) -> Bow:
    """The further apart two questions are, the wider their bow."""
    rows = (below - above) // ROW
    x = SPINE - min(WIDEST, NARROWEST + A_ROW_MORE * rows)
    end = SPINE - 9
    return Bow(
        path=f"M{SPINE} {above} C{x} {above} {x} {below} {end} {below}",
        tip=f"{end},{below - 4} {end + 6},{below} {end},{below + 4}",
    )


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
