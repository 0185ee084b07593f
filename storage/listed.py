"""
What staff's lists find a registration by, kept beside it in the transaction that changes it.

It is made of a few answers, so most turns have nothing to do here. One that waits for its
producer's consent is found by its code and its commune alone.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import literal_column, select
from sqlalchemy.types import BigInteger

from content.folding import fold
from content.ordering import order, order_of_person
from handlers.effects import Agreed
from storage.prepared import Listed, Written, each
from storage.queries import COMMUNE, GROUP
from storage.schema import answer, listed, registration

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy.engine import Connection
    from sqlalchemy.sql import ClauseElement

    from handlers.state import AnswerKey
    from storage.engine import Insert

NAME, PHONE, MAKER, PRODUCT = "contact-name", "contact-phone", "est-name", "prod-name"
SEARCHED = frozenset({NAME, PHONE, MAKER, PRODUCT})
"""The questions whose answers staff find a registration by."""

LISTING = SEARCHED | {COMMUNE, GROUP}
"""The questions that a row is made of."""

Row = tuple[Any, ...]
_NAMES = "registration_id commune groups phone maker search title_order name_order"


def _over(new: Insert) -> ClauseElement:
    kept = _NAMES.split()[1:]
    return new.on_conflict_do_update(
        index_elements=["registration_id"], set_={name: new.excluded[name] for name in kept}
    )


_rows = Written(listed, _NAMES, _over)

_heads = Listed(
    lambda _, numbers: select(
        registration.c.id, registration.c.code, registration.c.title, registration.c.agreed
    ).where(registration.c.id.in_(each("registration", numbers, BigInteger))),
    "registration",
)
_answers = Listed(
    lambda _, numbers: select(
        answer.c.registration_id, answer.c.product, answer.c.question, answer.c.value
    ).where(
        answer.c.registration_id.in_(each("registration", numbers, BigInteger)),
        answer.c.question.in_([literal_column(f"'{one}'") for one in sorted(LISTING)]),
    ),
    "registration",
)


def row_of(
    number: int, code: str, title: str, agreed: str, answers: Mapping[AnswerKey, str]
) -> Row:
    """The row of one registration, of its answers as they are now."""
    get = answers.get
    groups = {value for (_, question), value in answers.items() if question == GROUP and value}
    waits = agreed == Agreed.WAITING
    return (
        number,
        get((0, COMMUNE), ""),
        f",{','.join(sorted(groups))}," if groups else "",
        get((0, PHONE), ""),
        fold(get((0, MAKER), "")),
        code if waits else _search(code, answers),
        "" if waits else order(title),
        "" if waits else order_of_person(get((0, NAME), "")),
    )


def write(connection: Connection, rows: list[Row]) -> None:
    """Write rows as `row_of` makes them; their registrations must be there."""
    _rows.write(connection, rows)


def relist(connection: Connection, numbers: Collection[int]) -> None:
    """Make the rows of these registrations anew, of what the tables have."""
    wanted = sorted(numbers)
    answers: defaultdict[int, dict[AnswerKey, str]] = defaultdict(dict)
    for number, product, question, value in _answers.rows(connection, (), wanted):
        answers[number][product, question] = value
    rows = {
        number: row_of(number, code, title, agreed, answers[number])
        for number, code, title, agreed in _heads.rows(connection, (), wanted)
    }
    write(connection, list(rows.values()))


def _search(code: str, answers: Mapping[AnswerKey, str]) -> str:
    """The folded words; a phone also as it is dialled here."""
    found = [code]
    for (_, question), value in answers.items():
        if question in SEARCHED and value:
            found.append(value)
            if value.startswith("+84"):
                found.append("0" + value[3:])
    return fold(" ".join(found))
