"""A province's registrations, each its own, and somebody of staff who has the console open."""

from __future__ import annotations

import asyncio
import http.client
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from time import perf_counter
from urllib.parse import urlencode, urlsplit

from storage.engine import open_engine
from storage.links import issue_link, log_in
from storage.listed import relist
from storage.staff import Role, Visitor
from tests.bench.export import FIRST, multiply
from tests.bench.surroundings import PATIENCE
from tests.book import the_book

REGISTRATIONS = 50_000
SLICE = 1_000
FAMILIES = ("Vàng", "Giàng", "Lò", "Đặng", "Hoàng", "Nông", "Triệu", "Sùng", "Ma", "Vừ")
GIVEN = ("Mỷ", "Sính", "Chúa", "Súng", "Thắng", "Say", "Dơ", "Páo", "Hoa", "Ân", "Ánh", "Đạt")
MAKERS = ("HTX Lanh", "HTX Chè", "Cơ sở Rèn", "Tổ Mây tre", "HTX Mật ong", "Cơ sở Giấy bản")


def furnish(database: Path) -> None:
    """Make many registrations of the only one, of other people in other communes."""
    multiply(database, REGISTRATIONS)
    codes = sorted(the_book().places.by_code)
    with closing(sqlite3.connect(database)) as connection, connection:
        for name, answer in {
            "contact-name": lambda i: f"{_of(FAMILIES, i)} Văn {_of(GIVEN, i // 7)}",
            "contact-phone": lambda i: f"+849{i:08d}",
            "est-name": lambda i: f"{_of(MAKERS, i)} số {i}",
            "est-commune-code": lambda i: _of(codes, i),
        }.items():
            connection.create_function("said", 1, answer, deterministic=True)
            connection.execute(
                "UPDATE answer SET value = said(registration_id - ?)"
                " WHERE registration_id > ? AND question = ?",
                (FIRST, FIRST, name),
            )
    asyncio.run(_listed(database))


async def _listed(database: Path) -> None:
    engine = open_engine(str(database))
    for start in range(FIRST, FIRST + REGISTRATIONS + 1, SLICE):
        async with engine.begin() as connection:
            await connection.run_sync(relist, list(range(start, start + SLICE)))
    await engine.dispose()


def session(database: Path, name: str, communes: Sequence[str] = ()) -> str:
    """The token of a session of somebody who may do everything, or of an officer of communes."""
    role = Role.OFFICER if communes else Role.ADMIN

    async def opened() -> str:
        engine = open_engine(str(database))
        link = await issue_link(engine, name, role, communes, "http://127.0.0.1")
        token = urlsplit(link).path.rpartition("/")[2]
        found = await log_in(engine, token, Visitor("127.0.0.1", "bench"))
        await engine.dispose()
        return found

    return asyncio.run(opened())


class Browser:
    """A browser on the server's own machine, with the console open."""

    def __init__(self, port: int, token: str) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60 * PATIENCE)
        self._headers = {"Cookie": f"staff={token}"}

    def get(self, path: str) -> tuple[float, bytes]:
        """How many seconds a page took, and the page."""
        return self._sent("GET", path)

    def post(self, path: str, **fields: str) -> tuple[float, bytes]:
        """The same of what a form brings."""
        return self._sent("POST", path, urlencode(fields))

    def _sent(self, method: str, path: str, body: str | None = None) -> tuple[float, bytes]:
        form = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        began = perf_counter()
        self._connection.request(method, path, body, self._headers | form)
        answer = self._connection.getresponse()
        content = answer.read()
        if answer.status != http.client.OK:
            raise RuntimeError(f"{path} answered {answer.status}")
        return perf_counter() - began, content


def peak(pid: int) -> Iterator[float]:
    """The most memory that each program started by this one has had, in megabytes."""
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        except OSError:
            continue
        if int(lines["PPid"]) == pid and "VmHWM" in lines:
            yield int(lines["VmHWM"].split()[0]) / 1024


def _of(words: tuple[str, ...] | list[str], number: int) -> str:
    return words[number % len(words)]
