"""
A notice as it is told elsewhere: pasted into a group, or read out over a village's loudspeaker.

Most people are outside of what a channel lets us send on the day; their neighbours are not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from content.folding import fold
from handlers.reading.number_words import spell_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from content.model import Book
    from storage.notices import Draft

PER_SECOND = 3
"""Syllables that a loudspeaker reads so that a village understands them."""

MOST = 60 * PER_SECOND
"""Syllables of a text that is read in a minute; sentences that find no room are left out."""

_SENTENCES = re.compile(r"(?<=[.!?…])\s+|\s*\n+\s*")
_PHONE = re.compile(r"\b0\d{2,3}(?:[ .]?\d{3}){2}\d?\b")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,12}")
_SHORT = re.compile(r"\b[A-ZĐ]{2,}\b")


class Aloud(NamedTuple):
    """What is read out, how many syllables that is, and how many seconds it takes."""

    text: str
    syllables: int
    seconds: int


def to_paste(draft: Draft, book: Book, links: Iterable[str]) -> str:
    """The text for a group, with the ways to reach us."""
    language = book.languages[0]
    told = {
        "title": draft.title,
        "text": draft.texts[language],
        "phone": book.office.phone,
        "links": "\n".join(links),
    }
    return book.wording.say(language, "paste-notice", told).strip()


def to_read_out(draft: Draft, book: Book) -> Aloud:
    """
    The text for a loudspeaker: numbers, dates and short forms in words, at most a minute long.

    It is said twice where there is time.
    """
    language = book.languages[0]
    begin = book.wording.say(language, "aloud-begin", {"office": book.office.name})
    end = book.wording.say(language, "aloud-end", {"phone": in_words(book.office.phone, book)})
    again = book.wording.say(language, "aloud-again")
    body = [in_words(one, book) for one in _SENTENCES.split(draft.texts[language]) if one]
    whole = " ".join([begin, *body, again, *body, end])
    if _syllables(whole) > MOST:
        room = MOST - _syllables(f"{begin} {end}")
        whole = " ".join([begin, *_fitting(body, room), end])
    count = _syllables(whole)
    return Aloud(whole, count, -(-count // PER_SECOND))


def in_words(text: str, book: Book) -> str:
    """A text as it is read out."""
    language = book.languages[0]

    def day(found: re.Match[str]) -> str:
        told = dict(zip(("day", "month", "year"), found.groups(), strict=True))
        return book.wording.say(language, "aloud-date", told)

    def hour(found: re.Match[str]) -> str:
        key = "aloud-hour-minutes" if int(found[2]) else "aloud-hour"
        return book.wording.say(language, key, {"hour": found[1], "minutes": found[2]})

    def short(found: re.Match[str]) -> str:
        key = f"aloud-word-{fold(found[0])}"
        return book.wording.say(language, key) if book.wording.has(language, key) else found[0]

    before, between = (
        re.escape(book.wording.say(language, f"aloud-written-{name}")) for name in ("day", "hour")
    )
    text = re.sub(rf"(?:\b{before} )?\b(\d{{1,2}})/(\d{{1,2}})/(\d{{4}})\b", day, text)
    text = re.sub(rf"\b(\d{{1,2}})(?: {between} |h|:)(\d{{2}})\b", hour, text)
    text = _NUMBER.sub(_number, _PHONE.sub(_digits, text))
    return _SHORT.sub(short, text)


def _digits(found: re.Match[str]) -> str:
    return " ".join(spell_out(int(one)) for one in found[0] if one.isdigit())


def _number(found: re.Match[str]) -> str:
    return spell_out(int(found[0].replace(".", "")))


def _fitting(sentences: Sequence[str], room: int) -> Iterable[str]:
    """Those from the first on that fit; a first one that is too long is cut."""
    for place, one in enumerate(sentences):
        length = _syllables(one)
        if length > room:
            if not place:
                yield " ".join(one.split()[:room])
            return
        room -= length
        yield one


def _syllables(text: str) -> int:
    """Vietnamese parts its syllables by spaces."""
    return sum(any(map(str.isalnum, word)) for word in text.split())
