"""The page on a small phone, with a thumb: Chromium at 360 pixels against the real program."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from PIL import Image
from playwright.async_api import Browser as Chromium

from bot.channels.base import Incoming
from bot.turn import NotStored
from handlers.events import SentMedia
from storage.hearing import Heard
from tests.web import pictures
from tests.web.chromium import Phone, chromium, phone
from tests.web.house import Browser, Hear, House
from tests.web.test_sending_photos import album

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

BUTTONS = """() => [...document.querySelectorAll("button, summary, .attach, textarea, a")]
  .filter((one) => one.checkVisibility() && !one.matches(".skip, .bubble a"))
  .map((one) => [one.textContent.trim(), one.getBoundingClientRect()])
  .filter(([, box]) => box.width < 44 || box.height < 44)
  .map(([name]) => name)"""


WIDE = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth)
  .map((one) => one.outerHTML)"""

PALE = """() => {
  const parse = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => {
      c /= 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (one) => {
    for (; one; one = one.parentElement) {
      const colour = parse(getComputedStyle(one).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const pale = [];
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const one = words.currentNode.parentElement;
    const hidden = !one.checkVisibility() || one.closest(".unseen, .skip");
    if (hidden || !words.currentNode.data.trim()) continue;
    const [a, b] = [light(parse(getComputedStyle(one).color)), light(ground(one))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) pale.push(`${words.currentNode.data.trim()} ${ratio.toFixed(2)}`);
  }
  return pale;
}"""


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def opened() -> AsyncIterator[Chromium]:
    async with chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with House(tmp_path).open() as house:
        yield house


@pytest_asyncio.fixture(loop_scope="module")
async def mobile(house: House, opened: Chromium) -> AsyncIterator[Phone]:
    async with phone(opened, house.url) as one:
        yield one


async def test_the_greeting_fits_the_screen_and_a_thumb(mobile: Phone) -> None:
    screen = await mobile.open()
    await screen.replies(1)

    assert await screen.page.evaluate(WIDE) == []
    assert await screen.page.evaluate(BUTTONS) == []
    assert await screen.page.locator("html").get_attribute("lang") == "vi"
    assert await screen.page.locator("#log").get_attribute("role") == "log"
    assert await screen.page.locator("#log").get_attribute("aria-live") == "polite"


async def test_the_first_load_is_at_most_30_kilobytes_on_the_wire(mobile: Phone) -> None:
    screen = await mobile.open()
    await screen.replies(1)
    await screen.page.wait_for_load_state("networkidle")

    assert 8 * 1024 < mobile.bytes <= 30 * 1024


async def test_a_button_and_its_typed_number_do_the_same(house: House, mobile: Phone) -> None:
    screen = await mobile.open()
    await screen.replies(1)
    first = screen.page.locator(".newest .choices button").first
    number, label = await first.locator("b").inner_text(), await first.locator("span").inner_text()
    await first.tap()
    tapped = await screen.answered()

    async with phone(mobile.context.browser, house.url) as other:  # type: ignore[arg-type]
        typing = await other.open()
        await typing.replies(1)
        await typing.type(number)
        typed = await typing.answered()
        said = await typing.said()

    assert number == "1"
    assert (await screen.said())[1] == f"> {label}"
    assert said[1] == "> 1"
    assert typed == tapped


async def test_an_old_button_still_answers(mobile: Phone) -> None:
    screen = await mobile.open()
    await screen.replies(1)
    old = screen.page.locator(".ours").first.locator(".choices button").first
    await screen.type("xin chào")
    await screen.answered()
    await old.tap()

    assert await screen.answered()
    assert (await screen.said())[-2].startswith("> ")


async def test_what_is_said_offline_stays_and_goes_out_once(house: House, mobile: Phone) -> None:
    screen = await mobile.open()
    await screen.replies(1)
    await mobile.network(there=False)
    await screen.type("một")
    await screen.type("hai")

    assert (await screen.said())[-2:] == ["> một", "> hai"]
    assert len(await screen.states()) == 2
    assert await screen.page.inner_text("#status")

    await mobile.network(there=True)
    await screen.replies(3)
    await screen.answered()
    assert [line for line in await screen.said() if line[0] == ">"] == ["> một", "> hai"]
    assert [getattr(one.event, "text", "") for one in house.heard] == ["", "một", "hai"]


async def test_what_is_unsent_survives_a_reload(house: House, mobile: Phone) -> None:
    async def away(_hear: Hear, _incoming: Incoming) -> Heard:
        raise NotStored

    screen = await mobile.open()
    await screen.replies(1)
    usual, house.between = house.between, away
    await screen.type("một")
    await screen.page.reload()
    await screen.page.wait_for_selector(".mine .state:not(:empty)")
    assert (await screen.said())[1] == "> một"

    house.between = usual
    await screen.replies(2)
    await screen.answered()
    assert [line for line in await screen.said() if line[0] == ">"] == ["> một"]
    assert len(house.heard) == 2


