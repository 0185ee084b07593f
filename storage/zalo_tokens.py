"""
The tokens of a Zalo Official Account: one sealed row, shared by all processes.

A refresh token is good once, so whoever wants to use it claims the row first, for a time that
outlasts the request. What came of it is written only by whoever still has the claim; a new pair
even later, for nothing else will ever open the account again.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from storage.columns import Granting
from storage.engine import insert
from storage.schema import zalo_oa
from storage.sealing import WrongKey

if TYPE_CHECKING:
    from sqlalchemy import Row
    from sqlalchemy.ext.asyncio import AsyncEngine

    from storage.sealing import Seal


PREVIOUS = "previous_refresh_token"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tokens as they were issued together."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    obtained_at: datetime
    access_expires_at: datetime
    refresh_expires_at: datetime


@dataclass(frozen=True, slots=True)
class Grant:
    """
    The row as it was read: its pair, how that stands, and which version of the row it was.

    A pasted refresh token has an empty access token beside it, which expired when it was pasted.
    """

    pair: Pair
    status: Granting
    version: int
    held_until: datetime | None
    lost: int
    doubted: int
    last_error: str
    sealed: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the grant stands after a refresh that brought no new pair."""

    status: Granting
    error: str
    held_until: datetime | None = None
    lost: int = 0


class Grants:
    """The row of one account; `reader` may be an engine that only reads."""

    def __init__(self, engine: AsyncEngine, reader: AsyncEngine, seal: Seal, account: str) -> None:
        self._engine = engine
        self._reader = reader
        self._seal = seal
        self._account = account
        self._mine = zalo_oa.c.account == account

    async def find(self) -> Grant | None:
        """The grant, if there is one; raises `WrongKey` when it was sealed with another key."""
        async with self._reader.connect() as connection:
            row = (await connection.execute(select(zalo_oa).where(self._mine))).one_or_none()
        return None if row is None else self._grant(row)

    async def claim(self, grant: Grant, until: datetime) -> Grant | None:
        """
        Be the one who refreshes, `until` then: the row as it is now.

        None when it is no longer the row that was read.
        """
        statement = (
            update(zalo_oa)
            .where(self._mine, zalo_oa.c.version == grant.version)
            .values(status=Granting.REFRESHING, held_until=until, version=zalo_oa.c.version + 1)
            .returning(*zalo_oa.c)
        )
        async with self._engine.begin() as connection:
            row = (await connection.execute(statement)).one_or_none()
        return None if row is None else self._grant(row)

    async def renew(self, claimed: Grant, pair: Pair, doubted: int = 0) -> bool:
        """Put a new pair in the place of the one that was claimed, if that is still there."""
        statement = (
            update(zalo_oa)
            .where(self._mine, zalo_oa.c.refresh_token == claimed.sealed)
            .values(
                self._values(pair)
                | {
                    "previous_refresh_token": self._close(PREVIOUS, claimed.pair.refresh),
                    "doubted": doubted,
                    "version": zalo_oa.c.version + 1,
                }
            )
        )
        async with self._engine.begin() as connection:
            return (await connection.execute(statement)).rowcount == 1

    async def settle(self, grant: Grant, outcome: Outcome) -> bool:
        """Note how it ended without a new pair, if nobody has changed the row meanwhile."""
        statement = (
            update(zalo_oa)
            .where(self._mine, zalo_oa.c.version == grant.version)
            .values(
                status=outcome.status,
                held_until=outcome.held_until,
                lost=outcome.lost,
                last_error=outcome.error,
                version=zalo_oa.c.version + 1,
            )
        )
        async with self._engine.begin() as connection:
            return (await connection.execute(statement)).rowcount == 1

    async def believe(self, grant: Grant) -> None:
        """The access token was accepted: that others were refused before it means no harm."""
        async with self._engine.begin() as connection:
            await connection.execute(
                update(zalo_oa)
                .where(self._mine, zalo_oa.c.refresh_token == grant.sealed)
                .values(doubted=0)
            )

    async def begin(self, pair: Pair) -> None:
        """A new grant, whatever there was before."""
        values = self._values(pair)
        statement = (
            insert(self._engine.dialect, zalo_oa)
            .values(account=self._account, version=1, **values)
            .on_conflict_do_update(
                index_elements=[zalo_oa.c.account],
                set_=values | {"version": zalo_oa.c.version + 1},
            )
        )
        async with self._engine.begin() as connection:
            await connection.execute(statement)

    async def paste(self, pair: Pair) -> bool:
        """
        Take a refresh token from the settings, where it is wanted; whether it was taken.

        It is wanted where there is no living grant, and only once: the setting stays where it is
        long after its token was used.
        """
        digest = hashlib.sha256(pair.refresh.encode()).hexdigest()
        values = self._values(pair) | {"pasted": digest}
        first = (
            insert(self._engine.dialect, zalo_oa)
            .values(account=self._account, version=1, **values)
            .on_conflict_do_nothing()
        )
        async with self._engine.begin() as connection:
            if (await connection.execute(first)).rowcount == 1:
                return True
            row = (await connection.execute(select(zalo_oa).where(self._mine))).one()
            if row.pasted == digest or self._lives(row):
                return False
            taken = await connection.execute(
                update(zalo_oa)
                .where(self._mine, zalo_oa.c.version == row.version)
                .values(version=row.version + 1, **values)
            )
        return taken.rowcount == 1

    async def pinned(self) -> str:
        """The endpoint that takes this account's messages, or an empty text."""
        async with self._reader.connect() as connection:
            return await connection.scalar(select(zalo_oa.c.endpoint).where(self._mine)) or ""

    async def pin(self, endpoint: str) -> None:
        """Remember which endpoint takes this account's messages."""
        async with self._engine.begin() as connection:
            await connection.execute(update(zalo_oa).where(self._mine).values(endpoint=endpoint))

    def _lives(self, row: Row[*tuple[Any, ...]]) -> bool:
        try:
            self._grant(row)
        except WrongKey:
            return False
        return Granting(row.status) is not Granting.DEAD

    def _values(self, pair: Pair) -> dict[str, Any]:
        """What a fresh pair makes of the row."""
        return {
            "status": Granting.VALID,
            "access_token": self._close("access_token", pair.access),
            "refresh_token": self._close("refresh_token", pair.refresh),
            "refresh_obtained_at": pair.obtained_at,
            "access_expires_at": pair.access_expires_at,
            "refresh_expires_at": pair.refresh_expires_at,
            "held_until": None,
            "lost": 0,
            "doubted": 0,
            "last_error": "",
        }

    def _grant(self, row: Row[*tuple[Any, ...]]) -> Grant:
        pair = Pair(
            self._open("access_token", row.access_token),
            self._open("refresh_token", row.refresh_token),
            row.refresh_obtained_at,
            row.access_expires_at,
            row.refresh_expires_at,
        )
        return Grant(
            pair,
            Granting(row.status),
            row.version,
            row.held_until,
            row.lost,
            row.doubted,
            row.last_error,
            row.refresh_token,
        )

    def _close(self, name: str, token: str) -> str:
        return self._seal.close(token, f"{self._account} {name}")

    def _open(self, name: str, sealed: str) -> str:
        return self._seal.open(sealed, f"{self._account} {name}")
