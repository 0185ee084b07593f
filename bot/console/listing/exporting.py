"""Downloads of the list that is being looked at, made by a child process."""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from aiohttp import web

from bot.chat_limit import ChatLimit, Limit, Ruling
from bot.console.forms import Form, form_of
from bot.console.listing.asked import FIELDS, asked_in, filters, sorting
from bot.console.rights import Right, needs
from bot.console.visit import Refused
from bot.papers.exports import PIECE, Exports, NotMade
from bot.papers.listed import PHONE, list_plan
from bot.papers.order import Order
from bot.papers.plan import plan_of
from bot.text import clean
from handlers.days import VIETNAM
from storage.assigning import workers
from storage.audit import Deed
from storage.finding import count
from storage.staff import tell_audit

if TYPE_CHECKING:
    from bot.console.listing.asked import Asked
    from bot.console.listing.page import Listing
    from bot.console.parts import Parts
    from bot.console.visit import Visit

KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
ALL = "all"
LONGEST_REASON = 200
HOURLY = Limit(burst=10, seconds=360.0)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Taken:
    """What leaves: the kind of file, why, and whether it is the `whole` of every answer."""

    kind: str
    reason: str
    whole: bool


class Exporting:
    """`POST /staff/export`."""

    def __init__(self, parts: Parts, listing: Listing) -> None:
        self._parts = parts
        self._listing = listing
        self._exports = Exports()
        self._pace = ChatLimit(HOURLY)

    @needs(Right.EXPORT, confirmed=True)
    async def download(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """The list as it is looked at, as XLSX or CSV; with phones in it, a reason is asked for."""
        if not visit.proven:
            raise Refused(403, "refused-unproven")
        if self._pace.rule(("export", str(visit.colleague.id)), monotonic()) is not Ruling.HEAR:
            raise Refused(429, "refused-often")
        form = await form_of(request)
        kind = form.get("kind", "")
        if kind not in KINDS:
            raise Refused(404, "refused-missing")
        wanted = asked_in(form.get("list", ""), visit)
        reason = clean(form.get("reason", ""), LONGEST_REASON)
        whole = form.get("columns") == ALL
        if not reason and (whole or PHONE in wanted.columns):
            problems = {"reason": visit.say("list-export-unreasoned")}
            return await self._listing.show(wanted, visit, form, Form(form, problems))
        order = await self._order(wanted, visit, whole=whole)
        await self._note(visit, wanted, order, Taken(kind, reason, whole))
        make = self._exports.stream if kind == "csv" else self._made_file
        async with aclosing(make(order)) as pieces:
            try:
                first = await anext(pieces)
            except NotMade as trouble:
                log.error("an export was not made: %s", trouble)  # noqa: TRY400 (it has no trace)
                raise Refused(500, "refused-export") from None
            return await _send(request, _headers(wanted, kind), first, pieces)

    async def _made_file(self, order: Order) -> AsyncGenerator[bytes]:
        """The bytes of a file that exists only until they are read."""
        with tempfile.TemporaryDirectory(prefix="export-") as folder:
            out = Path(folder) / "export.xlsx"
            await self._exports.to_file(replace(order, out=out))
            with out.open("rb") as stream:
                while piece := await asyncio.to_thread(stream.read, PIECE):
                    yield piece

    async def _order(self, wanted: Asked, visit: Visit, *, whole: bool) -> Order:
        """The list as it is looked at, or with every answer and a row for each product."""
        meant, book = filters(wanted, visit), visit.book
        if whole:
            plan = plan_of(book, visit.language)
        else:
            colleagues = await workers(self._parts.reader)
            plan = list_plan(book, visit.language, wanted.columns, colleagues)
        return Order(self._parts.database, plan, meant, sorting=sorting(wanted, visit))

    async def _note(self, visit: Visit, wanted: Asked, order: Order, taken: Taken) -> None:
        """What is taken out is written down first; what was searched for may be a name."""
        meant = {name: getattr(wanted, name) for name in FIELDS if name != "words"}
        meant |= {"searched": "yes" if wanted.words else ""}
        said = [f"{name}={value}" for name, value in meant.items() if value]
        said.append(f"columns={ALL if taken.whole else '+'.join(wanted.columns)}")
        if taken.reason:
            said.append(f"reason={taken.reason}")
        number = await count(self._parts.reader, order.filters, leaving=True)
        detail = " ".join([f"registrations={number}", *said])
        deed = Deed("export", visit.colleague.id, taken.kind, detail, visit.source)
        await tell_audit(self._parts.engine, deed)


async def _send(
    request: web.Request,
    headers: Mapping[str, str],
    first: bytes,
    further: AsyncGenerator[bytes],
) -> web.StreamResponse:
    """The pieces as they come; a download that cannot be finished is cut, so that it shows."""
    response = web.StreamResponse(headers=headers)
    await response.prepare(request)
    await response.write(first)
    try:
        async for piece in further:
            await response.write(piece)
    except NotMade as trouble:
        log.error("an export was cut: %s", trouble)  # noqa: TRY400 (it has no trace)
        if request.transport is not None:
            request.transport.abort()
    return response


def _headers(wanted: Asked, kind: str) -> Mapping[str, str]:
    """Our own name for the file: the day, and the filters that are words of ours."""
    day = datetime.now(VIETNAM)
    filtered = (wanted.status, wanted.commune, wanted.group, wanted.round, wanted.channel)
    name = "-".join(["dang-ky", f"{day:%Y-%m-%d}", *filter(None, filtered)]).replace("_", "-")
    return {
        "Content-Disposition": f'attachment; filename="{name}.{kind}"',
        "Content-Type": KINDS[kind],
        "Cache-Control": "no-store",
    }
