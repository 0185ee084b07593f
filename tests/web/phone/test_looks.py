"""What is on the screen can be read, reached with a thumb, and had without a mouse."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser as Chromium

from tests.web.chromium import Phone, phone
from tests.web.house import House

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


async def test_the_page_can_speak_english(mobile: Phone, house: House) -> None:
    screen = await mobile.open("/?lang=en")
    await screen.replies(1)

    assert await screen.page.locator("#text").get_attribute("placeholder") == "Write here"
    assert house.heard[0].language == "en"
    assert "hello" in (await screen.said())[0].lower()


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
