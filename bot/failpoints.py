"""
Named places where a test makes the program fail, as a power cut or a bad day would.

`FAILPOINT=turn.after_commit:kill` ends the process at that place without any goodbye;
`name:kill@3` does so the third time it gets there, `name:raise` raises instead, and several are
joined by commas. Without the variable `reach` is an empty function.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable

KILLED = 137
"""The exit code of a process that was killed here, as the shell reports `kill -9`."""

_PLACE = re.compile(r"(?P<name>[\w.]+):(?P<deed>kill|raise)(?:@(?P<times>\d+))?")


class Failure(Exception):
    """A failpoint was told to raise."""


def parse(wanted: str) -> Callable[[str], None]:
    """The function that fails at the places named; raises ValueError when it cannot be read."""
    places: dict[str, tuple[str, int]] = {}
    for part in wanted.split(","):
        read = _PLACE.fullmatch(part.strip())
        if read is None:
            raise ValueError(f"FAILPOINT '{part}' cannot be read: write name:kill or name:raise@3")
        places[read["name"]] = (read["deed"], int(read["times"] or 1))
    reached: Counter[str] = Counter()

    def fail(name: str) -> None:
        if name not in places:
            return
        deed, times = places[name]
        reached[name] += 1
        if reached[name] < times:
            return
        if deed == "kill":
            os._exit(KILLED)
        raise Failure(name)

    return fail


def _pass_by(_name: str) -> None:
    """Nothing is to fail."""


reach: Callable[[str], None] = (
    parse(os.environ["FAILPOINT"]) if "FAILPOINT" in os.environ else _pass_by
)
