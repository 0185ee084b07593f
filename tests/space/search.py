"""Walks the space: from a first hello on, every state once, and what is tried there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from handlers import eligibility
from handlers.effects import AskStaff, Consent, Effect, Erase, Message, Reply, Wish
from handlers.events import Event, Moment, Said
from handlers.machine import Turn
from handlers.state import Conversation, Stage, Status
from tests.space import events
from tests.space.sight import OF_ANOTHER, Place, Sight, sight

if TYPE_CHECKING:
    from content.model import Book

START = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
LATER = timedelta(minutes=31)
"""So long that another person may have taken the phone, or staff have gone."""

TO_CALL = f"staff: {Wish.TELL}"

Step = Callable[[Conversation, Event, "Book"], Turn]


class Way(NamedTuple):
    """What an event did: where it led, and what came of it."""

    to: Sight
    outcome: str


class Standing(NamedTuple):
    """One talk that stands for its state, and the message that it last read."""

    talk: Conversation
    message: Message


@dataclass(slots=True)
class Space:
    """All states that were found, each with the ways out of it."""

    ways: dict[Sight, list[Way]] = field(default_factory=dict)

    @property
    def transitions(self) -> int:
        """How many ways there are."""
        return sum(len(one) for one in self.ways.values())

    @property
    def outcomes(self) -> set[str]:
        """What talks come to."""
        return {way.outcome for each in self.ways.values() for way in each if way.outcome}

    @property
    def places(self) -> set[Place]:
        """Where talks are."""
        return {one.place for one in self.ways}


def explored(b: Book, step: Step) -> Space:
    """
    The whole space; interruptions are tried once in each place (of a talk that is shut, stage),
    whatever it offers and whoever made what is talked about, and so are the ways out of a form.

    The first thing tried is followed to its end before the second: that is the answer that opens
    the most questions, so that the talk that stands for a state has left out as little as can be.
    """
    space, seen, interrupted = Space(), set[Place](), set[Place]()
    same: dict[Sight, Sight] = {}
    first = Conversation(language=b.languages[0], replied_at=START)
    waiting = [(sight(first, b), Standing(first, Message("")))]
    while waiting:
        here, now = waiting.pop()
        if here in space.ways:
            continue
        ways, next_ones = [], []
        held = here.place.holds.removesuffix(OF_ANOTHER)
        where = here.place._replace(holds=held, shows=frozenset())
        if where.shut:
            where = Place(where.stage, shut=where.shut)
        fresh = where not in interrupted and not where.tries
        interrupted.add(where)
        first_here = here.place not in seen
        seen.add(here.place)
        for event in _tried(now, b, first_here=first_here, interrupt=fresh):
            for turn in _turns(now.talk, event, b, step):
                talk = _forgotten(turn)
                found = sight(talk, b)
                there = same.setdefault(found, found)
                ways.append(Way(there, outcome(now.talk, turn, b)))
                if there not in space.ways:
                    next_ones.append((there, Standing(talk, _message(turn) or now.message)))
        space.ways[here] = ways
        waiting += reversed(next_ones)
    return space


def _turns(c: Conversation, event: Event, b: Book, step: Step) -> Iterator[Turn]:
    """What the event may come to: one turn, or one for each answer that the tables may give."""
    turn = step(c, event, b)
    asking = [one for one in turn.effects if isinstance(one, events.ASKING)]
    if not asking:
        yield turn
    for answer in (one for asked in asking for one in events.from_the_tables(event.at, asked, b)):
        told = step(turn.conversation, answer, b)
        yield Turn(told.conversation, (*turn.effects, *told.effects))


def _tried(now: Standing, b: Book, *, first_here: bool, interrupt: bool) -> Iterator[Event]:
    """What is tried with a talk, answers first."""
    heard = (now.talk.replied_at or START) + timedelta(minutes=1)
    fresh = 1 + max((one.id for one in now.talk.registrations), default=0)
    at = Moment(heard, heard, fresh)
    answers = events.answers(at, now.talk, b)
    yield from dict.fromkeys(
        (*answers, *events.on_screen(at, now.talk, now.message, ways=first_here))
    )
    if interrupt:
        yield from events.interruptions(at)
        yield from events.by_themselves(at, now.talk, b)
        yield Said(Moment(heard + LATER, heard + LATER, fresh), "abc")


def outcome(before: Conversation, turn: Turn, b: Book) -> str:
    """
    The name of what a turn brought to an end; empty for one that did not.

    A status that a registration comes to counts for more than what staff hear of it, but where
    they gave it themselves and are to call.
    """
    after = turn.conversation
    ended = next(filter(None, map(_ended, turn.effects)), "")
    if ended == TO_CALL:
        return ended
    if after.registrations is not before.registrations:
        was = {one.id: one.status for one in before.registrations}
        moved = [one.status for one in after.registrations if one.status is not was.get(one.id)]
        if moved and moved[0] is not Status.DRAFT:
            return f"registration: {moved[0]}"
    if not ended and after.stage is Stage.VERDICT and before.stage is Stage.ASKING:
        return f"verdict: {eligibility.finding(after, b).outcome}"
    return ended


def _ended(effect: Effect) -> str:
    match effect:
        case AskStaff(wish=wish):
            return f"staff: {wish}"
        case Erase():
            return "erased"
        case Consent(topic=topic, given=given):
            return "" if given else f"refused: {topic}"
        case _:
            return ""


def _forgotten(turn: Turn) -> Conversation:
    """The talk as storage hands it to the next turn: what was erased is gone."""
    talk = turn.conversation
    for effect in turn.effects:
        if isinstance(effect, Erase):
            kept = () if effect.everything else talk.registrations
            left = tuple(one for one in kept if one.id not in effect.registrations)
            talk = talk._replace(registrations=left)
    return talk


def _message(turn: Turn) -> Message | None:
    return next((one.message for one in turn.effects if isinstance(one, Reply)), None)
