"""
What staff do to a registration, as events: each says who of them (`by`) and to which registration.

What each sees before it does something comes with it, so that nothing is undone that somebody else
did meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from handlers.effects import Agreed
    from handlers.events import Moment


@dataclass(frozen=True, slots=True)
class StaffMoved:
    """
    A registration goes a `step` on, from the status that it was seen in.

    The producer is told where it `tells`; where it `calls`, staff are to tell them by phone. The
    `reason` is for the history, and for whoever is told.
    """

    at: Moment
    by: int
    registration: int
    step: str
    was: str
    reason: str = ""
    tells: bool = False
    calls: bool = False


class Written(NamedTuple):
    """
    One answer as one of the staff puts it: the `value` in our own form, empty for none, and what
    they typed; `was` is the value that they saw before.
    """

    product: int
    question: str
    was: str
    value: str
    raw: str


@dataclass(frozen=True, slots=True)
class StaffWrote:
    """Answers are put down, or put right; the `reason` says how they came to be known."""

    at: Moment
    by: int
    registration: int
    answers: tuple[Written, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StaffWants:
    """The producer is asked in the chat for the answers to these questions, one after the other."""

    at: Moment
    by: int
    registration: int
    keys: tuple[tuple[int, str], ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StaffOpened:
    """Somebody is signed up who agreed to it as `how` says; the event opens a talk of its own."""

    at: Moment
    by: int
    how: Agreed
    answers: tuple[Written, ...]
    registration: int = 0

    @property
    def reason(self) -> str:
        """How they agreed, for the history."""
        return self.how.value


AtDesk = StaffMoved | StaffWrote | StaffWants | StaffOpened

AT_DESK = (StaffMoved, StaffWrote, StaffWants, StaffOpened)


@dataclass(frozen=True, slots=True)
class StaffErased:
    """
    Somebody's data go because they asked the office for it: these registrations, or with none named
    everything there is.
    """

    at: Moment
    by: int
    registrations: tuple[int, ...] = ()
