"""
What became of sends and is not written yet: the next turn's transaction writes that they arrived.

A chat whose last reply is not written down as sent must be answered by a call, so under load it
pays to know of it in the very turn that asks. Everything else, and what no turn comes for, the
sender writes by itself.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from storage.columns import Sending

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime


class Charge(NamedTuple):
    """What sending a row came to cost its account, in which month: so many messages, at a price."""

    account: str = ""
    month: str = ""
    cost: str = ""
    messages: int = 0
    price: int = 0


FREE = Charge()


class Outcome(NamedTuple):
    """
    What became of one row; `again` is when it is to be tried again, where it is pending.

    `charge` is `FREE` for what costs nothing.
    """

    id: int
    status: Sending
    message_id: str = ""
    tries: int = 0
    again: datetime | None = None
    error: str = ""
    charge: Charge = FREE

    @property
    def passing(self) -> bool:
        """Whether it is no more than that the message arrived, which a turn can write."""
        return self.status is Sending.SENT and not self.charge.messages


class Outcomes:
    """
    The newest outcome of each row; while one is being written, its row's next one waits.

    `passed` counts the turns' transactions that wrote some.
    """

    def __init__(self) -> None:
        self.passed = 0
        self._new: dict[int, Outcome] = {}
        self._writing: set[int] = set()

    def __len__(self) -> int:
        return len(self._new)

    @property
    def all_sent(self) -> bool:
        """Whether a turn could write all of them."""
        return all(one.passing for one in self._new.values())

    def note(self, outcome: Outcome) -> None:
        """Take one outcome, in place of an older one of its row."""
        self._new[outcome.id] = outcome

    @contextmanager
    def drawn(self, *, passing: bool = False) -> Iterator[list[Outcome]]:
        """
        All, or those that a turn writes in passing, for one transaction.

        If it fails, they are still to be written, unless there is something newer of their row.
        """
        drawn = [
            one
            for one in self._new.values()
            if one.id not in self._writing and (one.passing or not passing)
        ]
        rows = {one.id: self._new.pop(one.id) for one in drawn}
        self._writing |= rows.keys()
        try:
            yield drawn
        except BaseException:
            self._new = {**rows, **self._new}
            raise
        finally:
            self._writing -= rows.keys()
