"""What the web chat is sent: hostile words are only words, and damaged frames harm nobody."""

from __future__ import annotations

import json
import random

import aiohttp
import pytest

from bot.channels.base import Incoming
from storage.hearing import Heard
from tests.web.house import Browser, Hear, House, filled, new_id

HOSTILE = [
    "<script>alert(1)</script>",
    "{{7*7}} ${7*7} <%= 7*7 %>",
    "'; DROP TABLE message; --",
    '=HYPERLINK("http://x")',
    "👨‍👩‍👧‍👦 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
    "Thái độ nghiêm túc",
    '\\ud800 \\" \\n',
]


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_is_only_text(house: House, browser: Browser, text: str) -> None:
    async with browser.open() as one, browser.open() as two:
        await two.hear()
        await one.send(kind="say", text=text)

        assert (await two.hear())["text"] == text


@pytest.mark.parametrize(
    "frame",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"kind":"shout"}',
        '{"kind":["say"]}',
        '{"kind":"say"}',
        '{"kind":"say","id":"1","age":0,"text":"a"}',
        '{"kind":"say","id":"UUID","age":0,"text":""}',
        '{"kind":"say","id":"UUID","age":0,"text":" \\u0000 "}',
        '{"kind":"say","id":"UUID","age":-1,"text":"a"}',
        '{"kind":"say","id":"UUID","age":true,"text":"a"}',
        '{"kind":"say","id":"UUID","age":1.5,"text":"a"}',
        '{"kind":"say","id":"UUID","age":NaN,"text":"a"}',
        '{"kind":"say","id":"UUID","age":0,"text":7}',
        '{"kind":"say","id":"UUID","age":0,"text":"a","text":"b"}',
        '{"kind":"choose","id":"UUID","age":0,"payload":null,"label":""}',
        '{"kind":"ping","seen":"1"}',
        '{"kind":"ping","seen":' + "9" * 6000 + "}",
        "[" * 15000,
    ],
)
async def test_what_our_page_never_sends_ends_the_line(
    house: House, browser: Browser, frame: str
) -> None:
    frame = frame.replace("UUID", new_id())
    async with browser.open() as window:
        await window.hear()
        await window.socket.send_str(frame)
        ended = await window.socket.receive()
    posted = await browser.post(
        "/chat/say", data=frame.encode(), headers={"Content-Type": "application/json"}
    )

    assert (ended.type, ended.data) == (aiohttp.WSMsgType.CLOSE, 1008)
    assert posted.status == 400
    assert house.heard == []


async def test_no_damaged_frame_trips_us_up(house: House, browser: Browser) -> None:
    """Two thousand frames with holes, doubles and odd bytes; the seed is in the failure."""
    whole = [
        json.dumps(filled({"kind": "say", "text": "Xã Lùng Tám \u0111\ud83d\ude00"})),
        json.dumps(filled({"kind": "choose", "payload": "go/home", "label": "Về"})),
        json.dumps(filled({"kind": "open", "source": "poster"})),
        json.dumps({"kind": "ping", "seen": 3}),
    ]

    async def noted(_hear: Hear, _incoming: Incoming) -> Heard:
        return Heard()

    house.between = noted
    for seed in range(2000):
        body = damaged(random.Random(seed), whole)
        answer = await browser.post(
            "/chat/say", data=body, headers={"Content-Type": "application/json"}
        )
        assert answer.status in (200, 400, 413), (seed, body)


def damaged(chance: random.Random, whole: list[str]) -> bytes:
    frame = bytearray(chance.choice(whole).encode())
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(frame))
        match chance.randrange(4):
            case 0:
                frame[place] = chance.randrange(256)
            case 1:
                frame[place:place] = chance.choice([b"[" * 5000, b"9" * 5000, b'"', b"\\ud800"])
            case 2:
                del frame[place : place + chance.randint(1, 9)]
            case 3:
                frame += frame[place:]
        frame = frame or bytearray(b"{")
    return bytes(frame)


async def test_bytes_end_the_line(browser: Browser) -> None:
    async with browser.open() as window:
        await window.hear()
        await window.socket.send_bytes(b"\xff\xfe")

        assert (await window.socket.receive()).data == 1008


async def test_too_long_a_frame_ends_the_line(house: House, browser: Browser) -> None:
    long = "a" * 17_000
    async with browser.open() as window:
        await window.hear()
        await window.socket.send_str(long)
        ended = await window.socket.receive()
    posted = await browser.post(
        "/chat/say", data=long.encode(), headers={"Content-Type": "application/json"}
    )

    assert (ended.type, ended.data) == (aiohttp.WSMsgType.CLOSE, 1009)
    assert posted.status == 413
    assert house.heard == []


async def test_a_form_is_no_frame(browser: Browser) -> None:
    assert (await browser.post("/chat/say", data={"kind": "say"})).status == 415


@pytest.mark.parametrize("seen", ["-1", "1.5", "x", "٣", "9" * 30, ""])
async def test_an_odd_number_is_refused(browser: Browser, seen: str) -> None:
    assert (await browser.get(f"/chat/poll?seen={seen}")).status == 400
