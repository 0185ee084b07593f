"""
Rows of a notice's ledger in flight: marked just before their request, settled after it.

A row is marked only if the notice still goes out, the chunk is still ours, the service has not
asked us to wait and the person still agrees: nothing is sent on the strength of what was true a
moment before. What came down and what goes up next share a transaction, so no more is in flight by
the ledger than is in truth.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from storage import flight_statements as statements
from storage.columns import Announcing, Sending
from storage.instants import SECOND, micros
from storage.spending import spend
from storage.standings import PROMOTION

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from storage.outcomes import Outcome

WITHDREW, GONE, CALLED = "withdrew", "gone", "called"
"""Why a row is skipped that was to be sent."""

NOTICE = "notice"
"""The kind of a line of the talk that is a notice, unless it promoted something."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A chunk that is ours for as long as nobody takes it with a higher `epoch`."""

    notice: int
    account: str
    first: int
    last: int
    epoch: int


class Marked(NamedTuple):
    """A row in flight: to whom it goes, the language they chose, and how often it was tried."""

    n: int
    contact: int
    address: str
    language: str
    tries: int


class Told(NamedTuple):
    """What a person was told, for the record of their talk."""

    contact: int
    text: str


class Stopped(Exception):
    """Nothing more may be sent from this chunk: it is no longer ours, or the notice stands."""


class Held(Exception):
    """The service wants nothing from this account for so many `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def settle(
    connection: Connection,
    claim: Claim,
    outcomes: Sequence[Outcome],
    told: Mapping[int, Told],
    at: int,
) -> None:
    """
    Write down what became of rows, what it cost, and what was said to whom.

    A row that is to be tried again goes back only while the chunk is ours; what is known of the
    others is true, whoever owns it.
    """
    back = [one for one in outcomes if one.status is Sending.PENDING]
    known = [one for one in outcomes if one.status is not Sending.PENDING]
    statements.known.post(
        connection,
        (),
        [
            (claim.notice, one.id, int(one.status), one.tries, at, one.message_id, one.error)
            for one in known
        ],
    )
    statements.back.many(
        connection,
        [
            (
                one.tries,
                None if one.again is None else micros(one.again),
                one.error,
                claim.notice,
                one.id,
                claim.notice,
                claim.first,
                claim.epoch,
            )
            for one in back
        ],
    )
    spend(connection, [one.charge for one in known])
    sent = [(one, told[one.id]) for one in known if one.status is Sending.SENT]
    statements.lines.write(
        connection,
        [(who.contact, at, "bot", _kind(one), who.text, claim.notice, one.id) for one, who in sent],
    )


def mark(
    connection: Connection, claim: Claim, rows: Sequence[int], topic: str, at: int
) -> list[Marked] | Stopped | Held:
    """Put rows in flight; gives those that may be sent, and skips those that may not any more."""
    keys = (f"{claim.account}/bulk", f"{claim.account}/total")
    before = (f"%,{topic},%", *keys, claim.first, claim.notice)
    found = statements.wanted.rows(connection, before, list(rows))
    if not found:
        return []
    *_, status, epoch, blocked_until, now = found[0]
    if status != Announcing.SENDING or epoch != claim.epoch:
        return Stopped()
    blocked = (blocked_until or 0) - (now or time.time_ns() // 1000)
    if blocked > 0:
        return Held(blocked / SECOND)
    skipped = {row[0]: why for row in found if (why := _against(*row[5:8]))}
    fit = {row[0]: Marked(*row[:5]) for row in found if row[0] not in skipped}
    statements.marked.post(connection, (claim.notice,), list(fit))
    statements.skipped.many(connection, [(at, why, claim.notice, n) for n, why in skipped.items()])
    return list(fit.values())


def _against(agrees: int, reachable: int, called: int) -> str:
    """Why somebody is not told now; empty where nothing speaks against it."""
    if called:
        return CALLED
    if not agrees:
        return WITHDREW
    return "" if reachable else GONE


def _kind(one: Outcome) -> str:
    """The kind of the line in the talk: there is a limit to what promotes something."""
    return PROMOTION if one.charge.cost == PROMOTION else NOTICE
