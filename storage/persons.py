"""
Which of a person's contacts a notice goes to: the cheapest channel that is open to it, and among
those the one where the person was last.

Contacts are one person's where the channel vouched for the same number on each. A number that
several people use joins nobody.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import BigInteger, and_, bindparam, case, exists, func, literal, select, update

from storage.audience import agreed, chosen, people, reachable
from storage.prepared import Prepared
from storage.schema import answer, contact, conversation, registration

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select

    from storage.audience import Audience

SHARED = "phone-shared"

FREE, PAID, CLOSED, NO_PUSH = range(4)
"""What a channel asks for a notice, the cheapest first."""


class Windows(NamedTuple):
    """On Zalo a notice is free to whoever was here after `free`, and paid for after `paid`."""

    free: datetime
    paid: datetime


def doubles(
    audience: Audience, topic: str, windows: Windows, *further: ColumnElement[bool]
) -> Select[tuple[int]]:
    """The contacts that a notice could go to, and does not: it goes to another of the person's."""
    here = func.coalesce(conversation.c.interacted_at, literal(0, BigInteger))
    place = func.row_number().over(
        partition_by=contact.c.phone, order_by=(_price(windows), here.desc(), contact.c.id)
    )
    ranked = (
        select(contact.c.id, place.label("place"))
        .select_from(people)
        .where(_joined(), chosen(audience), agreed(topic), reachable(), *further)
        .subquery()
    )
    return select(ranked.c.id).where(ranked.c.place > 1)


def _price(windows: Windows) -> ColumnElement[int]:
    here, account = conversation.c.interacted_at, contact.c.account
    zalo = account.startswith("zalo_oa:")
    return case(
        (account.startswith("web:"), NO_PUSH),
        (and_(zalo, here > windows.free), FREE),
        (and_(zalo, here > windows.paid), PAID),
        (zalo, CLOSED),
        else_=FREE,
    )


def _joined() -> ColumnElement[bool]:
    """The condition that a contact's number is known to be its own, and nobody shares it."""
    other = contact.alias("other")
    used_by_several = exists(
        select(literal(1))
        .select_from(other)
        .join(registration, registration.c.contact_id == other.c.id)
        .join(answer, answer.c.registration_id == registration.c.id)
        .where(
            other.c.phone == contact.c.phone,
            other.c.phone != "",
            answer.c.product == 0,
            answer.c.question == SHARED,
            answer.c.value == "yes",
        )
    )
    return and_(contact.c.phone != "", ~used_by_several)


own_phones = Prepared(
    lambda _: (
        update(contact).where(contact.c.id == bindparam("person")).values(phone=bindparam("own"))
    ),
    "own person",
)
"""Notes the number that a channel vouched for."""
