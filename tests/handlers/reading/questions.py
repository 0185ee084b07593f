"""Questions and a day for the reading tests; a test names only what matters to it."""

from __future__ import annotations

from datetime import date

from content.form import About, Kind, Question
from handlers.reading.understanding import Several, Understood, Wrong

TODAY = date(2026, 11, 23)


def question(kind: Kind, key: str = "some-question", **limits: int) -> Question:
    """A question of this kind; `minimum` and `maximum` may be given."""
    return Question(
        key=key,
        kind=kind,
        words=f"registration-{key}",
        about=About.PRODUCT,
        section="product",
        minimum=limits.get("minimum"),
        maximum=limits.get("maximum"),
    )


def sure(value: str) -> Understood:
    """Understood, and nothing to say back."""
    return Understood(value, literal=True)


def likely(value: str) -> Understood:
    """Understood, but to be said back before it is stored."""
    return Understood(value, literal=False)


def either(*values: str) -> Several:
    """Which of these must be asked."""
    return Several(values)


def wrong(reason: str) -> Wrong:
    """Not an answer, for this reason."""
    return Wrong(reason)
