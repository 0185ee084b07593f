"""
The tables, the same on SQLite and PostgreSQL.

Every key of a chat carries the `account` it belongs to, so one database serves several bots.
Times are `Instant`: microseconds in a big integer. States are small numbers,
named in `storage.columns`.
"""

from __future__ import annotations

from storage.tables.activities import activity, seat
from storage.tables.book import edition, rewording
from storage.tables.clock import job, timer
from storage.tables.digests import digest, digest_told
from storage.tables.matters import matter, waited
from storage.tables.notices import chunk, delivery, notice
from storage.tables.privacy import breach, petition
from storage.tables.registrations import (
    answer,
    handed_in,
    handed_row,
    history,
    listed,
    media,
    note,
    registration,
    request,
    unanswered,
)
from storage.tables.reports import report, target
from storage.tables.sending import (
    counter,
    outbox,
    rate_bucket,
    spending,
    still_open,
    upload,
    worker,
)
from storage.tables.staff import (
    audit,
    entry_draft,
    saved_view,
    staff,
    staff_device,
    staff_failure,
    staff_link,
    staff_recovery,
    staff_session,
)
from storage.tables.talks import consent, contact, conversation, inbox, message
from storage.tables.zalo import zalo_attempt, zalo_oa

__all__ = [
    "activity",
    "answer",
    "audit",
    "breach",
    "chunk",
    "consent",
    "contact",
    "conversation",
    "counter",
    "delivery",
    "digest",
    "digest_told",
    "edition",
    "entry_draft",
    "handed_in",
    "handed_row",
    "history",
    "inbox",
    "job",
    "listed",
    "matter",
    "media",
    "message",
    "note",
    "notice",
    "outbox",
    "petition",
    "rate_bucket",
    "registration",
    "report",
    "request",
    "rewording",
    "saved_view",
    "seat",
    "spending",
    "staff",
    "staff_device",
    "staff_failure",
    "staff_link",
    "staff_recovery",
    "staff_session",
    "still_open",
    "target",
    "timer",
    "unanswered",
    "upload",
    "waited",
    "worker",
    "zalo_attempt",
    "zalo_oa",
]
