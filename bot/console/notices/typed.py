"""A notice as a form: what was typed becomes a draft, or says beside each field what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from bot.activities.announcing import activity_of, door_to
from bot.console.forms import Form
from bot.console.meanwhile import PICTURE
from bot.console.notices import whom
from bot.text import clean
from content.limits import TELEGRAM_TEXT, ZALO_MARGIN, ZALO_TEXT, characters, utf16_units
from storage.notices import Door, Draft

if TYPE_CHECKING:
    from bot.console.visit import Visit
    from content.model import Book

LONGEST_TITLE = 100
DOORS = ("register", "programme", "eligibility", "activities", "staff", "call")
"""Where a button beneath a notice may lead, beside an activity."""

MOST_DOORS = 4


class Filled(NamedTuple):
    """A form that was sent: the draft it comes to, as far as it can be one, and its problems."""

    draft: Draft
    form: Form


def filled(typed: Mapping[str, str], visit: Visit, before: Draft | None = None) -> Filled:
    """What was typed; a notice keeps the picture and the activity's button it had `before`."""
    book, problems = visit.book, dict[str, str]()

    def wrong(name: str, key: str, **args: str) -> None:
        problems.setdefault(name, visit.say(f"notices-wrong-{key}", **args))

    title = clean(typed.get("title", ""), LONGEST_TITLE).strip()
    if not title:
        wrong("title", "title")
    topic = typed.get("topic", "")
    if topic not in book.topics:
        wrong("topic", "topic")
    texts = {name: clean(typed.get(f"text-{name}", "")) for name in book.languages}
    texts = {name: text for name, text in texts.items() if text}
    first = book.languages[0]
    if first not in texts:
        wrong(f"text-{first}", "text")
    for name, text in texts.items():
        if too_long(whole(text, book, name)):
            most = str(room(book, name))
            wrong(f"text-{name}", "long", length=str(characters(text)), most=most)
    doors = _doors(typed, book, before.doors if before else ())
    if len(doors) > MOST_DOORS:
        wrong("door", "doors", most=str(MOST_DOORS))
    audience, unclear = whom.whom(typed, visit)
    problems |= unclear
    draft = Draft(title, topic, texts, doors, audience, before.picture if before else None)
    return Filled(draft, Form(typed, problems))


def typed_of(draft: Draft, book: Book) -> dict[str, str]:
    """The form that a draft would have come from."""
    typed = {"title": draft.title, "topic": draft.topic}
    typed |= {f"text-{name}": text for name, text in draft.texts.items()}
    for door in draft.doors:
        number = activity_of(door)
        typed |= {"activity": str(number)} if number else {f"door-{door.leads}": "on"}
    return typed | whom.typed_of(draft.audience, book)


def stored(draft: Draft, book: Book) -> dict[str, str]:
    """The same with its picture: all that may be another when it is looked at again."""
    return typed_of(draft, book) | {PICTURE: draft.picture.media if draft.picture else ""}


def choices(visit: Visit, typed: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The words of all that can be ticked, by field and value; also of what is over."""
    book, say = visit.book, visit.say
    on = {str(one.number): one.said(visit.language).title for one in book.activities}
    chosen = [one for one in (typed.get("activity", ""),) if one.isdecimal()]
    return {
        "topic": {one: say(f"registration-topics.choice-{one}") for one in book.topics},
        "door": {one: label_of(one, book) for one in DOORS if label_of(one, book)},
        "activity": {number: f"#{number}" for number in chosen} | on,
        **whom.choices(visit, typed),
    }


def label_of(leads: str, book: Book) -> str:
    """The words on a button that leads there: a command that can be typed as well."""
    found = (word for word, key in book.commands.marked.items() if key == leads)
    return next(found, "").capitalize()


def whole(text: str, book: Book, language: str) -> str:
    """A text with what is said after it."""
    return f"{text}\n\n{book.wording.say(language, 'notice-stop')}"


def too_long(text: str) -> bool:
    """Whether a channel would not take it as one message."""
    return utf16_units(text) > TELEGRAM_TEXT or characters(text) > ZALO_TEXT - ZALO_MARGIN


def room(book: Book, language: str) -> int:
    """How many characters a text may have."""
    return ZALO_TEXT - ZALO_MARGIN - characters(whole("", book, language))


def _doors(typed: Mapping[str, str], book: Book, before: Iterable[Door]) -> tuple[Door, ...]:
    found, chosen = list[Door](), typed.get("activity", "")
    if any(str(one.number) == chosen for one in book.activities):
        found.append(door_to(int(chosen), book))
    else:
        kept = ((activity_of(door), door) for door in before)
        found += [door for number, door in kept if number and str(number) == chosen]
    found += [
        Door(leads, dict.fromkeys(book.languages, label))
        for leads in DOORS
        if f"door-{leads}" in typed and (label := label_of(leads, book))
    ]
    return tuple(found)
