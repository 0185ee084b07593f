"""
What goes into the unit of work and what comes out of it, and how an event is written down.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import Enum, auto
from typing import Any, NamedTuple

from handlers.deeds import (
    AT_DESK,
    StaffErased,
    StaffMoved,
    StaffOpened,
    StaffWants,
    StaffWrote,
)
from handlers.effects import Effect, Message
from handlers.events import (
    Chose,
    Digest,
    Edited,
    Event,
    Followed,
    HandedBack,
    Left,
    MediaRefused,
    Moment,
    Rested,
    Returned,
    Said,
    SeatNews,
    SeatsTold,
    SentMedia,
    SentOther,
    SharedPhone,
    Sought,
    StaffLinked,
    StaffReplied,
    StaffSpoke,
    TakenOver,
    Withdrew,
)


class Manner(Enum):
    """
    How an event is to be heard.

    The reply to a `STALE` one, which was sent long ago or is not the last of what somebody did at
    once, is withheld when the same batch has a later reply
    for its chat. To one that came `TOO_FAST` only that is said; it is not put to the talk.
    """

    USUAL = auto()
    STALE = auto()
    TOO_FAST = auto()


class Hearing(NamedTuple):
    """
    One event to hear; the number in its moment is given to it here.

    `language` is what the channel suggests for somebody new; `answerable` says that the reply may
    travel in the answer of a webhook.
    """

    account: str
    address: str
    update_key: str
    event: Event
    language: str = ""
    answerable: bool = False
    manner: Manner = Manner.USUAL


class Queued(NamedTuple):
    """
    A message that is stored and is to be sent; `seq` is its place in its chat.

    `interacted_at` is when the person had last turned to us then, in microseconds; 0 is not known.
    """

    id: int
    account: str
    address: str
    seq: int
    message: Message
    interacted_at: int = 0


class Heard(NamedTuple):
    """
    What became of one event, after the commit.

    `replies` are pending and this process is to send them; `answer` is stored as sent and is to
    travel in the webhook's answer, also for a duplicate for as long as nothing else was said.
    `effects` are the others that the edge may have to act on; a duplicate has none.
    """

    duplicate: bool = False
    replies: tuple[Queued, ...] = ()
    answer: Queued | None = None
    effects: tuple[Effect, ...] = ()


BY_STAFF = frozenset({TakenOver, StaffReplied, HandedBack, StaffErased, *AT_DESK})
"""What one of the staff does in a chat, through us."""

BY_ITSELF = BY_STAFF | {
    Left,
    Returned,
    MediaRefused,
    Withdrew,
    StaffSpoke,
    Rested,
    Sought,
    SeatNews,
}
"""What happens in a chat without the person turning to us."""

_ANEW: Mapping[type[Any], Callable[[Any, Moment], Event]] = {
    Said: lambda e, at: Said(at, e.text),
    Chose: lambda e, at: Chose(at, e.payload),
    SharedPhone: lambda e, at: SharedPhone(at, e.phone, e.own, e.name, e.address, e.ward),
    SentMedia: lambda e, at: SentMedia(at, e.media, e.kind, e.remote, e.size, e.mime, e.caption),
    MediaRefused: lambda e, at: MediaRefused(at, e.media, e.reason),
    SentOther: lambda e, at: SentOther(at, e.kind, e.where),
    Edited: lambda e, at: Edited(at, e.text),
    Followed: lambda e, at: Followed(at, e.source, e.passing),
    Left: lambda _, at: Left(at),
    Returned: lambda _, at: Returned(at),
    Withdrew: lambda _, at: Withdrew(at),
    Sought: lambda e, at: Sought(at, e.found),
    StaffSpoke: lambda _, at: StaffSpoke(at),
    TakenOver: lambda e, at: TakenOver(at, e.staff, e.name),
    StaffReplied: lambda e, at: StaffReplied(at, e.staff, e.name, e.text),
    StaffLinked: lambda e, at: StaffLinked(at, e.name),
    Digest: lambda e, at: Digest(at, e.waiting, e.link),
    HandedBack: lambda e, at: HandedBack(at, e.staff),
    Rested: lambda e, at: Rested(at, e.bound_to),
    SeatsTold: lambda e, at: SeatsTold(at, e.asked, e.answer, e.seat, e.seats),
    SeatNews: lambda e, at: SeatNews(at, e.news, e.seat),
    StaffMoved: lambda e, at: replace(e, at=at),
    StaffErased: lambda e, at: replace(e, at=at),
    StaffWrote: lambda e, at: replace(e, at=at),
    StaffWants: lambda e, at: replace(e, at=at),
    StaffOpened: lambda e, at: replace(e, at=at),
}


def source_of(event: Event) -> str:
    """The tag of the link that somebody came by, where the event tells one."""
    return event.source if type(event) is Followed else ""


def at_number(event: Event, fresh: int) -> Event:
    """The event with the number that a registration opened by it gets."""
    at = event.at
    return _ANEW[type(event)](event, Moment(at.heard, at.sent, fresh))


def what_was_said(event: Event) -> tuple[str, str, str]:  # noqa: C901, PLR0912 (a line each)
    """The kind of a message, its text, and the id of its photo or paper."""
    match event:
        case Said(text=text):
            return "text", text, ""
        case Chose(payload=payload):
            return "tap", payload, ""
        case SharedPhone(phone=phone, name=name, address=address):
            return "phone", ", ".join(part for part in (name, phone, address) if part), ""
        case SentMedia(kind=kind, caption=caption, media=media):
            return kind.value, caption, media
        case MediaRefused(reason=reason, media=media):
            return "media-refused", reason, media
        case SentOther(kind=kind, where=where):
            return kind.value, where, ""
        case Edited(text=text):
            return "edit", text, ""
        case Followed(source=source):
            return "follow", source, ""
        case Left():
            return "left", "", ""
        case Returned():
            return "returned", "", ""
        case Withdrew():
            return "withdrew", "", ""
        case Sought():
            return "sought", "", ""
        case StaffSpoke():
            return "staff-spoke", "", ""
        case TakenOver():
            return "taken-over", "", ""
        case StaffReplied(text=text):
            return "text", text, ""
        case StaffLinked():
            return "staff-linked", "", ""
        case Digest():
            return "digest", "", ""
        case HandedBack():
            return "handed-back", "", ""
        case Rested():
            return "rested", "", ""
        case SeatsTold(answer=answer):
            return "seats-told", answer, ""
        case SeatNews(news=news):
            return "seat-news", news, ""
        case StaffMoved() | StaffWrote() | StaffWants() | StaffOpened() | StaffErased():
            return "staff-deed", "", ""
