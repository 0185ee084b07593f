"""`console-lists`, `console-export`: staff at work on 50,000 registrations, while people talk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

from bot.console.listing.columns import COLUMNS
from tests.bench.crowd import Order
from tests.bench.desk import AUDIENCE, MATTERS, NOTICES, settle_in
from tests.bench.office import REGISTRATIONS, Browser, furnish, peak, session
from tests.bench.outside import ask
from tests.bench.programs import DATABASE, Bot, ours, outside
from tests.bench.report import Row, Table
from tests.bench.surroundings import Program

LIST = "/staff/registrations"
COMMUNE = "00901"
TIMES = 40
RATE = 50.0
CHATS = 100
LOOK = 0.05
SEEN = {
    "first page": "all=yes",
    "a later page": "after=1020000",
    "by name": "sort=name",
    "by commune, a later page": "sort=commune&after=1020000",
    "one commune": f"commune={COMMUNE}",
    "a frequent word": "words=giang",
    "a rare word, without marks": "words=so+49999",
    "a phone": "words=0900+012+345",
    "what may be there twice": "only=twins",
}
PAGES = {
    "health": "/healthz",
    **{name: f"{LIST}?{query}" for name, query in SEEN.items()},
    "statistics": "/staff/statistics",
    "statistics of a year": "/staff/statistics?period=year",
    "inbox": "/staff/inbox",
    "inbox, what is closed": "/staff/inbox?turn=closed",
    "notices": "/staff/notices",
}
OFFICERS = ("first page", "statistics", "inbox")
"""What an officer of one commune looks at as well."""

LISTS_NOTE = (
    f"{REGISTRATIONS:,} registrations on SQLite, a third of them drafts, {MATTERS:,} matters in "
    f"the inbox, {NOTICES} notices to {AUDIENCE:,} people each; {TIMES} pages each, in "
    "milliseconds. “health” is a page that does nothing but ask the database whether it is there. "
    "CPU is the program's, SQLite's threads with it."
)
EXPORT_NOTE = (
    f"{REGISTRATIONS:,} registrations in 12 columns, as the list shows them, downloaded from the "
    f"console while the program answers {RATE:.0f} turns a second; the memory is the child's."
)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a download took."""

    seconds: float
    peak: float
    size: float


def lists(_seconds: float) -> Table:
    """How long a page of the list takes."""
    with _office(settle_in) as (_, bot, folder):
        return Table("console-lists", list(_lists(bot, folder / DATABASE)), LISTS_NOTE)


def export(seconds: float) -> Table:
    """How long the list takes to leave, and what the chat notices of it."""
    with _office() as (people, bot, folder), ThreadPoolExecutor(1) as aside:
        calm = ask(people, Order(bot.port, CHATS, seconds=seconds, rate=RATE))
        rows: list[Row] = []
        for kind in ("xlsx", "csv"):
            browser = Browser(bot.port, session(folder / DATABASE, f"{kind} nobody waits for"))
            alone = _taken(bot, browser, kind)
            meanwhile: list[Future[Taken]] = []
            order = Order(bot.port, CHATS, seconds=alone.seconds + 1, warm=0.5, rate=RATE)
            start = lambda: meanwhile.append(aside.submit(_taken, bot, browser, kind))  # noqa: B023, E731
            chat = ask(people, order, start)
            rows.append(
                {
                    "kind": kind,
                    "seconds": alone.seconds,
                    "peak MB": alone.peak,
                    "file MB": alone.size,
                    "seconds beside chat": meanwhile[0].result().seconds,
                    "chat p99 ms": chat.p99,
                    "p99 ms without": calm.p99,
                }
            )
        return Table("console-export", rows, EXPORT_NOTE)


@contextmanager
def _office(
    more: Callable[[Path], None] = lambda _: None,
) -> Iterator[tuple[Program, Bot, Path]]:
    with TemporaryDirectory() as name, outside() as (people, api):
        folder = Path(name)
        with ours(api, folder) as bot:
            ask(people, Order(bot.port, chats=1, people=1))
        furnish(folder / DATABASE)
        more(folder / DATABASE)
        with ours(api, folder) as bot:
            yield people, bot, folder


def _lists(bot: Bot, database: Path) -> Iterator[Row]:
    for name, path in PAGES.items():
        yield _seen(bot, name, path, session(database, f"somebody who looks at {name}"))
    for name in OFFICERS:
        officer = session(database, f"an officer who looks at {name}", [COMMUNE])
        yield _seen(bot, f"{name}, an officer's", PAGES[name], officer)


def _seen(bot: Bot, name: str, path: str, token: str) -> Row:
    browser = Browser(bot.port, token)
    browser.get(path)
    used = bot.program.cpu()
    took = sorted(browser.get(path)[0] * 1000 for _ in range(TIMES))
    return {
        "page": name,
        "p50 ms": took[TIMES // 2],
        "p95 ms": took[int(TIMES * 0.95)],
        "longest ms": took[-1],
        "CPU ms": (bot.program.cpu() - used) / TIMES * 1000,
    }


def _taken(bot: Bot, browser: Browser, kind: str) -> Taken:
    """Download the list, and watch what makes it."""
    _, page = browser.get(f"{LIST}?all=yes")
    [seal] = set(re.findall(rb'name="seal" value="([0-9a-f]{64})"', page))
    query = "&".join(f"column={one}" for one in COLUMNS[:11])
    form = {"seal": seal.decode(), "list": query, "reason": "bench", "kind": kind}
    peaks, over = [0.0], Event()

    def watch() -> None:
        while not over.wait(LOOK):
            peaks.extend(peak(bot.program.process.pid))

    watcher = Thread(target=watch)
    watcher.start()
    try:
        seconds, content = browser.post("/staff/export", **form)
    finally:
        over.set()
        watcher.join()
    return Taken(seconds, max(peaks), len(content) / 1e6)
