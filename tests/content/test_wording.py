"""Sentences: said with what they are given, in the language asked for or the first one."""

from __future__ import annotations

from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from hypothesis import given
from hypothesis import strategies as st

from content.parsing import parse
from content.sentences import Language
from content.wording import Unsayable, Wording
from tests.content.packs import SHIPPED

VI = """
-office = Sở Công Thương
hello = Chào { $name }, đây là { -office } { "{" }{ $kept-for }{ "}" }.
    .button = Bấm
twice = { hello } { hello.button }
    { $name }
only =
    .label = Nhãn
products = { $n ->
    [0] chưa có
   *[other] { $n } sản phẩm
}
shouted = { NUMBER(5) }!
about = { -office(case: "of") } có { $n } người
"""
EN = """
products = { $n ->
    [one] one product
   *[other] { $n } products
}
hello = Hello { $name } ({ $kept-for })
"""


@pytest.fixture
def wording() -> Wording:
    return Wording(
        {
            "vi": Language({"home.ftl": parse(VI)}),
            "en": Language({"home.ftl": parse(EN), "more.ftl": parse("more = More")}),
        }
    )


FILES = sorted(SHIPPED.rglob("*.ftl"))
NAMES = {"name": "An", "kept-for": "{x} %s"}


@pytest.mark.parametrize(
    ("language", "key", "args", "said"),
    [
        ("vi", "hello", NAMES, "Chào An, đây là Sở Công Thương {{x} %s}."),
        ("vi", "hello.button", {}, "Bấm"),
        ("vi", "only.label", {}, "Nhãn"),
        ("vi", "twice", NAMES, "Chào An, đây là Sở Công Thương {{x} %s}. Bấm\nAn"),
        ("vi", "products", {"n": "0"}, "chưa có"),
        ("vi", "products", {"n": "1"}, "1 sản phẩm"),
        ("vi", "shouted", {}, "5!"),
        ("vi", "about", {"n": "3"}, "Sở Công Thương có 3 người"),
        ("en", "hello", NAMES, "Hello An ({x} %s)"),
        ("en", "hello.button", {}, "Bấm"),
        ("fr", "hello.button", {}, "Bấm"),
        ("en", "products", {"n": "1"}, "one product"),
        ("en", "products", {"n": "1200"}, "1200 products"),
        ("en", "products", {"n": "1.200"}, "1.200 products"),
        ("en", "products", {"n": "007"}, "007 products"),
    ],
)
def test_said(wording: Wording, language: str, key: str, args: dict[str, str], said: str) -> None:
    assert wording.say(language, key, args) == said


@pytest.mark.parametrize("key", ["hello", "twice", "products"])
def test_a_value_left_out_is_told_and_never_printed(wording: Wording, key: str) -> None:
    with pytest.raises(Unsayable, match=f"^{key}: .*(name|n)$"):
        wording.say("vi", key, {"kept-for": "a year"})


def test_a_sentence_of_no_language_is_an_error(wording: Wording) -> None:
    assert not wording.has("en", "goodbye")
    with pytest.raises(KeyError):
        wording.say("en", "goodbye")


def test_what_can_be_said_falls_back_and_what_is_written_does_not(wording: Wording) -> None:
    assert wording.has("en", "only.label")
    assert wording.has("fr", "only.label")
    assert "only.label" not in wording.keys("en")
    assert wording.keys("en") == ("products", "hello", "more")
    assert wording.keys()[:2] == ("hello", "hello.button")


def test_keys_by_file(wording: Wording) -> None:
    assert wording.by_file("en") == {"home.ftl": ("products", "hello"), "more.ftl": ("more",)}


def test_variables_are_found_wherever_they_are(wording: Wording) -> None:
    assert wording.variables("vi", "twice") == {"name", "kept-for"}
    assert wording.variables("vi", "products") == {"n"}
    assert wording.variables("vi", "shouted") == set()


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("only.label", "Nhãn"),
        ("twice", "{ hello } { hello.button }\n{ $name }"),
        ("products", "{ $n ->\n    [0] chưa có\n   *[other] { $n } sản phẩm\n}"),
    ],
)
def test_written_as_in_the_file(wording: Wording, key: str, written: str) -> None:
    assert wording.written("vi", key) == written


def test_a_rich_sentence_has_no_template() -> None:
    with pytest.raises(TypeError, match="SelectExpression makes a sentence rich"):
        Language({"home.ftl": parse(VI)}).template("products")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_shipped_files_read_as_fluent_itself_reads_them(path: Path) -> None:
    source = path.read_text("utf-8")

    assert parse(source).equals(FluentParser(with_spans=False).parse(source), ignored_fields=[])


PIECES = ("a = b", "-t = u", "# c", "\n", "\r\n", "\n    .b = c", "\n    more", "{ $a }", "{ -t }")


@given(st.text(alphabet='ab .=-{}$"\n\r\t#*[]>') | st.lists(st.sampled_from(PIECES)).map("".join))
def test_anything_reads_as_fluent_itself_reads_it(source: str) -> None:
    assert parse(source).equals(FluentParser(with_spans=False).parse(source), ignored_fields=[])
