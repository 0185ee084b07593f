"""Whoever asks a service for updates, at work; and what was heard of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Protocol

import pytest

from handlers.events import Said
from tests.telegram.serving import Ear
from tests.whole.until import LOOK


class Poller(Protocol):
    """Somebody who asks until cancelled."""

    async def forever(self) -> None: ...


@asynccontextmanager
async def asking(poller: Poller) -> AsyncIterator[None]:
    """The poller at work; ended as a stopping program ends it."""
    task = asyncio.create_task(poller.forever())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def texts(ear: Ear) -> list[str]:
    """What people said, in the order in which it was heard."""
    return [one.event.text for one in ear.heard if isinstance(one.event, Said)]


def noted_rests(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long everybody rests from now on, but for the looks of `until`; nobody waits for it."""
    noted: list[float] = []
    sleep = asyncio.sleep

    async def note(seconds: float) -> None:
        if seconds != LOOK:
            noted.append(seconds)
        await sleep(0)

    monkeypatch.setattr(asyncio, "sleep", note)
    return noted
