"""The sentences of the book as they hold, with what is being changed, and what differs."""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from content.changes import Changes
    from content.model import Book
    from storage.editions import Rewording

_PIECE = re.compile(r"\s+|[^\s]+")


class Difference(NamedTuple):
    """One sentence that differs; `pieces` are words with whether they are new, old, or both's."""

    language: str
    key: str
    pieces: tuple[tuple[str, str], ...]


def with_drafts(changes: Changes, drafts: Iterable[Rewording]) -> Changes:
    """The changes with what is being changed laid over."""
    every: dict[str, dict[str, str]] = {one: dict(own) for one, own in changes.sentences.items()}
    for draft in drafts:
        every.setdefault(draft.language, {})[draft.key] = draft.text
    return replace(changes, sentences=every)


def knows(book: Book, language: str, key: str) -> bool:
    """Whether the book has this sentence."""
    return language in book.languages and key in book.wording.keys(language)


def differences(
    before: Changes, after: Changes, shipped: Mapping[str, Mapping[str, str]]
) -> Iterator[Difference]:
    """Each sentence that two states of the book say otherwise; `shipped` is beneath both."""
    for language, own in shipped.items():
        old, new = before.sentences.get(language, {}), after.sentences.get(language, {})
        for key in sorted({*old, *new}):
            plain = own.get(key, "")
            one, other = old.get(key, plain), new.get(key, plain)
            if one != other:
                yield Difference(language, key, tuple(pieces(one, other)))


def pieces(old: str, new: str) -> Iterator[tuple[str, str]]:
    """The words of both, each `same`, `old` or `new`."""
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    compared = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for how, i, j, k, m in compared.get_opcodes():
        if how == "equal":
            yield "same", "".join(before[i:j])
            continue
        if i < j:
            yield "old", "".join(before[i:j])
        if k < m:
            yield "new", "".join(after[k:m])


def digest(*texts: str) -> str:
    """What a page saw, to be compared when its form comes back."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]
