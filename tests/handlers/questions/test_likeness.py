"""A text is like an entry as far as it says the same, and like nothing when it does not."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from content.faq import Entry, Faq
from handlers.questions.likeness import Perhaps, Sure, heard, nearest

FAQ = Faq(
    entries={
        "fee": Entry("fee", ("có mất phí không", "đăng ký hết bao nhiêu tiền")),
        "where": Entry("where", ("nộp hồ sơ ở đâu", "nộp cho ai")),
        "photos": Entry("photos", ("chụp ảnh thế nào", "cần mấy tấm ảnh")),
        "dossier": Entry("dossier", ("hồ sơ gồm những gì", "cần giấy tờ gì")),
    },
    wishes={"staff": ("cho gặp cán bộ",)},
    short={"k": "khong", "hs": "ho so", "bn": "bao nhieu"},
    filler=frozenset({"em", "oi", "ạ", "ơi", "thế"}),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Có mất phí không ạ?", "fee"),
        ("em oi co mat phi k", "fee"),
        ("cos maats phis khoong", "fee"),
        ("co mat phsi khong", "fee"),
        ("nop hs o dau", "where"),
        ("lộp hồ sơ ở đâu", "where"),
        ("nộ hồ xơ ở đâu", "where"),
        ("trụp ảnh thế nào", "photos"),
        ("gap can bo", "staff"),
    ],
)
def test_however_it_is_typed_it_is_answered(typed: str, meant: str) -> None:
    assert heard(FAQ, typed) == Sure(meant)


def test_what_asks_nothing_must_be_liker_to_be_answered() -> None:
    """ "Chụp ảnh ở nhà" may be said of something else; offered, it costs one tap."""
    assert isinstance(heard(FAQ, "chụp mấy tấm ảnh?"), Sure)
    found = heard(FAQ, "chụp tấm ảnh")

    assert isinstance(found, Perhaps)
    assert found.likely


def test_what_is_not_clear_is_offered_likest_first() -> None:
    found = heard(FAQ, "hồ sơ")

    assert isinstance(found, Perhaps)
    assert found.keys == tuple(one.key for one in nearest(FAQ, "hồ sơ"))
    assert set(found.keys) == {"dossier", "where"}


@pytest.mark.parametrize("typed", ["", "?", "trời mưa to quá", "vàng thị mỷ", "0912 000 111"])
def test_what_is_like_nothing_is_not_taken_for_anything(typed: str) -> None:
    assert heard(FAQ, typed) is None


def test_a_word_with_other_marks_is_another_word() -> None:
    as_asked, other = (nearest(FAQ, text)[0] for text in ("mất phí", "mặt phi"))

    assert as_asked.likeness > other.likeness


def test_words_about_something_else_count_against_every_entry() -> None:
    assert heard(FAQ, "nộp ở đâu") == Sure("where")
    assert heard(FAQ, "nộp phạt xe máy ở đâu") != Sure("where")


def test_the_order_of_the_entries_makes_no_difference() -> None:
    for order in permutations(FAQ.entries):
        other = Faq({key: FAQ.entries[key] for key in order}, FAQ.wishes, FAQ.short, FAQ.filler)
        assert heard(other, "hs gồm những gì") == Sure("dossier")


@given(st.text(max_size=400))
@example("ʹ")
def test_any_text_is_heard(text: str) -> None:
    for one in nearest(FAQ, text):
        assert 0 <= one.likeness <= 1
        assert 0 <= one.has <= 1 + 1e-9
