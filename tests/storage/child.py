"""
Another program on the same database, which may be killed.

It is forked from a clean process that has imported everything, so that one more costs little.
"""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Sequence
from multiprocessing.connection import Connection
from typing import Any

from bot.failpoints import parse
from handlers.events import Said
from storage.engine import open_engine
from storage.hearing import Hearing
from storage.unit import Store
from tests.storage.desk import ACCOUNT, book, digits, moment
from tests.storage.stand_in import step

Word = tuple[str, str]
"""An event's key and what was said."""

book()  # read before the fork, once for all children

_programs = multiprocessing.get_context("forkserver")
_programs.set_forkserver_preload(["tests.storage.child"])


class Child:
    """A program that hears these words, each in a batch of its own, and says what is stored."""

    def __init__(self, url: str, words: Sequence[Word], failpoint: str = "") -> None:
        self._ear, mouth = _programs.Pipe(duplex=False)
        self._process = _programs.Process(target=_run, args=(url, words, failpoint, mouth))
        self._process.start()
        mouth.close()

    def end(self) -> tuple[int, int]:
        """Wait until it ends: how many words it acknowledged, and its exit code."""
        self._process.join(30)
        count = 0
        while self._ear.poll():
            try:
                self._ear.recv()
            except EOFError:
                break
            count += 1
        code = self._process.exitcode
        self._process.close()
        self._ear.close()
        return count, -1 if code is None else code


def _run(url: str, words: Sequence[Word], failpoint: str, mouth: Connection) -> None:
    asyncio.run(_hear(url, words, failpoint, mouth))


async def _hear(url: str, words: Sequence[Word], failpoint: str, mouth: Connection) -> None:
    engine = open_engine(url)
    options: dict[str, Any] = {"failpoint": parse(failpoint)} if failpoint else {}
    store = Store(engine, step, digits, "child", **options)
    for key, text in words:
        await store.hear([Hearing(ACCOUNT, "1", key, Said(moment(), text))], book())
        mouth.send(key)
    await engine.dispose()
