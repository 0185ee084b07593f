"""
Permission links that were given out: each comes back at most once, and soon.

Only the SHA-256 of a link's `state` is kept, and what proves that the link was ours is sealed.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete

from storage.engine import insert
from storage.schema import zalo_attempt

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from storage.sealing import Seal

LASTS = timedelta(minutes=30)

ABOUT = "zalo_attempt verifier"


class NoAttempt(Exception):
    """No such link was given out, or it came back already, or too late."""


async def begin_attempt(
    engine: AsyncEngine, seal: Seal, account: str, state: str, verifier: str
) -> None:
    """Remember a link; those that are too old are forgotten."""
    now = datetime.now(UTC)
    async with engine.begin() as connection:
        await connection.execute(delete(zalo_attempt).where(zalo_attempt.c.expires_at < now))
        await connection.execute(
            insert(connection.dialect, zalo_attempt).values(
                state_hash=_hash(state),
                account=account,
                verifier=seal.close(verifier, ABOUT),
                expires_at=now + LASTS,
            )
        )


async def end_attempt(engine: AsyncEngine, seal: Seal, account: str, state: str) -> str:
    """The verifier of a link that came back; raises `NoAttempt`, and `WrongKey`."""
    async with engine.begin() as connection:
        found = await connection.execute(
            delete(zalo_attempt)
            .where(zalo_attempt.c.state_hash == _hash(state), zalo_attempt.c.account == account)
            .returning(zalo_attempt.c.verifier, zalo_attempt.c.expires_at)
        )
        row = found.one_or_none()
    if row is None or row.expires_at < datetime.now(UTC):
        raise NoAttempt
    return seal.open(row.verifier, ABOUT)


def _hash(state: str) -> str:
    return hashlib.sha256(state.encode()).hexdigest()
