"""The real book, in demo dress, and somebody who talks."""

from __future__ import annotations

import pytest

from content.model import Book
from tests.player import Player


@pytest.fixture
def player(book: Book) -> Player:
    """Somebody who has just opened the talk."""
    somebody = Player(book)
    somebody.start()
    return somebody


@pytest.fixture
def signing_up(player: Player) -> Player:
    """Somebody who agreed to the consent and is asked for a name."""
    player.say("ghi danh", "đồng ý")
    return player


@pytest.fixture
def reviewing(signing_up: Player) -> Player:
    """Somebody who answered all the sign-up questions and looks at the review."""
    signing_up.say("Vàng Thị Mỷ", "0912 000 111", "HTX Lanh Sợi Xanh", "2", "Lùng Tám")
    signing_up.say("Khăn lanh nhuộm chàm", "1", "tất cả")
    return signing_up


@pytest.fixture
def sent(reviewing: Player) -> Player:
    """Somebody who has sent a sign-up and has a code."""
    reviewing.tap("Gửi ghi danh")
    return reviewing
