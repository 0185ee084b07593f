"""Where somebody stands in a form that is open, as a mark and in words that name nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.form import Kind
from handlers import asking
from handlers.move import Line
from handlers.state import Stage
from handlers.way import way

if TYPE_CHECKING:
    from content.model import Book
    from handlers.state import Conversation


ASKING, REVIEW = Stage.ASKING, Stage.REVIEW
"""Looked up once: an enum's member costs eight times a plain name, and every turn asks."""


def is_open(c: Conversation) -> bool:
    """Whether a form is open, be it under a detour."""
    stage = c.stage if c.paused is None else c.paused.stage
    return stage is ASKING or stage is REVIEW


def standing(c: Conversation) -> str:
    """The open question, or the review; of what a detour interrupted, if there is one. Or empty."""
    stage, asked = (c.paused.stage, c.paused.asked) if c.paused else (c.stage, c.asked)
    if stage is ASKING and asked is not None:
        return f"{asked.form}/{asked.product}/{asked.question}"
    return stage if stage is REVIEW else ""


def stood(c: Conversation, b: Book) -> Line | None:
    """How far they have come; None before anything was answered, and where a consent is open."""
    if c.paused:
        c = c._replace(stage=c.paused.stage, asked=c.paused.asked)
    if c.stage is REVIEW:
        return Line("stood-review")
    slot = asking.open_slot(c, b)
    if c.stage is not ASKING or c.asked is None or c.asked.form not in b.forms:
        return None
    road = way(c, b, c.asked.form)
    if not road.done() or (slot and slot.question.kind is Kind.CONSENT):
        return None
    told: dict[str, Line | str] = {
        "form": Line("stood-in-dossier" if c.section else f"stood-in-{c.asked.form}"),
        "n": str(road.done()),
        "of": str(len(road.slots)),
    }
    if slot is None:
        return Line("stood-asking", told)
    return Line("stood-asking-for", {**told, "question": Line(f"{slot.question.words}.label")})
