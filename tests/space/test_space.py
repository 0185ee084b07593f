"""Nobody is ever stranded: every state is reached, can be left, and comes to an outcome."""

from __future__ import annotations

import pytest

from content.model import Book
from handlers.effects import Acknowledge
from handlers.events import Event
from handlers.machine import Turn, step
from handlers.state import Conversation, Stage
from tests.space import __main__ as space

pytestmark = pytest.mark.timeout(300)


def test_every_state_is_reached_can_be_left_and_comes_to_an_outcome(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert space.main() == 0

    size, verdict = capsys.readouterr().out.splitlines()
    assert " states in " in size
    assert " transitions, " in size
    assert verdict == "Each is reached, can be left, and comes to an outcome."


def test_what_is_wrong_is_named_a_line_each(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Three things broken: a stage that swallows all, one that is shut, a question without end."""
    monkeypatch.setattr(space, "step", _broken)

    assert space.main() == 1

    said = capsys.readouterr().out.splitlines()[1:]
    assert "stage programme: nothing leads here" in said
    assert "state “language”: it cannot be left" in said
    assert "state “asking callback/call-hour”: it comes to nothing" in said
    assert "outcome staff: call: no talk comes to it" in said
    assert not [line for line in said if "eligibility" in line]


def _broken(c: Conversation, e: Event, b: Book) -> Turn:
    if c.stage is Stage.LANGUAGE:
        return Turn(c, (Acknowledge(),))
    turn = step(c, e, b)
    if c.asked and c.asked.question == "call-hour" and turn.conversation.stage is Stage.ASKING:
        return Turn(c, (Acknowledge(),))
    return Turn(c, (Acknowledge(),)) if turn.conversation.stage is Stage.PROGRAMME else turn
