"""
A message as an Official Account sends it: plain text in pieces, the buttons under the last one.

There is room for five buttons. Up to five choices are buttons, more are numbered lines; the ways
take what room is left, and the rest of them stand in the last line, to be typed. What a tap says
comes back as a text that anybody can type, so a payload goes out under a mark of ours and leads no
further than the sender's own talk.

Zalo's list template is not used, long as some lists of ours are (registrations, activities). It is
documented for the version 2 endpoint alone, which businesses cannot post to; it holds five rows
where numbered lines hold any number; and what a row says when it is tapped cannot be typed by
somebody who reads the message on a computer that shows no templates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from bot.channels.pieces import split
from bot.channels.zalo_bot_render import BETWEEN
from content.limits import ZALO_BUTTON, ZALO_MARGIN, ZALO_TEXT, characters

if TYPE_CHECKING:
    from handlers.effects import Choice, Message

    Json = dict[str, object]

MAX_TEXT = ZALO_TEXT - ZALO_MARGIN
MAX_BUTTONS = 5
MAX_FORM_TITLE = 100
MAX_FORM_SUBTITLE = 500

_MARK = "#"
_PAYLOAD = re.compile(r"a/[!-~]{1,62}|go/[!-~]{1,61}")


def tapped(text: str) -> str:
    """The payload of a button of ours that this text is; empty when somebody just typed it."""
    payload = text.removeprefix(_MARK)
    return payload if payload != text and _PAYLOAD.fullmatch(payload) else ""


@dataclass(frozen=True, slots=True)
class Bubble:
    """
    One message on the wire.

    `choices` and `ways` are its buttons, `beside` the ways that found no room as such.
    """

    text: str
    choices: tuple[Choice, ...] = ()
    ways: tuple[Choice, ...] = ()
    beside: tuple[Choice, ...] = ()

    @property
    def has_buttons(self) -> bool:
        return bool(self.choices or self.ways)

    def body(self, address: str, *, typed: bool = False) -> Json:
        """What to post; `typed` names the kind of template, which some accounts may ask for."""
        said: Json = {"text": _below(self.text, _in_a_line(self.beside))}
        if self.has_buttons:
            buttons = _buttons(self.choices + self.ways)
            kind = {"template_type": "button"} if typed else {}
            payload = {**kind, "buttons": buttons}
            said["attachment"] = {"type": "template", "payload": payload}
        return {"recipient": {"user_id": address}, "message": said}

    def in_words(self) -> list[Bubble]:
        """The same without buttons."""
        text = _below(self.text, _numbered(self.choices), _in_a_line(self.ways + self.beside))
        return [Bubble(part) for part in split(text, MAX_TEXT)]


def bubbles(message: Message) -> list[Bubble]:
    """What to send, one after another; the buttons are on the last."""
    text, choices = normalize("NFC", message.text), message.choices
    if not _fit(choices):
        text, choices = _below(text, _numbered(choices)), ()
    ways, beside = _room(message.ways, MAX_BUTTONS - len(choices))
    *texts, last = split(text, MAX_TEXT - len(f"\n\n{_in_a_line(beside)}"))
    return [*(Bubble(part) for part in texts), Bubble(last, choices, ways, beside)]


def phone_form(address: str, message: Message, picture: str) -> Json:
    """
    Zalo's own form for a person's name, phone and address, to be posted after the message.

    `picture` is the address of an image for it, or empty.
    """
    asked = normalize("NFC", message.text).rpartition("\n\n")[2]
    element = {"title": message.ask_phone[:MAX_FORM_TITLE], "subtitle": asked[:MAX_FORM_SUBTITLE]}
    if picture:
        element["image_url"] = picture
    payload = {"template_type": "request_user_info", "elements": [element]}
    said = {"attachment": {"type": "template", "payload": payload}}
    return {"recipient": {"user_id": address}, "message": said}


def _fit(choices: tuple[Choice, ...]) -> bool:
    """Whether every choice can be a button."""
    return len(choices) <= MAX_BUTTONS and all(map(_fits, choices))


@lru_cache(maxsize=4096)
def _fits(choice: Choice) -> bool:
    return 0 < characters(choice.label) <= ZALO_BUTTON and bool(_PAYLOAD.fullmatch(choice.payload))


@lru_cache(maxsize=1024)
def _room(ways: tuple[Choice, ...], most: int) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    """The ways that are buttons, and the others."""
    buttons = tuple(way for way in ways if _fits(way))[:most]
    return buttons, tuple(way for way in ways if way not in buttons)


@lru_cache(maxsize=1024)
def _buttons(choices: tuple[Choice, ...]) -> list[Json]:
    return [
        {
            "title": normalize("NFC", choice.label),
            "type": "oa.query.hide",
            "payload": _MARK + choice.payload,
        }
        for choice in choices
    ]


def _numbered(choices: tuple[Choice, ...]) -> str:
    lines = [f"{number}. {choice.label}" for number, choice in enumerate(choices, 1)]
    return normalize("NFC", "\n".join(lines))


def _in_a_line(ways: tuple[Choice, ...]) -> str:
    return normalize("NFC", BETWEEN.join(way.label for way in ways))


def _below(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)
