"""What happened to a registration, as lines: its status, its answers, its files, its consents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.console.shown import REGISTRATION, channel, covered, time
from content.form import Kind
from handlers.answers import show
from handlers.effects import Agreed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from bot.console.visit import Visit
    from storage.history import Change
    from storage.records import Given, Record

FILES = frozenset({Kind.PHOTO, Kind.PAPER})


@dataclass(frozen=True, slots=True)
class Event:
    """One line of what happened: what, when and by whom, and for which reason."""

    at: datetime
    what: str
    who: str
    reason: str = ""


def past(changes: Iterable[Change], record: Record, visit: Visit) -> list[Event]:
    """All that happened, the newest first."""
    lines = [*_changed(changes, visit), *_came(record, visit), *_agreed(record, visit)]
    return sorted(lines, key=lambda one: one.at, reverse=True)


def agreed(one: Given, visit: Visit) -> str:
    """A consent or its withdrawal, with when, where and to which words."""
    said = "record-agreed" if one.given else "record-withdrew"
    by = channel(one.channel, visit)
    topic = _subject(one.topic, visit)
    line = visit.say(said, topic=topic, at=time(one.at), channel=by, version=one.text_version)
    if one.how in {"", Agreed.SELF.value}:
        return line
    return visit.say("record-agreed-how", line=line, how=visit.say(f"agreed-{one.how}"))


def _changed(changes: Iterable[Change], visit: Visit) -> Iterator[Event]:
    for one in changes:
        who = visit.say("record-at-by", at=time(one.at), by=one.by or visit.say("record-producer"))
        known = one.reason and (one.question or not one.before)
        reason = visit.say(f"typed-{one.reason}") if known else one.reason
        yield Event(one.at, _words(one, visit), who, reason)


def _words(one: Change, visit: Visit) -> str:
    if not one.question and not one.before:
        return visit.say("record-entered")
    if not one.question:
        before, after = (
            visit.say(f"status-{status.replace('_', '-')}") for status in (one.before, one.after)
        )
        return visit.say("record-moved", before=before, after=after)
    values = (_value(one.question, value, visit) for value in (one.before, one.after))
    before, after = (value or visit.say("record-nothing") for value in values)
    label = _label(one.question, one.product, visit)
    return visit.say("record-changed", label=label, before=before, after=after)


def _value(key: str, value: str, visit: Visit) -> str:
    question = visit.book.forms[REGISTRATION].by_key.get(key)
    if question is None or not value:
        return value
    if question.kind is Kind.PHONE:
        return covered(value)
    return show(question, value, visit.book, visit.language)


def _label(key: str, product: int, visit: Visit) -> str:
    question = visit.book.forms[REGISTRATION].by_key.get(key)
    label = visit.say(f"{question.words}.label") if question else key
    return visit.say("label-product", label=label, n=str(product)) if product > 1 else label


def _came(record: Record, visit: Visit) -> Iterator[Event]:
    """The photos and papers that are here."""
    for one in record.files:
        label = _label(one.question, one.product, visit)
        yield Event(one.at, visit.say("record-came", label=label), time(one.at))


def _agreed(record: Record, visit: Visit) -> Iterator[Event]:
    for one in record.consents:
        said = "record-past-agreed" if one.given else "record-past-withdrew"
        who = visit.say("record-at-by", at=time(one.at), by=channel(one.channel, visit))
        yield Event(one.at, visit.say(said, topic=_subject(one.topic, visit)), who)


def _subject(topic: str, visit: Visit) -> str:
    """What was agreed to; a subject that the book has no more goes by its key."""
    if topic in visit.book.topics:
        return visit.say("record-news", topic=visit.say(f"registration-topics.choice-{topic}"))
    key = f"record-keeping-{topic}"
    return visit.say(key) if visit.book.wording.has(visit.language, key) else topic
