"""
Takes a registration: for whom, consent first, then the sign-up questions one at a time.

Signing up in chat is never filing the dossier; the dossier is paper, filed where the round's plan
says.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from content.model import Outcome
from handlers import asking, days, home, path, payloads, review, sections, sheet
from handlers.effects import Agreed, Consent
from handlers.move import Line, Move, Option
from handlers.state import Answer, Answers, Conversation, Registration, Stage, Status
from handlers.verdict import judged
from handlers.way import way

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event

CONSENT = "consent-data"
OPEN = frozenset({Status.DRAFT, Status.INTEREST, Status.COLLECTING, Status.COMPLETE})
A_DAY = timedelta(days=1)
NEW_A_DAY = 3
MOST_PRODUCTS = 20
LISTED = 4


def start(c: Conversation, e: Event, b: Book) -> Move:
    """Ask for whom when there is an earlier registration, sent or not; otherwise begin."""
    c = c._replace(section="", editing=False, paused=None)
    if any(one.status in OPEN for one in c.registrations):
        return whom(c)
    return begin(c, e, b)


def whom(c: Conversation) -> Move:
    """Ask whether to go on with a draft, add a product for a known maker, or take another maker."""
    known = [one for one in c.registrations if one.status in OPEN]
    newest = sorted(known, key=lambda one: (one.status is Status.DRAFT, one.opened), reverse=True)
    options = tuple(
        Option(
            Line(
                "whom-draft" if one.status is Status.DRAFT else "whom-same",
                {"title": one.title or Line("signup-untitled")},
            ),
            payloads.go("more", str(one.id)),
        )
        for one in newest[:LISTED]
    )
    words = (
        *((("whom-all", "mine"),) if len(known) > LISTED else ()),
        ("whom-other", "other"),
        ("whom-helped", "behalf"),
        ("menu-home", "home"),
    )
    others = tuple(Option(Line(key), payloads.go(word)) for key, word in words)
    return Move(
        c._replace(stage=Stage.WHOM, asked=None),
        (Line("whom"),),
        (*options, *others),
    )


def other(c: Conversation, e: Event, b: Book) -> Move:
    """Begin one for another maker; nothing of an earlier one is carried over."""
    return begin(c._replace(for_other=True), e, b)


def begin(c: Conversation, e: Event, b: Book) -> Move:
    """Ask for consent, before any name or phone; nothing is opened until it is given."""
    own = (one for one in c.registrations if not one.helped)
    recent = [one for one in own if e.at.heard - one.opened < A_DAY]
    if len(recent) >= NEW_A_DAY:
        return home.menu(c, b, (Line("signup-too-many", asking.given(b)),))
    c = c._replace(active=0, skipped=frozenset(), section="", editing=False, paused=None)
    road = way(c, b, sheet.REGISTRATION)
    slot = path.slot(road.form.by_key[CONSENT], 0)
    intro = Line("signup-intro", {"of": str(len(road.slots))})
    return asking.put(c, b, road, slot, (intro,))


def consented(c: Conversation, e: Event, b: Book, answer: Answer) -> Move:
    """Open the registration with what eligibility learnt, or keep nothing."""
    version = b.office.text_version
    if answer.value != "yes":
        told = Consent("dossier", given=False, text_version=version)
        move = home.menu(c, b, (Line("signup-refused", asking.given(b)),))
        return move._replace(effects=(told,))
    c = opened(c, e, b, Agreed.SELF, {(0, CONSENT): answer})
    move = onward(c, e, b, (Line("signup-thanks"),))
    given = Consent("dossier", given=True, text_version=version, registration=c.active)
    return move._replace(effects=(given,))


def opened(c: Conversation, e: Event, b: Book, agreed: Agreed, given: Answers) -> Conversation:
    """The conversation with a new registration, which takes over what eligibility learnt."""
    running = days.open_round(b, e.at.heard)
    entry = Registration(
        id=e.at.fresh,
        status=Status.DRAFT,
        round=running.key if running else "",
        title="",
        products=1,
        opened=e.at.heard,
        answers={**given, **sheet.carried(c, b, 1)},
        agreed=agreed,
    )
    entry = judged(entry, b)
    c = sheet.without(c, sheet.ELIGIBILITY)
    return c._replace(active=entry.id, registrations=(*c.registrations, entry))


def onward(c: Conversation, e: Event, b: Book, lines: tuple[Line, ...] = ()) -> Move:
    """The next question; after the last one the review, or the list of what is still missing."""
    registration = sheet.active(c)
    if registration is None:
        return begin(c, e, b)
    if registration.status is Status.DRAFT and registration.verdict == Outcome.REDIRECT:
        return review.show(c, b, lines)
    edited = c.editing
    c = c._replace(editing=False) if edited else c
    road = way(c, b, sheet.REGISTRATION)
    slot = road.ahead(c.skipped)
    if slot is not None and not (edited and registration.status is not Status.DRAFT):
        return asking.put(c, b, road, slot, lines)
    if registration.status is Status.DRAFT and not c.section:
        return review.show(c, b, lines)
    return sections.show(c, b, lines)


def go_on(c: Conversation, e: Event, b: Book) -> Move:
    """Take up a draft where it was left, saying which one it is."""
    registration = sheet.active(c)
    if registration is None:
        return begin(c, e, b)
    c = sheet.tidied(c._replace(skipped=frozenset(), section="", editing=False))
    line = Line("signup-go-on", {"title": registration.title or Line("signup-untitled")})
    return onward(c, e, b, (line,))


def one_more(c: Conversation, e: Event, b: Book, number: str) -> Move:
    """Go on with a draft, or add a product to a registration; what is known is not asked again."""
    chosen = next((one for one in c.registrations if str(one.id) == number), None)
    if chosen is None or chosen.status not in OPEN:
        return whom(c)
    c = c._replace(active=chosen.id, stage=Stage.WHOM, asked=None)
    if chosen.status is Status.DRAFT:
        return go_on(c, e, b)
    if not chosen.loaded:
        return Move(
            c,
            (Line("whom-chosen", {"title": chosen.title}),),
            (
                Option(Line("option-right"), payloads.go("more", number)),
                Option(Line("menu-home"), payloads.go("home")),
            ),
        )
    return add_product(c, e, b)


def add_product(c: Conversation, e: Event, b: Book) -> Move:
    """Ask the product questions once more, for one more product of the same maker."""
    registration = sheet.active(c)
    if registration is None or registration.status not in OPEN:
        return home.menu(c, b)
    if registration.products >= MOST_PRODUCTS:
        return sections.show(c, b, (Line("signup-full"),))
    product = registration.products + 1
    learnt = {
        key: answer for key, answer in sheet.carried(c, b, product).items() if key[0] == product
    }
    grown = registration._replace(products=product, answers={**registration.answers, **learnt})
    c = sheet.without(sheet.with_registration(c, grown), sheet.ELIGIBILITY)
    c = c._replace(section="", editing=False)
    return onward(c, e, b, (Line("signup-more", {"n": str(product)}),))


def latest_draft(c: Conversation) -> Registration | None:
    """The draft that was begun last; None without any."""
    drafts = [one for one in c.registrations if one.status is Status.DRAFT]
    return max(drafts, key=lambda one: one.opened, default=None)
