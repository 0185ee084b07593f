"""
The book from the files, with what staff published laid over: loaded anew for each edition.

A program that was updated may have no use for a change any more: what no longer fits the files is
left out and told in the log, and the rest holds. The office is never without its bot for a word.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from content.changes import NO_CHANGES, Changes
from content.check import examine
from content.load import ContentError, load
from storage.editions import changes_now, number

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sqlalchemy.ext.asyncio import AsyncEngine

    from content.model import Book
    from content.problems import Problem

log = logging.getLogger(__name__)


class Shelf:
    """`book` is what `folder` says, until the first look; `changes` are those of the edition."""

    def __init__(self, book: Book, folder: Path, reader: AsyncEngine) -> None:
        self.book = book
        self.changes = NO_CHANGES
        self._shipped = book.wording
        self._folder = folder
        self._reader = reader
        self._demo = book.demo
        self._one_at_a_time = asyncio.Lock()

    async def look(self) -> None:
        """Load the book anew if another edition holds."""
        if await number(self._reader) == self.book.edition:
            return
        async with self._one_at_a_time:
            edition, changes = await changes_now(self._reader)
            if edition != self.book.edition:
                self.book = await asyncio.to_thread(self._load, edition, changes)
                self.changes = changes

    def shipped(self, language: str) -> Mapping[str, str]:
        """The sentences of a language as the files have them."""
        return {key: self._shipped.written(language, key) for key in self._shipped.keys(language)}

    async def problems(self, changes: Changes) -> list[Problem]:
        """Every mistake that the book would have with these changes."""
        found = await asyncio.to_thread(examine, self._folder, demo=self._demo, changes=changes)
        return found[1]

    def _load(self, edition: int, changes: Changes) -> Book:
        for some in (changes, self._fitting(changes), Changes()):
            try:
                return load(self._folder, demo=self._demo, edition=edition, changes=some)
            except ContentError as wrong:
                log.warning("edition %d: %d changes do not fit", edition, len(wrong.problems))
        raise ContentError([])

    def _fitting(self, changes: Changes) -> Changes:
        """The changes that nothing is wrong with."""
        wrong = {one.key for one in examine(self._folder, demo=self._demo, changes=changes)[1]}
        return Changes(
            {
                language: {key: text for key, text in own.items() if key not in wrong}
                for language, own in changes.sentences.items()
            },
            {key: one for key, one in changes.rounds.items() if key not in wrong},
        )
