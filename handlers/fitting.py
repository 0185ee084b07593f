"""
Whether a stored value can be the answer to a question as the book asks it now.

A question may come to be of another kind, or lose a choice, under the key that it had. What was
answered before is kept and shown as it is stored, but nothing is reckoned with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from content.form import Kind
from content.places import AnyOf, Exactly

if TYPE_CHECKING:
    from content.form import Question
    from content.model import Book

STORED: Mapping[Kind, re.Pattern[str]] = {
    Kind.NUMBER: re.compile(r"[0-9]+([.][0-9]+)?"),
    Kind.AMOUNT: re.compile(r"[0-9]+([.][0-9]+)?( .+)?"),
    Kind.MONEY: re.compile(r"[0-9]+"),
    Kind.PRICE: re.compile(r"[0-9]+( .+)?"),
    Kind.DATE: re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}"),
    Kind.PHONE: re.compile(r"[+][0-9]+"),
    Kind.EMAIL: re.compile(r"[^@\s]+@[^@\s]+"),
    Kind.TAX_CODE: re.compile(r"[0-9]{10}(-?[0-9]{2,3})?"),
}
"""How answers of a kind are stored, where that tells them from others."""


def fits(question: Question, value: str, book: Book) -> bool:
    """Whether the value is one that this question stores; no answer (an empty one) always is."""
    match question.kind:
        case Kind.CHOICE | Kind.CONSENT | Kind.CHOICES | Kind.TOPICS:
            return not value or all(one in question.choices for one in value.split(","))
        case Kind.PLACE:
            known = value in book.places.by_code or value in question.choices
            return not value or known or isinstance(book.places.find(value), Exactly | AnyOf)
        case kind:
            stored = STORED.get(kind)
            return not value or stored is None or stored.fullmatch(value) is not None
