"""
What every channel promises: to turn what arrives into `Incoming`, and to send an `Outgoing`.

A channel decides nothing about the conversation. What a send came to is one of four receipts;
the outbox, not the channel, decides what follows from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple, Protocol

from storage.outcomes import FREE, Charge

if TYPE_CHECKING:
    from handlers.effects import Message
    from handlers.events import Event


class Announced(NamedTuple):
    """What a notice is about, for services that take it in a form of their own, and its number."""

    topic: str
    title: str
    text: str
    number: int = 0


class Window(NamedTuple):
    """Until when a person can be written to, and until when that is free; None for ever."""

    free_until: datetime | None = None
    until: datetime | None = None


class Incoming(NamedTuple):
    """
    One authentic event from a channel.

    `update_key` names it once and for all on its account: the same key heard again changes
    nothing. `language` is the channel's hint ("vi", "en" or empty). `answerable` says that the
    reply may travel in the answer of the webhook; `tap` is the callback to answer, or empty.
    `more_follows` that the person did more in the same moment, and that the reply to all is enough.
    """

    account: str
    address: str
    update_key: str
    event: Event
    language: str = ""
    answerable: bool = False
    tap: str = ""
    more_follows: bool = False


@dataclass(frozen=True, slots=True)
class Ignored:
    """Nothing to hear; `kind` is one of a few words to count it under."""

    kind: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """
    One row on its way to one address: of the outbox, where `seq` is its place in that chat, or of a
    notice, which nobody has asked for just now and which is `announced`.

    `interacted_at` is when the person had last turned to us as it was written, in microseconds
    since 1970; 0 where that is to be looked up.
    """

    id: int
    account: str
    address: str
    seq: int
    message: Message
    interacted_at: int = 0
    announced: Announced | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """The channel took it; `message_id` is its own name for it, `charge` what it cost."""

    message_id: str
    charge: Charge = FREE


@dataclass(frozen=True, slots=True)
class Later:
    """
    Not sent; it may go through after a while.

    `whole_account` when the channel asked the whole account to wait (flood control), and
    `counts` when the try counts towards giving up (their trouble does, their pace does not).
    `apart` when it is a matter of this message (its price, the hour), and no sign of how the
    others will fare.
    """

    after: timedelta
    reason: str
    whole_account: bool = False
    counts: bool = True
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """
    The channel will never take this message; `gone` means the person cannot be reached.

    `by_rule` when the channel's own rules keep it from everybody like them just now, and nothing
    was sent. `forbidden` when what it says is against the channel's rules: it must go to nobody.
    """

    reason: str
    gone: bool = False
    by_rule: bool = False
    forbidden: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """The request left and the answer was lost: perhaps delivered."""

    reason: str


@dataclass(frozen=True, slots=True)
class Down:
    """The account itself cannot send (token revoked): keep everything, raise one alarm."""

    reason: str


Receipt = Sent | Later | Refused | Unknown | Down


class Channel(Protocol):
    """One account of ours on one service."""

    @property
    def account(self) -> str:
        """The account's name in every key: `telegram:123456`, `web:main`, `terminal:main`."""

    async def send(self, outgoing: Outgoing) -> Receipt:
        """Send one message; raises nothing that a receipt can say."""
