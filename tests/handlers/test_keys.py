"""Every sentence that the conversation names exists, and none of its own files holds another."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from content.commands import LEADS
from content.model import Book, Outcome
from handlers.asking import WAYS
from handlers.events import OtherKind
from handlers.home import MENU
from handlers.roads import ROADS
from handlers.state import Status

HANDLERS = Path(__file__).parents[2] / "handlers"
OWN = ("home.ftl", "form.ftl", "verdict.ftl", "signup.ftl", "staff.ftl", "settings.ftl")
SAID_AT_THE_EDGE = {"oops", "too-fast", "share-phone"}


def literal() -> Iterator[str]:
    """The keys that stand as they are in `Line(...)`."""
    for path in HANDLERS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="Line"), args=[first, *_]):
                    for part in ast.walk(first):
                        if isinstance(part, ast.Constant) and isinstance(part.value, str):
                            yield part.value


def written() -> Iterator[str]:
    """Every text in the code of the conversation, docstrings and all."""
    for path in HANDLERS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def family(book: Book) -> Iterator[str]:
    """The keys that are put together from a word."""
    yield from (f"menu-{word}" for word in (*MENU, "resume", "home", "topics"))
    yield from (f"command-{word}" for word in {*book.commands.folded.values()})
    yield from (f"verdict-{outcome}" for outcome in Outcome)
    yield from (f"other-{kind}" for kind in OtherKind)
    yield from (f"language-{code}" for code in book.languages)
    yield from (f"status-{status.replace('_', '-')}" for status in Status)
    yield from (f"section-{name}" for name in book.forms["registration"].sections)
    yield from (f"way-{way}" for way in WAYS)
    yield from (f"review-verdict-{outcome}" for outcome in Outcome if outcome != "ok")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_sentence_named_exists(book: Book, language: str) -> None:
    known = set(book.wording.keys(language))
    whole = {key for key in literal() if re.fullmatch(r"[a-z]+(-[a-z]+)*", key)}

    assert whole - known == set()
    assert set(family(book)) - known == set()


def test_no_sentence_of_the_talk_is_left_over(book: Book) -> None:
    named = {*written(), *family(book), *SAID_AT_THE_EDGE}
    starts = tuple(key for key in named if len(key) > 2 and key.endswith("-"))
    files = book.wording.by_file("vi")
    for file in OWN:
        for key in files[file]:
            assert key in named or key.startswith(starts), f"{file}: {key}"


def test_a_command_leads_where_the_book_says(book: Book) -> None:
    assert {word for word, road in ROADS.items() if road.carries == 0} >= LEADS
    assert {f"command-{key}" for key in LEADS} <= set(book.wording.keys("vi"))


def test_every_way_beneath_a_message_is_a_road() -> None:
    assert {"back", "later", "skip", "explain", "staff"} <= set(ROADS)
