"""Takes a product out of a registration: asked once; at once where nothing was said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import asking, payloads, registration, sheet
from handlers.editing import choose
from handlers.effects import DropMedia
from handlers.move import Line, Move, Option
from handlers.state import Conversation, Stage

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event
    from handlers.state import Registration


def ask(c: Conversation, e: Event, b: Book, number: str) -> Move:
    """Ask once before a product goes with all that was said about it."""
    product = _product(c, number)
    if not product:
        return choose(c, e, b, (Line("old-button"),))
    return Move(
        c._replace(stage=Stage.EDITING, asked=None, section="", editing=False),
        (Line("product-drop-ask", {"product": asking.product_name(c, product)}),),
        (
            Option(Line("product-drop-yes"), payloads.go("dropped", number)),
            Option(Line("product-drop-no"), payloads.go("review")),
            Option(Line("sections-option-home"), payloads.go("home")),
        ),
    )


def dropped(c: Conversation, e: Event, b: Book, number: str) -> Move:
    """Take a product out, with its photos; only where the last message asked for it."""
    product = _product(c, number)
    shown = payloads.go("dropped", number) in {one.payload for one in c.offered}
    entry = sheet.active(c)
    if not product or not shown or entry is None:
        return choose(c, e, b, (Line("old-button"),))
    line = Line("product-dropped", {"product": asking.product_name(c, product)})
    media = files(entry, b, product)
    c = sheet.without_product(c._replace(section="", editing=False), product)
    move = registration.onward(c, e, b, (line,))
    return move._replace(effects=(*media, *move.effects))


def files(entry: Registration, b: Book, product: int | None = None) -> tuple[DropMedia, ...]:
    """The photos and papers of one product, or all of them, to be removed."""
    questions = b.forms[sheet.REGISTRATION].by_key
    return tuple(
        DropMedia(one)
        for (at, key), answer in entry.answers.items()
        if product in {None, at} and key in questions and questions[key].kind in asking.FILES
        for one in answer.value.split(",")
        if one
    )


def added(c: Conversation) -> int:
    """The added product that is being asked about at the sign-up; 0 for none."""
    asked, entry = c.asked, sheet.active(c)
    if asked is None or entry is None or asked.form != sheet.REGISTRATION or c.section:
        return 0
    return 0 if c.editing or asked.product < 2 else asked.product


def given_up(c: Conversation, e: Event, b: Book) -> Move | None:
    """Go back to the review or the dossier from an added product of which nothing was said."""
    product, entry = added(c), sheet.active(c)
    if not product or entry is None or any(at == product for at, _ in entry.answers):
        return None
    c = sheet.tidied(c._replace(asked=None, paused=None))
    return registration.onward(c, e, b, (Line("product-given-up", {"n": str(product)}),))


def _product(c: Conversation, number: str) -> int:
    """The product a button means; 0 when there is no such product, or it cannot go."""
    entry = sheet.active(c)
    if entry is None or not entry.loaded or entry.status not in registration.OPEN:
        return 0
    known = {str(n): n for n in range(1, entry.products + 1)} if entry.products > 1 else {}
    return known.get(number, 0)
