"""
How an Official Account takes a message with buttons: learnt from Zalo's answers.
"""

from __future__ import annotations

ENOUGH = 3
"""Messages whose buttons are refused and whose words are not, before buttons are given up."""


class Shapes:
    """How this account takes a message with buttons; `to_try` is empty once it takes none."""

    def __init__(self) -> None:
        self.to_try: tuple[bool, ...] = (False, True)
        self._worked = False
        self._refusals = 0

    def took(self, *, typed: bool) -> None:
        """Buttons were taken, their template's type named or not."""
        self.to_try, self._worked = (typed,), True

    def refused(self) -> None:
        """Buttons were refused, and the same in words was taken."""
        self._refusals += 1
        if not self._worked and self._refusals >= ENOUGH:
            self.to_try = ()
