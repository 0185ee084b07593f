"""
What is wrong with a page as a browser shows it: by axe-core, by our own measures, by its policy.

Every page of the console is looked at by `tests.console.test_every_page`. A page that only a form
leads to (one with mistakes in it, a second step) is looked at by the test that sends the form.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from playwright.async_api import Page, ViewportSize

AXE = Path(__file__).parents[1] / "vendor" / "axe-core-4.14.1" / "axe.min.js"
WIDE = ViewportSize(width=1280, height=800)
NARROW = ViewportSize(width=360, height=740)

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_EVERYTHING = {"type": "tag", "values": _TAGS}
_COLOURS = {"type": "rule", "values": ["color-contrast"]}

_JUDGE = """async (runOnly) => {
  const {violations} = await axe.run(document, {runOnly, resultTypes: ["violations"]});
  return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html}`));
}"""

_MEASURE = """() => {
  const narrow = innerWidth < 500;
  const small = narrow
    ? [...document.querySelectorAll("button, select, textarea, input, summary, nav a, .chips a")]
    : [];
  return [
    ...window.broken,
    ...(document.documentElement.scrollWidth > innerWidth
      ? [...document.querySelectorAll("body *")]
          .filter((it) => it.checkVisibility() && it.getBoundingClientRect().right > innerWidth)
          .map((it) => `beyond the edge: ${it.outerHTML.slice(0, 200)}`)
      : []),
    ...small
      .map((it) => it.closest("label")?.matches(":has(> [type=checkbox], > [type=radio])")
        ? it.closest("label") : it)
      .filter((it) => it.checkVisibility() && it.getBoundingClientRect().height < 44)
      .map((it) => `too small for a thumb: ${it.outerHTML.slice(0, 200)}`),
  ];
}"""


async def measured(page: Page) -> list[str]:
    """What is broken, beyond the edge, or too small for a thumb, as the page is shown just now."""
    await page.wait_for_load_state()
    return list(await page.evaluate(_MEASURE))


async def faults(page: Page) -> list[str]:
    """Everything wrong with the page that is shown, on a phone, on a desk, and in the dark."""
    found = []
    for size in (WIDE, NARROW):
        await page.set_viewport_size(size)
        found += [f"{size['width']}: {one}" for one in await measured(page)]
    await page.evaluate(AXE.read_text("utf-8"))  # it adds a style of its own, so it comes last
    for name, size, colours in (
        ("wide", WIDE, _EVERYTHING),
        ("narrow", NARROW, _EVERYTHING),
        ("dark", NARROW, _COLOURS),
    ):
        await page.set_viewport_size(size)
        colour: Literal["dark", "light"] = "dark" if name == "dark" else "light"
        await page.emulate_media(color_scheme=colour, reduced_motion="reduce")
        found += [f"{name}: {one}" for one in await page.evaluate(_JUDGE, colours)]
    return found


async def looks(page: Page) -> str:
    """What is on the page, but for what is another in every session."""
    shown = await page.evaluate("(document.querySelector('main') ?? document.body).innerHTML")
    return re.sub(r'value="[0-9a-f]{64}"', "", shown)
