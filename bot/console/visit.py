"""Somebody's request to the console: who it is, in which language, and from where."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.console.rights import RIGHTS, Right
from storage.staff import Colleague, Role

if TYPE_CHECKING:
    from aiohttp import web

    from content.model import Book

LONGEST = 15
"""Digits of a number that the database takes."""

NOBODY = Colleague(0, "", Role.VIEWER, frozenset())


@dataclass(frozen=True, slots=True)
class Visit:
    """
    One request.

    `token` is the session's, empty without one; `local` says that it was made on the server's own
    machine; `source` is the network address it came from; `told` is
    what the page before had to say.
    """

    book: Book
    language: str
    source: str
    local: bool
    colleague: Colleague = NOBODY
    token: str = ""
    told: str = ""

    def say(self, key: str, **args: str) -> str:
        """A sentence of the book in the visitor's language."""
        return self.book.wording.say(self.language, key, args)

    def may(self, right: Right) -> bool:
        """Whether the visitor is logged in and has this right."""
        return bool(self.token) and right in RIGHTS[self.colleague.role]

    def out(self) -> Visit:
        """The same visitor without a session."""
        return replace(self, colleague=NOBODY, token="", told="")

    @property
    def seal(self) -> str:
        """What every form of this session carries, and no other page can know."""
        return hmac.new(self.token.encode(), b"console form", hashlib.sha256).hexdigest()


class Refused(Exception):
    """The visitor is told `key` with this status, and nothing is done."""

    def __init__(self, status: int, key: str) -> None:
        super().__init__(key)
        self.status = status
        self.key = key


def number_in(request: web.Request) -> int:
    """The number in the address; what is too long for one is nowhere."""
    number = request.match_info["number"]
    if len(number) > LONGEST:
        raise Refused(404, "refused-missing")
    return int(number)
