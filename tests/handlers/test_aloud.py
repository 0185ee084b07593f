"""Sentences that staff recorded go to whoever wants to hear them, and to nobody else."""

from __future__ import annotations

import pytest

from content.load import load
from content.model import Book
from tests.content.packs import SHIPPED, copy
from tests.player import Player
from tests.sounds import ogg

MENU, QUESTION = "home-menu", "eligibility-prod-group"


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The book that ships, with two of its sentences in H'Mông."""
    pack = copy(SHIPPED, tmp_path_factory.mktemp("recorded"))
    folder = pack.folder / "audio" / "mong"
    folder.mkdir(parents=True)
    for key in (MENU, QUESTION):
        (folder / f"{key}.ogg").write_bytes(ogg(key.encode()))
    for language in ("vi", "en"):
        pack.change(f"text/{language}/settings.ftl", "", "\naid-mong = tiếng Mông\n")
    return load(pack.folder, demo=True)


@pytest.fixture
def listener(recorded: Book) -> Player:
    """Somebody who wants to hear what was recorded."""
    player = Player(recorded)
    player.start()
    player.press("go/language")
    player.tap("Nghe đọc bằng tiếng Mông")
    return player


def heard(player: Player) -> str:
    return player.last.attached.name if player.last.attached else ""


def test_it_is_offered_beside_the_languages_and_only_where_something_was_recorded(
    recorded: Book, book: Book
) -> None:
    offered = {}
    for one in (recorded, book):
        player = Player(one)
        player.press("go/language")
        offered[one is recorded] = player.labels

    assert offered[True] == [*offered[False], "Nghe đọc bằng tiếng Mông"]


def test_a_recorded_sentence_comes_along(listener: Player) -> None:
    assert heard(listener) == ""
    listener.press("go/home")

    assert heard(listener) == f"{MENU}.ogg"
    recorded = listener.book.recordings["mong"][MENU]
    assert listener.last.attached == (recorded.media, "audio/ogg", f"{MENU}.ogg")


def test_a_question_is_heard_within_the_sentence_that_counts_it(listener: Player) -> None:
    listener.press("go/eligibility")

    assert "\n\nCâu 1/" in listener.last.text
    assert heard(listener) == f"{QUESTION}.ogg"


def test_a_sentence_that_nobody_recorded_is_only_written(listener: Player) -> None:
    listener.press("go/privacy")

    assert heard(listener) == ""


def test_who_did_not_ask_for_it_hears_nothing(recorded: Book) -> None:
    player = Player(recorded)
    player.start()
    player.press("go/home")

    assert heard(player) == ""


def test_it_can_be_ended_in_the_middle_of_a_form(listener: Player) -> None:
    listener.press("go/eligibility")
    asked = listener.conversation.asked
    listener.press("go/language")
    listener.tap("Thôi nghe đọc")

    assert listener.conversation.asked == asked
    assert heard(listener) == ""


def test_a_language_that_is_no_longer_recorded_is_written(listener: Player, book: Book) -> None:
    listener.book = book
    listener.press("go/home")
    assert heard(listener) == ""

    listener.press("go/language")
    listener.press("go/hear/mong")
    assert heard(listener) == ""


def test_whoever_has_everything_erased_is_no_longer_known_to_listen(listener: Player) -> None:
    listener.press("go/erase")
    listener.press("go/erased/all")

    assert listener.conversation.aid == ""
