"""
Killed anywhere on a turn's path, the program has everything it acknowledged and nothing twice.

Whoever drives the program begins it anew when it dies, and sends again, as a platform does, what
was not acknowledged.
"""

from __future__ import annotations

from bot.failpoints import KILLED
from storage.schema import answer, conversation, inbox, message, outbox, registration
from tests.storage.child import Child
from tests.storage.desk import Desk

PLACES = (
    "turn.before_begin",
    "turn.after_keys",
    "turn.after_read",
    "turn.after_step",
    "turn.after_write",
    "turn.before_commit",
    "turn.after_commit",
)
TEXTS = ("open", *(f"q-{number}=x" for number in range(len(PLACES))), "status interest")


async def test_a_talk_goes_through_however_often_the_program_is_killed(office: Desk) -> None:
    words = [(f"key-{number}", text) for number, text in enumerate(TEXTS)]
    done = 0
    for place in PLACES:
        acknowledged, code = Child(office.url, words[done:], f"{place}:kill@2").end()
        done += acknowledged
        stored = len(await office.rows(inbox))
        assert (acknowledged, code) == (1, KILLED)
        assert stored == done + (place == "turn.after_commit")
    assert Child(office.url, words[done:]).end() == (len(words) - done, 0)

    [head] = await office.rows(registration)
    [talk] = await office.rows(conversation)
    assert head["status"] == "interest"
    assert len(await office.rows(answer)) == len(PLACES)
    assert len(await office.rows(inbox)) == len(words)
    assert len(await office.rows(message)) == 2 * len(words)
    assert (talk["seq"], len(await office.rows(outbox))) == (len(words), len(words))
    assert f'"lost":{len(words)}' in talk["state"]
