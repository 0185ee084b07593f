"""Messages as Telegram takes them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.pieces import split
from bot.channels.telegram_render import MAX_BUTTONS, pieces
from handlers.effects import Choice, Message
from tests.telegram.samples import Json

WAYS = (Choice("← Sửa", "go/back"), Choice("? Giải thích", "go/explain"), Choice("Huỷ", "go/out"))


def markup(message: Message) -> Json:
    found: Json = json.loads(pieces(message)[-1].markup)
    return found


def labels(message: Message) -> list[list[str]]:
    shown = markup(message)
    rows = shown.get("inline_keyboard") or shown["keyboard"]
    return [[button["text"] for button in row] for row in rows]


def choices(*words: str) -> tuple[Choice, ...]:
    return tuple(Choice(word, f"a/{number}") for number, word in enumerate(words))


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_a_message_is_plain_text_without_previews() -> None:
    hostile = "<b>*a* [x](https://x.vn) & {{7*7}}"

    form = pieces(Message(hostile))[0].form("77")

    assert form["text"] == hostile
    assert form["chat_id"] == "77"
    assert json.loads(form["link_preview_options"]) == {"is_disabled": True}
    assert "parse_mode" not in form
    assert "entities" not in form


def test_a_message_without_buttons_takes_a_keyboard_away() -> None:
    assert markup(Message("x")) == {"remove_keyboard": True}


def test_choices_stand_one_below_the_other_and_the_ways_beneath() -> None:
    message = Message("x", choices("Hộ kinh doanh cá thể", "Hợp tác xã"), WAYS)

    assert labels(message) == [
        ["Hộ kinh doanh cá thể"],
        ["Hợp tác xã"],
        ["← Sửa"],
        ["? Giải thích", "Huỷ"],
    ]
    assert markup(message)["inline_keyboard"][0][0]["callback_data"] == "a/0"


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        (["Đúng", "Không"], [["Đúng", "Không"]]),
        (["Một", "Hai", "Ba"], [["Một"], ["Hai", "Ba"]]),
        (["1234567890123456", "b"], [["1234567890123456", "b"]]),
        (["12345678901234567", "b"], [["12345678901234567"], ["b"]]),
    ],
)
def test_short_choices_stand_in_pairs(words: list[str], rows: list[list[str]]) -> None:
    assert labels(Message("x", choices(*words))) == rows


def test_tiny_ways_stand_in_threes() -> None:
    ways = tuple(Choice(word, word) for word in ("← Sửa", "? Hỏi", "☎ Gọi", "Huỷ"))

    assert labels(Message("x", (), ways)) == [["← Sửa", "? Hỏi"], ["☎ Gọi", "Huỷ"]]


def test_the_phone_is_asked_for_by_a_keyboard_that_goes_after_one_use() -> None:
    message = Message("x", choices("Để sau"), WAYS, ask_phone="Chia sẻ số của tôi")

    shown = markup(message)

    assert shown["keyboard"][0] == [{"text": "Chia sẻ số của tôi", "request_contact": True}]
    assert labels(message)[1:] == [["Để sau"], ["← Sửa"], ["? Giải thích", "Huỷ"]]
    assert shown["one_time_keyboard"]
    assert shown["resize_keyboard"]
    assert "callback_data" not in json.dumps(shown)


def test_more_choices_than_telegram_takes_are_numbered_in_the_text() -> None:
    many = choices(*(f"Xã {number}" for number in range(MAX_BUTTONS)))
    message = Message("Xã nào?", many, WAYS)

    text = pieces(message)[0].text

    assert text.startswith("Xã nào?\n\n1. Xã 0\n2. Xã 1\n")
    assert labels(message) == [["← Sửa"], ["? Giải thích", "Huỷ"]]
    assert markup(Message("x", many)) != {"remove_keyboard": True}
    assert markup(Message("x", (*many, Choice("a", "a")))) == {"remove_keyboard": True}


def test_a_payload_that_telegram_refuses_makes_no_button() -> None:
    fitting, too_long = Choice("a", "đ" * 32), Choice("b", "đ" * 32 + "x")

    assert labels(Message("x", (fitting,))) == [["a"]]
    assert pieces(Message("x", (fitting, too_long)))[0].text == "x\n\n1. a\n2. b"


def test_the_same_message_as_a_call_in_an_answer() -> None:
    message = Message('"Chào"\n☎ \\', choices("Một"))
    piece = pieces(message)[0]

    call = json.loads(piece.call("77"))

    form = piece.form("77")
    assert call.pop("method") == "sendMessage"
    assert call["text"] == message.text
    assert {
        name: value
        if isinstance(value, str)
        else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        for name, value in call.items()
    } == form


def test_a_long_text_is_cut_at_the_ends_of_paragraphs_with_the_buttons_on_the_last() -> None:
    paragraphs = [letter * 1500 for letter in "abcd"]
    message = Message("\n\n".join(paragraphs), choices("Một"))

    first, second = pieces(message)

    assert first.text == "\n\n".join(paragraphs[:2])
    assert second.text == "\n\n".join(paragraphs[2:])
    assert not first.markup
    assert "Một" in second.markup


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("một hai ba", ["một hai ba"]),
        ("một hai\n\nba bốn năm", ["một hai", "ba bốn năm"]),
        ("một hai\nba bốn năm", ["một hai", "ba bốn năm"]),
        ("một hai ba bốn", ["một hai ba", "bốn"]),
        ("abcdefghijklm", ["abcdefghijk", "lm"]),
        ("🌾🌾🌾🌾🌾🌾", ["🌾🌾🌾🌾🌾", "🌾"]),
        ("", [""]),
    ],
)
def test_a_cut_looks_for_the_best_place(text: str, parts: list[str]) -> None:
    assert split(text, 11) == parts


@given(
    st.text(alphabet=st.sampled_from("aăâ🌾\n \t.") | st.characters(exclude_categories=["Cs"])),
    st.integers(4, 60),
)
def test_no_letter_is_lost_and_no_part_too_long(text: str, limit: int) -> None:
    parts = split(text, limit)

    assert all(units(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(parts) or parts == [""]
