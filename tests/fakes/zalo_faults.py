"""Troubles on request, as Telegram's, and those that only Zalo has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tests.fakes import telegram_faults


@dataclass(slots=True)
class Fault(telegram_faults.Fault):
    """
    As Telegram's; `method` is the call's path (`v3.0/oa/message/cs`) or name, `chat` the person.

    `error` is answered in Zalo's envelope without doing anything, or with `carried` after it was
    done all the same. `late` seconds pass between doing it and answering.
    """

    error: int = 0
    carried: bool = False
    late: float = 0.0


class Faults(telegram_faults.Faults):
    """The troubles still to come."""

    def take(self, method: str, parameters: Mapping[str, str]) -> Fault:
        """The trouble this call is in for, or one that does nothing."""
        fault = super().take(method, parameters)
        return fault if isinstance(fault, Fault) else Fault()
