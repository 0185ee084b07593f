"""A failpoint fails where and when it was told to, and nowhere else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.failpoints import KILLED, Failure, parse

ROOT = Path(__file__).parents[2]
PROGRAM = "from bot.failpoints import reach; reach('one'); print('alive', flush=True); reach('two')"


@pytest.mark.parametrize(
    ("wanted", "code", "printed"),
    [
        (None, 0, "alive"),
        ("other:kill", 0, "alive"),
        ("two:kill", KILLED, "alive"),
        ("one:kill", KILLED, ""),
    ],
)
def test_a_program_dies_where_it_was_told_to(wanted: str | None, code: int, printed: str) -> None:
    surroundings = {"PATH": "", **({"FAILPOINT": wanted} if wanted else {})}
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, env=surroundings, capture_output=True, text=True
    )

    assert (ended.returncode, ended.stdout.strip()) == (code, printed)


def test_it_counts_how_often_it_came_by() -> None:
    reach = parse("one:raise@3, two:raise")
    reach("one")
    reach("one")

    with pytest.raises(Failure):
        reach("one")
    with pytest.raises(Failure):
        reach("two")


@pytest.mark.parametrize("wanted", ["one", "one:explode", "one:kill@x", ":kill@"])
def test_what_cannot_be_read_is_refused(wanted: str) -> None:
    with pytest.raises(ValueError, match="FAILPOINT"):
        parse(wanted)
