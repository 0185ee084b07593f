"""
The bot in a terminal: what is typed becomes an event, what is said becomes lines.

Choices are numbered, as on every channel without buttons, and the ways stand beneath as words. What
cannot be typed is written in brackets: `[label]` taps a button, `(photo)`, `(paper)`, `(voice)`,
`(sticker)`, `(video)`, `(location)` and `(file)` send one, `(share 0912345678)` shares one's own
number, `(start)` opens the talk anew. Of a picture or a paper of ours its name is shown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from bot.channels.base import Outgoing, Receipt, Sent
from bot.text import clean
from handlers.events import (
    Chose,
    Event,
    Followed,
    MediaKind,
    Moment,
    OtherKind,
    Said,
    SentMedia,
    SentOther,
    SharedPhone,
)

if TYPE_CHECKING:
    from handlers.effects import Message

ACCOUNT = "terminal:main"
SHARE = re.compile(r"\(share ([+0-9 .]+)\)")


class NotShown(ValueError):
    """The last message has no button with these words."""


class Terminal:
    """The account `terminal:main`; what is said to it is written to a stream."""

    account = ACCOUNT

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    async def send(self, outgoing: Outgoing) -> Receipt:
        self.show(outgoing.message)
        return Sent(str(outgoing.seq))

    def show(self, message: Message) -> None:
        """Write one message as a person at a terminal reads it."""
        numbered = [f"  {n}. {choice.label}" for n, choice in enumerate(message.choices, start=1)]
        ways = " · ".join(way.label for way in message.ways)
        attached = f"({message.attached.name})" if message.attached else ""
        parts = [message.text, attached, "\n".join(numbered), f"  {ways}" if ways else ""]
        self._stream.write("\n" + "\n\n".join(part for part in parts if part) + "\n\n")
        self._stream.flush()


def event_of(typed: str, at: Moment, last: Message) -> Event | None:
    """What a typed line means after the `last` message; None when it says nothing at all."""
    said = clean(typed)
    if not said:
        return None
    if said.startswith("[") and said.endswith("]"):
        return Chose(at, _payload(said[1:-1], last))
    if shared := SHARE.fullmatch(said):
        return SharedPhone(at, shared[1], own=True)
    media = f"{at.fresh:032x}"
    match said:
        case "(start)" | "/start":
            return Followed(at)
        case "(photo)":
            return SentMedia(at, media, MediaKind.PHOTO, "", 90_000, "image/jpeg")
        case "(paper)":
            return SentMedia(at, media, MediaKind.DOCUMENT, "", 90_000, "application/pdf")
        case "(voice)":
            return SentMedia(at, media, MediaKind.VOICE, "", 20_000, "audio/ogg")
        case "(sticker)" | "(video)" | "(location)" | "(file)":
            return SentOther(at, OtherKind(said[1:-1]))
        case _:
            return Said(at, said)


def _payload(label: str, last: Message) -> str:
    shown = [*last.choices, *last.ways]
    for button in shown:
        if button.label == label:
            return button.payload
    for button in shown:
        if button.label.startswith(label):
            return button.payload
    raise NotShown(label)
