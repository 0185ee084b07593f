"""
What a turn can decide, as plain values; deciding and doing are never in the same function.

The answers themselves are not effects: a turn returns the conversation with its registration
changed, and storage writes what differs.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Choice(NamedTuple):
    """One thing a person can choose: the words on the button, and what comes back when tapped."""

    label: str
    payload: str


class Message(NamedTuple):
    """
    One message as a person will read it, in their language; plain text, never markup.

    `choices` are offered as buttons where the channel has them, else as a numbered list (1 is the
    first); `ways` are the small ones beneath (back, explain, staff …), never numbered.
    `ask_phone` asks the channel for its own share-phone button with this label.
    `by_call` is true where the answer of the webhook must not carry it (a code, a verdict).
    """

    text: str
    choices: tuple[Choice, ...] = ()
    ways: tuple[Choice, ...] = ()
    ask_phone: str = ""
    by_call: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """Say this to the person who spoke; a turn has at most one."""

    message: Message


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """Heard and understood, nothing new to say (a message sent twice in impatience)."""


@dataclass(frozen=True, slots=True)
class Consent:
    """The person agreed to, or withdrew from: `dossier`, `call`, `question`, or a topic."""

    topic: str
    given: bool
    text_version: str


class Wish(StrEnum):
    """What a person asks staff for."""

    CALL = "call"
    QUESTION = "question"
    VOICE = "voice"


@dataclass(frozen=True, slots=True)
class AskStaff:
    """
    Put this on the staff's list: a call back, a question with the person's words, or a voice note.

    `media` is the voice note, and `text` says what it answers.
    """

    wish: Wish
    phone: str = ""
    name: str = ""
    hour: str = ""
    language: str = ""
    text: str = ""
    media: str = ""


@dataclass(frozen=True, slots=True)
class KeepMedia:
    """
    Fetch and keep this photo or paper for a field of a registration.

    One that is `spoken` is a voice note, for staff to listen to; it may belong to no registration.
    """

    media: str
    registration: int
    product: int
    question: str
    remote: str
    spoken: bool = False


@dataclass(frozen=True, slots=True)
class DropMedia:
    """Remove a photo or paper that was replaced or taken back."""

    media: str


@dataclass(frozen=True, slots=True)
class Erase:
    """
    Erase personal data: the registrations named, or all of the person's when `everything`.

    What the office must keep of a filed dossier stays; the rest goes in one transaction.
    """

    registrations: tuple[int, ...] = ()
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Reachable:
    """Whether messages may be sent to this contact from now on."""

    yes: bool


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Something was asked that the book has no answer to; `text` names nobody."""

    text: str


Effect = (
    Reply
    | Acknowledge
    | Consent
    | AskStaff
    | KeepMedia
    | DropMedia
    | Erase
    | Reachable
    | Unanswered
)
