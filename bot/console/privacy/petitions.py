"""What people ask about their own data: written down, answered in time, and settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from bot.console import shown
from bot.console.forms import EMPTY, Form, form_of
from bot.console.rights import Right, needs
from bot.console.typed_days import read_day
from bot.console.visit import Refused, number_in
from content.duties import Asked
from handlers.codes import code
from handlers.codes import number as number_of
from handlers.days import VIETNAM, day
from storage import petitions
from storage.twins import twins_of

if TYPE_CHECKING:
    from aiohttp import web

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from storage.petitions import Petition

HERE = "/staff/privacy"
WAYS = ("telephone", "paper", "in-person", "chat")
LONGEST = {"name": 120, "words": 2000, "why": 500, "answer": 2000}
END_OF_DAY = time(23, 59, 59)
SOON = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Row:
    """A petition as a line of the list says it; `state` is how its time stands."""

    id: int
    asked: str
    name: str
    way: str
    received: str
    due: str
    state: str
    words: str
    by: str


class Petitions:
    """`/staff/privacy` and one petition."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.PROTECT)
    async def page(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/privacy`: what is open, the most urgent first, and what was settled."""
        now = datetime.now(UTC)
        values = {
            "open": [row(one, visit, now) for one in await petitions.open_ones(self._parts.reader)],
            "settled": [
                row(one, visit, now) for one in await petitions.settled_ones(self._parts.reader)
            ],
            "duties": visit.book.duties,
            "here": HERE,
        }
        return self._pages.show("privacy/petitions", visit, values)

    @needs(Right.PROTECT)
    async def new(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/privacy/new`."""
        today = Form({"received": shown_day(day(datetime.now(UTC)))})
        return self._form(visit, today)

    @needs(Right.PROTECT)
    async def make(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/privacy/new`: somebody phoned, wrote or came."""
        typed = {name: value.strip() for name, value in (await form_of(request)).items()}
        problems: dict[str, str] = {}
        received = read_day(typed.get("received", ""))
        now = datetime.now(UTC)
        if received is None or received > day(now):
            problems["received"] = visit.say("privacy-wrong-day")
        if typed.get("asked") not in list(Asked):
            problems["asked"] = visit.say("privacy-wrong-asked")
        if typed.get("way") not in WAYS:
            problems["way"] = visit.say("privacy-wrong-way")
        whose = None
        if typed.get("code"):
            named = number_of(typed["code"])
            whose = await petitions.whose_is(self._parts.reader, named) if named else None
            if whose is None:
                problems["code"] = visit.say("privacy-wrong-code")
        elif not typed.get("words"):
            problems["words"] = visit.say("privacy-wrong-words")
        if problems or received is None:
            return self._form(visit, Form(typed, problems))
        asked, duties = Asked(typed["asked"]), visit.book.duties
        draft = petitions.Draft(
            asked,
            typed["way"],
            typed.get("name", "")[: LONGEST["name"]],
            typed.get("words", "")[: LONGEST["words"]],
            datetime.combine(received, time(), VIETNAM),
            end_of(duties.reply_by(received)),
            end_of(duties.done_by(asked, received)),
            whose,
        )
        number = await petitions.create(self._parts.engine, draft, who(visit), now)
        return self._pages.done(visit, f"{HERE}/{number}", "privacy-made")

    @needs(Right.PROTECT)
    async def one(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/privacy/{number}`."""
        return await self._show(visit, await self._found(request), EMPTY)

    @needs(Right.PROTECT)
    async def replied(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/privacy/{number}/replied`: the person was told that it came."""
        found = await self._found(request)
        await petitions.replied(self._parts.engine, found.id, who(visit), datetime.now(UTC))
        return self._pages.done(visit, f"{HERE}/{found.id}", "privacy-replied-done")

    @needs(Right.PROTECT)
    async def longer(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/privacy/{number}/longer`: once, for a reason."""
        found = await self._found(request)
        why = (await form_of(request)).get("why", "").strip()[: LONGEST["why"]]
        if not why:
            problems = {"why": visit.say("privacy-wrong-why")}
            return await self._show(visit, found, Form({}, problems))
        due = end_of(visit.book.duties.later(day(found.due)))
        now = datetime.now(UTC)
        engine, here = self._parts.engine, f"{HERE}/{found.id}"
        if not await petitions.lengthened(engine, found.id, due, why, who(visit), now):
            return self._pages.done(visit, here, "privacy-longer-before")
        return self._pages.done(visit, here, "privacy-longer-done")

    @needs(Right.PROTECT)
    async def settled(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/privacy/{number}/settled`: done, or refused for a reason."""
        found = await self._found(request)
        typed = await form_of(request)
        answer = typed.get("answer", "").strip()[: LONGEST["answer"]]
        outcome = petitions.REFUSED if typed.get("outcome") == "refused" else petitions.GRANTED
        if not answer:
            problems = {"answer": visit.say("privacy-wrong-answer")}
            return await self._show(visit, found, Form(dict(typed), problems))
        now = datetime.now(UTC)
        engine = self._parts.engine
        if not await petitions.settled(engine, found.id, outcome, answer, who(visit), now):
            return self._pages.done(visit, f"{HERE}/{found.id}", "privacy-settled-before")
        return self._pages.done(visit, HERE, "privacy-settled-done")

    async def _found(self, request: web.Request) -> Petition:
        found = await petitions.find(self._parts.reader, number_in(request))
        if found is None:
            raise Refused(404, "refused-missing")
        return found

    def _form(self, visit: Visit, form: Form) -> web.StreamResponse:
        values = {
            "form": form,
            "asked": {one.value: visit.say(f"privacy-asked-{one}") for one in Asked},
            "ways": {way: visit.say(f"privacy-way-{way}") for way in WAYS},
            "here": f"{HERE}/new",
        }
        return self._pages.show("privacy/new", visit, values, 422 if form.problems else 200)

    async def _show(self, visit: Visit, found: Petition, form: Form) -> web.StreamResponse:
        numbers = await petitions.codes_of(self._parts.reader, found)
        async with self._parts.reader.connect() as connection:
            alike = await twins_of(connection, numbers)
        others = sorted({other for each in alike.values() for other in each} - {*numbers})
        values = {
            "form": form,
            "row": row(found, visit, datetime.now(UTC)),
            "one": found,
            "codes": [(number, code(number)) for number in numbers],
            "others": [(number, code(number)) for number in others],
            "reply_due": shown.time(found.reply_due),
            "replied": shown.time(found.replied_at),
            "longer": shown.time(found.longer_at),
            "done": shown.time(found.done_at),
            "known": bool(found.contact_id or numbers),
            "outcomes": {
                one: visit.say(f"privacy-outcome-{one}")
                for one in (petitions.GRANTED, petitions.REFUSED)
            },
            "here": f"{HERE}/{found.id}",
        }
        status = 422 if form.problems else 200
        return self._pages.show("privacy/petition", visit, values, status)


def row(one: Petition, visit: Visit, now: datetime) -> Row:
    """A petition as it is listed, with how its time stands."""
    way = one.way if one.way in WAYS else "chat"
    return Row(
        one.id,
        visit.say(f"privacy-asked-{one.asked}"),
        one.name,
        visit.say(f"privacy-way-{way}"),
        shown_day(day(one.received_at)),
        shown_day(day(one.due)),
        _state(one, visit, now),
        one.words,
        one.by,
    )


def _state(one: Petition, visit: Visit, now: datetime) -> str:
    if one.done_at is not None:
        return visit.say(f"privacy-outcome-{one.outcome}")
    today, due = day(now), day(one.due)
    silent = one.replied_at is None and day(one.reply_due) < today
    if due < today:
        late = "privacy-late-silent" if silent else "privacy-late"
        return visit.say(late, days=str((today - due).days))
    if silent:
        return visit.say("privacy-reply-late")
    half = one.received_at + (one.due - one.received_at) / 2
    days = str((due - today).days)
    if now > half or due - today <= SOON:
        return visit.say("privacy-soon", days=days)
    return visit.say("privacy-left", days=days)


def who(visit: Visit) -> petitions.Who:
    """Whoever does it, for the record."""
    return petitions.Who(visit.colleague.id, visit.source)


def end_of(last: date) -> datetime:
    """The last moment of a day in Vietnam."""
    return datetime.combine(last, END_OF_DAY, VIETNAM)


def shown_day(one: date) -> str:
    return f"{one:%d/%m/%Y}"
