"""An activity in a database, and people who take its seats by talking."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy import func, select

from content.model import Book
from handlers import codes
from handlers.events import Chose, Event, Moment, Said
from handlers.machine import step
from handlers.seats import OCCUPIED, Standing
from storage.activities import EVERYBODY, coming, create
from storage.engine import open_engine
from storage.hearing import Hearing
from storage.schema import seat
from storage.unit import Store
from tests.storage.desk import ACCOUNT, Desk, book, text_of
from tests.storage.stand_in import NOON

Line = tuple[str, str]
"""A chat and what happens in it: a payload, or words."""

_programs = multiprocessing.get_context("forkserver")
_programs.set_forkserver_preload(["tests.storage.hall"])


def event_of(said: str, at: datetime) -> Event:
    """A tap where it is the payload of one, else words."""
    moment = Moment(at, at, 0)
    return Chose(moment, said) if said.startswith("go/") else Said(moment, said)


def hearing(chat: str, said: str, at: datetime, key: str) -> Hearing:
    """One event of one chat."""
    return Hearing(ACCOUNT, chat, key, event_of(said, at), "vi")


@dataclass(slots=True)
class Hall:
    """The first activity of the demo, with so many seats, and a store to hear people by."""

    office: Desk
    store: Store
    book: Book
    number: int
    heard: int = 0
    at: datetime = NOON
    said: dict[str, str] = field(default_factory=dict)

    @property
    def starts(self) -> datetime:
        """When it begins."""
        return self.book.activities[0].starts

    async def hear(self, chat: str, *lines: str) -> str:
        """What is said in the end to these, a minute apart."""
        for line in lines:
            self.heard += 1
            self.at += timedelta(minutes=1)
            event = hearing(chat, line, self.at, f"{chat}-{self.heard}")
            [heard] = await self.store.hear([event], self.book)
            self.said[chat] = text_of(heard)
        return self.said[chat]

    async def ask(self, chat: str) -> None:
        """Come as far as the last answer before a seat is taken."""
        await self.hear(chat, f"go/take/{self.number}", "đồng ý", name(chat))

    async def takes(self, chat: str) -> str:
        """Take a seat, or a place in the line."""
        await self.ask(chat)
        return await self.hear(chat, phone(chat))

    async def standing(self, *wanted: Standing) -> list[int]:
        """The seats that stand so, in order."""
        rows = await self.office.rows(seat)
        return [row["id"] for row in rows if row["standing"] in (wanted or OCCUPIED)]

    async def occupied(self) -> int:
        """How many seats are occupied in this moment."""
        count = select(func.count()).where(seat.c.standing.in_(OCCUPIED))
        async with self.office.reader.connect() as connection:
            return await connection.scalar(count) or 0

    async def look(self) -> None:
        """See what is on, as a process does every second."""
        found = await coming(self.office.reader, self.at)
        self.book = replace(book(), activities=tuple(one.activity for one in found))


async def hall(office: Desk, seats: int) -> Hall:
    """An activity with so many seats."""
    first = replace(book().activities[0], seats=seats)
    number = await create(office.engine, first, EVERYBODY, NOON)
    engine = open_engine(office.url)
    office.opened.append(engine)
    store = Store(engine, step, codes.digits, "w1")
    one = Hall(office, store, book(), number)
    await one.look()
    return one


GIVEN = ("Mỷ", "Mai", "Hoa", "Lan", "Páo", "Sính", "Sèo", "Dợ", "Chá", "Lử")


def name(chat: str) -> str:
    """A name of its own for each chat."""
    return " ".join(["Vàng", *(GIVEN[int(digit)] for digit in chat)])


def phone(chat: str) -> str:
    """A number of its own for each chat."""
    return f"0912{int(chat):06d}"


class Program:
    """Another process, which hears these lines all at once, each in a transaction of its own."""

    def __init__(self, url: str, there: Hall, lines: Sequence[Line]) -> None:
        args = (url, there.number, there.at, list(lines))
        self._process = _programs.Process(target=_run, args=args)
        self._process.start()

    @property
    def over(self) -> bool:
        """Whether it ended; it must have ended well."""
        if self._process.is_alive():
            return False
        assert self._process.exitcode == 0
        return True


def _run(url: str, number: int, at: datetime, lines: Sequence[Line]) -> None:
    asyncio.run(_hear(url, number, at, lines))


async def _hear(url: str, number: int, at: datetime, lines: Sequence[Line]) -> None:
    engine = open_engine(url)
    store = Store(engine, step, codes.digits, f"child-{lines[0][0]}")
    first = replace(book().activities[0], number=number)
    known = replace(book(), activities=(first,))
    later = at + timedelta(minutes=1)
    await asyncio.gather(
        *(store.hear([hearing(chat, said, later, f"{chat}-{said}")], known) for chat, said in lines)
    )
    await engine.dispose()