async def test_a_reload_shows_the_same_talk(mobile: Phone) -> None:
    screen = await mobile.open()
    await screen.replies(1)
    await screen.type("xin chào")
    await screen.answered()
    before = await screen.said()
    await screen.page.reload()
    await screen.replies(2)

    assert await screen.said() == before


async def test_two_windows_show_one_talk(mobile: Phone) -> None:
    one, two = await mobile.open(), await mobile.open()
    await one.replies(1)
    await two.replies(1)
    await one.type("xin chào")
    await one.answered()
    await two.replies(2)

    assert await two.said() == await one.said()


async def test_an_answer_that_got_lost_is_not_said_twice(house: House, mobile: Phone) -> None:
    screen = await mobile.open()
    await screen.replies(1)
    socket_is_deaf = """() => {
      const send = WebSocket.prototype.send;
      WebSocket.prototype.send = function (data) {
        send.call(this, data);
        this.onmessage = null;
        WebSocket.prototype.send = send;
        setTimeout(() => this.close(), 200);
      };
    }"""
    await screen.page.evaluate(socket_is_deaf)
    await screen.type("một")
    await screen.replies(2)
    await screen.answered()

    assert (await screen.said())[1:2] == ["> một"]
    assert len(await screen.said()) == 3
    keys = [one.update_key for one in house.heard]
    assert len(keys) == 3
    assert keys[1] == keys[2]


async def test_where_sockets_are_blocked_the_talk_goes_on(house: House, mobile: Phone) -> None:
    await mobile.context.add_init_script(
        "WebSocket = class { constructor() { setTimeout(() => this.onclose?.()); } close() {} }"
    )
    one = await mobile.open()
    await one.replies(1)
    two = await mobile.open()
    await two.replies(1)
    await one.type("xin chào")
    await one.answered()
    await two.replies(2)

    assert await one.said() == await two.said()


async def test_a_photo_is_made_small_before_it_is_sent(tmp_path: Path, opened: Chromium) -> None:
    house = House(tmp_path, step=album)
    (tmp_path / "large.jpg").write_bytes(pictures.noisy_photo(3000, 2000))
    async with house.open(), phone(opened, house.url) as mobile:
        screen = await mobile.open()
        await screen.replies(1)
        sent: list[int] = []
        mobile.context.on(
            "request",
            lambda request: (
                sent.append(len(request.post_data_buffer or b""))
                if "/chat/photo" in request.url
                else None
            ),
        )
        await screen.page.set_input_files("#file", tmp_path / "large.jpg")
        await screen.replies(2)
        await screen.answered()

        assert await screen.page.locator(".mine img").count() == 1
        (media,) = [m async for m in house.media.iter()]
        kept = Image.open(io.BytesIO(await house.media.get(media)))
        assert kept.size == (2000, 1333)
        assert sent[0] < (tmp_path / "large.jpg").stat().st_size


