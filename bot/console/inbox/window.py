"""Whether somebody can be written to just now, and for how long, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.console.inbox.shown import lasting
from bot.console.shown import channel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.channels.base import Window
    from bot.console.visit import Visit
    from storage.inbox import Matter

    Windows = Mapping[str, Callable[[datetime | None], Window]]
    """By account: until when somebody who was here then can be written to."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Whether a reply would leave now, and what is to be said about that."""

    open: bool
    words: str


def reach(one: Matter, windows: Windows, visit: Visit) -> Reach:
    """How somebody can be reached on the channel that they came by."""
    kind = one.account.partition(":")[0]
    name = channel(kind, visit)
    window_of = windows.get(one.account)
    if window_of is None:
        return Reach(open=False, words=visit.say("inbox-closed-off", channel=name))
    if one.lost:
        return Reach(open=False, words=visit.say("inbox-closed-stopped", channel=name))
    now, window = datetime.now(UTC), window_of(one.interacted_at)
    if window.until is None:
        key = "inbox-open-web" if kind == "web" else "inbox-open"
        return Reach(open=True, words=visit.say(key, channel=name))
    if now >= window.until:
        return Reach(open=False, words=visit.say("inbox-closed-too-long-ago", channel=name))
    if window.free_until is not None and now < window.free_until:
        left = lasting(window.free_until - now, visit)
        return Reach(open=True, words=visit.say("inbox-open-free", channel=name, time=left))
    left = lasting(window.until - now, visit)
    return Reach(open=True, words=visit.say("inbox-open-paid", channel=name, time=left))
