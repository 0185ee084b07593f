"""What is sealed opens with its own key, as what it is, and as nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.sealing import Seal, WrongKey

OLD, NEW, OTHER = ("o" * 32, "n" * 32, "x" * 32)


@given(st.text(max_size=600))
def test_what_is_closed_opens_again(text: str) -> None:
    seal = Seal([OLD])
    sealed = seal.close(text, "a token")

    assert seal.open(sealed, "a token") == text
    assert len(text) < 4 or text not in sealed


def test_the_same_text_never_looks_the_same() -> None:
    assert Seal([OLD]).close("text", "") != Seal([OLD]).close("text", "")


def test_a_new_key_takes_over_while_the_old_one_still_opens() -> None:
    before = Seal([OLD]).close("text", "")
    both = Seal([OLD, NEW])

    assert both.open(before, "") == "text"
    assert Seal([NEW]).open(both.close("text", ""), "") == "text"
    with pytest.raises(WrongKey):
        Seal([OLD]).open(both.close("text", ""), "")


@pytest.mark.parametrize(
    ("seal", "about"), [(Seal([OTHER]), "one thing"), (Seal([OLD]), "another thing")]
)
def test_another_key_or_another_place_opens_nothing(seal: Seal, about: str) -> None:
    with pytest.raises(WrongKey):
        seal.open(Seal([OLD]).close("text", "one thing"), about)


@pytest.mark.parametrize("sealed", ["A", "not sealed at all", "AAAA", "é", "AAAAAAAAAAAAAAAAAAAA"])
def test_what_was_never_sealed_opens_nothing(sealed: str) -> None:
    with pytest.raises(WrongKey):
        Seal([OLD]).open(sealed, "")


def test_one_changed_letter_is_noticed() -> None:
    sealed = Seal([OLD]).close("text", "")
    changed = sealed[:20] + ("A" if sealed[20] != "A" else "B") + sealed[21:]

    with pytest.raises(WrongKey):
        Seal([OLD]).open(changed, "")


def test_without_a_key_nothing_is_sealed() -> None:
    with pytest.raises(ValueError, match="without a key"):
        Seal([])
