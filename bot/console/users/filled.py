"""A user's form as it was filled in: name, role, and the communes that an officer sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.text import clean
from content.places import Exactly
from storage.staff import Role

if TYPE_CHECKING:
    from bot.console.visit import Visit
    from content.places import Places

LONGEST_NAME = 100
MOST_COMMUNES = 200


@dataclass(frozen=True, slots=True)
class Filled:
    """What a form means, and what is wrong with it by field."""

    name: str
    role: Role
    communes: frozenset[str]
    problems: Mapping[str, str]


def filled(form: Mapping[str, str], visit: Visit, *, named: bool) -> Filled:
    """The form as it is meant; only one that is `named` carries a name."""
    problems: dict[str, str] = {}
    name = " ".join(clean(form.get("name", ""), LONGEST_NAME).split())
    if named and not name:
        problems["name"] = visit.say("users-name-missing")
    role = form.get("role", "")
    if role not in set(Role):
        problems["role"] = visit.say("users-role-missing")
    codes: set[str] = set()
    if role == Role.OFFICER:
        codes, unknown = _communes(form.get("communes", ""), visit.book.places)
        if unknown:
            problems["communes"] = visit.say("users-communes-unknown", names=", ".join(unknown))
        elif not codes:
            problems["communes"] = visit.say("users-communes-missing")
    known = Role(role) if "role" not in problems else Role.VIEWER
    return Filled(name, known, frozenset(codes), problems)


def _communes(typed: str, places: Places) -> tuple[set[str], list[str]]:
    """The codes of communes, one a line or between commas; and what is no commune."""
    codes: set[str] = set()
    unknown: list[str] = []
    names = clean(typed).replace("\n", ",").split(",")
    for name in filter(None, map(str.strip, names[:MOST_COMMUNES])):
        match places.find(name):
            case Exactly(one):
                codes.add(one.place.code)
            case _:
                unknown.append(name)
    return codes, unknown
