"""What one of the staff is typing of a paper or a call: kept until it is saved, or for days."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from storage.columns import OFFICE
from storage.engine import insert
from storage.schema import contact, entry_draft, registration

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncEngine


async def keep_typed(engine: AsyncEngine, who: int, typed: Mapping[str, str], at: datetime) -> None:
    """Keep what is typed so far, in place of what was kept before."""
    row = {"staff_id": who, "at": at, "typed": json.dumps(dict(typed), ensure_ascii=False)}
    new = insert(engine.dialect, entry_draft).values(row)
    set_ = {name: new.excluded[name] for name in ("at", "typed")}
    async with engine.begin() as connection:
        await connection.execute(new.on_conflict_do_update(index_elements=["staff_id"], set_=set_))


async def typed_so_far(reader: AsyncEngine, who: int) -> dict[str, str]:
    """What was typed and not saved; empty where there is nothing."""
    wanted = select(entry_draft.c.typed).where(entry_draft.c.staff_id == who)
    async with reader.connect() as connection:
        found = await connection.scalar(wanted)
    return dict(json.loads(found)) if found else {}


async def entered_by(reader: AsyncEngine, key: str) -> int | None:
    """The number of what was entered by the page of this key, if anything was."""
    wanted = (
        select(registration.c.id)
        .join(contact, contact.c.id == registration.c.contact_id)
        .where(contact.c.account == OFFICE, contact.c.address == key)
    )
    async with reader.connect() as connection:
        return await connection.scalar(wanted)


async def forget_typed(engine: AsyncEngine, who: int) -> None:
    """It was saved, or is not wanted."""
    async with engine.begin() as connection:
        await connection.execute(delete(entry_draft).where(entry_draft.c.staff_id == who))
