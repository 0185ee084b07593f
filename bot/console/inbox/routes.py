"""Where the inbox is, and what can be done in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.inbox.answering import Answering
from bot.console.inbox.asked import Asked
from bot.console.inbox.digest import Digests
from bot.console.inbox.listing import Inbox
from bot.console.inbox.live import Live
from bot.console.inbox.thread import Thread

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.rights import Handler


def inbox_routes(parts: Parts, pages: Pages) -> Iterable[tuple[str, str, Handler]]:
    """The area's routes; what people ask for keeps the addresses that it had before."""
    inbox, thread, digest = Inbox(parts, pages), Thread(parts, pages), Digests(parts, pages)
    answering, asked = Answering(parts, pages, thread), Asked(parts, pages, thread)
    one = r"/staff/inbox/{number:\d+}"
    yield "GET", "/staff/inbox", inbox.page
    yield "GET", "/staff/requests", inbox.moved
    yield "GET", "/staff/inbox/events", Live(parts).events
    yield "GET", "/staff/inbox/digest", digest.page
    yield "POST", "/staff/inbox/digest", digest.keep
    yield "POST", "/staff/inbox/digest/code", digest.code
    yield "POST", "/staff/inbox/digest/forget", digest.forget
    yield "GET", one, thread.page
    yield "GET", one + "/files/{file:[0-9a-f]{32}}", thread.file
    yield "POST", "/staff/inbox/open", answering.open
    yield "POST", f"{one}/take", answering.take
    yield "POST", f"{one}/reply", answering.reply
    yield "POST", f"{one}/note", answering.note
    yield "POST", f"{one}/close", answering.close
    yield "POST", f"{one}/phone", thread.phone
    asking = r"/staff/requests/{number:\d+}"
    yield "POST", f"{asking}/done", asked.done
    yield "POST", f"{asking}/again", asked.again
    yield "POST", f"{asking}/confirm", asked.confirm
    yield "POST", f"{asking}/refuse", asked.refuse
    yield "POST", f"{asking}/phone", asked.phone
    yield "GET", f"{asking}/voice", asked.voice
