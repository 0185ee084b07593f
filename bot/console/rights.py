"""
Who may do what in the console.

Every handler says by a decorator which right it needs, or that it is for everybody. One that says
nothing cannot be served: the program does not start.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from storage.staff import Role

if TYPE_CHECKING:
    from aiohttp import web

    from bot.console.visit import Visit

    Handler = Callable[[web.Request, Visit], Awaitable[web.StreamResponse]]

_MARK = "demand"


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

NEED_SECOND = frozenset((Role.ADMIN, Role.EDITOR, Role.VIEWER))
"""Who must have a second factor; an officer may go without, and then sees masked phones only."""

Marked = TypeVar("Marked", bound=Callable[..., object])


class Unmarked(Exception):
    """A handler does not say who may use it: give it `@needs(...)`."""


@dataclass(frozen=True, slots=True)
class Demand:
    """
    What it takes to use a handler.

    One that takes files says how many bytes the `largest` form may have. One that is `confirmed`
    asks for the password again if that is ten minutes ago; one that is open `halfway` serves those
    whose second factor is still to come.
    """

    right: Right
    largest: int = 0
    confirmed: bool = False
    halfway: bool = False


def needs(
    right: Right, largest: int = 0, *, confirmed: bool = False, halfway: bool = False
) -> Callable[[Marked], Marked]:
    """Marks a handler with what it takes to use it."""

    def mark(handler: Marked) -> Marked:
        setattr(handler, _MARK, Demand(right, largest, confirmed, halfway))
        return handler

    return mark


def demand_of(handler: Handler) -> Demand:
    """What it takes to use a handler; raises `Unmarked` where nothing was said."""
    demand = getattr(handler, _MARK, None)
    if not isinstance(demand, Demand):
        raise Unmarked(f"{getattr(handler, '__qualname__', handler)}: which right does it need?")
    return demand
