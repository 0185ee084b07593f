"""
What the list is asked for: read from the address of the page and kept in it.

The same words mean the same list for everybody who may see it, so an address can be sent to a
colleague, saved, or handed to an export.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

from multidict import MultiDict, MultiMapping

from bot.console.listing.columns import COLUMNS, USUAL
from bot.console.rights import Right
from bot.console.typed_days import midnight, read_day
from bot.console.visit import LONGEST as LONGEST_NUMBER
from bot.console.visit import Refused
from bot.papers.plan import CHANNELS
from bot.text import clean
from content.folding import fold
from content.ordering import order
from handlers.answers import Several, Understood
from handlers.codes import number
from handlers.reading.phone import read_phone
from handlers.state import Status
from storage.filters import NOBODY, Filters
from storage.finding import NEWEST, By, Sorting
from storage.queries import GROUP

if TYPE_CHECKING:
    from bot.console.visit import Visit

LIST = "/staff/registrations"
FIELDS = (
    *("words", "status", "commune", "group", "round"),
    *("channel", "assigned", "since", "until", "only"),
)
"""What narrows the list, by its name in the address."""

EVERYTHING = "all=yes"
"""The address of a list that is asked for as it is, without what a visitor opens it with."""

ME, TO_NOBODY = "me", "nobody"
WAITING, TWINS = "waiting", "twins"
ONLY = (WAITING, TWINS)
LONGEST = 100
MOST_WORDS = 8
MOST_FIELDS = 100
CODE_DIGITS = (7, 8, 9)
REGISTRATION = "registration"
_BETWEEN_DIGITS = str.maketrans("", "", " .-()+")


@dataclass(frozen=True, slots=True)
class Asked:
    """
    What the visitor asked for, each part empty unless it means something.

    `sort` is what the list is sorted by, with a minus before it where the last comes first.
    """

    words: str = ""
    status: str = ""
    commune: str = ""
    group: str = ""
    round: str = ""
    channel: str = ""
    assigned: str = ""
    since: str = ""
    until: str = ""
    only: str = ""
    sort: str = ""
    columns: tuple[str, ...] = USUAL

    @property
    def narrowed(self) -> bool:
        """Whether anything is left out of the list."""
        return any(getattr(self, name) for name in FIELDS)

    @property
    def path(self) -> str:
        """Where the list is."""
        return f"{LIST}?{self.query() or EVERYTHING}"

    def without(self, name: str) -> Asked:
        """The list without this filter."""
        nothing: dict[str, Any] = {name: ""}
        return replace(self, **nothing)

    def query(self, **further: str) -> str:
        """All of it, and what else is given, as a page's address carries it."""
        given = {name: getattr(self, name) for name in (*FIELDS, "sort")} | further
        chosen = () if self.columns == USUAL else self.columns
        kept = [(name, value) for name, value in given.items() if value]
        return urlencode([*kept, *(("column", one) for one in chosen)])


def asked(given: MultiMapping[str], visit: Visit) -> Asked:
    """What a page's address carries; what we do not know is left out."""
    known: Mapping[str, Callable[[str], bool]] = {
        "status": set(Status).__contains__,
        "commune": communes(visit).__contains__,
        "group": visit.book.forms[REGISTRATION].by_key[GROUP].choices.__contains__,
        "round": {one.key for one in visit.book.rounds}.__contains__,
        "channel": CHANNELS.__contains__,
        "assigned": _somebody,
        "since": lambda text: read_day(text) is not None,
        "until": lambda text: read_day(text) is not None,
        "only": ONLY.__contains__,
        "sort": lambda text: text.removeprefix("-") in set(By),
    }
    meant = {name: given.get(name, "").strip() for name in known}
    chosen = given.getall("column", ())
    return Asked(
        words=clean(given.get("words", ""), LONGEST),
        columns=tuple(one for one in COLUMNS if one in chosen) or USUAL,
        **{name: value for name, value in meant.items() if value and known[name](value)},
    )


def asked_in(query: str, visit: Visit) -> Asked:
    """The same of an address's query, as a form hands it on; raises `Refused` for none of ours."""
    try:
        fields = parse_qsl(query, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise Refused(400, "refused-form") from None
    return asked(MultiDict(fields), visit)


def filters(one: Asked, visit: Visit) -> Filters:
    """The same as the tables are asked; an officer's own communes always count."""
    since, until = read_day(one.since), read_day(one.until)
    found = Filters(
        status=one.status,
        commune=one.commune,
        group=one.group,
        round=one.round,
        channel=one.channel,
        assigned=_whose(one.assigned, visit),
        since=midnight(since) if since else None,
        until=midnight(until + timedelta(days=1)) if until else None,
        waiting=one.only == WAITING,
        twins=one.only == TWINS,
        communes=visit.colleague.communes,
        covered=not (visit.may(Right.ANSWER) and visit.proven),
    )
    return _searching(found, one.words) if one.words else found


def sorting(one: Asked, visit: Visit) -> Sorting:
    """How the tables are to sort it."""
    if not one.sort:
        return NEWEST
    by = By(one.sort.removeprefix("-"))
    ranks = {By.COMMUNE: tuple(communes(visit)), By.STATUS: tuple(Status)}.get(by, ())
    return Sorting(by, one.sort.startswith("-"), ranks)


def resorted(one: Asked, by: str) -> Asked:
    """The list sorted by this, or the other way round where it is; a new one is rising."""
    current = one.sort or "-when"
    return replace(one, sort=f"-{by}" if current == by else by)


def communes(visit: Visit) -> dict[str, str]:
    """The names of the communes that the visitor may see, by code, in order of name."""
    places = visit.book.places.by_code.values()
    own = visit.colleague.communes
    seen = [place for place in places if own is None or place.code in own]
    return {place.code: place.name for place in sorted(seen, key=lambda place: order(place.name))}


def _somebody(text: str) -> bool:
    return text in {ME, TO_NOBODY} or (text.isdecimal() and len(text) <= LONGEST_NUMBER)


def _whose(assigned: str, visit: Visit) -> int | None:
    match assigned:
        case "":
            return None
        case "me":
            return visit.colleague.id
        case "nobody":
            return NOBODY
        case _:
            return int(assigned)


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
