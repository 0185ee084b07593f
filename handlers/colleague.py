"""
One of staff in a chat of their own: a code makes it theirs, and they are told there what waits.

It stands beside the talk, for staff may have a form open as anybody else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handlers import asking
from handlers.effects import LinkStaff
from handlers.move import Line, Move

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Digest, Said, StaffLinked
    from handlers.state import Conversation

CODE = re.compile(r"\s*nv[ .-]?(\d{4})[ .-]?(\d{4})\s*", re.IGNORECASE)


def code_in(e: Said) -> str:
    """The code in a text that is nothing else; empty without one."""
    found = CODE.fullmatch(e.text)
    return found[1] + found[2] if found else ""


def linking(c: Conversation, code: str) -> Move:
    """Have the code looked for; what was found comes in the same turn."""
    return Move(c, effects=(LinkStaff(code),))


def linked(c: Conversation, e: StaffLinked, b: Book) -> Move:
    """Say whose chat this is, or that the code is none."""
    key = "colleague-linked" if e.name else "colleague-unknown"
    return Move(c, (Line(key, {**asking.given(b), "name": e.name}),))


def told(c: Conversation, e: Digest, _: Book) -> Move:
    """What waits: counts and an address, and nobody's name."""
    lines = tuple(Line(f"statistics-need-{key}", {"count": count}) for key, count in e.waiting)
    return Move(c, (Line("digest"), *lines, Line("digest-link", {"link": e.link})), by_call=True)
