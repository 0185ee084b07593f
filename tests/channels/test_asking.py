"""Asking a service for ever: what its answers and troubles do to the pauses, and to the log."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress

import pytest

from bot.channels.asking import SHORTEST_WAIT, Stuck, ask_forever
from bot.turn import NotStored
from tests.polling import noted_rests


@pytest.fixture
def rests(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long it rested, each time."""
    return noted_rests(monkeypatch)


async def ask(*answers: bool | Exception) -> None:
    """Ask until each of these has been found or raised."""
    left, done = deque(answers), asyncio.Event()

    async def once() -> bool:
        if not left:
            done.set()
            await asyncio.Event().wait()
        answer = left.popleft()
        if isinstance(answer, Exception):
            raise answer
        return answer

    asking = asyncio.create_task(ask_forever("a service", once, lambda: 0.5))
    await asyncio.wait_for(done.wait(), 10)
    asking.cancel()
    with suppress(asyncio.CancelledError):
        await asking


async def test_trouble_is_waited_out_longer_each_time_until_an_answer_comes(
    rests: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    await ask(Stuck("no way"), Stuck("no way"), NotStored(), True, NotStored(), Stuck("no way"))

    assert rests == [1, 2, 4, 1, 2]
    assert caplog.messages == [
        "a service: polling waits: no way",
        "a service: polling waits: NotStored",
    ]


async def test_our_own_mistake_is_waited_out_as_well_and_traced(
    rests: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    await ask(LookupError("our mistake"), Stuck("no way"), True)

    assert rests == [1, 2]
    assert "our mistake" in caplog.text


async def test_a_service_that_does_not_wait_is_asked_a_little_later(
    rests: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    await ask(False, True, True)

    assert rests == [SHORTEST_WAIT]
    assert not caplog.messages
