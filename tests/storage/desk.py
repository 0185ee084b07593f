"""A store on a real database, and short words for what a test does with it and looks for in it."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.ext.asyncio import AsyncEngine

from content.load import load
from content.model import Book
from handlers.events import Event, Moment, Said
from storage.columns import metadata
from storage.engine import open_engine, open_reader
from storage.hearing import Heard, Hearing, Manner
from storage.unit import Store
from tests.storage.stand_in import NOON, step

PACK = Path(__file__).parents[2] / "content" / "tuyen-quang"
ACCOUNT = "telegram:1"


@cache
def book() -> Book:
    """The book of the product; only its languages and two sentences matter here."""
    return load(PACK, demo=True)


def digits(number: int) -> str:
    """A code of its own for every number."""
    return f"{number:07d}"


def moment(at: datetime = NOON, age: timedelta = timedelta()) -> Moment:
    """Heard now, sent a while before."""
    return Moment(at, at - age, 0)


@dataclass(slots=True)
class Desk:
    """One database, and any number of stores on it, each as another process has it."""

    url: str
    engine: AsyncEngine
    reader: AsyncEngine
    now: datetime = NOON
    opened: list[AsyncEngine] = field(default_factory=list)
    keys: Callable[[], int] = field(default_factory=lambda: itertools.count(1).__next__)

    def store(self, worker: str = "w1", **options: Any) -> Store:
        """A store that shares nothing with the others but the database."""
        engine = open_engine(self.url)
        self.opened.append(engine)
        return Store(engine, step, digits, worker, **options)

    def said(self, text: str, chat: str = "1", key: str = "", **more: Any) -> Hearing:
        """Somebody typed this."""
        return self.hearing(Said(moment(self.now), text), chat, key, **more)

    def hearing(self, event: Event, chat: str = "1", key: str = "", **more: Any) -> Hearing:
        """Something happened; without a key it is new."""
        return Hearing(ACCOUNT, chat, key or f"key-{self.keys()}", event, "vi", **more)

    async def hear(self, store: Store, *texts: str, chat: str = "1", **more: Any) -> list[Heard]:
        """Each of these in a batch of its own, a second after the one before."""
        heard = []
        for text in texts:
            self.now += timedelta(seconds=1)
            heard += await store.hear([self.said(text, chat, **more)], book())
        return heard

    async def rows(self, table: Table, **where: object) -> list[Mapping[str, Any]]:
        """All rows of a table with these values, in the order of their keys."""
        wanted = select(table).order_by(*table.primary_key.columns)
        for name, value in where.items():
            wanted = wanted.where(table.c[name] == value)
        async with self.reader.connect() as connection:
            return [dict(row._mapping) for row in await connection.execute(wanted)]

    async def everything(self) -> str:
        """Every value of every table."""
        found = [(table.name, await self.rows(table)) for table in metadata.sorted_tables]
        return "\n".join(f"{name}: {row}" for name, rows in found for row in rows)


def text_of(heard: Heard) -> str:
    """What is said to the person, whichever way it goes."""
    queued = [*heard.replies, *([heard.answer] if heard.answer else [])]
    return " | ".join(one.message.text for one in queued)


def stale(hearing: Hearing) -> Hearing:
    """The same, sent before an outage and heard after it."""
    return Hearing(
        hearing.account,
        hearing.address,
        hearing.update_key,
        hearing.event,
        hearing.language,
        hearing.answerable,
        Manner.STALE,
    )


@asynccontextmanager
async def desk(url: str) -> AsyncIterator[Desk]:
    """An empty database with the tables."""
    engine, reader = open_engine(url), open_reader(url)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    one = Desk(url, engine, reader)
    yield one
    for opened in (*one.opened, engine, reader):
        await opened.dispose()
