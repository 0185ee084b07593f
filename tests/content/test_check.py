"""Every kind of mistake in a pack is told, with its file and key."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from content.check import check, hints
from content.checks.expected import OFFICE
from content.model import Book
from handlers import asking, payloads
from tests.content.packs import GOOD, SHIPPED, Pack

HOME = "text/vi/home.ftl"
CALLBACK = "forms/callback.toml"
FILES = sorted(path.name for path in GOOD.glob("*.toml")) + [
    f"forms/{path.name}" for path in sorted(GOOD.glob("forms/*.toml"))
]

MISTAKES = {
    mistake["name"]: mistake
    for mistake in tomllib.loads((GOOD.parent / "mistakes.toml").read_text("utf-8"))["mistake"]
}


def told(folder: Path) -> list[str]:
    """What the checker says, as the team reads it."""
    return [str(problem) for problem in check(folder)]


def spoil(pack: Pack, mistake: dict[str, Any]) -> None:
    """Make this mistake in the pack."""
    pack.change(mistake["file"], mistake.get("old", ""), mistake["new"])


@pytest.mark.parametrize("folder", [GOOD, SHIPPED], ids=["small", "shipped"])
def test_a_good_pack_has_no_mistake(folder: Path) -> None:
    assert told(folder) == []


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told(pack: Pack, mistake: dict[str, Any]) -> None:
    spoil(pack, mistake)

    found = told(pack.folder)
    if mistake.get("among_others"):
        assert set(mistake["told"]) <= set(found)
    else:
        assert found == sorted(mistake["told"])


def test_a_note_may_be_added_to_a_question(pack: Pack) -> None:
    for language in ("vi", "en"):
        pack.change(f"text/{language}/registration.ftl", "    .label", "    .note = ?\n    .label")

    assert told(pack.folder) == []


def test_all_mistakes_are_told_at_once(pack: Pack) -> None:
    chosen = ["a bad pattern", "a page that leads nowhere", "a sentence nobody uses"]
    for name in chosen:
        spoil(pack, MISTAKES[name])

    assert told(pack.folder) == [line for name in chosen for line in MISTAKES[name]["told"]]


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_told(pack: Pack, file: str) -> None:
    (pack.folder / file).unlink()

    assert f"{file}: is missing" in told(pack.folder)


def test_a_form_without_questions_is_told(pack: Pack) -> None:
    (pack.folder / CALLBACK).write_text('sections = ["contact"]', "utf-8")

    assert f"{CALLBACK}: asks nothing" in told(pack.folder)


def test_an_explanation_without_pages_is_told(pack: Pack) -> None:
    (pack.folder / "programme.toml").write_text("", "utf-8")

    assert "programme.toml: has no pages" in told(pack.folder)


@pytest.mark.parametrize("file", [HOME, "rules.toml", "papers/sheet.docx"])
def test_what_cannot_be_read_as_a_file_is_told(pack: Pack, file: str) -> None:
    (pack.folder / file).unlink()
    (pack.folder / file).mkdir()

    assert f"{file}: cannot be read: Is a directory" in told(pack.folder)


@pytest.mark.parametrize("file", [HOME, "rules.toml"])
def test_a_file_that_is_not_utf_8_is_told(pack: Pack, file: str) -> None:
    (pack.folder / file).write_bytes("Sở".encode("utf-16"))

    assert f"{file}: is not saved as UTF-8" in told(pack.folder)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("N" * 1901, "is 1901 characters long; Zalo takes 1900 and a little"),
        ("😀" * 2100, "is 4200 UTF-16 units long; Telegram takes 4096"),
    ],
)
def test_a_text_over_a_channels_limit_is_told(pack: Pack, text: str, problem: str) -> None:
    pack.change(HOME, "Chào lại.", text)

    assert told(pack.folder) == [f"{HOME}: home-greeting.again: {problem}"]


def test_a_question_is_as_long_as_it_is_with_its_choices(pack: Pack) -> None:
    pack.change("text/vi/eligibility.ftl", "Nhóm nào ạ?", "N" * 1890)

    problem = "is 1913 characters long; Zalo takes 1900 and a little"
    assert told(pack.folder) == [f"text/vi/eligibility.ftl: eligibility-group: {problem}"]


def test_an_answer_leaves_room_for_the_longest_question(pack: Pack) -> None:
    pack.change("text/vi/faq.ftl", "Không mất phí.", "K" * 1880)

    problem = "is 1959 characters long; Zalo takes 1900 and a little"
    assert told(pack.folder) == [
        f"text/vi/faq.ftl: faq-fee: with the longest question after it {problem}"
    ]


def test_a_text_is_as_long_as_it_is_with_the_offices_values(pack: Pack) -> None:
    pack.change("demo/office.toml", "0207 3888 000", "0" * 1880)

    assert told(pack.folder) == [
        f"text/{language}/{area}: is {length} characters long; Zalo takes 1900 and a little"
        for language, area, length in [
            ("en", "eligibility.ftl: eligibility-papers.explain", 1925),
            ("en", "programme.ftl: programme-contacts", 1916),
            ("vi", "eligibility.ftl: eligibility-papers.explain", 1920),
            ("vi", "programme.ftl: programme-contacts", 1920),
        ]
    ]


def test_the_checker_knows_what_the_program_gives_to_sentences(small: Book) -> None:
    given = asking.given(small)

    assert set(given) == set(OFFICE)
    assert all(getattr(small.office, OFFICE[name]) == value for name, value in given.items())


def test_the_checker_measures_the_payloads_that_buttons_carry(pack: Pack) -> None:
    value, page = "v" * 40, "p" * 60
    pack.change("forms/eligibility.toml", '"elsewhere"', f'"{value}"')
    pack.change("programme.toml", 'key = "contacts"', f'key = "{page}"')

    found = "\n".join(told(pack.folder))
    assert repr(payloads.tap("eligibility", 9999, "commune", value)) in found
    assert repr(payloads.go("page", page)) in found


@pytest.mark.parametrize(
    ("words", "mistakes", "pointed_out"),
    [
        (28, [], []),
        (29, [], ["has a sentence of 29 words; up to 28 are easy to read"]),
        (40, [], ["has a sentence of 40 words; up to 28 are easy to read"]),
        (
            41,
            ["has a sentence of 41 words; at most 40"],
            ["has a sentence of 41 words; up to 28 are easy to read"],
        ),
    ],
)
def test_a_sentence_that_nobody_reads_to_its_end_is_told(
    pack: Pack, words: int, mistakes: list[str], pointed_out: list[str]
) -> None:
    pack.change(HOME, "Chào lại.", f"Chào lại. {'dạ ' * words}")
    at = f"{HOME}: home-greeting.again: "

    assert told(pack.folder) == [at + one for one in mistakes]
    assert [str(one) for one in hints(pack.folder)] == [at + one for one in pointed_out]


def test_many_short_sentences_are_a_long_text(pack: Pack) -> None:
    pack.change(HOME, "Chào lại.", "Dạ vâng ạ. " * 40)

    [hint] = hints(pack.folder)
    assert str(hint).endswith("is 439 characters long; up to 400 are easy to read")
    assert told(pack.folder) == []
