"""The greeting, the menu with everything there is, and the round that is open."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from handlers import asking, days, payloads, sheet
from handlers.move import Fixed, Line, Move
from handlers.standing import stood
from handlers.state import Conversation, Stage, Status
from handlers.verdict import STOPS, verdict
from handlers.way import way

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event, Followed

MENU = (
    "programme",
    "eligibility",
    "register",
    "calendar",
    "activities",
    "mine",
    "desk",
    "settings",
)


def menu(c: Conversation, b: Book, lines: tuple[Line, ...] = ()) -> Move:
    """Say `lines` and offer everything there is; what is half done is offered first."""
    c = c._replace(stage=Stage.HOME, asked=None, page="", section="", editing=False, paused=None)
    c = c if c.replaced is None else c._replace(replaced=None)
    c = sheet.tidied(c)
    words = tuple(word for word in MENU if word != "mine" or c.registrations)
    if half_done(c, b):
        words = ("resume", *words)
    return Move(c, lines or (Line("home-menu"),), _doors(words))


@lru_cache(maxsize=16)
def _doors(words: tuple[str, ...]) -> Fixed:
    return Fixed(tuple((f"menu-{word}", payloads.go(word)) for word in words))


def half_done(c: Conversation, b: Book) -> bool:
    """Whether there is a form to go on with."""
    return any(one.status is Status.DRAFT for one in c.registrations) or half_checked(c, b)


def half_checked(c: Conversation, b: Book) -> bool:
    """Whether the eligibility questions were left before the end."""
    if sheet.ELIGIBILITY not in c.answers:
        return False
    road = way(c, b, sheet.ELIGIBILITY)
    return road.ahead() is not None and verdict(b, road.answers, 0).outcome not in STOPS


def welcome(c: Conversation, e: Followed, b: Book) -> Move:
    """Answer somebody who opens the talk; a form half done is never wiped."""
    c = met(c, e)
    if not half_done(c, b):
        return menu(c, b, (Line("home-welcome", asking.given(b)),))
    return welcome_back(c, b, stood(c, b))


def met(c: Conversation, e: Followed) -> Conversation:
    """The conversation with the way by which somebody first came."""
    return c._replace(source=c.source or e.source)


def welcome_back(c: Conversation, b: Book, where: Line | None) -> Move:
    """Greet somebody whose form is half done, and say where they stood in it."""
    lines = (Line("home-welcome-back"), *((where,) if where else ()), Line("home-welcome-ask"))
    return menu(c, b, lines)._replace(options=_doors(("resume", "home")))


def show(c: Conversation, _: Event, b: Book) -> Move:
    """The menu, asked for."""
    return menu(c, b)


def calendar(c: Conversation, e: Event, b: Book) -> Move:
    """When the running round closes and where to file, or that there is no calendar yet."""
    line = round_line(b, e)
    options = _doors(("register", "topics", "home"))
    return Move(
        c._replace(stage=Stage.HOME), (Line("programme-calendar", asking.given(b)), line), options
    )


def round_line(b: Book, e: Event) -> Line:
    """The sentence about the round that is open now, or about there being none."""
    running = days.open_round(b, e.at.heard)
    if running is None:
        return Line("round-none", asking.given(b))
    return Line(
        "round-open",
        {
            "level": Line(f"level-{running.level}"),
            "plan": running.plan_number,
            "plan-date": days.shown(running.plan_date),
            "deadline": days.shown(running.deadline),
            "place": running.filing_place,
        },
    )
