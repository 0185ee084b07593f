"""The bots that are compared do the same: each ends with the registration that was typed."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.bench.crowd import Order
from tests.bench.outside import Outcome, ask
from tests.bench.over_http import started
from tests.bench.programs import DATABASE, on_zalo, outside

pytestmark = pytest.mark.slow

TYPED = {"Vàng Thị Mỷ", "HTX Lanh Hợp Tiến", "Khăn lanh nhuộm chàm", "Túi thổ cẩm"}
PEOPLE = 2


def talk(kind: str, folder: Path) -> Outcome:
    """Let two people say the whole script."""
    with outside() as (people, api), started(kind, api, folder) as bot:
        return ask(people, Order(bot.port, chats=PEOPLE, people=PEOPLE, seconds=30))


def rows(file: Path, query: str) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(query).fetchall()


def words(value: object) -> set[str]:
    """Every text in what the peer kept."""
    if isinstance(value, dict):
        return {word for part in value.values() for word in words(part)}
    if isinstance(value, list):
        return {word for part in value for word in words(part)}
    return {str(value)}


def test_our_bot_keeps_what_was_typed(tmp_path: Path) -> None:
    outcome = talk("bot", tmp_path)
    answers = "SELECT registration_id, value FROM answer"

    assert outcome.turns == 45 * PEOPLE
    kept = rows(tmp_path / DATABASE, answers)
    for number in {number for number, _ in kept}:
        assert {value for one, value in kept if one == number} >= TYPED
    assert len({number for number, _ in kept}) == PEOPLE


def test_our_bot_keeps_what_was_typed_on_zalo(tmp_path: Path) -> None:
    with outside("zalo") as (people, api), on_zalo(api, tmp_path) as bot:
        order = Order(bot.port, chats=PEOPLE, people=PEOPLE, seconds=30, channel="zalo")
        outcome = ask(people, order)

    assert (outcome.turns, outcome.by_call) == (45 * PEOPLE, 1)
    kept = rows(tmp_path / DATABASE, "SELECT registration_id, value FROM answer")
    for number in {number for number, _ in kept}:
        assert {value for one, value in kept if one == number} >= TYPED
    assert len({number for number, _ in kept}) == PEOPLE


def test_a_call_a_turn_is_what_it_says(tmp_path: Path) -> None:
    outcome = talk("tests.bench.by_call", tmp_path)

    assert outcome.by_call == 1


def test_the_peer_keeps_what_was_typed(tmp_path: Path) -> None:
    outcome = talk("handler", tmp_path)

    assert outcome.turns == 45 * PEOPLE
    kept = rows(tmp_path / "peer.db", "SELECT data FROM registration")
    assert len(kept) == PEOPLE
    assert all(words(json.loads(data)) >= TYPED for (data,) in kept)
