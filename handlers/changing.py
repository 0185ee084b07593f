"""
What somebody wants otherwise, told in a sentence: another answer, one product more, or one less.

"Sửa email" and "em ơi tôi đổi số điện thoại" put that question again; "không làm túi lanh nữa" asks
whether that product goes. What names neither an answer nor a product is left to be heard otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.folding import fold
from handlers import asking, dropping, editing, mine, registration, sheet
from handlers.answers import Understood, read_choice
from handlers.questions import plain
from handlers.reading import changes
from handlers.state import Conversation, Registration, Status
from handlers.way import way

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event, Said
    from handlers.move import Move

COMMAND = "back"


def wished(c: Conversation, e: Said, b: Book) -> Move | None:
    """What a sentence asks for; None for anything else, or where nothing can be changed."""
    entry = sheet.active(c)
    if c.locked or entry is None or entry.status not in registration.OPEN or not entry.loaded:
        return None
    said = changes.wished_for([word.bare for word in plain.words(e.text, b.faq)])
    return _changed(c, e, b, said) or _less(c, e, b, entry, said) or _more(c, e, b, entry, said)


def _changed(c: Conversation, e: Event, b: Book, said: str) -> Move | None:
    back = [fold(word) for word, key in b.commands.folded.items() if key == COMMAND]
    plainly = changes.after(said, back)
    asked_for = plainly or changes.otherwise(said)
    if not asked_for:
        return None
    return editing.described(c, b, asked_for) or (editing.choose(c, e, b) if plainly else None)


def _less(c: Conversation, e: Event, b: Book, entry: Registration, said: str) -> Move | None:
    """Ask about the product that is named; of one alone, show what can be taken back."""
    named = changes.less(said)
    numbers = range(1, entry.products + 1)
    names = [name if isinstance(name := asking.product_name(c, n), str) else "" for n in numbers]
    match read_choice(named, names, [str(n) for n in numbers]) if named else None:
        case Understood(number):
            pass
        case _ if named.startswith(changes.PRODUCT):
            number = ""
        case _:
            return None
    if entry.products == 1:
        return mine.one(c, e, b, str(entry.id))
    return dropping.ask(c, e, b, number) if number else editing.choose(c, e, b)


def _more(c: Conversation, e: Event, b: Book, entry: Registration, said: str) -> Move | None:
    if changes.PRODUCT not in changes.more(said):
        return None
    begun = entry.status is Status.DRAFT and way(c, b, sheet.REGISTRATION).ahead() is not None
    return registration.go_on(c, e, b) if begun else registration.add_product(c, e, b)
