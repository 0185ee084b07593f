"""
Registrations that may be the same one twice: of one phone, or of one name in one commune.

They are pointed out to staff, and nothing is blocked or merged: one phone may be a whole family's.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, or_, select, tuple_, union

from handlers.state import Status
from storage.queries import agreed_to, made_in
from storage.schema import listed, registration

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncConnection

_meant: ColumnElement[bool] = and_(
    agreed_to,
    registration.c.erased_at.is_(None),
    registration.c.status.not_in((Status.DRAFT.value, Status.WITHDRAWN.value)),
)
_joined = registration.join(listed, listed.c.registration_id == registration.c.id)
_phone: ColumnElement[bool] = listed.c.phone != ""
_maker: ColumnElement[bool] = listed.c.maker != ""


def has_twins() -> ColumnElement[bool]:
    """Whether a row of `registration` with its row of `listed` has another that is like it."""
    more = func.count() > 1
    phones = select(listed.c.phone).select_from(_joined).where(_meant, _phone)
    makers = select(listed.c.maker, listed.c.commune).select_from(_joined).where(_meant, _maker)
    return and_(
        _meant,
        or_(
            listed.c.phone.in_(phones.group_by(listed.c.phone).having(more)),
            tuple_(listed.c.maker, listed.c.commune).in_(
                makers.group_by(listed.c.maker, listed.c.commune).having(more)
            ),
        ),
    )


async def twins_of(
    connection: AsyncConnection, numbers: Sequence[int], communes: frozenset[str] | None = None
) -> dict[int, tuple[int, ...]]:
    """For those of these that have any: the others like each, in these communes."""
    if not numbers:
        return {}
    own = listed.alias("own")
    of_these = own.c.registration_id.in_(
        select(registration.c.id).where(registration.c.id.in_(numbers), _meant)
    )
    another = and_(_meant, listed.c.registration_id != own.c.registration_id)
    if communes is not None:
        another = and_(another, made_in(communes))
    wanted = [
        select(own.c.registration_id, listed.c.registration_id)
        .select_from(_joined.join(own, like))
        .where(of_these, another)
        for like in (
            and_(listed.c.phone == own.c.phone, _phone),
            and_(listed.c.maker == own.c.maker, listed.c.commune == own.c.commune, _maker),
        )
    ]
    found: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in await connection.execute(union(*wanted)):
        found[one].append(other)
    return {one: tuple(sorted(others)) for one, others in found.items()}
