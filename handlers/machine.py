"""
The conversation as a pure function: one event, one handler, one message.

`step` fetches nothing: time, chance and numbers come in with the event. The tables in `roads`
decide who hears it. A typed line is first looked at for what it stands for; it becomes at most one
tap, and no handler calls the machine, so that no turn can go round in circles.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from handlers import (
    absence,
    aloud,
    asking,
    attending,
    colleague,
    following,
    form,
    payloads,
    renaming,
    returning,
    sheet,
    silence,
    staff,
    typed,
    whose,
    words,
)
from handlers.answers import ASK
from handlers.deeds import AT_DESK, StaffErased, StaffWants
from handlers.desk import wanting
from handlers.effects import Effect, Message, NoticeArrived, Reachable, Reply
from handlers.events import (
    Chose,
    Digest,
    Event,
    Followed,
    HandedBack,
    Left,
    MediaRefused,
    Rested,
    Returned,
    Said,
    SeatNews,
    SeatsTold,
    StaffLinked,
    StaffReplied,
    TakenOver,
    Withdrew,
)
from handlers.hears import HEARS
from handlers.move import Line, Move
from handlers.payloads import Go, Tap
from handlers.questions import answering
from handlers.roads import ROADS, road
from handlers.seats import AskSeats
from handlers.typed import Doubt

if TYPE_CHECKING:
    from content.model import Book
    from handlers.state import Conversation

BESIDE = (SeatNews, TakenOver, StaffReplied, StaffLinked, Digest, *AT_DESK)
"""What is said beside the talk, without changing what is open in it."""

OF_ALL = (Withdrew, StaffErased, *AT_DESK)
"""What concerns everything in a talk, also what is under a name that it was not opened with."""

FROM_US = (Rested, HandedBack)
"""What comes without the person: it does not show who holds the phone."""

RESOLUTION = timedelta(seconds=1)
"""Platforms give whole seconds."""


class Turn(NamedTuple):
    """What a step decided."""

    conversation: Conversation
    effects: tuple[Effect, ...]


def step(conversation: Conversation, event: Event, book: Book) -> Turn:
    """Hear one event: what to remember from now on, and what to do about it."""
    if isinstance(event, Chose):
        payload, notice, row = payloads.without_notice(event.payload)
        if notice:
            turn = step(conversation, replace(event, payload=payload), book)
            return turn._replace(effects=(*turn.effects, NoticeArrived(notice, row)))
    seen = conversation if isinstance(event, OF_ALL) else whose.seen(conversation)
    turn = _step(seen, event, book)
    if turn.conversation.opened and not conversation.opened:
        seen = whose.seen(conversation._replace(opened=turn.conversation.opened))
    if seen is conversation:
        return turn
    return Turn(*whose.whole(conversation, seen, *turn))


def _step(c: Conversation, event: Event, book: Book) -> Turn:
    if c.language not in book.languages:
        c = c._replace(language=book.languages[0])
    c = renaming.renewed(c, book)
    if isinstance(event, StaffErased):
        return _closed(c, event, HEARS[c.stage][StaffErased](c, event, book), book)
    if isinstance(event, StaffWants) and wanting.may_ask(c, event):
        return _closed(c, event, wanting.ask(c, event, book), book)
    if isinstance(event, Said) and (code := colleague.code_in(event)):
        return _beside(colleague.linking(c, code), book)
    if isinstance(event, BESIDE):
        return _beside(HEARS[c.stage][type(event)](c, event, book), book)
    if following.is_unanswered(c, event):
        return Turn(c, (Reachable(yes=True),))
    if c.attended is not None:
        return _attended(c, event, book)
    if c.quiet_until is not None:
        if silence.kept(c, event, book):
            return Turn(c, ())
        c = silence.ended(c, event)
    return _answered(c, event, book)


def _attended(c: Conversation, event: Event, book: Book) -> Turn:
    """A turn of somebody whom one of the staff answers."""
    if isinstance(event, MediaRefused):
        return _beside(attending.unreadable(c, event, book), book)
    if attending.for_staff(c, event, book):
        return Turn(*attending.heard(c, event, book))
    c, effects = attending.ended(c, event)
    turn = _answered(c, event, book)
    return turn._replace(effects=(*effects, *turn.effects))


def _answered(c: Conversation, event: Event, book: Book) -> Turn:
    move = _twice(c, event, book) or _hear(c, event, book)
    return _closed(c, event, move, book)


def _hear(c: Conversation, event: Event, book: Book) -> Move:
    if isinstance(event, Said) and absence.too_long(c, event, book):
        stood, c = c, whose.rested(absence.left(c), event)
        if not _leads_away(c, event, book):
            return absence.greeted(stood, c, book)
    crossed = wanting.crossed(c, event, book, event.at.sent + RESOLUTION)
    if crossed is not None:
        return crossed
    before, c = c, c if isinstance(event, FROM_US) else whose.rested(c, event)
    if c.stage is not before.stage and not _elsewhere(c, event, book):
        return whose.ask(c, book)
    match event:
        case Said():
            return _said(c, event, book)
        case Chose():
            return _chose(c, event, book)
        case _:
            return HEARS[c.stage][type(event)](c, event, book)


def _leads_away(c: Conversation, e: Said, b: Book) -> bool:
    """Whether a text leads somewhere by itself, and is no mere greeting."""
    return _elsewhere(c, e, b) and typed.meaning(c, e, b) != payloads.go("hello")


def _elsewhere(c: Conversation, e: Event, b: Book) -> bool:
    """Whether an event leads somewhere by itself, whatever was open before."""
    match e:
        case Said():
            meaning = typed.meaning(c, e, b)
            payload = meaning if isinstance(meaning, str) else ""
        case Chose(payload=payload):
            pass
        case _:
            return isinstance(e, Followed | Left | Returned)
    go = payloads.read(payload)
    return isinstance(go, Go) and go.word in ROADS


def _said(c: Conversation, e: Said, b: Book) -> Move:
    opened = whose.opened(c, e.text)
    if opened is not None:
        return _chose(opened[0], Chose(e.at, payloads.go(opened[1])), b)
    match typed.meaning(c, e, b):
        case Doubt(command) if c.asked is not None:
            asked = c.asked._replace(doubt=command, raw=e.text)
            return asking.doubt(c._replace(asked=asked), command, e.text)
        case str(payload) if payload:
            return _chose(c, Chose(e.at, payload), b)
        case _:
            return HEARS[c.stage][Said](c, e, b)


def _chose(c: Conversation, e: Chose, b: Book) -> Move:
    match payloads.read(e.payload):
        case Tap() as tap:
            return form.tapped(c, e, b, renaming.tapped(tap, b))
        case Go("meant", (meant,)):
            return _meant(c, e, b, meant)
        case Go(word, ()) if c.locked and word in whose.GATED:
            return whose.ask(c, b, word)
        case Go(word, rest):
            way = road(c.stage, word, rest)
            return way.handler(c, e, b, *rest) if way else _old(c, e, b)
        case None:
            return _old(c, e, b)


def _meant(c: Conversation, e: Chose, b: Book, meant: str) -> Move:
    """Somebody says whether their words were a command, a question to staff, or the answer."""
    asked = c.asked
    slot = asking.open_slot(c, b)
    if asked is None or slot is None or not asked.doubt:
        return _old(c, e, b)
    said, doubt = asked.raw, asked.doubt
    c = c._replace(asked=asked._replace(doubt="", raw=""))
    if meant == "answer":
        return form.said(c, Said(e.at, said), b, surely=True)
    if meant == doubt == ASK:
        question = Said(e.at, said)
        told = answering.answered(c, question, b)
        if told is not None:
            return told
        handed_on = staff.question(returning.paused(c), question, b)
        return answering.noted(handed_on, question, b)
    if meant == doubt and meant in ROADS:
        return ROADS[meant].handler(c, e, b)
    return _old(c, e, b)


def _old(c: Conversation, e: Event, b: Book) -> Move:
    return returning.unmoved(c, e, b, (Line("old-button"),))


def _twice(c: Conversation, e: Event, b: Book) -> Move | None:
    """
    A text sent again in impatience, before our reply to the first could be read.

    It counts as earlier only when its whole second is, and it is passed over once: the same words
    sent yet again are taken.
    """
    if not isinstance(e, Said) or not c.last_said or payloads.digest(e.text) != c.last_said:
        return None
    if c.replied_at is None or e.at.sent + RESOLUTION > c.replied_at:
        return None
    return returning.unmoved(c._replace(last_said=""), e, b, (Line("heard-once"),))


def _beside(move: Move, b: Book) -> Turn:
    """Something said beside the talk: what was offered and open before stays so."""
    c = move.conversation
    reply = (Reply(_message(c, move, b)),) if move.lines else ()
    return Turn(c, (*move.effects, *reply))


def _message(c: Conversation, move: Move, b: Book) -> Message:
    message = words.message(move, b.wording, c.language)
    return aloud.read_out(message, move, b, c.aid) if c.aid else message


def _closed(before: Conversation, e: Event, move: Move, b: Book) -> Turn:
    """The turn with its one message, and what the next one needs to know of it."""
    c = sheet.tidied(move.conversation)
    if isinstance(e, Followed):
        move = move._replace(effects=(Reachable(yes=True), *move.effects))
    said = payloads.digest(e.text) if isinstance(e, Said) else ""
    if not move.lines:
        asks = any(isinstance(one, AskSeats) for one in move.effects)
        return Turn(c._replace(last_said=said) if asks else c, move.effects)
    if isinstance(e, SeatsTold):
        said = before.last_said
    message = _message(c, move, b)
    passed_over = said == before.last_said and not c.last_said
    c = c._replace(
        offered=message.choices,
        last_said="" if passed_over else said,
        replied_at=e.at.heard,
        lost=c.lost if c.lost != before.lost else 0,
    )
    return Turn(c, (*move.effects, *absence.armed(before, c, b), Reply(message)))
