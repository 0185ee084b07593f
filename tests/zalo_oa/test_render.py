"""Messages as an Official Account sends them."""

from __future__ import annotations

from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.zalo_oa_render import (
    MAX_BUTTONS,
    MAX_TEXT,
    Bubble,
    bubbles,
    phone_form,
    tapped,
)
from content.limits import ZALO_TEXT
from handlers.effects import Choice, Message
from handlers.payloads import go, tap
from tests.zalo_oa.samples import MAI, Json

WAYS = (
    Choice("← Sửa câu trước", "go/back"),
    Choice("Bỏ qua", "go/skip"),
    Choice("? Giải thích", "go/explain"),
    Choice("☎ Cán bộ", "go/staff"),
)


def choices(count: int) -> tuple[Choice, ...]:
    return tuple(Choice(f"Xã số {number}", f"a/x/0/y/{number}") for number in range(1, count + 1))


def said(bubble: Bubble, **how: bool) -> Json:
    body: Any = bubble.body(MAI, **how)
    assert body["recipient"] == {"user_id": MAI}
    message: Json = body["message"]
    return message


def titles(bubble: Bubble) -> list[str]:
    buttons = said(bubble).get("attachment", {}).get("payload", {}).get("buttons", [])
    return [button["title"] for button in buttons]


def test_a_message_is_its_text_and_nothing_else() -> None:
    hostile = "<b>*a* [x](https://x.vn) & {{7*7}}"

    (bubble,) = bubbles(Message(hostile))

    assert said(bubble) == {"text": hostile}


def test_a_text_is_composed() -> None:
    (bubble,) = bubbles(Message("Ta\u0301m", (Choice("Co\u0301", "go/x"),)))

    assert said(bubble)["text"] == "Tám"
    assert titles(bubble) == ["Có"]


def test_choices_and_ways_are_buttons_that_say_what_we_put_on_them() -> None:
    (bubble,) = bubbles(Message("Loại nào?", choices(2), WAYS[:1]))

    attachment = said(bubble)["attachment"]
    assert attachment["type"] == "template"
    assert attachment["payload"] == {
        "buttons": [
            {"title": "Xã số 1", "type": "oa.query.hide", "payload": "#a/x/0/y/1"},
            {"title": "Xã số 2", "type": "oa.query.hide", "payload": "#a/x/0/y/2"},
            {"title": "← Sửa câu trước", "type": "oa.query.hide", "payload": "#go/back"},
        ]
    }


def test_the_kind_of_template_is_named_where_that_is_asked_for() -> None:
    (bubble,) = bubbles(Message("?", choices(1)))

    assert said(bubble, typed=True)["attachment"]["payload"]["template_type"] == "button"


def test_ways_without_room_stand_in_the_last_line() -> None:
    (bubble,) = bubbles(Message("Loại nào?", choices(3), WAYS))

    assert titles(bubble) == ["Xã số 1", "Xã số 2", "Xã số 3", "← Sửa câu trước", "Bỏ qua"]
    assert said(bubble)["text"] == "Loại nào?\n\n? Giải thích · ☎ Cán bộ"


def test_more_choices_than_buttons_are_numbered_and_the_ways_are_buttons() -> None:
    (bubble,) = bubbles(Message("Xã nào?", choices(6), WAYS))

    assert said(bubble)["text"] == "Xã nào?\n\n" + "\n".join(
        f"{number}. Xã số {number}" for number in range(1, 7)
    )
    assert titles(bubble) == [way.label for way in WAYS]


@pytest.mark.parametrize(
    "choice",
    [
        Choice("x" * 36, "go/x"),
        Choice("", "go/x"),
        Choice("x", "elsewhere"),
        Choice("x", "go/đ"),
        Choice("x", "go/" + "y" * 62),
    ],
)
def test_a_choice_that_is_no_button_makes_them_all_numbers(choice: Choice) -> None:
    (bubble,) = bubbles(Message("Gì?", (*choices(1), choice)))

    assert not bubble.has_buttons
    assert said(bubble)["text"] == f"Gì?\n\n1. Xã số 1\n2. {choice.label}".rstrip()


def test_the_longest_words_that_zalo_names_make_a_button() -> None:
    (bubble,) = bubbles(Message("Gì?", (Choice("ế" * 35, "go/" + "y" * 61),)))

    assert titles(bubble) == ["ế" * 35]


