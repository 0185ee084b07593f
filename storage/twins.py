"""
Registrations that may be the same one twice: of one phone, or of one name in one commune.

They are pointed out to staff, and nothing is blocked or merged: one phone may be a whole family's.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, select, tuple_, union, union_all

from handlers.state import Status
from storage.queries import agreed_to, made_in
from storage.schema import listed, registration

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Column, ColumnElement, Select
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
    """Whether a row of `registration` has another that is like it."""
    return registration.c.id.in_(
        union_all(_alike((listed.c.phone,)), _alike((listed.c.maker, listed.c.commune)))
    )


def _alike(key: tuple[Column[str], ...]) -> Select[tuple[int]]:
    """Those with the same key as another: first by the index, then of what is meant alone."""
    often = select(*key).where(key[0] != "").group_by(*key).having(func.count() > 1)
    meant = (
        select(*key)
        .select_from(_joined)
        .where(tuple_(*key).in_(often), _meant)
        .group_by(*key)
        .having(func.count() > 1)
    )
    here = select(listed.c.registration_id).select_from(_joined)
    return here.where(tuple_(*key).in_(meant), _meant)


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
