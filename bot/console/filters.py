"""The filters of the list: read from the address of the page, kept in it, shown above the list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from bot.text import clean
from content.folding import fold
from handlers.answers import Several, Understood, show, show_place
from handlers.codes import number
from handlers.reading.phone import read_phone
from handlers.state import Status
from storage.queries import COMMUNE, GROUP, Filters

if TYPE_CHECKING:
    from bot.console.visit import Visit

FIELDS = ("words", "status", "commune", "group")
LONGEST = 100
MOST_WORDS = 8
CODE_DIGITS = (7, 8, 9)
_BETWEEN_DIGITS = str.maketrans("", "", " .-()+")
REGISTRATION = "registration"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the visitor asked for, each part empty unless it means something."""

    words: str = ""
    status: str = ""
    commune: str = ""
    group: str = ""

    def query(self, **further: str) -> str:
        """The filters, and what else is given, as a page's address carries them."""
        given = {name: getattr(self, name) for name in FIELDS} | further
        return urlencode({name: value for name, value in given.items() if value})


@dataclass(frozen=True, slots=True)
class Chip:
    """One active filter in words, and the address of the page without it."""

    words: str
    without: str


def asked(given: Mapping[str, str], visit: Visit) -> Asked:
    """The filters that a page's address or a form carries; what we do not know is left out."""
    question = visit.book.forms[REGISTRATION].by_key
    status, commune, group = (given.get(name, "") for name in FIELDS[1:])
    return Asked(
        words=clean(given.get("words", ""), LONGEST),
        status=status if status in set(Status) else "",
        commune=commune if commune in communes(visit) else "",
        group=group if group in question[GROUP].choices else "",
    )


def filters(one: Asked, visit: Visit) -> Filters:
    """The same as the tables are asked; an officer's own communes always count."""
    found = Filters(
        status=one.status,
        commune=one.commune,
        group=one.group,
        communes=visit.colleague.communes,
    )
    return _searching(found, one.words) if one.words else found


def _searching(found: Filters, words: str) -> Filters:
    """By phone in any spelling, by code, by a part of either, or by folded words."""
    match read_phone(words):
        case Understood(phone) | Several((phone, *_)):
            return replace(found, words=("0" + phone.removeprefix("+84"),))
    digits = words.translate(_BETWEEN_DIGITS)
    if digits.isdecimal():
        code = number(digits) if len(digits) in CODE_DIGITS else None
        return replace(found, words=(digits,), number=code)
    return replace(found, words=tuple(fold(words).split()[:MOST_WORDS]))


def communes(visit: Visit) -> dict[str, str]:
    """The names of the communes that the visitor may see, by code, in order of name."""
    places = visit.book.places.by_code.values()
    own = visit.colleague.communes
    seen = [place for place in places if own is None or place.code in own]
    return {place.code: place.name for place in sorted(seen, key=lambda place: fold(place.name))}


def chips(one: Asked, visit: Visit) -> list[Chip]:
    """The active filters."""
    form = visit.book.forms[REGISTRATION].by_key
    words = {
        "words": one.words and f"“{one.words}”",
        "status": one.status and visit.say(f"status-{one.status.replace('_', '-')}"),
        "commune": show_place(form[COMMUNE], one.commune, visit.book, visit.language),
        "group": show(form[GROUP], one.group, visit.book, visit.language),
    }
    return [Chip(said, replace(one, **{name: ""}).query()) for name, said in words.items() if said]
