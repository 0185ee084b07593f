"""`serve`: what must be right before the program may serve people; then `bot.commands.serving`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.commands.stopping import CONFIGURATION, stop
from bot.commands.surroundings import book_or_stop, settings_or_stop
from bot.tell import tell
from handlers.questions.index import index

if TYPE_CHECKING:
    from bot.settings import Settings


def serve(*, demo: bool) -> None:
    """Serve; ends with 78 where something must be put right first."""
    settings = settings_or_stop()
    book = book_or_stop(settings.content, demo=demo)
    if missing := book.office.missing():
        stop(_missing(settings, missing), CONFIGURATION)
    index(book.faq)  # made once; else the first question would wait for it
    from bot.commands.serving import serve_until_asked

    serve_until_asked(settings, book, demo=demo)


def _missing(settings: Settings, missing: tuple[str, ...]) -> Iterator[str]:
    yield tell("office-missing", file=str(settings.content / "office.toml"))
    for name in missing:
        key = name.replace("_", "-")
        yield f"  {name}: {tell(f'office-{key}')}"
    yield tell("office-demo")