def test_in_words_nothing_is_missing() -> None:
    (bubble,) = bubbles(Message("Loại nào?", choices(3), WAYS))

    (words,) = bubble.in_words()

    assert said(words) == {
        "text": "Loại nào?\n\n1. Xã số 1\n2. Xã số 2\n3. Xã số 3\n\n"
        "← Sửa câu trước · Bỏ qua · ? Giải thích · ☎ Cán bộ"
    }


def test_a_long_text_is_cut_at_the_ends_of_paragraphs_with_the_buttons_on_the_last() -> None:
    paragraphs = [letter * 800 for letter in "abcd"]

    first, second = bubbles(Message("\n\n".join(paragraphs), choices(1)))

    assert said(first) == {"text": "\n\n".join(paragraphs[:2])}
    assert said(second)["text"] == "\n\n".join(paragraphs[2:])
    assert titles(second) == ["Xã số 1"]


def test_the_last_line_has_its_place_kept_free() -> None:
    message = Message("x " * 945, choices(5), WAYS)

    for part in bubbles(message):
        assert len(said(part)["text"]) <= MAX_TEXT
    assert said(bubbles(message)[-1])["text"].endswith(WAYS[-1].label)


def test_the_form_for_a_phone_is_a_message_of_its_own() -> None:
    message = Message("Câu 2/9\n\nSố điện thoại nào?", (), WAYS, ask_phone="Gửi số của tôi")

    body: Any = phone_form(MAI, message, "https://x.vn/a.png")

    assert body["recipient"] == {"user_id": MAI}
    assert body["message"]["attachment"] == {
        "type": "template",
        "payload": {
            "template_type": "request_user_info",
            "elements": [
                {
                    "title": "Gửi số của tôi",
                    "subtitle": "Số điện thoại nào?",
                    "image_url": "https://x.vn/a.png",
                }
            ],
        },
    }
    assert titles(bubbles(message)[0]) == [way.label for way in WAYS]


def test_the_form_does_without_a_picture() -> None:
    body: Any = phone_form(MAI, Message("x" * 900, ask_phone="y" * 200), "")

    (element,) = body["message"]["attachment"]["payload"]["elements"]
    assert element == {"title": "y" * 100, "subtitle": "x" * 500}


@pytest.mark.parametrize(
    "payload", [go("back"), go("erased", "all"), tap("eligibility", 2, "est-type", "=1a2b"), "a/x"]
)
def test_what_we_put_on_a_button_is_recognised(payload: str) -> None:
    (bubble,) = bubbles(Message("?", (Choice("x", payload),)))

    button = said(bubble)["attachment"]["payload"]["buttons"][0]

    assert tapped(button["payload"]) == payload


@pytest.mark.parametrize(
    "text", ["", "#", "#1", "go/back", "##go/back", " #go/back", "#go", "#b/x", "#go/b\n", "#go/đ"]
)
def test_what_somebody_types_is_not(text: str) -> None:
    assert not tapped(text)


labels = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs"]), min_size=1, max_size=40)
options = st.lists(st.builds(Choice, labels, st.sampled_from(["go/x", "a/1", "đ"])), max_size=30)


@given(
    st.text(st.sampled_from("aă\u0301🌾\n .") | st.characters(exclude_categories=["Cs"])),
    st.integers(1, 60),
    options,
    options,
)
def test_zalo_s_limits_are_kept_and_nothing_is_lost(
    text: str, times: int, offered: list[Choice], ways: list[Choice]
) -> None:
    message = Message(f"Q {text}" * times, tuple(offered), tuple(ways[:5]))

    parts = bubbles(message)

    shown = "".join("".join([said(part)["text"], *titles(part)]) for part in parts)
    words = "".join(said(one)["text"] for part in parts for one in part.in_words())
    for one in [*parts, *(one for part in parts for one in part.in_words())]:
        assert 1 <= len(said(one)["text"].encode("utf-16-le")) // 2 <= ZALO_TEXT
        assert len(titles(one)) <= MAX_BUTTONS
    for choice in (*message.choices, *message.ways):
        assert squeezed(choice.label) in squeezed(shown)
        assert squeezed(choice.label) in squeezed(words)


def squeezed(text: str) -> str:
    return "".join(normalize("NFC", text).split())
