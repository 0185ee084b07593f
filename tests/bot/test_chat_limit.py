"""One chat cannot keep the others waiting, and a whole registration is never slowed."""

from __future__ import annotations

import pytest

from bot import chat_limit
from bot.chat_limit import ChatLimit, Limit, Ruling

ME, YOU = ("telegram:1", "me"), ("telegram:1", "you")


def rulings(limit: ChatLimit, count: int, now: float, chat: tuple[str, str] = ME) -> list[Ruling]:
    return [limit.rule(chat, now) for _ in range(count)]


def test_ninety_at_once_are_heard_and_the_next_is_told_so_once_a_minute() -> None:
    limit = ChatLimit(Limit())

    assert set(rulings(limit, 90, 1000)) == {Ruling.HEAR}
    assert rulings(limit, 3, 1000) == [Ruling.WARN, Ruling.SKIP, Ruling.SKIP]
    assert rulings(limit, 2, 1001) == [Ruling.SKIP, Ruling.SKIP]


def test_every_two_seconds_one_more_is_heard() -> None:
    limit = ChatLimit(Limit())
    rulings(limit, 91, 1000)

    assert rulings(limit, 2, 1002) == [Ruling.HEAR, Ruling.SKIP]
    assert rulings(limit, 6, 1010) == [Ruling.HEAR] * 4 + [Ruling.SKIP] * 2
    assert rulings(limit, 27, 1061) == [Ruling.HEAR] * 25 + [Ruling.WARN, Ruling.SKIP]


def test_after_a_rest_the_whole_burst_is_there_again() -> None:
    limit = ChatLimit(Limit(burst=3, seconds=2))
    rulings(limit, 5, 1000)

    assert rulings(limit, 4, 1100) == [Ruling.HEAR] * 3 + [Ruling.WARN]


def test_chats_do_not_share_a_limit() -> None:
    limit = ChatLimit(Limit(burst=1))
    rulings(limit, 2, 1000)

    assert rulings(limit, 1, 1000, YOU) == [Ruling.HEAR]


def test_without_a_limit_everything_is_heard() -> None:
    assert set(rulings(ChatLimit(None), 500, 1000)) == {Ruling.HEAR}


def test_the_memory_of_it_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat_limit, "MOST_CHATS", 100)
    limit = ChatLimit(Limit(burst=2))
    rulings(limit, 9, 1000)
    for number in range(1000):
        limit.rule(("telegram:1", str(number)), 1000)

    assert len(limit._paid) <= 100
    assert rulings(limit, 1, 1000) == [Ruling.SKIP]
