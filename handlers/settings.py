"""Language, topics, privacy, and erasing one's own data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import asking, codes, helping, home, mine, payloads, returning
from handlers.effects import Consent, Erase
from handlers.move import Line, Move, Option
from handlers.state import Conversation, Stage, Status

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event
    from handlers.state import Registration

FILED = frozenset(
    {
        Status.FILED_COMMUNE,
        Status.SENT_PROVINCE,
        Status.JUDGED,
        Status.CERTIFIED,
        Status.NOT_CERTIFIED,
    }
)


def show(c: Conversation, _: Event, __: Book) -> Move:
    """What can be set."""
    reminders = "unmute" if c.muted else "mute"
    words = ("language", "topics", reminders, "behalf", "claim", "privacy", "erase", "return")
    return Move(
        returning.paused(c)._replace(stage=Stage.SETTINGS, asked=None),
        (Line("settings"),),
        tuple(Option(Line(f"settings-option-{word}"), payloads.go(word)) for word in words),
    )


def languages(c: Conversation, _: Event, b: Book) -> Move:
    """Which language to speak, and in which to hear the sentences that were recorded."""
    options = tuple(
        Option(Line(f"language-{code}"), payloads.go("speak", code)) for code in b.languages
    )
    aloud = tuple(
        Option(Line("language-hear", {"aid": Line(f"aid-{aid}")}), payloads.go("hear", aid))
        for aid in b.recordings
        if aid != c.aid
    )
    quiet = (Option(Line("language-hear-none"), payloads.go("hear", "none")),) if c.aid else ()
    return Move(
        returning.paused(c)._replace(stage=Stage.LANGUAGE, asked=None),
        (Line("language"),),
        (*options, *aloud, *quiet),
    )


def speak(c: Conversation, e: Event, b: Book, language: str) -> Move:
    """Speak this language from now on."""
    if language not in b.languages:
        return languages(c, e, b)
    return returning.take_up(c._replace(language=language), e, b, (Line("language-set"),))


def hear(c: Conversation, e: Event, b: Book, language: str) -> Move:
    """Have what staff recorded in this language sent along, or nothing any more."""
    if language in b.recordings:
        return returning.take_up(c._replace(aid=language), e, b, (Line("language-heard"),))
    if not c.aid:
        return languages(c, e, b)
    return returning.take_up(c._replace(aid=""), e, b, (Line("language-unheard"),))


def topics(c: Conversation, _: Event, b: Book, lines: tuple[Line, ...] = ()) -> Move:
    """Which subjects the person hears about; each tap turns one on or off."""
    options = tuple(
        Option(
            _switch(c, topic),
            payloads.go("topic", topic, "off" if topic in c.topics else "on"),
        )
        for topic in b.topics
    )
    return Move(
        returning.paused(c)._replace(stage=Stage.SETTINGS, asked=None),
        (*lines, Line("topics")),
        (*options, Option(Line("settings-option-return"), payloads.go("return"))),
    )


def _switch(c: Conversation, name: str) -> Line:
    return Line("topic-on" if name in c.topics else "topic-off", {"topic": _named(name)})


def _named(name: str) -> Line:
    return Line(f"registration-topics.choice-{name}")


def topic(c: Conversation, e: Event, b: Book, name: str, wish: str) -> Move:
    """Turn one subject on or off; each change is a record."""
    if name not in b.topics:
        return topics(c, e, b)
    given = wish == "on"
    changed = c.topics | {name} if given else c.topics - {name}
    line = Line("topic-given" if given else "topic-taken", {"topic": _named(name)})
    move = topics(c._replace(topics=changed), e, b, (line,))
    consent = Consent(name, given=given, text_version=b.office.text_version)
    return move._replace(effects=(consent,))


def stop(c: Conversation, _: Event, b: Book) -> Move:
    """Stop every notice at once; an open question goes on."""
    version = b.office.text_version
    taken = tuple(Consent(name, given=False, text_version=version) for name in b.topics)
    c = c._replace(topics=frozenset(), muted=True)
    lines = (Line("stopped"),)
    move = asking.repeat(c, b, lines) or home.menu(c, b, lines)
    return move._replace(effects=taken)


def privacy(c: Conversation, _: Event, b: Book) -> Move:
    """What is kept, for whom, how long, and how to have it erased."""
    return Move(
        returning.paused(c)._replace(stage=Stage.SETTINGS, asked=None),
        (Line("privacy", asking.given(b)),),
        tuple(
            Option(Line(f"settings-option-{word}"), payloads.go(word))
            for word in ("erase", "topics", "return")
        ),
    )


def erase(c: Conversation, _: Event, b: Book) -> Move:
    """Ask once, and whose data when the contact holds several."""
    several = len(c.registrations) > 1
    each = tuple(
        Option(Line("erase-one", {"title": mine.title(one)}), payloads.go("erased", str(one.id)))
        for one in c.registrations
        if several
    )
    filed = any(one.status in FILED for one in c.registrations)
    lines = (Line("erase"), *((Line("erase-filed", asking.given(b)),) if filed else ()))
    return Move(
        returning.paused(c)._replace(stage=Stage.ERASING, asked=None),
        lines,
        (
            *each,
            Option(Line("erase-all"), payloads.go("erased", "all")),
            Option(Line("erase-none"), payloads.go("return")),
        ),
    )


def erased(c: Conversation, e: Event, b: Book, which: str) -> Move:
    """Erase all of the person's data, or one registration's."""
    if which == "all":
        left = tuple(one for one in c.registrations if not helping.may_undo(one))
        lines = (Line("erased"), *((Line("erased-but", _codes(left)),) if left else ()))
        move = home.menu(Conversation(language=c.language, claimed=c.claimed), b, lines)
        return move._replace(effects=(Erase(everything=True),))
    chosen = next((one for one in c.registrations if str(one.id) == which), None)
    if chosen is None:
        return erase(c, e, b)
    if not helping.may_undo(chosen):
        return mine.asked_staff(c, b, chosen)
    rest = tuple(one for one in c.registrations if one.id != chosen.id)
    c = c._replace(registrations=rest, active=0 if c.active == chosen.id else c.active, paused=None)
    move = home.menu(c, b, (Line("erased-one"),))
    return move._replace(effects=(Erase(registrations=(chosen.id,)),))


def _codes(entries: tuple[Registration, ...]) -> dict[str, Line | str]:
    return {"codes": ", ".join(codes.code(one.id) for one in entries)}
