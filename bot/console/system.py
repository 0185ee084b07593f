"""How the program is doing: what its tables tell at once, and what the doctor finds when asked."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot import __version__
from bot.console.rights import Right, needs
from bot.console.shown import channel, counted, time
from bot.console.visit import Refused
from bot.log import redact
from storage.engine import database_url
from storage.health import health
from storage.upgrade import HEAD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiohttp import web

    from bot.commands.finding import Finding
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.routes import Route
    from bot.console.visit import Visit

PATH = "/staff/system"
PATIENCE = 30.0


class System:
    """`/staff/system`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages
        self._looking = asyncio.Lock()

    @needs(Right.MANAGE)
    async def page(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/system`: queue, workers and channels, disk and copies."""
        found = await health(self._parts.reader)
        values = {
            "version": __version__,
            "database": database_url(self._parts.database).get_backend_name(),
            "step": HEAD,
            "waiting": counted(found.waiting.count),
            "oldest": time(found.waiting.oldest),
            "workers": [
                (one.name, time(one.started_at), time(one.seen_at)) for one in found.workers
            ],
            "lines": [
                (
                    channel(one.account.partition(":")[0], visit),
                    time(one.heard_at),
                    counted(one.failed),
                    counted(one.unknown),
                    redact(one.last_error),
                    time(one.error_at),
                )
                for one in found.lines
            ],
            "findings": await self._look(thorough=False),
        }
        return self._pages.show("system/now", visit, values)

    @needs(Right.MANAGE)
    async def check(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/system/check`: everything that the doctor looks at, the channels too."""
        return self._pages.show(
            "system/checked", visit, {"findings": await self._look(thorough=True)}
        )

    async def _look(self, *, thorough: bool) -> Sequence[Finding]:
        """The doctor sees one at a time, and not for ever."""
        try:
            async with asyncio.timeout(PATIENCE), self._looking:
                return await asyncio.to_thread(self._parts.doctor, thorough)
        except TimeoutError:
            raise Refused(503, "system-slow") from None


def system_routes(parts: Parts, pages: Pages) -> Iterable[Route]:
    """How it is now, and the doctor's look at everything."""
    system = System(parts, pages)
    yield "GET", PATH, system.page
    yield "GET", f"{PATH}/check", system.check
