"""
Who may do what in the console.

Every handler says by a decorator which right it needs, or that it is for everybody. One that says
nothing cannot be served: the program does not start.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from storage.staff import Role

if TYPE_CHECKING:
    from aiohttp import web

    from bot.console.visit import Visit

    Handler = Callable[[web.Request, Visit], Awaitable[web.StreamResponse]]

_MARK, _LARGEST = "needed_right", "largest_form"


class Right(StrEnum):
    """
    What a page lets somebody do; `ANYBODY` needs no session.

    See and write registrations, answer people, export, announce (notices and activities), publish
    (content), protect (requests about people's data), manage (users, system, audit).
    """

    ANYBODY = "anybody"
    SEE = "see"
    WRITE = "write"
    ANSWER = "answer"
    EXPORT = "export"
    ANNOUNCE = "announce"
    PUBLISH = "publish"
    PROTECT = "protect"
    MANAGE = "manage"


_OFFICERS = frozenset((Right.SEE, Right.WRITE, Right.ANSWER, Right.EXPORT))
_EDITORS = _OFFICERS | {Right.ANNOUNCE, Right.PUBLISH, Right.PROTECT}

RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.ADMIN: _EDITORS | {Right.MANAGE},
    Role.EDITOR: _EDITORS,
    Role.OFFICER: _OFFICERS,
    Role.VIEWER: frozenset((Right.SEE,)),
}

Marked = TypeVar("Marked", bound=Callable[..., object])


class Unmarked(Exception):
    """A handler does not say who may use it: give it `@needs(...)`."""


def needs(right: Right, largest: int = 0) -> Callable[[Marked], Marked]:
    """
    Marks a handler with the right that it takes to use it.

    One that takes files says how many bytes the `largest` form may have.
    """

    def mark(handler: Marked) -> Marked:
        setattr(handler, _MARK, right)
        setattr(handler, _LARGEST, largest)
        return handler

    return mark


def largest_form(handler: Handler) -> int:
    """The bytes that a form for this handler may have; 0 for what any form may."""
    return int(getattr(handler, _LARGEST, 0))


def needed_right(handler: Handler) -> Right:
    """The right it takes to use a handler; raises `Unmarked` where none was given."""
    right = getattr(handler, _MARK, None)
    if not isinstance(right, Right):
        raise Unmarked(f"{getattr(handler, '__qualname__', handler)}: which right does it need?")
    return right
