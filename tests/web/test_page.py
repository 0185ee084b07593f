"""The page itself: small, strict, in its reader's language, and known again by a cookie."""

from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser
from http.cookies import Morsel
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.channels import web_page
from tests.book import the_book
from tests.web.house import Browser, House

FIRST_LOAD = 30 * 1024


class Tags(HTMLParser):
    """Every tag of a page with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


async def page_of(browser: Browser, path: str = "/") -> str:
    return await (await browser.get(path)).text()


def the_cookie(browser: Browser) -> Morsel[str]:
    (cookie,) = browser.session.cookie_jar
    return cookie


async def test_the_page_is_strict_about_what_it_loads(browser: Browser) -> None:
    answer = await browser.get("/")
    policy = answer.headers["Content-Security-Policy"]

    assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
    assert "unsafe" not in policy
    assert "*" not in policy
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_nothing_on_the_page_is_inline(browser: Browser) -> None:
    tags = Tags(await page_of(browser)).tags

    assert all(attrs.get("src") for tag, attrs in tags if tag == "script")
    assert not [tag for tag, _ in tags if tag == "style"]
    assert not [
        (tag, name) for tag, attrs in tags for name in attrs if name == "style" or name[:2] == "on"
    ]


async def test_the_first_load_is_at_most_30_kilobytes(browser: Browser) -> None:
    page = await browser.get("/", headers={"Accept-Encoding": "gzip"})
    sizes = [len(gzip.compress((await page.text()).encode()))]
    for tag, attrs in Tags(await page.text()).tags:
        link = attrs.get("src") or (attrs.get("href") if tag == "link" else None) or ""
        if link.startswith("/"):
            file = await browser.get(link, headers={"Accept-Encoding": "gzip"})
            assert file.status == 200
            sizes.append(int(file.headers["Content-Length"]))

    assert page.headers["Content-Encoding"] == "gzip"
    assert len(sizes) >= 7
    assert sum(sizes) < FIRST_LOAD


async def test_every_script_that_is_loaded_is_named_on_the_page(browser: Browser) -> None:
    page = await page_of(browser)
    for path in web_page.STATIC.glob("*.js"):
        for name in re.findall(r'from "\./(\w+\.js)"', path.read_text("utf-8")):
            assert f"/{name}" in page


@pytest.mark.parametrize(
    ("path", "language", "word"),
    [
        ("/", "vi", "Nhắn ở đây"),
        ("/?lang=vi", "vi", "Nhắn ở đây"),
        ("/?lang=en", "en", "Write here"),
        ("/?lang=xx", "vi", "Nhắn ở đây"),
        ("/?lang=%22%3E%3Cscript%3E", "vi", "Nhắn ở đây"),
    ],
)
async def test_the_page_speaks_vietnamese_unless_asked(
    browser: Browser, path: str, language: str, word: str
) -> None:
    page = await page_of(browser, path)

    assert f'<html lang="{language}">' in page
    assert word in page
    assert "<script>" not in page


async def test_what_the_book_says_is_escaped(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = "\"'><script>alert(1)</script>"
    monkeypatch.setattr(type(the_book().wording), "say", lambda *_: hostile)

    page = await page_of(browser)

    assert "<script>alert" not in page
    words = next(attrs["data-words"] for tag, attrs in Tags(page).tags if tag == "body")
    assert words is not None
    assert "<script>alert(1)" in words


def test_the_page_needs_every_script_word_it_is_given() -> None:
    scripts = "".join(path.read_text("utf-8") for path in web_page.STATIC.glob("*.js"))
    reasons = {"too-long", "too-big", "heic", "unreadable", "not-accepted", "no-room"}

    for word in set(web_page.SCRIPT_WORDS) - reasons:
        assert f"words.{word}" in scripts or f'"{word}"' in scripts, word
    for word in re.findall(r'\bwords(?:\.(\w+)|\["([\w-]+)"\])', scripts):
        assert "".join(word) in web_page.SCRIPT_WORDS


@pytest.mark.parametrize(
    "name",
    [
        "index.html",
        "none.js",
        "..%2fweb.py",
        "..%2f..%2fsettings.py",
        "%2e%2e/web.py",
        "../web.py",
        "..\\web.py",
        "chat.js%00.css",
        "chat.js/",
        "%2fetc%2fpasswd",
    ],
)
async def test_a_tricky_name_reaches_nothing(browser: Browser, name: str) -> None:
    answer = await browser.get(f"/chat/static/v/{name}")

    assert answer.status == 404


async def test_a_file_is_kept_for_years_under_its_own_version_only(browser: Browser) -> None:
    found = re.search(r"/chat/static/(\w+)/chat\.js", await page_of(browser))
    assert found
    named = await browser.get(found[0])
    other = await browser.get("/chat/static/old/chat.js")

    assert "immutable" in named.headers["Cache-Control"]
    assert other.headers["Cache-Control"] == "no-cache"
    assert await named.read() == await other.read()


async def test_a_file_comes_plain_to_who_cannot_unpack_it(browser: Browser) -> None:
    answer = await browser.get("/chat/static/v/chat.css", headers={"Accept-Encoding": "identity"})

    assert "Content-Encoding" not in answer.headers
    assert await answer.read() == (web_page.STATIC / "chat.css").read_bytes()


async def test_the_cookie_is_for_no_script_and_no_other_site(browser: Browser) -> None:
    cookie = the_cookie(browser)

    assert cookie.key == "talk"
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/"
    assert not cookie["domain"] or cookie["domain"] == "127.0.0.1"
    assert not cookie["secure"]


async def test_by_https_the_cookie_is_bound_to_the_host(tmp_path: Path) -> None:
    house = House(tmp_path, public_url="https://chat.example.vn")
    async with house.open(), aiohttp.ClientSession() as session:
        answer = await session.get(house.url, headers={"Host": "chat.example.vn"})
        given = answer.headers["Set-Cookie"]

    assert given.startswith("__Host-talk=")
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(given.split("; "))
    assert "Domain" not in given


async def test_a_known_visitor_keeps_the_cookie(browser: Browser) -> None:
    before = the_cookie(browser).value
    await browser.get("/")

    assert the_cookie(browser).value == before


@pytest.mark.parametrize("value", ["x", "a" * 44, "đ" * 43, "a" * 42 + "=", ""])
async def test_a_made_up_cookie_is_replaced(house: House, value: str) -> None:
    async with aiohttp.ClientSession() as session:
        answer = await session.get(house.url, headers={"Cookie": f"talk={value}"})
        refused = await session.get(f"{house.url}/chat/poll", headers={"Cookie": f"talk={value}"})

    assert re.match(r"talk=[\w-]{43};", answer.headers["Set-Cookie"])
    assert refused.status == 401


async def test_the_cookie_stands_nowhere_in_our_tables(house: House, browser: Browser) -> None:
    await browser.say(kind="open")

    assert the_cookie(browser).value not in house.heard[0].address
    stored = b"".join(path.read_bytes() for path in house.folder.glob("bot.db*"))
    assert the_cookie(browser).value.encode() not in stored


WAYS_IN: list[tuple[str, str, dict[str, Any]]] = [
    ("GET", "/chat/socket", {"Upgrade": "websocket", "Connection": "Upgrade"}),
    ("POST", "/chat/say", {}),
    ("POST", "/chat/photo?id=00000000-0000-0000-0000-000000000000", {}),
    ("POST", "/chat/end", {}),
]
STRANGERS: list[dict[str, str]] = [
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "OURS.evil.example"},
    {"Origin": "https://HOST"},
    {"Origin": "OURS", "Sec-Fetch-Site": "cross-site"},
    {"Origin": "OURS", "Sec-Fetch-Site": "same-site"},
    {},
]


@pytest.mark.parametrize(("method", "path", "extra"), WAYS_IN)
async def test_another_site_s_page_is_turned_away(
    house: House, browser: Browser, method: str, path: str, extra: dict[str, str]
) -> None:
    for stranger in STRANGERS:
        headers = {
            name: value.replace("OURS", house.origin).replace("HOST", f"127.0.0.1:{house.port}")
            for name, value in stranger.items()
        }
        answer = await browser.session.request(method, house.url + path, headers=headers | extra)

        assert answer.status == 403, headers
    assert house.heard == []


async def test_another_site_cannot_poll(house: House, browser: Browser) -> None:
    answer = await browser.get("/chat/poll", headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status == 403


@pytest.mark.parametrize(("method", "path", "extra"), WAYS_IN)
async def test_who_has_no_cookie_is_asked_to_open_the_page_first(
    house: House, method: str, path: str, extra: dict[str, str]
) -> None:
    async with aiohttp.ClientSession() as session:
        answer = await session.request(
            method, house.url + path, headers={"Origin": house.origin} | extra
        )

    assert answer.status == 401


async def test_a_shared_machine_forgets_whose_talk_it_was(house: House, browser: Browser) -> None:
    await browser.say(kind="open")
    async with browser.open(seen=1) as other_window:
        await other_window.hear()
        answer = await browser.post("/chat/end")
        assert await other_window.hear() == {"kind": "ended"}

    assert answer.status == 204
    assert "Max-Age=0" in answer.headers["Set-Cookie"]
    assert (await browser.get("/chat/poll")).status == 401
    await browser.get("/")
    (told,) = await browser.poll()
    assert told == {"kind": "talk", "whole": True, "lines": []}
