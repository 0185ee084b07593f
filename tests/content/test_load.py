"""Loading: a frozen book from a good pack, all reasons from a bad one."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from content.comparing import Comparing, Comparison
from content.form import About, Condition, Kind
from content.load import ContentError, load
from content.model import Book, Outcome, Page
from tests.content.packs import GOOD, SHIPPED, Pack


def test_a_book_says_what_its_pack_says(small: Book) -> None:
    assert small.languages == ("vi", "en")
    assert small.topics == ("fairs", "training")
    assert list(small.forms) == [
        "callback",
        "claim",
        "eligibility",
        "helping",
        "registration",
        "seat",
    ]
    assert small.pages["about"] == Page("about", ("contacts",), "six")
    assert [(rule.key, rule.outcome, rule.level) for rule in small.rules] == [
        ("here", Outcome.OK, "commune"),
        ("no-papers", Outcome.STAFF, None),
        ("many", Outcome.STAFF, None),
        ("late", Outcome.WARN, None),
    ]
    assert small.commands.certain("Bắt đầu") == "home"
    assert list(small.places.by_code) == ["00901", "00700"]


def test_a_rule_may_compare_what_was_typed(small: Book) -> None:
    assert [rule.compares for rule in small.rules[2:]] == [
        (Comparison("workers", Comparing.MORE_THAN, 200),),
        (Comparison("expiry", Comparing.BEFORE_TODAY),),
    ]
    assert set(small.ruled) == {"commune", "group", "papers", "workers", "expiry"}


def test_a_number_may_be_a_part_of_another(small: Book) -> None:
    assert small.forms["registration"].by_key["women"].at_most == "workers"


def test_a_question_taken_over_keeps_its_words_and_choices(small: Book) -> None:
    question = small.forms["registration"].by_key["papers"]

    assert question.words == "eligibility-papers"
    assert question.kind is Kind.CHOICE
    assert question.about is About.PRODUCT
    assert question.choices == ("yes", "no")
    assert question.when == (Condition("group", frozenset({"food"})),)


def test_a_question_taken_over_may_say_some_things_itself(pack: Pack) -> None:
    pack.change("forms/registration.toml", 'key = "papers"', 'key = "papers"\nwhen = {}')

    assert load(pack.folder).forms["registration"].by_key["papers"].when == ()


def test_a_topics_question_offers_the_topics(small: Book) -> None:
    assert small.forms["registration"].by_key["topics"].choices == ("fairs", "training")


def test_the_demo_is_laid_over() -> None:
    book, demo = load(GOOD), load(GOOD, demo=True)

    assert (book.office.phone, demo.office.phone) == ("", "0207 3888 000")
    assert book.rounds == ()
    assert [each.is_open(date(2026, 11, 1)) for each in demo.rounds] == [True]
    assert book.version != demo.version


def test_nothing_in_a_book_can_be_changed(small: Book) -> None:
    with pytest.raises(FrozenInstanceError):
        small.version = "2"  # type: ignore[misc]
    with pytest.raises(TypeError):
        small.forms["more"] = small.forms["callback"]  # type: ignore[index]
    with pytest.raises(TypeError):
        small.places.by_code["1"] = small.places.by_code["00901"]  # type: ignore[index]


def test_the_version_changes_with_the_content_only(pack: Pack) -> None:
    before = load(pack.folder).version
    (pack.folder / "notes.txt").write_text("nothing of ours")
    assert load(pack.folder).version == before == load(GOOD).version

    pack.change("text/vi/home.ftl", "Chào lại.", "Chào mừng.")
    assert load(pack.folder).version != before


def test_a_pack_with_mistakes_gives_no_book(pack: Pack) -> None:
    pack.change("forms/registration.toml", "minimum = 2", "minimum = 200")
    pack.change("rules.toml", '"00700"', '"00701"')

    with pytest.raises(ContentError) as caught:
        load(pack.folder)

    assert str(caught.value).splitlines() == [str(problem) for problem in caught.value.problems]
    assert [(problem.file, problem.key) for problem in caught.value.problems] == [
        ("forms/registration.toml", "name"),
        ("rules.toml", "here"),
    ]


def test_text_saved_by_a_windows_editor_is_read(pack: Pack) -> None:
    path = pack.folder / "text" / "vi" / "levels.ftl"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert load(pack.folder).wording.say("vi", "level-commune") == "cấp xã"


def test_text_in_pieces_is_composed(pack: Pack) -> None:
    pack.change("text/vi/levels.ftl", "cấp xã", "cấp xa\u0303")

    assert load(pack.folder).wording.say("vi", "level-commune") == "cấp xã"


@pytest.mark.parametrize("demo", [False, True])
def test_the_shipped_pack_loads(demo: bool) -> None:
    book = load(SHIPPED, demo=demo)

    assert bool(book.office.missing()) is not demo
    assert [
        question.key for question in book.forms["registration"].questions if question.signup
    ] == [
        "consent-data",
        "contact-name",
        "contact-phone",
        "est-name",
        "est-type",
        "est-commune-code",
        "prod-name",
        "prod-group",
        "topics",
    ]
