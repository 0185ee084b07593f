"""
Takes over what a helper signed up, on the producer's own phone: by its code and the number in it.

Whether both fit is known outside of the talk: it asks (`Seek`) and is told (`Sought`). What does
not fit is answered alike whichever was wrong, and few tries are heard a day. Staff confirm.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from handlers import asking, codes, home, registration, sheet
from handlers.effects import Agreed, AskStaff, Consent, Seek, Wish
from handlers.move import Line, Move
from handlers.way import way
from handlers.words import spoken

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event, Sought
    from handlers.state import Conversation

FORM = sheet.CLAIM
CONSENT = (0, registration.CONSENT)
CODE = (0, "claim-code")
PHONE = (0, "contact-phone")
A_DAY = timedelta(days=1)
TRIES = 3
"""How often a day somebody may try."""


def start(c: Conversation, e: Event, b: Book) -> Move:
    """Ask for the consent, the code and the number."""
    c = c._replace(claimed=tuple(at for at in c.claimed if e.at.heard - at < A_DAY))
    if len(c.claimed) >= TRIES:
        return home.menu(c, b, (Line("claim-too-often", asking.given(b)),))
    c = c._replace(active=0, skipped=frozenset(), section="", editing=False, paused=None)
    return onward(sheet.without(c, FORM), e, b)


def onward(c: Conversation, e: Event, b: Book, lines: tuple[Line, ...] = ()) -> Move:
    """The next question; after the last one it is looked for."""
    given = sheet.answers(c, b, FORM)
    if CONSENT in given and given[CONSENT].value != "yes":
        return home.menu(sheet.without(c, FORM), b, (Line("claim-refused", asking.given(b)),))
    if CODE in given and codes.number(given[CODE].value) is None:
        c, lines = _forgotten(c, b), (*lines, Line("claim-code-wrong"))
    road = way(c, b, FORM)
    slot = road.ahead()
    if slot is not None:
        return asking.put(c, b, road, slot, lines)
    number = codes.number(given[CODE].value) or 0
    return Move(c, effects=(Seek(number, given[PHONE].value),))


def sought(c: Conversation, e: Sought, b: Book) -> Move:
    """Have staff confirm what was found; what was not can be tried again."""
    given = sheet.answers(c, b, FORM)
    if PHONE not in given:
        return home.menu(c, b)
    c = c._replace(claimed=(*c.claimed, e.at.heard))
    if e.found:
        return _requested(c, b, codes.number(given[CODE].value) or 0, given[PHONE].value)
    if len(c.claimed) >= TRIES:
        left = sheet.without(c, FORM)
        return home.menu(left, b, (Line("claim-too-often", asking.given(b)),))
    return onward(_forgotten(c, b), e, b, (Line("claim-unknown"),))


def _requested(c: Conversation, b: Book, number: int, phone: str) -> Move:
    version = b.office.text_version
    line = Line("staff-claim", {"code": codes.code(number)})
    wish = AskStaff(
        Wish.CLAIM,
        phone=phone,
        text=spoken(line, b.wording, b.languages[0]),
        registration=number,
    )
    move = home.menu(sheet.without(c, FORM), b, (Line("claim-asked", asking.given(b)),))
    agreed = Consent("dossier", given=True, text_version=version, how=Agreed.CLAIM)
    return move._replace(effects=(agreed, wish), by_call=True)


def _forgotten(c: Conversation, b: Book) -> Conversation:
    """The conversation without the code and the number, to be asked again."""
    kept = {key: one for key, one in sheet.answers(c, b, FORM).items() if key == CONSENT}
    return c._replace(answers={**c.answers, FORM: kept})
