"""What people type, and what it is read as: every line of `typed_forms.txt`, on the real book."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from content.form import Kind
from content.model import Book
from handlers import payloads, typed
from handlers.answers import Reading, Several, Understood, Wrong, read, read_yes_no
from handlers.events import Moment, Said
from handlers.state import Conversation
from tests.handlers.reading.questions import TODAY

FILE = Path(__file__).with_name("typed_forms.txt")
NOON = Moment(datetime(2026, 11, 23, 5, tzinfo=UTC), datetime(2026, 11, 23, 5, tzinfo=UTC), 0)
YES_OR_NO, COMMAND = "yes or no", "a command"
PHOTOGRAPHED = {Kind.PHOTO, Kind.PAPER}


class Form(NamedTuple):
    """One line: under which heading, what was typed, and how it is read."""

    under: str
    typed: str
    read_as: str


def forms() -> Iterator[Form]:
    """Every line of the file."""
    under = ""
    for line in FILE.read_text("utf-8").splitlines():
        if line.startswith("["):
            under = line[1:-1]
        elif line and not line.startswith("#"):
            said, _, read_as = line.partition(" → ")
            yield Form(under, said, read_as)


FORMS = list(forms())


def reading(form: Form, said: str, book: Book) -> str:
    """What is read, as a line of the file has it."""
    if form.under == COMMAND:
        line = typed.meaning(Conversation(language="vi"), Said(NOON, said), book)
        button = payloads.read(line) if isinstance(line, str) else None
        return button.word if isinstance(button, payloads.Go) else "nothing"
    if form.under == YES_OR_NO:
        return written(read_yes_no(said))
    key, _, question = form.under.partition("/")
    return written(read(book.forms[key].by_key[question], said, book, TODAY))


def written(found: Reading) -> str:
    """A reading as the file has it."""
    match found:
        case Understood(value, literal):
            return (value or "(none)") if literal else f"~ {value}"
        case Several(values):
            return f"? {' | '.join(values)}"
        case Wrong(reason):
            return f"! {reason}"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.under}-{form.typed}")
def test_it_is_read_as_written(form: Form, book: Book) -> None:
    assert reading(form, form.typed, book) == form.read_as


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.under}-{form.typed}")
def test_it_is_read_the_same_in_pieces_and_among_spaces(form: Form, book: Book) -> None:
    apart = unicodedata.normalize("NFD", f" {form.typed}  ")

    assert reading(form, apart, book) == form.read_as


def test_the_file_has_every_kind_of_question_and_each_form_once(book: Book) -> None:
    asked = {form.under for form in FORMS} - {YES_OR_NO, COMMAND}
    kinds = {book.forms[key].by_key[name].kind for key, name in (one.split("/") for one in asked)}

    assert len({(form.under, form.typed) for form in FORMS}) == len(FORMS) >= 600
    assert kinds == set(Kind) - PHOTOGRAPHED
