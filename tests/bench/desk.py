"""What a province's registrations have become after a year, who waits for staff, what was sent."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from handlers.state import Status
from storage.columns import Announcing, Sending

STATUSES = tuple(one.value for one in Status)
GROUPS = (",food,", ",craft,food,", ",craft,", ",other,")
MATTERS = 5_000
NOTICES, AUDIENCE = 3, 20_000

_NOW = "(SELECT max(updated_at) FROM registration)"
_SENT = "UPDATE registration SET sent_at = NULL WHERE status = 'draft'"
_STATUSES = "UPDATE registration SET status = status_of(id), source = 'x-' || (id % 40)"
_GROUPS = "UPDATE listed SET groups = groups_of(registration_id)"
_DRAFTS = """
DELETE FROM answer WHERE (registration_id + length(question)) % 2
AND registration_id IN (SELECT id FROM registration WHERE status = 'draft')
"""
_MATTERS = f"""
INSERT INTO matter (contact_id, why, since, waiting_since, closed_at, changed_at)
SELECT id, 'call', {_NOW} + id, CASE WHEN id % 3 = 0 THEN {_NOW} + id END,
       CASE WHEN id % 3 = 2 THEN {_NOW} + id END, {_NOW} + id
FROM contact WHERE id NOT IN (SELECT contact_id FROM matter) LIMIT {MATTERS}
"""
_REQUESTS = """
INSERT INTO request (contact_id, wish, at)
SELECT contact_id, 'call', since FROM matter WHERE closed_at IS NULL
"""
_WAITS = """
INSERT INTO waited (asked_at, answered_at, account, why)
SELECT since, since + 3600000000 * (contact_id % 40), 'telegram:1', 'call' FROM matter
"""
_NOTICES = f"""
WITH RECURSIVE many(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM many WHERE i < {NOTICES})
INSERT INTO notice (id, title, topic, texts, buttons, audience, status, total, created_at)
SELECT i, 'Bench', 'training', '{{"vi": "Bench"}}', '[]', '{{}}', {int(Announcing.DONE)},
       {AUDIENCE}, {_NOW} FROM many
"""
_DELIVERIES = f"""
WITH RECURSIVE many(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM many WHERE i + 1 < {AUDIENCE})
INSERT INTO delivery (notice_id, n, contact_id, status, at, seen_at)
SELECT id, i, 1000001 + i, {int(Sending.SENT)}, {_NOW}, CASE WHEN i % 2 THEN {_NOW} END
FROM many, notice
"""
_ALL = (
    _STATUSES,
    _SENT,
    _GROUPS,
    _DRAFTS,
    _MATTERS,
    _REQUESTS,
    _WAITS,
    _NOTICES,
    _DELIVERIES,
)


def settle_in(database: Path) -> None:
    """Give the registrations statuses, sources and groups, and the desk its matters and notices."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.create_function("status_of", 1, _status, deterministic=True)
        connection.create_function("groups_of", 1, _groups, deterministic=True)
        for statement in _ALL:
            connection.execute(statement)


def _status(number: int) -> str:
    """A third are drafts, and some more."""
    return STATUSES[number % len(STATUSES)] if number % 3 else Status.DRAFT.value


def _groups(number: int) -> str:
    return GROUPS[number % len(GROUPS)]
