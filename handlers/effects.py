"""
What a turn can decide, as plain values; deciding and doing are never in the same function.

The answers themselves are not effects: a turn returns the conversation with its registration
changed, and storage writes what differs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from handlers.seats import AskSeats, News


class Choice(NamedTuple):
    """One thing a person can choose: the words on the button, and what comes back when tapped."""

    label: str
    payload: str


class Attachment(NamedTuple):
    """
    A picture or a paper of ours that goes with a message, or a sentence of it read aloud.

    `media` is the id that it is kept by, `name` what people see a paper called.
    """

    media: str
    mime: str
    name: str

    @property
    def is_picture(self) -> bool:
        return self.mime.startswith("image/")

    @property
    def is_recording(self) -> bool:
        return self.mime.startswith("audio/")


class Message(NamedTuple):
    """
    One message as a person will read it, in their language; plain text, never markup.

    `choices` are offered as buttons where the channel has them, else as a numbered list (1 is the
    first); `ways` are the small ones beneath (back, explain, staff …), never numbered.
    `ask_phone` asks the channel for its own share-phone button with this label.
    `by_call` is true where the answer of the webhook must not carry it (a code, a verdict).
    `attached` is shown beside it where that can be: nothing in the talk needs it.
    """

    text: str
    choices: tuple[Choice, ...] = ()
    ways: tuple[Choice, ...] = ()
    ask_phone: str = ""
    by_call: bool = False
    attached: Attachment | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """Say this to the person who spoke; a turn has at most one."""

    message: Message


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """Heard and understood, nothing new to say (a message sent twice in impatience)."""


class Agreed(StrEnum):
    """
    How the producer of a registration agreed to the keeping of what it says.

    `SELF` pressed the button in their own talk, `PRESENT` pressed it on a helper's phone, `SLIP`
    signed one that a helper photographed, `CLAIM` took over what a helper had made. To staff they
    said so by `PHONE`, or signed it on `PAPER`. Of one that is `WAITING` nothing leaves the talk.
    """

    SELF = "self"
    PRESENT = "present"
    SLIP = "slip"
    CLAIM = "claim"
    PHONE = "phone"
    PAPER = "paper"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Consent:
    """
    The person agreed to, or withdrew from: `dossier`, `call`, `question`, or a topic.

    A `dossier` is that of one `registration`, whose producer may be somebody else: `how` says so.
    """

    topic: str
    given: bool
    text_version: str
    how: Agreed = Agreed.SELF
    registration: int = 0


class Wish(StrEnum):
    """What a person asks staff for; to `TELL` them by phone is what staff ask of each other."""

    CALL = "call"
    QUESTION = "question"
    VOICE = "voice"
    CLAIM = "claim"
    TELL = "tell"


@dataclass(frozen=True, slots=True)
class AskStaff:
    """
    Put this on the staff's list: a call back, a question with the person's words, a voice note, or
    the claim to a `registration` that a helper made.

    `media` is the voice note, and `text` says what it answers.
    """

    wish: Wish
    phone: str = ""
    name: str = ""
    hour: str = ""
    language: str = ""
    text: str = ""
    media: str = ""
    registration: int = 0


class Need(StrEnum):
    """Why somebody needs one of the staff who has asked for nobody."""

    STUCK = "stuck"
    LOST = "lost"
    OOPS = "oops"


@dataclass(frozen=True, slots=True)
class NeedsStaff:
    """Show staff that this person cannot go on alone; nothing is said of what they wrote."""

    why: Need


@dataclass(frozen=True, slots=True)
class WithStaff:
    """
    Staff have the talk `until` then unless somebody speaks; None where it is with us.

    `waits` says whose word it was: the person's, who waits for an answer now, or that of staff, who
    gave one; None where nobody said anything.
    """

    until: datetime | None
    waits: bool | None = None


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
class Seek:
    """
    Look for a registration that a helper made, by its number and the phone number in it.

    The only effect of its step: what is found comes as `Sought`, in the same turn.
    """

    registration: int
    phone: str


@dataclass(frozen=True, slots=True)
class LinkStaff:
    """
    Whoever of staff was given this code has this chat for their own.

    The only effect of its step: whose it was comes as `StaffLinked`, in the same turn.
    """

    code: str


@dataclass(frozen=True, slots=True)
class Reachable:
    """Whether messages may be sent to this contact from now on."""

    yes: bool


@dataclass(frozen=True, slots=True)
class Remind:
    """
    Say so (`Rested`) when nothing was heard of the person for so long, unless that is to be anyway.

    `bound_to` is where they stand now; that they go on changes what they will be reminded of.
    """

    bound_to: str
    after: timedelta


@dataclass(frozen=True, slots=True)
class ToldNews:
    """
    The person is being told this about a seat, and need not be told it again.

    An offered seat is kept `until` then.
    """

    seat: int
    news: News
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class OwnPhone:
    """The channel vouches that this number is the person's own: it shows who else is them."""

    phone: str


@dataclass(frozen=True, slots=True)
class NoticeArrived:
    """The person tapped a button beneath this row of a notice, so they have it."""

    notice: int
    row: int


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Something was asked that the book has no answer to; `text` names nobody."""

    text: str


@dataclass(frozen=True, slots=True)
class ToStaff:
    """
    What one of the staff hears of what they wanted: done, or why it was `refused`.

    `keys` are the answers that somebody else changed meanwhile; `registration` is a new one.
    """

    refused: str = ""
    keys: tuple[tuple[int, str], ...] = ()
    registration: int = 0


Effect = (
    Reply
    | Acknowledge
    | Consent
    | AskStaff
    | NeedsStaff
    | WithStaff
    | KeepMedia
    | DropMedia
    | Erase
    | Seek
    | LinkStaff
    | Reachable
    | AskSeats
    | ToldNews
    | OwnPhone
    | NoticeArrived
    | Remind
    | Unanswered
    | ToStaff
)
