"""
Makes the rows of a list that staff handed in into registrations, in short transactions.

Nobody on such a list has agreed to anything here, so each registration waits for its producer's
consent. A row that was made says so in the transaction that makes it: cut off anywhere, the list
goes on where it stood, and the same list handed in again makes nobody twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from content.folding import fold
from handlers.effects import Agreed
from handlers.state import Answers, Status
from storage.audit import Deed, note
from storage.engine import take_turns
from storage.handed import note_outcomes
from storage.listed import MAKER, NAME, PHONE, PRODUCT, relist
from storage.numbers import Numbers
from storage.schema import answer, handed_row, listed, registration

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

CHANNEL = "import"
MADE, THERE = "made", "there"
SLICE = 100
"""Registrations that one transaction makes."""

_TELLING = (MAKER, NAME, PRODUCT)

Said = Mapping[str, str]
"""What tells one registration from another: the folded names of maker, contact and product."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row is to become: under which title, with which answers, and when."""

    title: str
    answers: Answers
    at: datetime

    @property
    def phone(self) -> str:
        """The phone number by which it is looked for."""
        return self.answers[0, PHONE].value

    @property
    def told_by(self) -> Said:
        """What tells it from others of the same phone."""
        return {
            question: fold(given.value)
            for (_, question), given in self.answers.items()
            if question in _TELLING
        }


async def make(
    engine: AsyncEngine,
    number: int,
    rows: Mapping[int, Entry],
    deed: Deed,
    code: Callable[[int], str],
) -> None:
    """Make a registration of each of these rows that is not there yet; at most a slice."""
    numbers = Numbers(engine, "registration", SLICE)
    async with numbers.held(len(rows)), engine.begin() as connection:
        await take_turns(connection, "handed in")
        left = {n: rows[n] for n in await _open_rows(connection, number, list(rows))}
        known = await _known(connection, [entry.phone for entry in left.values()])
        made: dict[int, Entry] = {}
        outcomes = {}
        for n, entry in left.items():
            alike = known[entry.phone]
            there = next((one for one, other in alike if _same(entry, other)), 0)
            found = there or numbers.take()
            if not there:
                made[found] = entry
                alike.append((found, entry.told_by))
            outcomes[n] = (THERE if there else MADE, found)
        await _write(connection, made, code)
        await note_outcomes(connection, number, outcomes)
        await note(connection, deed, next(iter(rows.values())).at)
    await numbers.give_back()


async def _open_rows(connection: AsyncConnection, number: int, rows: Sequence[int]) -> list[int]:
    wanted = select(handed_row.c.n).where(
        handed_row.c.handed_id == number, handed_row.c.n.in_(rows), handed_row.c.outcome == ""
    )
    return list(await connection.scalars(wanted.order_by(handed_row.c.n)))


async def _known(
    connection: AsyncConnection, phones: Sequence[str]
) -> defaultdict[str, list[tuple[int, Said]]]:
    """The registrations of these phones, and what each is told by."""
    wanted = (
        select(listed.c.phone, listed.c.registration_id, answer.c.question, answer.c.value)
        .outerjoin(
            answer,
            (answer.c.registration_id == listed.c.registration_id)
            & answer.c.question.in_(_TELLING),
        )
        .where(listed.c.phone.in_(phones), listed.c.phone != "")
    )
    said: defaultdict[tuple[str, int], dict[str, str]] = defaultdict(dict)
    for phone, number, question, value in await connection.execute(wanted):
        if question:
            said[phone, number][question] = fold(value)
    found: defaultdict[str, list[tuple[int, Said]]] = defaultdict(list)
    for (phone, number), told in said.items():
        found[phone].append((number, told))
    return found


def _same(entry: Entry, other: Said) -> bool:
    """Whether nothing that both tell of is different; their phones are the same."""
    mine = entry.told_by
    both = mine.keys() & other.keys()
    return bool(both) and all(mine[one] == other[one] for one in both)


async def _write(
    connection: AsyncConnection, made: Mapping[int, Entry], code: Callable[[int], str]
) -> None:
    """The registrations of these numbers, each waiting for its producer."""
    if not made:
        return
    heads = [
        {
            "id": number,
            "code": code(number),
            "status": Status.INTEREST.value,
            "title": entry.title,
            "products": 1,
            "version": 1,
            "opened_at": entry.at,
            "sent_at": entry.at,
            "updated_at": entry.at,
            "channel": CHANNEL,
            "agreed": Agreed.WAITING.value,
        }
        for number, entry in made.items()
    ]
    answers = [
        {
            "registration_id": number,
            "product": product,
            "question": question,
            "value": given.value,
            "raw": given.raw,
            "source": given.source.value,
            "at": given.at,
        }
        for number, entry in made.items()
        for (product, question), given in entry.answers.items()
    ]
    await connection.execute(insert(registration), heads)
    await connection.execute(insert(answer), answers)
    await connection.run_sync(relist, list(made))
