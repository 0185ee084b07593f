"""
The conversation as a table: which handler hears what, and where it may lead.

`step` is a pure function. It fetches nothing: time, chance and numbers come in with the event.
Three tables decide. `HEARS` says, for every stage, who hears each kind of event; it is total.
`ROADS` are the ways that are open from anywhere (a button, a command word). `HERE` are the ways
that a button opens only in the stages named; in any other they are old buttons. Every entry names
the stages it may lead to, so the diagram in ARCHITECTURE.md is drawn from here and a test walks
the machine to see that it keeps its word.

A typed number or label is first turned into the tap it stands for. An unmarked command word counts
only where it is not a valid answer to the open question; else the person is asked what was meant.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from content.folding import fold
from handlers import (
    asking,
    days,
    eligibility,
    files,
    form,
    home,
    leaving,
    mine,
    payloads,
    programme,
    registration,
    returning,
    review,
    sections,
    settings,
    staff,
    words,
)
from handlers.answers import Understood, Wrong, read, read_choice
from handlers.effects import Effect, Reachable, Reply
from handlers.events import (
    Chose,
    Edited,
    Event,
    Followed,
    Left,
    MediaRefused,
    Returned,
    Said,
    SentMedia,
    SentOther,
    SharedPhone,
)
from handlers.move import Line, Move
from handlers.payloads import Go, Tap
from handlers.state import Conversation, Stage

if TYPE_CHECKING:
    from content.model import Book

MOST_STEPS = 8
RESOLUTION = timedelta(seconds=1)

Handler = Callable[..., Move]


class StepGuard(Exception):
    """A turn went round in circles: a handler keeps sending the event on."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What a step decided."""

    conversation: Conversation
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Road:
    """A handler, how many words its button carries beside its name, and where it may lead."""

    handler: Handler
    to: frozenset[Stage]
    carries: int = 0


def _road(handler: Handler, *to: Stage, carries: int = 0) -> Road:
    return Road(handler, frozenset(to), carries)


S = Stage
DETOURS = (S.HOME, S.ASKING, S.REVIEW, S.SECTIONS, S.VERDICT)

ROADS: Mapping[str, Road] = {
    "home": _road(home.show, S.HOME),
    "hello": _road(home.hello, S.HOME, S.ASKING),
    "help": _road(home.help_out, S.HOME, S.ASKING),
    "calendar": _road(home.calendar, S.HOME),
    "programme": _road(programme.first, S.PROGRAMME),
    "page": _road(programme.page, S.PROGRAMME, carries=1),
    "eligibility": _road(eligibility.start, S.ASKING, S.VERDICT),
    "register": _road(registration.start, S.ASKING, S.WHOM, S.REVIEW, S.HOME, S.SECTIONS),
    "mine": _road(mine.show, S.MINE, S.HOME),
    "desk": _road(staff.desk, S.STAFF),
    "staff": _road(staff.desk, S.STAFF),
    "call": _road(staff.call, S.ASKING, *DETOURS),
    "settings": _road(settings.show, S.SETTINGS),
    "language": _road(settings.languages, S.LANGUAGE),
    "topics": _road(settings.topics, S.SETTINGS),
    "privacy": _road(settings.privacy, S.SETTINGS),
    "erase": _road(settings.erase, S.ERASING),
    "stop": _road(settings.stop, S.HOME, S.ASKING),
    "resume": _road(leaving.resume, S.WHOM, *DETOURS),
    "back": _road(leaving.back, S.EDITING, S.PROGRAMME, *DETOURS),
    "skip": _road(leaving.skip, *DETOURS),
    "later": _road(leaving.later, *DETOURS),
    "cancel": _road(leaving.later, *DETOURS),
    "explain": _road(leaving.explain, S.HOME, S.ASKING),
    "return": _road(returning.back_again, *DETOURS),
}
"""Ways open from anywhere."""

