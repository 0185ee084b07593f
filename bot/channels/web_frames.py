"""
What the page and the server say to each other: small JSON objects, each with its `kind`.

From the page, on the socket or by `POST /chat/say`:

- `say` (`id`, `text`), `choose` (`id`, `payload`, `label`), `open` (`id`, `source`): one message
  of the person. The page makes its `id`, a UUID, and sends it again under the same id until
  `taken` comes; it is taken once. `age` says how many milliseconds ago it was written.
- `ping` (`seen`): I am here, and have every line up to this `seq`. The socket and the long poll
  are asked for with the same `seen`, or without one by a page that has nothing yet.

To the page:

- `talk` (`lines`, `whole`): what was said. A line of ours has its `seq`, a line of the person the
  `after`: the last `seq` before it. `whole` says: forget what you have, this is the talk. What is
  `attached` to a line of ours has a `kind`, a `name` and its `address`.
- `mine` (`id`, `text` or `media`, `after`): the person said this in another window.
- `taken` (`id`, `after`): committed, the page may forget it. `later` (`id`): send it again.
- `refused` (`id`, `reason`): it will never be taken.
- `pong`; `erased` (what the page remembers must go too); `ended` (the cookie was given up).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.channels.body import Malformed, parse_object
from bot.text import clean
from handlers.events import MediaKind

if TYPE_CHECKING:
    from handlers.effects import Attachment, Choice
    from storage.talk import Line, Missed

MOST_BYTES = 16 * 1024
OLDEST = timedelta(days=7)

MEDIA = frozenset(kind.value for kind in MediaKind)

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
SOURCE = re.compile(r"[A-Za-z0-9_-]{1,64}")

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Say:
    """The person typed this."""

    id: str
    age: timedelta
    text: str


@dataclass(frozen=True, slots=True)
class Choose:
    """The person tapped a button; `label` is what stood on it, for their other windows."""

    id: str
    age: timedelta
    payload: str
    label: str


@dataclass(frozen=True, slots=True)
class Open:
    """The person opened the page for the first time, or by a link that carries a source."""

    id: str
    age: timedelta
    source: str


@dataclass(frozen=True, slots=True)
class Ping:
    """The page is there, and has every line up to `seen`."""

    seen: int


Words = Say | Choose | Open
Frame = Words | Ping


def read_frame(raw: bytes) -> Frame:
    """A frame from the page; raises `Malformed` for what our page could not have sent."""
    given = parse_object(raw)
    reader = READERS.get(text_in(given, "kind"))
    if reader is None:
        raise Malformed("kind")
    return reader(given)


def read_say(given: Mapping[str, object]) -> Say:
    text = clean(text_in(given, "text"))
    if not text:
        raise Malformed("text")
    return Say(uuid_in(given), age_in(given), text)


def read_choose(given: Mapping[str, object]) -> Choose:
    payload, label = clean(text_in(given, "payload")), clean(text_in(given, "label"))
    return Choose(uuid_in(given), age_in(given), payload, label)


def read_open(given: Mapping[str, object]) -> Open:
    source = text_in(given, "source")
    return Open(uuid_in(given), age_in(given), source if SOURCE.fullmatch(source) else "")


def read_ping(given: Mapping[str, object]) -> Ping:
    return Ping(count_in(given, "seen"))


READERS: Mapping[str, Callable[[Mapping[str, object]], Frame]] = {
    "say": read_say,
    "choose": read_choose,
    "open": read_open,
    "ping": read_ping,
}


def read_uuid(text: str) -> str:
    """The id of a message as our page makes it, or `Malformed`."""
    if not UUID.fullmatch(text):
        raise Malformed("id")
    return text


def uuid_in(given: Mapping[str, object]) -> str:
    return read_uuid(text_in(given, "id"))


def age_in(given: Mapping[str, object]) -> timedelta:
    return min(timedelta(milliseconds=count_in(given, "age")), OLDEST)


def text_in(given: Mapping[str, object], key: str) -> str:
    value = given.get(key)
    if not isinstance(value, str):
        raise Malformed(key)
    return value


def count_in(given: Mapping[str, object], key: str) -> int:
    value = given.get(key)
    if type(value) is not int or not 0 <= value < 2**53:
        raise Malformed(key)
    return value


def write_frame(frame: Json) -> str:
    """A frame as it goes over the line."""
    return json.dumps(frame, ensure_ascii=False, separators=(",", ":"))


def talk(missed: Missed) -> Json:
    """What was said, for a page that has not heard it."""
    lines = [write_line(line) for line in missed.lines]
    return {"kind": "talk", "whole": missed.whole, "lines": lines}


def write_line(line: Line) -> Json:
    """One thing said; a line of ours carries its buttons while it is the newest."""
    told: Json = {"text": line.text, "at": round(line.at.timestamp() * 1000)}
    if line.author == "person":
        media = {"media": line.kind} if line.kind in MEDIA else {}
        return told | media | {"who": "me", "id": line.update_key, "after": line.seq}
    place = {"notice": line.notice, "after": line.seq} if line.notice else {"seq": line.seq}
    told |= {"who": line.author, **place} | attachment(line.attached)
    return told | {"choices": buttons(line.choices), "ways": buttons(line.ways)}


def attachment(attached: Attachment | None) -> Json:
    """What goes with a line of ours, if anything does, and where the page finds it."""
    if attached is None:
        return {}
    if attached.is_recording:
        kind = MediaKind.VOICE
    else:
        kind = MediaKind.PHOTO if attached.is_picture else MediaKind.DOCUMENT
    address = f"/chat/file/{attached.media}"
    return {"attached": {"kind": kind.value, "name": attached.name, "address": address}}


def buttons(choices: Sequence[Choice]) -> list[Json]:
    return [{"label": choice.label, "payload": choice.payload} for choice in choices]
