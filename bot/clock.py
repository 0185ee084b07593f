"""What time it is, for whoever is handed a clock."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """The moment it is."""
    return datetime.now(UTC)
