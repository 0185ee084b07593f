"""
What a typed answer says, and how a stored one is shown: one case for each kind of question.

Nothing is guessed in silence: a reading that goes beyond what was typed is not literal, and the
talk says it back before it is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

from content.form import Kind, Question
from content.model import Book
from content.wording import Wording
from handlers.reading.amounts import read_amount, show_amount
from handlers.reading.choices import is_position, read_choice, read_choices
from handlers.reading.dates import read_date, show_date
from handlers.reading.money import read_money, read_price, show_money, show_price
from handlers.reading.names import is_name, read_email, read_name, read_text
from handlers.reading.number_words import spell_out
from handlers.reading.numbers import is_year, read_number, show_number
from handlers.reading.phone import read_phone, show_phone
from handlers.reading.places import read_place
from handlers.reading.tax_code import check_digit_fits, read_tax_code, show_tax_code
from handlers.reading.telex import undone
from handlers.reading.understanding import Reading, Several, Understood, Wrong, one_of
from handlers.reading.wishes import ASK, wish
from handlers.reading.yesno import is_unsure, read_yes_no

__all__ = [
    "ASK",
    "Reading",
    "Several",
    "Understood",
    "Wrong",
    "check_digit_fits",
    "is_position",
    "is_unsure",
    "read",
    "read_choice",
    "read_choices",
    "read_yes_no",
    "show",
    "show_number",
    "show_place",
    "spell_out",
    "wish",
]


def read(question: Question, text: str, book: Book, today: date) -> Reading:
    """
    What the text says in answer to the question; labels count in every language of the book.

    Where a keyboard seems to have left marks unmade ("hopj tacs xax"), a text that is no answer is
    read with them made, and not literally; of a name both are asked about.
    """
    reading = _read(question, text, book, today)
    if isinstance(reading, Wrong):
        typed = undone(text)
        again = _read(question, typed, book, today) if typed else reading
        return Understood(again.value, literal=False) if isinstance(again, Understood) else again
    if is_name(question):
        typed = undone(text, surely=True)
        again = _read(question, typed, book, today) if typed else reading
        if isinstance(reading, Understood) and isinstance(again, Understood):
            return one_of((again.value, reading.value), literal=reading.literal, otherwise="")
    return reading


def _read(question: Question, text: str, book: Book, today: date) -> Reading:
    match question.kind:
        case Kind.CHOICE | Kind.CONSENT | Kind.CHOICES | Kind.TOPICS | Kind.PLACE:
            return _read_chosen(question, text, book)
        case Kind.NUMBER:
            return read_number(question, text, today)
        case Kind.AMOUNT:
            return read_amount(question, text)
        case Kind.MONEY:
            return read_money(question, text)
        case Kind.PRICE:
            return read_price(question, text)
        case Kind.DATE:
            return read_date(question, text, today)
        case _:
            return _read_words(question, text)


def _read_words(question: Question, text: str) -> Reading:
    match question.kind:
        case Kind.NAME:
            return read_name(question, text)
        case Kind.TEXT:
            return read_text(question, text)
        case Kind.PHONE:
            return read_phone(text)
        case Kind.EMAIL:
            return read_email(text)
        case Kind.TAX_CODE:
            return read_tax_code(text)
        case _:
            return Wrong("photo-wanted")


def _read_chosen(question: Question, text: str, book: Book) -> Reading:
    """The reading by the labels of the language that makes the most of the text."""
    best: Reading = Wrong("not-a-choice")
    for language in book.languages:
        labels = _heard_as(book.wording, language, question.words, question.choices)
        reading = _by_labels(question, text, book, labels)
        if isinstance(reading, Understood) and reading.literal:
            return reading
        if isinstance(best, Wrong):
            best = reading
    return best


@lru_cache(maxsize=256)
def _heard_as(
    wording: Wording, language: str, words: str, choices: tuple[str, ...]
) -> tuple[str, ...]:
    """The words of each choice, and other words that people say for it."""
    found = []
    for value in choices:
        label, also = wording.say(language, f"{words}.choice-{value}"), f"{words}.also-{value}"
        more = f" / {wording.say(language, also)}" if wording.has(language, also) else ""
        found.append(label + more)
    return tuple(found)


def _by_labels(question: Question, text: str, book: Book, labels: tuple[str, ...]) -> Reading:
    match question.kind:
        case Kind.PLACE:
            return read_place(text, book.places, book.provinces, labels, question.choices)
        case Kind.CHOICES | Kind.TOPICS:
            return read_choices(text, labels, question.choices)
        case _:
            return read_choice(text, labels, question.choices)


SHOWN: Mapping[Kind, Callable[[str], str]] = {
    Kind.NUMBER: show_number,
    Kind.MONEY: show_money,
    Kind.AMOUNT: show_amount,
    Kind.PRICE: show_price,
    Kind.DATE: show_date,
    Kind.PHONE: show_phone,
    Kind.TAX_CODE: show_tax_code,
}
"""How a stored value is written for people, where that needs nothing but the value."""


def show(question: Question, value: str, book: Book, language: str) -> str:
    """A stored value as a person reads it."""
    match question.kind:
        case Kind.CHOICE | Kind.CONSENT | Kind.CHOICES | Kind.TOPICS:
            return ", ".join(_label(question, one, book, language) for one in _each(value))
        case Kind.PLACE:
            return show_place(question, value, book, language)
        case Kind.PHOTO | Kind.PAPER:
            return "✔" if value else ""
        case Kind.NUMBER if is_year(question):
            return value
        case kind:
            return SHOWN.get(kind, str)(value)


def show_place(question: Question, value: str, book: Book, language: str) -> str:
    """
    The commune or ward with its kind ("xã Lùng Tám"), or the choice taken instead of one.

    An old name is what is known of a place while nobody says which of the new ones it is.
    """
    place = book.places.by_code.get(value)
    if place is None and value and value not in question.choices:
        return book.wording.say(language, "place-old", {"name": value})
    if place is None:
        return _label(question, value, book, language) if value else ""
    return book.wording.say(language, f"place-{place.kind.value}", {"name": place.name})


def _each(value: str) -> list[str]:
    return value.split(",") if value else []


def _label(question: Question, value: str, book: Book, language: str) -> str:
    """The words of a choice; a choice that the book no longer has is shown as it was stored."""
    if value not in question.choices:
        return value
    return book.wording.say(language, f"{question.words}.choice-{value}")
