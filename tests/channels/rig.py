"""
What the contract tests need of a channel: itself, and people at its other end.

A new channel adds a module with its rig and one line to `RIGS` in `test_contract`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from bot.channels.base import Channel, Incoming
from handlers.effects import Attachment


@dataclass(frozen=True, slots=True)
class Read:
    """
    A message as somebody sees it: the text, and the words on everything that can be pressed.

    A picture is looked at; of any other file they see the name.
    """

    text: str
    labels: tuple[str, ...]
    picture: bytes = b""
    file: str = ""


class Visitor(Protocol):
    """
    Somebody who has opened the talk.

    Acting gives what the channel made of it. `reads` takes what was sent, in as many parts as it
    came, joined by blank lines.
    """

    @property
    def address(self) -> str: ...

    async def says(self, text: str) -> Incoming: ...

    async def presses(self, label: str) -> Incoming: ...

    async def reads(self) -> Read: ...


@runtime_checkable
class Leaver(Protocol):
    """Somebody who can leave for good, where the channel knows that."""

    async def leaves(self) -> Incoming: ...


class Rig(Protocol):
    """A channel that is set up; `repeat` delivers the last act once more."""

    @property
    def channel(self) -> Channel: ...

    async def visitor(self) -> Visitor: ...

    async def keep(self, content: bytes, mime: str, name: str) -> Attachment:
        """A file that can be attached; without content it is lost."""

    async def repeat(self) -> Incoming: ...
