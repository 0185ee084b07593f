"""What stands on the screen in a Zalo chat: messages with buttons, or with a numbered menu."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

PATIENCE = 10.0

NUMBERED = re.compile(r"^\s*(\d{1,3})\. (\S.*?)\s*$", re.MULTILINE)
BESIDE = " · "


@dataclass(slots=True)
class Bubble:
    """
    A message of ours as it stands on a person's phone.

    `buttons` are Zalo's; `picture` and `file` name what was attached; `asks_info` is the title of
    a form that asks for personal details.
    """

    message_id: str
    text: str
    buttons: list[Json] = field(default_factory=list)
    picture: str = ""
    file: str = ""
    asks_info: str = ""

    @property
    def numbers(self) -> dict[str, str]:
        """The numbered lines: their words, and the number that stands before them."""
        return {words: number for number, words in NUMBERED.findall(self.text)}

    @property
    def words(self) -> list[str]:
        """What the last line offers to be typed, side by side: `back · staff`."""
        last = self.text.strip().rpartition("\n")[2]
        return [one.strip() for one in last.split(BESIDE)]

    @property
    def labels(self) -> list[str]:
        """The words on everything that can be chosen: buttons, numbered lines, words to type."""
        beside = self.words if len(self.words) > 1 else []
        return [button["title"] for button in self.buttons] + [*self.numbers, *beside]


class Screen:
    """The messages of one chat; those not yet read are waiting."""

    def __init__(self) -> None:
        self.bubbles: list[Bubble] = []
        self._unread: asyncio.Queue[Bubble] = asyncio.Queue()

    def show(self, bubble: Bubble) -> None:
        self.bubbles.append(bubble)
        self._unread.put_nowait(bubble)

    async def next(self, patience: float) -> Bubble:
        """The next message; raises TimeoutError if there is none."""
        return await asyncio.wait_for(self._unread.get(), patience)

    def rest(self) -> list[Bubble]:
        """What came and was not read; from now on it is."""
        return [self._unread.get_nowait() for _ in range(self._unread.qsize())]
