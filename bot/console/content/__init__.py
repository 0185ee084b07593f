"""
What the bot says, as staff know it: found by area and words, changed, looked at, and published.

Sentences are changed here; forms and rules are shown, and changed in files.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bot.console.content.drawing import Drawing
from bot.console.content.editing import Editing
from bot.console.content.past import Past
from bot.console.content.publishing import Publishing
from bot.console.content.sentences import Sentences

if TYPE_CHECKING:
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.routes import Route

HERE = "/staff/content"


def content_routes(parts: Parts, pages: Pages) -> Iterable[Route]:
    """The routes of this area."""
    editing, publishing, past = Editing(parts, pages), Publishing(parts, pages), Past(parts, pages)
    one = HERE + "/sentences/{language:[a-z]{2}}/{key:-?[a-zA-Z][a-zA-Z0-9._-]{0,99}}"
    yield "GET", HERE, Sentences(parts, pages).page
    yield "GET", one, editing.page
    yield "POST", one, editing.keep
    yield "GET", f"{HERE}/publish", publishing.page
    yield "POST", f"{HERE}/publish", publishing.publish
    yield "GET", f"{HERE}/editions", past.page
    yield "GET", HERE + r"/editions/{number:\d+}", past.one
    yield "POST", HERE + r"/editions/{number:\d+}/again", past.again
    yield "GET", f"{HERE}/forms", Drawing(parts, pages).page
