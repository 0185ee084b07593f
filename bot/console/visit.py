"""Somebody's request to the console: who it is, in which language, and from where."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.console.rights import NEED_SECOND, RIGHTS, Right
from storage.sessions import Strength
from storage.staff import Colleague, Role, Visitor

if TYPE_CHECKING:
    from aiohttp import web

    from content.model import Book

LONGEST = 15
"""Digits of a number that the database takes."""

CONFIRMED_LASTS = timedelta(minutes=10)

NOBODY = Colleague(0, "", Role.VIEWER, frozenset())


@dataclass(frozen=True, slots=True)
class Visit:
    """
    One request.

    `token` is the session's, empty without one; `local` says that it was made on the server's own
    machine; `source` is the network address it came from; `told` is
    what the page before had to say. How the session was opened is told by `strength`, and when its
    password was typed last by `confirmed_at`.
    """

    book: Book
    language: str
    source: str
    local: bool
    colleague: Colleague = NOBODY
    token: str = ""
    told: str = ""
    strength: Strength = Strength.LINK
    confirmed_at: datetime | None = None
    has_password: bool = False
    has_second: bool = False

    def say(self, key: str, **args: str) -> str:
        """A sentence of the book in the visitor's language."""
        return self.book.wording.say(self.language, key, args)

    def may(self, right: Right) -> bool:
        """Whether the visitor is logged in and has this right."""
        return bool(self.token) and right in RIGHTS[self.colleague.role]

    @property
    def proven(self) -> bool:
        """Whether whole phone numbers may be seen: with a second factor, or on this machine."""
        return self.local or self.strength is Strength.CODE

    @property
    def halfway(self) -> bool:
        """Whether a second factor is still to come before anything else may be done."""
        wanted = self.colleague.role in NEED_SECOND or self.has_second
        return wanted and not self.proven

    @property
    def confirmed(self) -> bool:
        """Whether the password was typed not long ago; on this machine there may be none."""
        if self.confirmed_at is None:
            return self.local and not self.has_password
        return datetime.now(UTC) - self.confirmed_at < CONFIRMED_LASTS

    def out(self) -> Visit:
        """The same visitor without a session."""
        return Visit(self.book, self.language, self.source, self.local)

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


class ConfirmFirst(Exception):
    """The password must be typed again before this is done; what was sent is sent again then."""


def number_in(request: web.Request) -> int:
    """The number in the address; what is too long for one is nowhere."""
    number = request.match_info["number"]
    if len(number) > LONGEST:
        raise Refused(404, "refused-missing")
    return int(number)


def visitor(request: web.Request, visit: Visit) -> Visitor:
    """The visit as the list of sessions tells of it."""
    return Visitor(visit.source, request.headers.get("User-Agent", ""))
