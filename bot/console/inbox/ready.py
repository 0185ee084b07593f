"""Answers that staff have ready, in the language of whom they answer, with the name filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers import asking

if TYPE_CHECKING:
    from bot.console.visit import Visit
    from storage.inbox import Matter


@dataclass(frozen=True, slots=True)
class Ready:
    """One answer: what it is called on the page, and what it says."""

    key: str
    title: str
    text: str


def ready_answers(one: Matter, visit: Visit) -> list[Ready]:
    """Every answer of the book, as it would be said to this person."""
    book = visit.book
    language = one.language if one.language in book.languages else book.languages[0]
    given = {**asking.given(book), "name": one.name}
    return [
        Ready(
            key,
            visit.say(f"canned-{key}.title"),
            _closed_up(book.wording.say(language, f"canned-{key}", given)),
        )
        for key in book.canned
    ]


def _closed_up(text: str) -> str:
    """The text without the gap that a name leaves which is not known."""
    return re.sub(r"^, |(?<=\S) +(?=[,.?])|, (?=[.?])", "", re.sub(r" +", " ", text).strip())
