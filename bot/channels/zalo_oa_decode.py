"""
One event of an Official Account's webhook, decoded by hand into what happened with one person.

What nobody is to be answered for comes back as a report (an echo of what the account said, or a
receipt) or as `Ignored` with a word to count it under. Nothing that Zalo or a forger may send
raises.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

from bot.channels.base import Ignored, Incoming
from bot.channels.strict import Odd
from bot.channels.zalo_fields import name_of, number, part, text
from bot.channels.zalo_oa_kinds import ECHO, FOLLOW, RECEIPTS, kind_of
from bot.channels.zalo_oa_said import events_of
from bot.channels.zalo_templates import tracked
from handlers.events import Followed, Left, Moment, Withdrew

if TYPE_CHECKING:
    from bot.channels.strict import Object

EARLIEST = datetime(2015, 1, 1, tzinfo=UTC)
AHEAD = timedelta(days=1)
"""A time outside these is none: some of Zalo's samples have them."""

OLDEST = timedelta(days=30)
"""
Longer ago than that is nothing that Zalo brings: a signed body somebody has kept. The keys by which
it would be known again are forgotten no sooner.
"""

NOBODY = frozenset({"", "0"})
"""What stands in the place of a person's name where no person did it."""

_SOURCE = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True)
class Echo:
    """
    Our account said something to `address` then; `by_human` when a person did in Zalo's console.

    `key` is the event's name for ever, `message_id` that of what was said, where it is told.
    """

    address: str
    key: str
    at: datetime
    by_human: bool
    message_id: str = ""


@dataclass(frozen=True, slots=True)
class Arrived:
    """Messages of ours reached `address` then; `seen` when the person has looked at them."""

    address: str
    message_ids: tuple[str, ...]
    at: datetime
    seen: bool


Decoded = tuple[Incoming, ...] | Echo | Arrived | Ignored
"""Several happen at once where somebody sends several photos together."""


def decode(event: Object, account: str, heard: datetime) -> Decoded:
    """What happened on this account, or why it is ignored; raises nothing."""
    try:
        return _decode(event, account, account.partition(":")[2], heard)
    except Odd as reason:
        return Ignored(str(reason))
    except RecursionError:
        return Ignored("malformed")


def _decode(event: Object, account: str, oa: str, heard: datetime) -> Decoded:
    name = event.get("event_name")
    if not isinstance(name, str):
        raise Odd
    if kind := kind_of(name):
        raise Odd(kind)
    sent = _instant(event, heard)
    if heard - sent > OLDEST:
        raise Odd("too old")
    if name in RECEIPTS:
        return _arrived(event, oa, sent, seen=RECEIPTS[name])
    if name.startswith(ECHO):
        return _echo(event, name, oa, sent)
    person = _person(event, name, oa)
    key, at = _key(event, name, person), Moment(heard, sent, 0)
    if name in FOLLOW:
        return (Incoming(account, person, key, Followed(at, _source(event), passing=True)),)
    if name == "unfollow":
        return (Incoming(account, person, key, Left(at)),)
    if name == "user_withdraw":
        return (Incoming(account, person, key, Withdrew(at)),)
    events = events_of(name, event, at, f"{account}/{key}")
    if not events:
        raise Odd("unknown")
    return tuple(
        Incoming(
            account,
            person,
            f"{key}/{place}" if place else key,
            one,
            more_follows=place + 1 < len(events),
        )
        for place, one in enumerate(events)
    )


def _person(event: Object, name: str, oa: str) -> str:
    """Who did it, to our account and not as our account."""
    to = name_of(event, "oa_id") or _party(event, "recipient")
    if name in FOLLOW or name == "unfollow":
        person = name_of(part(event, "follower"), "id") or name_of(event, "user_id")
    elif name == "user_withdraw":
        person = name_of(event, "user_id") or _party(event, "sender")
    else:
        person = _party(event, "sender")
    if to not in {oa, ""}:
        raise Odd("elsewhere")
    if person == oa:
        raise Odd("own")
    return _known(person)


def _party(event: Object, key: str) -> str:
    """The name of the sender or the recipient, which may stand there bare."""
    return name_of(part(event, key), "id") or name_of(event, key)


def _known(person: str) -> str:
    if not person:
        raise Odd("nobody")
    return person


def _echo(event: Object, name: str, oa: str, at: datetime) -> Echo:
    _from_us(event, oa)
    person = _known(_party(event, "recipient"))
    by_human = name_of(part(event, "sender"), "admin_id") not in NOBODY
    return Echo(person, _key(event, name, person), at, by_human, _message_id(event))


def _arrived(event: Object, oa: str, at: datetime, *, seen: bool) -> Arrived:
    """Of a message by phone, the tracking id of ours says whose it is."""
    _from_us(event, oa)
    several = part(event, "message").get("msg_ids")
    names = [name_of({"id": one}, "id") for one in several] if isinstance(several, list) else []
    ids = dict.fromkeys(name for name in (*names, _message_id(event)) if name)
    if not ids:
        raise Odd
    by_phone = tracked(text(part(event, "message"), "tracking_id"))
    return Arrived(by_phone or _known(_party(event, "recipient")), tuple(ids), at, seen)


def _from_us(event: Object, oa: str) -> None:
    if _party(event, "sender") not in {oa, ""}:
        raise Odd("elsewhere")


def _message_id(event: Object) -> str:
    message = part(event, "message")
    return name_of(message, "msg_id") or name_of(message, "message_id")


def _key(event: Object, name: str, person: str) -> str:
    """The event's name for ever: the message's, else whose it was and when, else all it says."""
    message = _message_id(event)
    if message:
        return f"{message}/{name}"
    when = name_of(event, "timestamp")
    if not when:
        when = blake2b(repr(event).encode(errors="replace"), digest_size=16).hexdigest()
    return f"{name}/{person}/{when}"


def _instant(event: Object, heard: datetime) -> datetime:
    """When it happened; for a time that cannot be, the moment it was heard."""
    sent = datetime.fromtimestamp(min(number(event, "timestamp"), 10**14) / 1000, UTC)
    return sent if EARLIEST < sent < heard + AHEAD else heard


def _source(event: Object) -> str:
    source = event.get("source")
    return source if isinstance(source, str) and _SOURCE.fullmatch(source) else ""
