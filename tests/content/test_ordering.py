"""Names stand in the order of Vietnamese, whichever database compares them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from content.ordering import LONGEST, order, order_of_person


@pytest.mark.parametrize(
    "names",
    [
        ["An", "Ăn", "Ân", "Ba", "Da", "Đa", "Em", "Êm", "Ga", "O", "Ô", "Ơ", "Tu", "Ư", "Y"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "man", "mán"],
        ["cơ sở 9", "cơ sở a", "cơ sở ă"],
        ["chè", "chè Cao Bồ", "chè Shan", "chém"],
        ["hòa", "hoá", "hoạ"],
    ],
)
def test_titles_stand_in_this_order(names: list[str]) -> None:
    assert sorted(set(names), key=order) == names


def test_people_stand_by_their_given_name() -> None:
    people = ["Vàng Thị An", "Lò Văn Ân", "Giàng Bình", "Nguyễn Văn Đạt", "Đặng Mỷ", "Vàng Thị Mỷ"]

    assert sorted(set(people), key=order_of_person) == people


def test_case_composition_and_marks_that_are_no_letters_do_not_count() -> None:
    assert order("ĐÌNH") == order("đi\u0300nh") == order("«đình»")
    assert order("hoà") == order("hòa")


@pytest.mark.parametrize("text", ["", " ", "…", "\u0301"])
def test_nothing_stands_before_everything(text: str) -> None:
    assert order(text) == order_of_person(text) == ""


@given(some.text(max_size=200))
def test_any_text_has_an_order(text: str) -> None:
    assert "\x00" not in order(text)
    assert len(order_of_person(text)) <= 4 * LONGEST
