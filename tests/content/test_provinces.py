"""The other provinces by what people call them: 33 of today, made from 61."""

from __future__ import annotations

import pytest

from content.folding import fold
from content.model import Book
from content.provinces import Abroad, Province, Provinces, Rank


def test_with_this_province_they_are_34_from_63(shipped: Book) -> None:
    every = shipped.provinces.every
    old = [name for each in every for name in each.made_from]

    assert len(every) + 1 == 34
    assert len(set(old)) + len(("Hà Giang", "Tuyên Quang")) == 63
    assert [each.rank for each in every].count(Rank.CITY) == 6


def test_every_name_old_or_new_is_found_however_it_is_typed(shipped: Book) -> None:
    for each in shipped.provinces.every:
        for name in (each.name, *each.made_from, *each.also):
            for typed in (name, fold(name), f"TỈNH {name.upper()}", f"em ở {fold(name)} cơ"):
                found = shipped.provinces.find(typed)
                assert found is not None, typed
                assert found.province is each, typed


def test_this_province_is_none_of_them(shipped: Book) -> None:
    for name in ("Tuyên Quang", "Hà Giang", "tinh ha giang"):
        assert shipped.provinces.find(name) is None


@pytest.mark.parametrize(
    ("typed", "called"), [("Lào Cai", False), ("tinh lao cai", True), ("TP. Lào Cai", True)]
)
def test_it_is_told_whether_it_was_called_a_province(typed: str, *, called: bool) -> None:
    one = Province("Lào Cai", Rank.PROVINCE, ("Yên Bái", "Lào Cai"))

    assert Provinces((one,)).find(typed) == Abroad(one, "lao cai", called)


def test_no_provinces_at_all() -> None:
    assert Provinces().find("Hà Nội") is None
