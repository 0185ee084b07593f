"""A stored value either can be the answer to a question as it is asked now, or is only kept."""

from __future__ import annotations

import pytest

from content.form import Kind
from handlers.fitting import fits
from tests.book import the_book

FORM = the_book().forms["registration"]


def asked_of(kind: Kind) -> list[str]:
    return [one.key for one in FORM.questions if one.kind is kind]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.NUMBER, "18"),
        (Kind.AMOUNT, "2000 chiếc"),
        (Kind.MONEY, "8000000"),
        (Kind.PRICE, "350000 chiếc"),
        (Kind.DATE, "2021-03-15"),
        (Kind.DATE, "2021-03"),
        (Kind.PHONE, "+84912000111"),
        (Kind.EMAIL, "my@example.vn"),
        (Kind.TAX_CODE, "5100999994"),
        (Kind.PLACE, "Yên Định"),
        (Kind.CHOICE, ""),
        (Kind.TEXT, "khăn lanh"),
    ],
)
def test_what_a_question_stores_fits_it(kind: Kind, value: str) -> None:
    assert asked_of(kind)
    assert all(fits(FORM.by_key[key], value, the_book()) for key in asked_of(kind))


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.TEXT, Kind.NAME, Kind.PHOTO, Kind.PAPER}))
def test_words_of_another_kind_do_not(kind: Kind) -> None:
    said = "làm bằng tay, khăn đẹp"
    assert not any(fits(FORM.by_key[key], said, the_book()) for key in asked_of(kind))