HERE: Mapping[Stage, Mapping[str, Road]] = {
    S.HOME: {},
    S.PROGRAMME: {},
    S.ASKING: {"keep": _road(leaving.keep, S.ASKING, S.REVIEW, S.SECTIONS, S.VERDICT, S.HOME)},
    S.VERDICT: {"sources": _road(eligibility.sources, S.VERDICT)},
    S.WHOM: {
        "more": _road(registration.one_more, S.WHOM, S.ASKING, S.HOME, S.SECTIONS, carries=1),
        "other": _road(registration.other, S.ASKING, S.HOME),
    },
    S.REVIEW: {
        "send": _road(review.send, S.SECTIONS, S.ASKING, S.HOME),
        "edit": _road(review.choose_answer, S.EDITING, S.HOME),
        "add-product": _road(registration.add_product, S.ASKING, S.SECTIONS, S.HOME, S.REVIEW),
    },
    S.EDITING: {
        "change": _road(review.change, S.ASKING, S.REVIEW, S.HOME, carries=2),
        "review": _road(registration.onward, S.REVIEW, S.SECTIONS, S.ASKING, S.HOME),
    },
    S.SECTIONS: {
        "send": _road(review.send, S.SECTIONS, S.ASKING, S.HOME),
        "part": _road(sections.open_part, S.ASKING, S.SECTIONS, S.HOME, carries=2),
        "edit": _road(review.choose_answer, S.EDITING, S.HOME),
        "add-product": _road(registration.add_product, S.ASKING, S.SECTIONS, S.HOME, S.REVIEW),
    },
    S.MINE: {
        "mine": _road(mine.one, S.MINE, S.HOME, carries=1),
        "go-on": _road(leaving.go_on, S.ASKING, S.REVIEW, S.SECTIONS, S.HOME, carries=1),
        "withdraw": _road(mine.withdraw, S.MINE, S.HOME, carries=1),
        "withdrawn": _road(mine.withdrawn, S.HOME, S.MINE, carries=1),
    },
    S.SETTINGS: {"topic": _road(settings.topic, S.SETTINGS, carries=2)},
    S.LANGUAGE: {"speak": _road(settings.speak, S.LANGUAGE, *DETOURS, carries=1)},
    S.ERASING: {"erased": _road(settings.erased, S.HOME, S.ERASING, carries=1)},
    S.STAFF: {},
}
"""Ways that a button opens only in the stage that offered it."""


def _edited(c: Conversation, _: Edited, b: Book) -> Move:
    lines = (Line("edited"),)
    return asking.repeat(c, b, lines) or home.menu(c, b, lines)


def _phone_elsewhere(c: Conversation, _: SharedPhone, b: Book) -> Move:
    return home.menu(c, b, (Line("phone-not-now"),))


def _gone(c: Conversation, _: Left, __: Book) -> Move:
    return Move(c, effects=(Reachable(yes=False),))


def _here_again(c: Conversation, _: Returned, __: Book) -> Move:
    return Move(c, effects=(Reachable(yes=True),))


def _not_understood(c: Conversation, e: Said, b: Book) -> Move:
    return home.lost(c, e, b)


def _same(c: Conversation) -> frozenset[Stage]:
    return frozenset({c.stage})


ALWAYS: Mapping[type[Any], Handler] = {
    Followed: home.welcome,
    SharedPhone: _phone_elsewhere,
    SentMedia: files.sent,
    MediaRefused: files.refused,
    SentOther: files.other,
    Edited: _edited,
    Left: _gone,
    Returned: _here_again,
    Said: _not_understood,
}

HEARS: Mapping[Stage, Mapping[type[Any], Handler]] = {
    **dict.fromkeys(Stage, ALWAYS),
    S.ASKING: {**ALWAYS, Said: form.said, SharedPhone: form.shared_phone},
    S.STAFF: {**ALWAYS, Said: staff.question},
}
"""Who hears what a person types, shares or sends, at each stage; taps go by the roads."""


def step(conversation: Conversation, event: Event, book: Book) -> Turn:
    """Hear one event: what to remember from now on, and what to do about it."""
    c = conversation
    if c.language not in book.languages:
        c = c.but(language=book.languages[0])
    move = _twice(c, event, book) or _hear(c, event, book)
    return _closed(c, event, move, book)


def _hear(c: Conversation, event: Event, book: Book, depth: int = 0) -> Move:
    if depth > MOST_STEPS:
        raise StepGuard(type(event).__name__)
    match event:
        case Said():
            return _said(c, event, book, depth)
        case Chose():
            return _chose(c, event, book)
        case _:
            return HEARS[c.stage][type(event)](c, event, book)


def _said(c: Conversation, e: Said, b: Book, depth: int) -> Move:
    shown = _shown(c, e.text) or _way_out(c, e.text, b)
    if shown:
        return _hear(c, Chose(e.at, shown), b, depth + 1)
    certain = b.commands.certain(e.text)
    if certain:
        return _hear(c, Chose(e.at, payloads.go(certain)), b, depth + 1)
    described = _described(c, e.text)
    if described:
        return _hear(c, Chose(e.at, described), b, depth + 1)
    possible = b.commands.possible(e.text)
    if not possible:
        return HEARS[c.stage][Said](c, e, b)
    slot = asking.open_slot(c, b)
    if slot is None or c.asked is None:
        return _hear(c, Chose(e.at, payloads.go(possible)), b, depth + 1)
    understood = read(slot.question, e.text, b, days.day(e.at.heard))
    if isinstance(understood, Wrong) and not _answers_back(c, e):
        return _hear(c, Chose(e.at, payloads.go(possible)), b, depth + 1)
    if slot.question.kind in asking.CLOSED | asking.SEVERAL or c.asked.reading:
        return form.said(c, e, b)
    asked = replace(c.asked, doubt=possible, raw=e.text)
    return asking.doubt(c.but(asked=asked), possible, e.text)


