"""Settles a claim for staff, be it by a command or on a page: who is told what, in which words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from handlers import asking
from handlers.codes import code
from storage.audit import Deed
from storage.claims import CONFIRMED, REFUSED, Decision, one_waiting, settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.ext.asyncio import AsyncEngine

    from content.model import Book


@dataclass(frozen=True, slots=True)
class Staff:
    """Who decides, as the record of it says: nobody known from a command, else who and where."""

    id: int | None = None
    address: str = ""


async def settled(
    engine: AsyncEngine,
    book: Book,
    number: int,
    who: Staff,
    *,
    confirmed: bool,
) -> bool:
    """Hand a registration over to who claims it, or not; false where the claim waits no more."""
    claim = await one_waiting(engine, number)
    if claim is None:
        return False
    words = {**asking.given(book), "code": code(claim.registration)}

    def said(key: str) -> Callable[[str], str]:
        return lambda language: book.wording.say(language or book.languages[0], key, words)

    decision = Decision(
        claim=number,
        confirmed=confirmed,
        at=datetime.now(UTC),
        producer=said("claim-yours" if confirmed else "claim-not-yours"),
        helper=said("claim-handed-over"),
    )
    action = f"claim.{CONFIRMED if confirmed else REFUSED}"
    deed = Deed(action, who.id, str(claim.registration), address=who.address)
    return await settle(engine, decision, deed)
