"""Guides through the eligibility questions to a verdict with its articles and a way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.model import Outcome
from handlers import asking, elsewhere, payloads, sheet
from handlers.move import Line, Move, Option
from handlers.state import Conversation, Stage
from handlers.verdict import STOPS, Verdict, reasons, verdict
from handlers.way import way

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event

SHOWN_CHECKS = 6


def start(c: Conversation, e: Event, b: Book) -> Move:
    """Begin, or go on where the questions were left; a finished set is begun anew."""
    c = c._replace(section="", editing=False, paused=None)
    if way(c, b, sheet.ELIGIBILITY).ahead() is None or finding(c, b).outcome in STOPS:
        c = sheet.without(c, sheet.ELIGIBILITY)
    road = way(c, b, sheet.ELIGIBILITY)
    intro = () if road.answers else (Line("verdict-intro", {"of": str(len(road.slots))}),)
    return onward(c, e, b, intro)


def onward(c: Conversation, _: Event, b: Book, lines: tuple[Line, ...] = ()) -> Move:
    """The next question, or the verdict once nothing more can change it."""
    road = way(c, b, sheet.ELIGIBILITY)
    found = verdict(b, road.answers, 0)
    slot = road.ahead()
    if slot is None or found.outcome in STOPS:
        return pronounce(c, b, found, lines)
    return asking.put(c, b, road, slot, lines)


def finding(c: Conversation, b: Book) -> Verdict:
    """What the eligibility answers given so far come to."""
    return verdict(b, sheet.answers(c, b, sheet.ELIGIBILITY), 0)


def pronounce(c: Conversation, b: Book, found: Verdict, lines: tuple[Line, ...] = ()) -> Move:
    """The verdict: what speaks for and against, that it is advice, and the ways on."""
    c = c._replace(stage=Stage.VERDICT, asked=None)
    said = [*lines, Line(f"verdict-{found.outcome}")]
    if found.outcome is Outcome.OK:
        checks = found.because()[:SHOWN_CHECKS]
        said += [Line("verdict-check", {"what": Line(f"rule-{one.key}.check")}) for one in checks]
    else:
        said += reasons(found.because())
        said += elsewhere.department(b, sheet.answers(c, b, sheet.ELIGIBILITY))
    if found.level and found.outcome in {Outcome.OK, Outcome.WARN}:
        said.append(Line(f"level-{found.level}.opens"))
    if found.outcome is Outcome.STAFF:
        said.append(Line("verdict-hand-over"))
    said.append(Line("verdict-advice"))
    words = _ways_on(found.outcome)
    return Move(
        c,
        tuple(said),
        tuple(Option(Line(f"verdict-option-{word}"), payloads.go(word)) for word in words),
        by_call=True,
    )


def _ways_on(outcome: Outcome) -> tuple[str, ...]:
    match outcome:
        case Outcome.OK | Outcome.WARN:
            return ("register", "sources", "home")
        case Outcome.STAFF:
            return ("call", "register", "sources", "home")
        case Outcome.NO:
            return ("sources", "call", "eligibility", "home")
        case Outcome.REDIRECT:
            return ("sources", "home")


def sources(c: Conversation, _: Event, b: Book) -> Move:
    """The articles behind the verdict, each once."""
    found = finding(c, b)
    articles = dict.fromkeys(rule.article for rule in found.rules)
    lines = (
        Line("verdict-sources"),
        *(Line("verdict-source", {"article": Line(f"article-{key}")}) for key in articles),
    )
    words = tuple(word for word in _ways_on(found.outcome) if word != "sources")
    return Move(
        c._replace(stage=Stage.VERDICT, asked=None),
        lines,
        tuple(Option(Line(f"verdict-option-{word}"), payloads.go(word)) for word in words),
    )
