"""The tables of what opens a Zalo Official Account to us."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, SmallInteger, Table

from storage.columns import Key, empty_text, metadata
from storage.instants import Instant

zalo_oa = Table(
    "zalo_oa",
    metadata,
    Column("account", Key, primary_key=True),
    Column("status", SmallInteger, nullable=False),
    empty_text("access_token"),
    empty_text("refresh_token"),
    empty_text("previous_refresh_token"),
    Column("refresh_obtained_at", Instant, nullable=False),
    Column("access_expires_at", Instant, nullable=False),
    Column("refresh_expires_at", Instant, nullable=False),
    Column("held_until", Instant),
    Column("lost", SmallInteger, nullable=False, server_default="0"),
    Column("doubted", SmallInteger, nullable=False, server_default="0"),
    Column("version", BigInteger, nullable=False),
    empty_text("last_error"),
    empty_text("pasted"),
    empty_text("endpoint"),
)
"""
The tokens of an Official Account, sealed; `storage.zalo_tokens` reads and writes them.

Until `held_until` nobody asks for new tokens; while they are being asked for, it is the end of the
asker's lease. `lost` counts the answers that were lost for this refresh token, and `doubted` the
access tokens in a row that were refused unused. `pasted` is the SHA-256 of the refresh token that
was pasted last, and `endpoint` the one that takes this account's messages.
"""

zalo_attempt = Table(
    "zalo_attempt",
    metadata,
    Column("state_hash", Key, primary_key=True),
    Column("account", Key, nullable=False),
    empty_text("verifier"),
    Column("expires_at", Instant, nullable=False),
)
"""Permission links that were given out and not come back; the SHA-256 of their `state`."""
