"""
What can happen in a conversation, the same whichever channel it came through.

Every event carries its `Moment`: the time it was heard, the time the platform gives it, and the
number a registration opened by it would get. The conversation never fetches any of these.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from handlers.deeds import AtDesk, StaffErased
from handlers.seats import AskSeats, News, Seat, SeatAnswer


class Moment(NamedTuple):
    """When an event was heard and sent (UTC, aware); `fresh` is an unused registration number."""

    heard: datetime
    sent: datetime
    fresh: int


class MediaKind(StrEnum):
    """What a person sent that has bytes to be kept."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"


class OtherKind(StrEnum):
    """What a person may send that answers no question; a voice note only if it has no bytes."""

    VOICE = "voice"
    STICKER = "sticker"
    VIDEO = "video"
    LOCATION = "location"
    FILE = "file"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody typed `text` (cleaned: NFC, no controls, never empty)."""

    at: Moment
    text: str


@dataclass(frozen=True, slots=True)
class Chose:
    """Somebody tapped a button of ours; `payload` is what we put on it, or anything forged."""

    at: Moment
    payload: str


@dataclass(frozen=True, slots=True)
class SharedPhone:
    """
    Somebody shared a phone number; `own` when the channel vouches that it is theirs.

    Where the channel has a form for it, `name`, `address` and its `ward` stand there too, and the
    number may be missing.
    """

    at: Moment
    phone: str
    own: bool
    name: str = ""
    address: str = ""
    ward: str = ""


@dataclass(frozen=True, slots=True)
class SentMedia:
    """
    Somebody sent a photo, a file or a voice note.

    `media` is the id the edge gave it; the bytes are fetched after the turn. `size` in bytes and
    `mime` are what the channel says, unverified; `caption` is text that came with it.
    """

    at: Moment
    media: str
    kind: MediaKind
    remote: str
    size: int
    mime: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class MediaRefused:
    """A photo or file could not be kept; `reason` is a key such as `too-big` or `unreadable`."""

    at: Moment
    media: str
    reason: str


@dataclass(frozen=True, slots=True)
class SentOther:
    """
    Somebody sent something that mostly answers no question: a voice note, a sticker, a location.

    `where` is the place on the map of a location, as "22.823, 104.978", where that is known.
    """

    at: Moment
    kind: OtherKind
    where: str = ""


@dataclass(frozen=True, slots=True)
class Edited:
    """Somebody edited an earlier message; it now reads `text`."""

    at: Moment
    text: str


@dataclass(frozen=True, slots=True)
class Followed:
    """
    Somebody opened the talk (/start, follow); `source` is the deep link's tag, or empty.

    `passing` when they did it beside the talk, as one follows an account, and asked for nothing.
    """

    at: Moment
    source: str = ""
    passing: bool = False


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody blocked or unfollowed us; nothing may be sent until they come back."""

    at: Moment


@dataclass(frozen=True, slots=True)
class Returned:
    """Somebody unblocked us without saying anything yet."""

    at: Moment


@dataclass(frozen=True, slots=True)
class Withdrew:
    """Somebody withdrew their consent on the channel's own side: nothing of them is kept."""

    at: Moment


@dataclass(frozen=True, slots=True)
class Sought:
    """What the talk has asked to look for (`handlers.effects.Seek`) was found, or was not."""

    at: Moment
    found: bool


@dataclass(frozen=True, slots=True)
class StaffSpoke:
    """One of the staff wrote to the person past the bot, which does not interrupt them."""

    at: Moment


@dataclass(frozen=True, slots=True)
class TakenOver:
    """One of the staff answers the person from now on: their number, and their name."""

    at: Moment
    staff: int
    name: str


@dataclass(frozen=True, slots=True)
class StaffReplied:
    """One of the staff says `text` to the person, through us; with that they answer them."""

    at: Moment
    staff: int
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class HandedBack:
    """The talk is ours again: one of `staff` says so, or nobody (0) does, after long silence."""

    at: Moment
    staff: int


@dataclass(frozen=True, slots=True)
class StaffLinked:
    """The code that was said was given to one of staff, by `name`; empty where to nobody."""

    at: Moment
    name: str


@dataclass(frozen=True, slots=True)
class Digest:
    """One of staff is told in their own chat what waits: of each kind how many, and where."""

    at: Moment
    waiting: tuple[tuple[str, str], ...]
    link: str


@dataclass(frozen=True, slots=True)
class Rested:
    """
    Somebody who left a form half done was not heard of for a while.

    `bound_to` is where they stood when that was found (`handlers.absence.standing`).
    """

    at: Moment
    bound_to: str


@dataclass(frozen=True, slots=True)
class SeatsTold:
    """
    What the talk asked about seats has its answer, in the same turn.

    `seat` is the one that it is about, if there is one; `seats` are all that this contact has at
    activities to come.
    """

    at: Moment
    asked: AskSeats
    answer: SeatAnswer
    seat: int
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class SeatNews:
    """Something about a seat is to be told to the person whose it is; nobody asked just now."""

    at: Moment
    news: News
    seat: Seat


Event = (
    Said
    | Chose
    | SharedPhone
    | SentMedia
    | MediaRefused
    | SentOther
    | Edited
    | Followed
    | Left
    | Returned
    | Withdrew
    | Sought
    | StaffSpoke
    | TakenOver
    | StaffReplied
    | HandedBack
    | StaffLinked
    | Digest
    | Rested
    | SeatsTold
    | SeatNews
    | AtDesk
    | StaffErased
)
