"""
What to do about the tokens of an Official Account, as they stand now; decided, not done.

    VALID -> REFRESHING -> VALID        a new pair is stored
    REFRESHING -> AMBIGUOUS             the answer was lost, or the asker died: one more try
    REFRESHING -> DEAD                  the refresh token is good no longer: an admin must consent

Nothing here goes round: a refresh token is sent at most twice, and an access token that is refused
before it ever worked, although it replaced another refused one, ends the grant.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.channels.zalo_oauth import Denied, Lost, NotSent
from storage.columns import Granting
from storage.zalo_tokens import Grant, Outcome, Pair

LEASE = timedelta(seconds=45)
"""How long whoever refreshes is left alone: the request may take 15 s, and the commit 10."""

PAUSE = timedelta(seconds=5)
"""How long after a lost answer the same refresh token is tried once more."""

REST = timedelta(seconds=30)
"""How long after a request that could not be sent the next one follows."""

FAULT_REST = timedelta(minutes=10)
"""How long after being told that the app is set up wrongly."""

RIGHT_AFTER = timedelta(minutes=10)
WARNING = timedelta(days=14)

ENDED = frozenset({-14014, -118, -14012, -14024})
"""The refresh token was refused for good."""

FAULTS = frozenset({-14002, -14003})
"""The app is not active, or its redirect address is another: says nothing of the token."""


class Reason(StrEnum):
    """Why there is no token to use."""

    UNCONFIGURED = "unconfigured"
    AMBIGUOUS = "ambiguous"
    DEAD = "dead"
    UNREACHABLE = "unreachable"
    WAITING = "waiting"
    WRONG_KEY = "wrong-key"


@dataclass(frozen=True, slots=True)
class Use:
    """This access token is good."""

    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Refresh:
    """Ask for a new pair."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Another process is asking for a new pair."""


@dataclass(frozen=True, slots=True)
class Note:
    """Nobody has written this down yet."""

    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Halt:
    """There is no token to use."""

    reason: Reason


Step = Use | Refresh | Wait | Note | Halt


def decide(grant: Grant | None, now: datetime, refused: str = "", *, ahead: bool = False) -> Step:
    """
    The next step, for somebody whose token `refused` was just refused.

    `ahead` refreshes while the old token still serves; without it only need does.
    """
    if grant is None:
        return Halt(Reason.UNCONFIGURED)
    pair, held = grant.pair, grant.held_until is not None and now < grant.held_until
    usable = pair.access not in {"", refused} and now < pair.access_expires_at
    match grant.status:
        case Granting.DEAD:
            return Halt(Reason.DEAD)
        case Granting.AMBIGUOUS:
            return Halt(Reason.AMBIGUOUS) if held else Refresh()
        case Granting.REFRESHING if not held:
            return Note(lost(grant, now, "whoever asked for new tokens was cut off"))
        case Granting.REFRESHING:
            return Use(pair.access) if usable else Wait()
    if _hopeless(grant, now, refused):
        return Note(Outcome(Granting.DEAD, "new access tokens are refused"))
    if usable and (held or not (ahead and is_due(pair, now))):
        return Use(pair.access)
    return Halt(Reason.UNREACHABLE) if held else Refresh()


def is_due(pair: Pair, now: datetime) -> bool:
    """Whether four fifths of an access token's life are over: 20 hours of 25."""
    life = pair.access_expires_at - pair.obtained_at
    return pair.access_expires_at - now < life / 5


def ends_soon(pair: Pair, now: datetime) -> bool:
    """Whether the refresh token itself is about to end."""
    return pair.refresh_expires_at - now < WARNING


def outcome(claimed: Grant, answer: Denied | Lost | NotSent, now: datetime) -> Outcome:
    """How the grant stands after a refresh that brought no new pair."""
    match answer:
        case Denied(code) if code in ENDED:
            return Outcome(Granting.DEAD, answer.words)
        case Denied(code) if code in FAULTS:
            return _as_before(claimed, answer.words, now + FAULT_REST)
        case NotSent():
            return _as_before(claimed, answer.words, now + REST)
        case _:
            return lost(claimed, now, answer.words)


def lost(grant: Grant, now: datetime, error: str) -> Outcome:
    """The answer was lost: once more after a while, and a second time never."""
    if grant.lost:
        return Outcome(Granting.DEAD, f"no answer twice: {error}", lost=grant.lost + 1)
    return Outcome(Granting.AMBIGUOUS, error, now + PAUSE, lost=1)


def _as_before(claimed: Grant, error: str, until: datetime) -> Outcome:
    status = Granting.AMBIGUOUS if claimed.lost else Granting.VALID
    return Outcome(status, error, until, claimed.lost)


def _hopeless(grant: Grant, now: datetime, refused: str) -> bool:
    """Whether the token that took the place of a refused one is refused right away itself."""
    fresh = now - grant.pair.obtained_at < RIGHT_AFTER
    return bool(grant.doubted and refused and refused == grant.pair.access and fresh)
