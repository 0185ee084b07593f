"""The evaluation is worth its name: enough phrasings, each once, one part blind to the other."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from content.load import load
from tests.eval.cases import ASKED, KINDS, OUTSIDE, Case, Part, asked, outside, part
from tests.eval.scores import ELSEWHERE

PACK = Path(__file__).parents[2] / "content" / "tuyen-quang"


def everything() -> list[Case]:
    return [case for one in Part for case in (*asked(one), *outside(one))]


def test_there_are_enough_of_both() -> None:
    assert sum(bool(case.key) for case in everything()) >= 400
    assert sum(not case.key for case in everything()) >= 150


def test_enough_of_both_are_blind() -> None:
    assert len(list(asked(Part.BLIND))) >= 100
    assert len(list(outside(Part.BLIND))) >= 150


def test_every_kind_of_spelling_is_there_in_all_parts() -> None:
    for one in Part:
        assert {case.kind for case in asked(one)} == set(KINDS)


def test_no_phrasing_is_there_twice() -> None:
    seen = Counter(case.text.casefold() for case in everything())

    assert [text for text, times in seen.items() if times > 1] == []


def test_every_label_is_something_that_the_book_answers() -> None:
    faq = load(PACK).faq

    labels = {ELSEWHERE, *(file.stem for file in ASKED.glob("*.toml"))}
    assert labels == {*faq.entries, *faq.wishes}
    assert {case.key for case in asked(Part.BLIND)} <= labels


def test_about_a_third_is_held_back() -> None:
    names = [file.stem for file in (*ASKED.glob("*.toml"), *OUTSIDE.glob("*.toml"))]
    held_back = sum(part(name) is Part.HELD_BACK for name in names)

    assert 0.25 < held_back / len(names) < 0.45


def test_tuning_opens_no_file_that_is_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    really: Callable[..., Any] = io.open

    def watched(file: Path, *args: Any, **options: Any) -> Any:
        opened.append(Path(file))
        return really(file, *args, **options)

    monkeypatch.setattr(io, "open", watched)
    cases = [*asked(Part.TUNING), *outside(Part.TUNING)]

    assert len(cases) > 300
    assert {part(file.stem) for file in opened} == {Part.TUNING}
