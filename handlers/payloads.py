"""
What our buttons carry: short ASCII, at most 64 bytes, never personal data.

A tap on an answer carries its question, so that an old button is recognised as old.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

ACCEPT = "="
REJECT = "~"
DONE = "+"
ALL = "*"
NONE = "-"
PICK = "?"
UNSURE = "!"
_NOTICE = re.compile(r"(go/.+)/@([0-9]{1,15})\.([0-9]{1,15})")


@dataclass(frozen=True, slots=True)
class Tap:
    """A tap on an answer to a question; `value` is a choice of it, or one of the marks above."""

    form: str
    product: int
    question: str
    value: str


@dataclass(frozen=True, slots=True)
class Go:
    """A tap that leads somewhere; `word` says where, `rest` which one."""

    word: str
    rest: tuple[str, ...] = ()


def tap(form: str, product: int, question: str, value: str) -> str:
    """The payload of one choice of a question."""
    return f"a/{form}/{product}/{question}/{value}"


def go(*words: str) -> str:
    """The payload of a button that leads somewhere."""
    return "go/" + "/".join(words)


def from_notice(payload: str, notice: int, row: int) -> str:
    """The payload of a button beneath a notice: a tap on it tells that this row of it arrived."""
    return f"{payload}/@{notice}.{row}"


def without_notice(payload: str) -> tuple[str, int, int]:
    """A payload as it is anywhere, and the notice and row it was beneath; zeros for none."""
    beneath = _NOTICE.fullmatch(payload)
    return (beneath[1], int(beneath[2]), int(beneath[3])) if beneath else (payload, 0, 0)


def stamp(reading: str) -> str:
    """A short mark of what was said back, so that a late "yes" cannot confirm something newer."""
    return digest(reading)[:4]


def digest(text: str) -> str:
    """A mark by which the same words are recognised without being kept."""
    return f"{zlib.crc32(text.encode()):08x}"


def read(payload: str) -> Tap | Go | None:
    """What a payload means; None for anything that was never ours."""
    match payload.split("/"):
        case ["a", form, product, question, value] if product.isascii() and product.isdigit():
            return Tap(form, int(product[:4]), question, value)
        case ["go", word, *rest]:
            return Go(word, tuple(rest))
        case _:
            return None
