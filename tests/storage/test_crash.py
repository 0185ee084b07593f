"""
Killed anywhere on a turn's path, the program has everything it acknowledged and nothing twice.

A child program hears a talk and says after each event that it is stored; whoever drives it begins
it anew when it dies, and sends again, as a platform does, everything that was not acknowledged.
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from bot.failpoints import KILLED
from storage.schema import answer, conversation, inbox, message, outbox, registration
from tests.storage.desk import Desk

ROOT = Path(__file__).parents[2]
PLACES = (
    "turn.before_begin",
    "turn.after_keys",
    "turn.after_read",
    "turn.after_step",
    "turn.after_write",
    "turn.before_commit",
    "turn.after_commit",
)
WORDS = ["open", *(f"q-{number}=x" for number in range(8)), "status interest"]


async def until_death(url: str, start: int, failpoint: str) -> tuple[int, int]:
    """How far the child got: the number of events acknowledged, and its exit code."""
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.storage.hearer",
        url,
        str(start),
        *WORDS,
        cwd=ROOT,
        env=os.environ | {"FAILPOINT": failpoint},
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await child.communicate()
    return start + said.count(b"stored\n"), child.returncode or 0


@pytest.mark.parametrize("place", PLACES)
async def test_a_talk_goes_through_however_often_the_program_is_killed(
    office: Desk, place: str
) -> None:
    done, deaths = 0, 0
    while done < len(WORDS):
        done, code = await until_death(office.url, done, f"{place}:kill@4")
        deaths += code == KILLED
        acknowledged = await office.rows(inbox)
        assert len(acknowledged) >= done

    heads = await office.rows(registration)
    [talk] = await office.rows(conversation)
    assert deaths >= 2
    assert [head["status"] for head in heads] == ["interest"]
    assert len(await office.rows(answer)) == 8
    assert len(await office.rows(inbox)) == len(WORDS)
    assert len(await office.rows(message)) == 2 * len(WORDS)
    assert (talk["seq"], len(await office.rows(outbox))) == (len(WORDS), len(WORDS))
