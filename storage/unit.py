"""
The unit of work: everything that a batch of turns reads and writes, in one transaction.

In this order: the events' keys (one that is known changes nothing), the chats, locked; then the
pure step for each event, in the order given, where several events of one chat see each other's
outcome; then all rows, one statement for each table; then the commit. Only after it does anybody
hear of what happened. A step that raises is answered with an apology and changes nothing else; an
error of the database fails the whole batch, and nothing of it is stored.

Before anybody agrees to anything, the chat's address, its position and the eligibility answers are
all that is kept: of what was said, only that it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from storage.chats import Chat, Key, Memory
from storage.engine import side_by_side
from storage.hearing import Heard, Hearing, Manner, Queued, source_of
from storage.instants import micros
from storage.numbers import Numbers
from storage.outbox import write_sent
from storage.outcomes import Outcome, Outcomes
from storage.reading import hear_first, must_call, read_answered, read_chats, read_pending
from storage.turns import Turns

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection
    from sqlalchemy.ext.asyncio import AsyncEngine

    from content.model import Book
    from storage.deciding import Step

__all__ = ["Heard", "Hearing", "Manner", "Queued", "Store"]

MOST_REMEMBERED = 1000
"""Chats that a process keeps in memory; one more costs a read and some ten kilobytes less."""


def _nothing(_name: str) -> None:
    """The failpoint of a program that nobody wants to fail."""


class Store:
    """
    Hears events and remembers; one for each process.

    `step` is the conversation, `code` gives a registration's number its digits for people,
    `worker` owns what is to be sent; `outcomes` are of its sends, and written down in passing.
    `failpoint` is told where the unit of work stands.
    `side_by_side` is how many batches it pays to have on the way at once.
    """

    def __init__(
        self,
        engine: AsyncEngine,
        step: Step,
        code: Callable[[int], str],
        worker: str,
        failpoint: Callable[[str], None] = _nothing,
        outcomes: Outcomes | None = None,
    ) -> None:
        self.step = step
        self.code = code
        self.worker = worker
        self.failpoint = failpoint
        self.outcomes = Outcomes() if outcomes is None else outcomes
        self.registrations = Numbers(engine, "registration", 16)
        self.outbox = Numbers(engine, "outbox", 4096)
        self.side_by_side = side_by_side(engine)
        self._engine = engine
        self._memory = Memory(MOST_REMEMBERED)
        self._in_doubt: set[Key] = set()

    async def hear(self, hearings: Sequence[Hearing], book: Book) -> list[Heard]:
        """
        Hear these events in one transaction: all of them are stored, or none.

        Raises what the database raises, and `OldBook`; what a step raises is answered with an
        apology.
        """
        if not hearings:
            return []
        async with self.registrations.held(len(hearings)), self.outbox.held(len(hearings)):
            self.failpoint("turn.before_begin")
            async with self._engine.connect() as connection:
                heard, chats = await connection.run_sync(self._transaction, hearings, book)
        self._memory.keep(chats)
        return heard

    async def close(self) -> None:
        """Give back the numbers that were not used."""
        await self.registrations.give_back()

    def _transaction(
        self, connection: Connection, hearings: Sequence[Hearing], book: Book
    ) -> tuple[list[Heard], list[Chat]]:
        names = {(hearing.account, hearing.update_key) for hearing in hearings}
        with self.outcomes.drawn(passing=True) as sent, connection.begin() as transaction:
            outcome = self._unit(connection, hearings, book, sent)
            self.failpoint("turn.before_commit")
            self._in_doubt |= names
            transaction.commit()
            self.failpoint("turn.after_commit")
        self.outcomes.passed += bool(sent)
        self._in_doubt -= names
        return outcome

    def _unit(
        self,
        connection: Connection,
        hearings: Sequence[Hearing],
        book: Book,
        sent: Sequence[Outcome],
    ) -> tuple[list[Heard], list[Chat]]:
        times = [micros(hearing.event.at.heard) for hearing in hearings]
        new = hear_first(
            connection,
            [
                (hearing.account, hearing.update_key, hearing.address, at)
                for hearing, at in zip(hearings, times, strict=True)
            ],
            book.edition,
        )
        self.failpoint("turn.after_keys")
        chats = self._chats(connection, hearings, new, book, times[0])
        for key in self._must_call(connection, hearings, chats, sent):
            chats[key].by_call = True
        self.failpoint("turn.after_read")
        turns = Turns(self, connection, book, chats)
        again: list[int] = []
        for place, hearing in enumerate(hearings):
            name = (hearing.account, hearing.update_key)
            if name in new:
                new.discard(name)
                turns.take(place, hearing, times[place])
            else:
                again.append(place)
        self.failpoint("turn.after_step")
        turns.write()
        self.failpoint("turn.after_write")
        heard = turns.heard(len(hearings))
        if again:
            self._say_again(connection, [(place, hearings[place]) for place in again], heard)
        return heard, list(chats.values())

    def _chats(
        self,
        connection: Connection,
        hearings: Sequence[Hearing],
        new: set[Key],
        book: Book,
        at: int,
    ) -> dict[Key, Chat]:
        """The chats of the events that are new."""
        wanted: dict[Key, tuple[str, str]] = {}
        for hearing in hearings:
            if (hearing.account, hearing.update_key) in new:
                known = hearing.language in book.languages
                language = hearing.language if known else ""
                met = (language, source_of(hearing.event))
                wanted.setdefault((hearing.account, hearing.address), met)
        return read_chats(connection, self._memory, wanted, at)

    def _must_call(
        self,
        connection: Connection,
        hearings: Sequence[Hearing],
        chats: Mapping[Key, Chat],
        sent: Sequence[Outcome],
    ) -> set[Key]:
        """The chats whose reply may not travel in an answer, now that it is known what arrived."""
        write_sent(connection, self.worker, sent)
        asked = {(one.account, one.address) for one in hearings if one.answerable}
        return must_call(connection, sorted(asked & chats.keys()))

    def _say_again(
        self, connection: Connection, again: list[tuple[int, Hearing]], heard: list[Heard]
    ) -> None:
        """
        What a duplicate is told: the answer that the first one got, if nothing was said since.

        Where the commit broke off and yet came through, the first one was told nothing, and what
        it wrote is handed out now.
        """
        asked = {(one.account, one.address) for _, one in again if one.answerable}
        answers = read_answered(connection, sorted(asked)) if asked else {}
        for place, one in again:
            name = (one.account, one.update_key)
            answer = answers.get(name) if one.answerable else None
            replies: tuple[Queued, ...] = ()
            if name in self._in_doubt and not answer:
                replies = read_pending(connection, self.worker, one)
            heard[place] = Heard(duplicate=True, replies=replies, answer=answer)
