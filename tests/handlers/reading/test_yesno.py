"""Yes and no as people type them."""

from __future__ import annotations

import pytest

from handlers.reading.understanding import Reading
from handlers.reading.yesno import is_unsure, read_yes_no
from tests.handlers.reading.questions import likely, sure, wrong

YES, NO, NEITHER = sure("yes"), sure("no"), wrong("not-yes-or-no")


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("đúng", YES),
        ("dung", YES),
        ("đung", YES),
        ("Đúng rồi ạ!", YES),
        ("dạ đúng", YES),
        ("dạ vâng ạ", YES),
        ("vang", YES),
        ("ừ", YES),
        ("ừừ", YES),
        ("uk", YES),
        ("ok", YES),
        ("okkkk", YES),
        ("OK em", YES),
        ("có", YES),
        ("co a", YES),
        ("đồng ý", YES),
        ("dong y", YES),
        ("dc", YES),
        ("yes", YES),
        ("dạ", likely("yes")),
        ("rồi", likely("yes")),
        ("👍", likely("yes")),
        ("không", NO),
        ("khong phai", NO),
        ("k", NO),
        ("ko", NO),
        ("hok", NO),
        ("hok phải", NO),
        ("không đồng ý", NO),
        ("dạ không ạ", NO),
        ("chưa", NO),
        ("sai rồi", NO),
        ("no", NO),
        ("dừng", NEITHER),
        ("dùng", NEITHER),
        ("cố", NEITHER),
        ("không sao", NEITHER),
        ("không biết", NEITHER),
        ("đúng là như thế thật không", NEITHER),
        ("...", NEITHER),
        ("", NEITHER),
    ],
)
def test_yes_and_no(typed: str, understood: Reading) -> None:
    assert read_yes_no(typed) == understood


@pytest.mark.parametrize(
    ("typed", "unsure"),
    [("không biết", True), ("ko ro", True), ("chưa rõ ạ", True), ("chịu", True), ("không", False)],
)
def test_not_knowing_is_an_answer_of_its_own(typed: str, unsure: bool) -> None:
    assert is_unsure(typed) is unsure
