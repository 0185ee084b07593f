"""Checks the pages of the explanation: each can be reached, and leads on."""

from __future__ import annotations

from collections.abc import Iterator

from content.checks.forms import NO_KEY, is_key, twice
from content.draft import Draft
from content.model import Page
from content.problems import Problem

_FILE = "programme.toml"


def check_pages(draft: Draft) -> Iterator[Problem]:
    """Every mistake in the pages."""
    if not draft.pages:
        yield Problem(_FILE, "", "has no pages")
    for key in twice(page.key for page in draft.pages):
        yield Problem(_FILE, key, "there are two pages with this key")
    pages = {page.key: page for page in draft.pages}
    reached = _reached(pages)
    for page in draft.pages:
        for message in _about_page(page, pages):
            yield Problem(_FILE, page.key, message)
        if page.key not in reached:
            yield Problem(_FILE, page.key, "no page leads here from the first one")


def _about_page(page: Page, pages: dict[str, Page]) -> Iterator[str]:
    if not is_key(page.key):
        yield NO_KEY
    for lead in page.leads:
        if lead not in pages:
            yield f"leads to {lead!r}, which is no page"
    for lead in twice(page.leads):
        yield f"leads to {lead!r} twice"
    if not pages.keys() & set(page.leads) - {page.key}:
        yield "leads nowhere, so it has no way out"


def _reached(pages: dict[str, Page]) -> set[str]:
    """The pages that can be come to from the first."""
    waiting = list(pages)[:1]
    reached: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key in pages and key not in reached:
            reached.add(key)
            waiting += pages[key].leads
    return reached
