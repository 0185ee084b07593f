"""Every conversation in `talks/` goes exactly as it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.talks import replay
from content.load import load
from content.model import Book

ROOT = Path(__file__).parents[1]
TALKS = sorted((ROOT / "tests" / "talks").glob("*.txt"))


@pytest.fixture(scope="module")
def book() -> Book:
    """The pack that ships, in demo dress."""
    return load(ROOT / "content" / "tuyen-quang", demo=True)


@pytest.mark.parametrize("talk", TALKS, ids=lambda path: path.stem)
def test_the_talk_goes_as_written(talk: Path, book: Book) -> None:
    exchanges = list(replay(talk.read_text("utf-8"), book))

    assert len(exchanges) > 5
    for written, said in exchanges:
        assert said.answer == written.answer, f"{talk.name}:{written.number} > {written.said}"
