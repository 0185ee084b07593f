"""`/staff/content`: every sentence, by area and by what is in it, with or without marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.console.forms import Form
from bot.console.rights import Right, needs
from content.folding import fold
from storage.editions import rewordings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from aiohttp import web

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit

MOST = 100
"""Sentences on one page."""


class Row(NamedTuple):
    """One sentence on the list; `state` is empty, or what was done to it."""

    key: str
    area: str
    text: str
    state: str


class Sentences:
    """The list."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.PUBLISH)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/content`: `area`, `words`, `language` and `from` narrow it."""
        book = self._parts.book()
        languages = {one: visit.say(f"language-{one}") for one in book.languages}
        language = request.query.get("language", book.languages[0])
        language = language if language in languages else book.languages[0]
        areas = areas_of(visit, language)
        area = request.query.get("area", "")
        area = area if area in areas else ""
        words = request.query.get("words", "").strip()[:100]
        drafts = await rewordings(self._parts.reader)
        drawn = {one.key: one.text for one in drafts if one.language == language}
        changed = self._parts.shelf.changes.sentences.get(language, {})
        rows = list(self._rows(visit, language, area, words, drawn, changed))
        begun = request.query.get("from", "")
        first = min(int(begun), len(rows)) if begun.isdecimal() and len(begun) < 6 else 0
        values = {
            "rows": rows[first : first + MOST],
            "count": str(len(rows)),
            "areas": areas,
            "languages": languages,
            "form": Typed(area, words, language).form(),
            "language": language,
            "asked": Typed(area, words, language),
            "before": max(first - MOST, 0) if first else None,
            "after": first + MOST if first + MOST < len(rows) else None,
            "drafts": len(drafts),
            "edition": book.edition,
            "here": request.path_qs,
        }
        return self._pages.show("content/sentences", visit, values)

    def _rows(
        self,
        visit: Visit,
        language: str,
        area: str,
        words: str,
        drawn: Mapping[str, str],
        changed: Mapping[str, str],
    ) -> Iterator[Row]:
        wording, wanted = self._parts.book().wording, fold(words)
        for file, keys in wording.by_file(language).items():
            if area and file != area:
                continue
            for key in keys:
                text = drawn.get(key) or wording.written(language, key)
                if wanted in fold(text) or words == key:
                    state = "drawn" if key in drawn else "changed" if key in changed else ""
                    yield Row(key, area_name(visit, file), text, state)


class Typed(NamedTuple):
    """What the list was narrowed by."""

    area: str
    words: str
    language: str

    def form(self) -> Form:
        """The same, as the fields of the form."""
        return Form(self._asdict())


def areas_of(visit: Visit, language: str) -> dict[str, str]:
    """The areas of the sentences, by the file they are in, as staff call them."""
    return {file: area_name(visit, file) for file in visit.book.wording.by_file(language)}


def area_name(visit: Visit, file: str) -> str:
    """What staff call an area; one without a name goes by its file."""
    key = f"content-area-{file.removesuffix('.ftl')}"
    named = visit.book.wording.has(visit.language, key)
    return visit.say(key) if named else file.removesuffix(".ftl")
