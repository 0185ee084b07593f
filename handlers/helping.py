"""
Registers somebody else: first how that producer agreed, then the sign-up in their name.

Each producer agrees by an act of their own: they press the button on the helper's phone, or sign a
slip that the helper photographs. What is written down before that waits: it is shown to nobody but
the helper, and staff see only that it waits.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from handlers import asking, home, registration, same_slip, sheet
from handlers.effects import Agreed, Consent, Erase, KeepMedia
from handlers.move import Line, Move
from handlers.state import Answer, Conversation, Registration, Source, Status
from handlers.way import way

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event, SentMedia

FORM = sheet.HELPING
HOW = (0, "how")
CONSENT = (0, registration.CONSENT)
SLIP = asking.SLIP
TOPICS = (0, "topics")
A_DAY = timedelta(days=1)
NEW_A_DAY = 30


def start(c: Conversation, e: Event, b: Book) -> Move:
    """Begin one for another producer."""
    recent = [one for one in c.registrations if one.helped and e.at.heard - one.opened < A_DAY]
    if len(recent) >= NEW_A_DAY:
        return home.menu(c, b, (Line("helping-too-many", asking.given(b)),))
    return _asked(c._replace(active=0), e, b)


def record(c: Conversation, e: Event, b: Book, number: str) -> Move:
    """Record the consent that a registration waits for."""
    chosen = next((one for one in c.registrations if str(one.id) == number), None)
    if chosen is None or chosen.agreed is not Agreed.WAITING:
        return home.menu(c, b, (Line("old-button"),))
    return _asked(c._replace(active=chosen.id), e, b)


def onward(c: Conversation, e: Event, b: Book, lines: tuple[Line, ...] = ()) -> Move:
    """The next question about the consent; after the last one the sign-up begins or goes on."""
    given = sheet.answers(c, b, FORM)
    how = given[HOW].value if HOW in given else ""
    if how == Agreed.PRESENT and CONSENT in given:
        return _pressed(c, e, b, given[CONSENT])
    if how in {Agreed.SLIP, Agreed.WAITING} and sheet.active(c) is None:
        c = _opened(c, e, b)
    road = way(c, b, FORM)
    slot = road.ahead(c.skipped)
    if slot is None:
        return left(c, e, b)
    to_them = (Line("helping-hand-over"),) if slot.key == CONSENT else ()
    return asking.put(c, b, road, slot, (*lines, *to_them))


def left(c: Conversation, e: Event, b: Book) -> Move:
    """Go on without a consent; what is written down waits for it."""
    c = sheet.without(c._replace(skipped=frozenset()), FORM)
    if sheet.active(c) is None:
        return home.menu(c, b, (Line("left-nothing"),))
    return registration.onward(c, e, b, (Line("helping-waiting"), *_about(c)))


def slip(c: Conversation, e: SentMedia, b: Book) -> Move:
    """Keep the photo of the slip that the producer signed."""
    entry = sheet.active(c)
    if entry is None:
        return home.menu(c, b)
    c = same_slip.taken(c, e.media, entry.id, e.at.heard)
    return _signed(c, e, b, entry, e.media, e.remote)


def signed_too(c: Conversation, e: Event, b: Book) -> Move:
    """The producer signed the slip that was photographed for somebody else before."""
    slot, entry, slip = asking.open_slot(c, b), sheet.active(c), c.slip
    here = c.asked and c.asked.form == FORM and slot and slot.key == SLIP
    if not here or entry is None or slip is None or not same_slip.names(c):
        lines = (Line("old-button"),)
        return asking.repeat(c, b, lines) or home.menu(c, b, lines)
    c, copy = same_slip.copied(c, entry.id)
    return _signed(c, e, b, entry, copy, same_slip.KEPT + slip.media)


def _signed(
    c: Conversation, e: Event, b: Book, entry: Registration, media: str, remote: str
) -> Move:
    """The registration with the photo of its slip."""
    c = sheet.with_registration(c, entry._replace(answers={**entry.answers, SLIP: _kept(media, e)}))
    move = _agreed(c, e, b, Agreed.SLIP, _kept("yes", e))
    kept = KeepMedia(media, entry.id, *SLIP, remote)
    return move._replace(effects=(kept, *move.effects))


def slip_refused(c: Conversation, b: Book, entry: Registration, why: Line) -> Move:
    """The photo of the slip cannot be read: say why; the registration waits again."""
    answers = {key: one for key, one in entry.answers.items() if key not in {SLIP, CONSENT}}
    entry = entry._replace(agreed=Agreed.WAITING, answers=answers)
    lines = (why, Line("helping-slip-again"))
    c = sheet.with_registration(c._replace(slip=None), entry)
    return asking.repeat(c, b, lines) or home.menu(c, b, lines)


def may_undo(entry: Registration) -> bool:
    """Whether whoever holds it may take it back: not what another producer agreed to and sent."""
    return not entry.helped or entry.status is Status.DRAFT or entry.agreed is Agreed.WAITING


def _asked(c: Conversation, e: Event, b: Book) -> Move:
    c = c._replace(skipped=frozenset(), section="", editing=False, paused=None)
    return onward(sheet.without(c, FORM), e, b)


def _opened(c: Conversation, e: Event, b: Book) -> Conversation:
    """The registration, waiting for its consent; the helper's own topics are not the producer's."""
    return registration.opened(c, e, b, Agreed.WAITING, {TOPICS: _kept("", e)})


def _pressed(c: Conversation, e: Event, b: Book, answer: Answer) -> Move:
    if answer.value == "yes":
        c = c if sheet.active(c) else _opened(c, e, b)
        return _agreed(c, e, b, Agreed.PRESENT, answer)
    rest = tuple(one for one in c.registrations if one.id != c.active)
    gone = (Erase(registrations=(c.active,)),) if c.active else ()
    c = sheet.without(c._replace(registrations=rest, active=0), FORM)
    move = home.menu(c, b, (Line("helping-refused"),))
    version = b.office.text_version
    refused = Consent("dossier", given=False, text_version=version, how=Agreed.PRESENT)
    return move._replace(effects=(refused, *gone))


def _agreed(c: Conversation, e: Event, b: Book, how: Agreed, answer: Answer) -> Move:
    entry = sheet.active(c)
    if entry is None:
        return home.menu(c, b)
    entry = entry._replace(agreed=how, answers={**entry.answers, CONSENT: answer})
    c = sheet.without(sheet.with_registration(c, entry), FORM)
    move = registration.onward(c, e, b, (Line(f"helping-{how}"), *_about(c)))
    version = b.office.text_version
    given = Consent("dossier", given=True, text_version=version, how=how, registration=entry.id)
    return move._replace(effects=(given, *move.effects))


def _about(c: Conversation) -> tuple[Line, ...]:
    """Who is meant by the questions, said before the first of them."""
    entry = sheet.active(c)
    return (Line("helping-about"),) if entry and not entry.title else ()


def _kept(value: str, e: Event) -> Answer:
    return Answer(value, "", Source.CHAT, e.at.heard)