def _chose(c: Conversation, e: Chose, b: Book) -> Move:
    match payloads.read(e.payload):
        case Tap() as tap:
            return form.tapped(c, e, b, tap)
        case Go("meant", (meant,)):
            return _meant(c, e, b, meant)
        case Go(word, rest):
            road = HERE[c.stage].get(word)
            if road is None or road.carries != len(rest):
                road = ROADS.get(word)
            if road is not None and road.carries == len(rest):
                return road.handler(c, e, b, *rest)
            return _old(c, b)
        case None:
            return _old(c, b)


def _meant(c: Conversation, e: Chose, b: Book, meant: str) -> Move:
    """Somebody says whether an unmarked word was a command or the answer."""
    asked = c.asked
    slot = asking.open_slot(c, b)
    if asked is None or slot is None or not asked.doubt:
        return _old(c, b)
    said, doubt = asked.raw, asked.doubt
    c = c.but(asked=replace(asked, doubt="", raw=""))
    if meant == "answer":
        return form.said(c, Said(e.at, said), b)
    if meant == doubt and meant in ROADS:
        return ROADS[meant].handler(c, e, b)
    return _old(c, b)


def _old(c: Conversation, b: Book) -> Move:
    lines = (Line("old-button"),)
    return asking.repeat(c, b, lines) or home.menu(c, b, lines)


def _shown(c: Conversation, text: str) -> str:
    """The payload of the choice whose number or whole label was typed; empty for none."""
    said = fold(text)
    if said.isascii() and said.isdigit() and 0 < int(said[:4]) <= len(c.offered):
        return c.offered[int(said[:4]) - 1].payload
    return next((one.payload for one in c.offered if fold(one.label) == said), "")


def _way_out(c: Conversation, text: str, b: Book) -> str:
    """The payload of a way whose words came back as text, as a channel's own keyboard does it."""
    if c.stage is not Stage.ASKING:
        return ""
    for way in asking.WAYS:
        if b.wording.say(c.language, f"way-{way}") == text:
            return payloads.go(way)
    return ""


def _described(c: Conversation, text: str) -> str:
    """The payload of the menu's choice that a text describes; questions read their own answers."""
    if c.stage is Stage.ASKING or not c.offered:
        return ""
    labels = tuple(one.label for one in c.offered)
    match read_choice(text, labels, tuple(one.payload for one in c.offered)):
        case Understood(value, literal=True):
            return value
        case _:
            return ""


def _answers_back(c: Conversation, e: Said) -> bool:
    """Whether a yes or no is waited for and this is one ("dung" is then đúng)."""
    return bool(c.asked and c.asked.reading) and form.said_back(e.text) is not None


def _twice(c: Conversation, e: Event, b: Book) -> Move | None:
    """
    A text sent again in impatience, before our reply to the first could be read.

    Platforms give whole seconds, so a text counts as earlier only when its whole second is. It is
    passed over once: the same words sent yet again are taken.
    """
    if not isinstance(e, Said) or not c.last_said or e.text != c.last_said:
        return None
    if c.replied_at is None or e.at.sent + RESOLUTION > c.replied_at:
        return None
    lines = (Line("heard-once"),)
    return asking.repeat(c.but(last_said=""), b, lines) or home.menu(c, b, lines)


def _closed(before: Conversation, e: Event, move: Move, b: Book) -> Turn:
    """The turn with its one message, and what the next one needs to know of it."""
    c = move.conversation
    if isinstance(e, Followed):
        move = replace(move, effects=(Reachable(yes=True), *move.effects))
    if not move.lines:
        return Turn(c, move.effects)
    message = words.message(move, b.wording, c.language)
    repeated = isinstance(e, Said) and e.text == before.last_said and not c.last_said
    c = c.but(
        offered=message.choices,
        last_said=e.text if isinstance(e, Said) and not repeated else "",
        replied_at=e.at.heard,
        lost=c.lost if c.lost != before.lost else 0,
    )
    return Turn(c, (*move.effects, Reply(message)))
