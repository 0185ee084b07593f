"""
What staff do to a registration, as events: each says who of them (`by`) and to which registration.

What each sees before it does something comes with it, so that nothing is undone that somebody else
did meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handlers.events import Moment


@dataclass(frozen=True, slots=True)
class StaffMoved:
    """
    A registration goes a `step` on, from the status that it was seen in.

    The producer is told where it `tells`; the `reason` is for the history, and for them.
    """

    at: Moment
    by: int
    registration: int
    step: str
    was: str
    reason: str = ""
    tells: bool = False


AtDesk = StaffMoved

AT_DESK = (StaffMoved,)
