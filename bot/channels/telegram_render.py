"""
A message as Telegram takes it: its text in pieces of bearable length, the buttons on the last one.

No parse mode is ever set, so nothing that somebody typed can turn into markup. A message has one
`reply_markup`: buttons under it, or the keyboard that shares the phone number, or the word that
takes such a keyboard away again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.channels.pieces import split

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from handlers.effects import Choice, Message

Row = list[dict[str, str | bool]]

MAX_TEXT = 4096  # UTF-16 code units
MAX_CAPTION = 1024  # the same, beneath a picture or a paper
MAX_BUTTONS = 100
MAX_PAYLOAD = 64  # bytes of UTF-8

_NO_PREVIEW = '{"is_disabled":true}'
_SHORT = 16
_TINY = 10


@dataclass(frozen=True, slots=True)
class Piece:
    """One message on the wire; `markup` is JSON, or empty."""

    text: str
    markup: str

    @property
    def fits_beneath(self) -> bool:
        """Whether it may stand beneath a picture or a paper."""
        return len(split(self.text, MAX_CAPTION)) == 1

    def beneath(self, address: str) -> Mapping[str, str]:
        """The fields of what is sent to this address with the text beneath it."""
        fields = {"chat_id": address, "caption": self.text}
        return fields | {"reply_markup": self.markup} if self.markup else fields

    def form(self, address: str) -> Mapping[str, str]:
        """The fields of a sendMessage to this address."""
        fields = {"chat_id": address, "text": self.text, "link_preview_options": _NO_PREVIEW}
        return fields | {"reply_markup": self.markup} if self.markup else fields

    def call(self, address: str) -> str:
        """The same as a JSON call, as the answer to an update may carry it."""
        markup = f',"reply_markup":{self.markup}' if self.markup else ""
        return (
            f'{{"method":"sendMessage","chat_id":{_json(address)},"text":{_json(self.text)},'
            f'"link_preview_options":{_NO_PREVIEW}{markup}}}'
        )


def pieces(message: Message) -> list[Piece]:
    """What to send, one after another; the buttons are on the last."""
    text = message.text
    if not message.ask_phone and not _fits(message.choices, message.ways):
        numbered = [f"{number}. {choice.label}" for number, choice in enumerate(message.choices, 1)]
        text = "\n".join([text, "", *numbered])
        markup = _markup("", (), message.ways)
    else:
        markup = _markup(message.ask_phone, message.choices, message.ways)
    *texts, last = split(text, MAX_TEXT)
    return [*(Piece(text, "") for text in texts), Piece(last, markup)]


@lru_cache(maxsize=1024)
def _fits(choices: tuple[Choice, ...], ways: tuple[Choice, ...]) -> bool:
    """Whether Telegram takes every choice as a button; else they are numbered in the text."""
    return len(choices) + len(ways) <= MAX_BUTTONS and all(
        len(choice.payload.encode()) <= MAX_PAYLOAD for choice in choices
    )


@lru_cache(maxsize=1024)
def _markup(ask_phone: str, choices: tuple[Choice, ...], ways: tuple[Choice, ...]) -> str:
    """
    The `reply_markup`; the same question asked of the next person costs nothing.

    Beside the button that shares a phone number the others write their words for the person.
    """
    rows = [*_rows(choices, inline=not ask_phone, small=False)]
    rows += _rows(ways, inline=not ask_phone, small=True)
    if ask_phone:
        share: Row = [{"text": ask_phone, "request_contact": True}]
        keyboard = {"keyboard": [share, *rows], "resize_keyboard": True, "one_time_keyboard": True}
        return _json(keyboard)
    return _json({"inline_keyboard": rows} if rows else {"remove_keyboard": True})


def _rows(choices: Sequence[Choice], *, inline: bool, small: bool) -> list[Row]:
    buttons: Row = [
        {"text": choice.label, "callback_data": choice.payload}
        if inline
        else {"text": choice.label}
        for choice in choices
    ]
    count = -(-len(buttons) // _width(choices, small=small))
    ends = [len(buttons) * row // count for row in range(count + 1)] if count else []
    return [buttons[start:end] for start, end in pairwise(ends)]


def _width(choices: Sequence[Choice], *, small: bool) -> int:
    """How many stand side by side; rows are filled as evenly as they come."""
    longest = max((len(choice.label) for choice in choices), default=0)
    if longest > _SHORT:
        return 1
    return 3 if small and longest <= _TINY else 2


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