async def test_an_unsent_photo_survives_a_reload(tmp_path: Path, opened: Chromium) -> None:
    house = House(tmp_path, step=album)
    (tmp_path / "one.png").write_bytes(pictures.photo(400, 300, "PNG"))
    async with house.open(), phone(opened, house.url) as mobile:
        screen = await mobile.open()
        await screen.replies(1)
        await mobile.network(there=False)
        await screen.page.set_input_files("#file", tmp_path / "one.png")
        await screen.page.wait_for_selector(".mine img")
        await screen.page.route("**/chat/photo*", lambda route: route.abort())
        await mobile.network(there=True)
        await screen.page.reload()
        await screen.page.wait_for_selector(".mine img")
        await screen.page.unroute("**/chat/photo*")
        await screen.replies(2)
        await screen.answered()

        assert [type(one.event) for one in house.heard].count(SentMedia) == 1
        assert len([m async for m in house.media.iter()]) == 1


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("IMG_1.HEIC", pictures.heic(), "HEIC"),
        ("page.html", b"<script>alert(1)</script>", "PDF"),
        ("broken.jpg", pictures.photo()[:500], "không mở được"),
        ("large.pdf", b"%PDF-1.4" + b"\0" * (11 * 1024 * 1024), "10 MB"),
    ],
)
async def test_a_file_that_cannot_be_sent_is_explained(
    house: House, mobile: Phone, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    screen = await mobile.open()
    await screen.replies(1)
    await screen.page.set_input_files("#file", tmp_path / name)
    await screen.page.wait_for_selector(".refused")

    assert words in (await screen.states())[0]
    assert len(house.heard) == 1


async def test_a_shared_machine_is_left_clean(mobile: Phone) -> None:
    screen = await mobile.open()
    await screen.replies(1)
    await screen.type("một bí mật")
    await screen.answered()
    other = await mobile.open()
    await other.replies(2)
    await screen.page.bring_to_front()
    await screen.page.tap("summary")
    await screen.page.tap("#end")
    await screen.page.tap("#leave button[value=yes]")
    await screen.page.wait_for_selector("#over[open]")
    await other.page.wait_for_selector("#over[open]")

    stored = "() => JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage})"
    for window in (screen, other):
        assert "bí mật" not in await window.page.evaluate(stored)
        assert await window.said() == []
    await screen.page.tap("#over a")
    await screen.replies(1)
    assert len(await screen.said()) == 1


async def test_the_talk_can_be_left_and_kept(mobile: Phone) -> None:
    screen = await mobile.open()
    await screen.replies(1)
    await screen.page.tap("summary")
    await screen.page.tap("#end")
    await screen.page.tap("#leave button >> nth=0")

    await screen.type("xin chào")
    assert await screen.answered()


async def test_a_keyboard_is_enough(mobile: Phone) -> None:
    screen = await mobile.open()
    await screen.replies(1)
    await screen.page.locator(".newest .choices button").first.focus()
    await screen.page.keyboard.press("Enter")
    await screen.replies(2)
    await screen.page.focus("#text")
    await screen.page.keyboard.type("hai")
    await screen.page.keyboard.press("Shift+Enter")
    await screen.page.keyboard.type("ba")
    await screen.page.keyboard.press("Enter")
    await screen.answered()

    assert "> hai\nba" in await screen.said()


async def test_hostile_text_is_shown_as_typed(mobile: Phone) -> None:
    text = "<img src=x onerror=alert(1)> {{7*7}} <b>đậm</b> & https://x.vn/<script>"
    one, two = await mobile.open(), await mobile.open()
    await two.replies(1)
    await one.replies(1)
    await one.type(text)
    await one.answered()
    await two.replies(2)

    assert f"> {text}" in await one.said()
    assert f"> {text}" in await two.said()
    assert await one.page.locator("#log img, #log script, #log b b").count() == 0


@pytest.mark.parametrize("name", ["from", "start"])
async def test_a_link_s_source_is_told_once(house: House, mobile: Phone, name: str) -> None:
    screen = await mobile.open(f"/?{name}=poster-12")
    await screen.replies(1)
    await screen.page.reload()
    await screen.replies(1)

    assert "poster-12" not in screen.page.url
    assert [getattr(one.event, "source", "") for one in house.heard] == ["poster-12"]


async def test_the_page_can_speak_english(mobile: Phone, house: House) -> None:
    screen = await mobile.open("/?lang=en")
    await screen.replies(1)

    assert await screen.page.locator("#text").get_attribute("placeholder") == "Write here"
    assert house.heard[0].language == "en"
    assert "hello" in (await screen.said())[0].lower()


async def test_a_page_without_cookies_says_so(house: House, opened: Chromium) -> None:
    async with phone(opened, house.url) as mobile:
        await mobile.context.route(
            "**/chat/poll*", lambda route: route.fulfill(status=401, body="")
        )
        await mobile.context.add_init_script(
            "WebSocket = class { constructor() { setTimeout(() => this.onclose?.()); } close() {} }"
        )
        screen = await mobile.open()
        await screen.page.wait_for_function(
            "() => document.querySelector('#status').textContent.includes('cookie')"
        )


async def test_nothing_moves_for_who_asked_for_calm(house: House, opened: Chromium) -> None:
    async with phone(opened, house.url, reduced_motion="reduce") as mobile:
        screen = await mobile.open()
        await screen.replies(1)

        assert await screen.page.evaluate("document.getAnimations().length") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_word_has_contrast(house: House, opened: Chromium, scheme: str) -> None:
    async with phone(opened, house.url, color_scheme=scheme) as mobile:
        screen = await mobile.open()
        await screen.replies(1)
        await screen.tap("")
        await screen.answered()
        await mobile.network(there=False)
        await screen.type("một")
        await screen.page.tap("summary")

        assert await screen.page.evaluate(PALE) == []


async def test_a_person_s_browser_hears_of_its_talk_only(house: House, mobile: Phone) -> None:
    screen = await mobile.open()
    await screen.replies(1)
    async with Browser(house) as other:
        await other.say(kind="say", text="của người khác")
    await screen.type("của tôi")
    await screen.answered()

    assert len(await screen.said()) == 3
