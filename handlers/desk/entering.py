"""
Staff sign somebody up who called, or who sent a paper: a registration that nobody has a chat for.

It is kept like what a helper makes: its producer may claim it later, from a phone of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import days, registration, sheet
from handlers.effects import Consent, ToStaff
from handlers.move import Move
from handlers.state import BY_STAFF, Answer, Registration, Source, Status
from handlers.verdict import judged

if TYPE_CHECKING:
    from content.model import Book
    from handlers.deeds import StaffOpened
    from handlers.state import Conversation

TOPICS = (0, "topics")


def enter(c: Conversation, e: StaffOpened, b: Book) -> Move:
    """Open the registration as one that was sent, with the consent that staff were given."""
    if e.how not in BY_STAFF:
        return Move(c, effects=(ToStaff("consent"),))
    running, at = days.open_round(b, e.at.heard), e.at.heard
    answers = {
        (one.product, one.question): Answer(one.value, one.raw, Source.STAFF, at)
        for one in e.answers
    }
    entry = Registration(
        id=e.at.fresh,
        status=Status.INTEREST,
        round=running.key if running else "",
        title="",
        products=1,
        opened=at,
        answers={
            (0, registration.CONSENT): Answer("yes", "", Source.STAFF, at),
            TOPICS: Answer("", "", Source.STAFF, at),
            **answers,
        },
        agreed=e.how,
    )
    entry = judged(sheet.titled(entry), b)
    version = b.office.text_version
    agreed = Consent("dossier", given=True, text_version=version, how=e.how, registration=entry.id)
    c = c._replace(registrations=(*c.registrations, entry))
    return Move(c, effects=(agreed, ToStaff(registration=entry.id)))
