"""The program as whoever runs it sees it: a child process, its settings, its data and its log."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO

from bot.settings import OWN_PACK
from tests.fakes.telegram_server import TOKEN
from tests.whole.later import STEP

ROOT = Path(__file__).parents[2]
SECRET = "a-webhook-secret-of-the-tests"
PATIENCE = 120.0
"""Seconds for what takes two when nothing else runs on the machine."""

STOPPING = 20.0
"""Seconds that the program may take to stop when it is asked to."""

ELSEWHERE = {"TZ": "America/St_Johns", "LC_ALL": "C"}
"""The machine may be set for any place in the world: people are in Vietnam."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A command that has run to its end."""

    code: int
    out: str
    err: str


@dataclass(slots=True)
class Program:
    """
    One installation; whatever process runs in it, its folder stays.

    `database` is where it keeps what people say, a file in its folder unless another is named.
    `more` are settings for this test; one that is empty there is not set. Its processes' clock is
    `hours_on` hours ahead.
    """

    folder: Path
    content: Path
    api: str
    polling: bool = False
    database: str = ""
    more: Mapping[str, str] = field(default_factory=dict)
    port: int = 0
    hours_on: float = 0.0

    def __post_init__(self) -> None:
        self.port = self.port or free_port()
        self.database = self.database or str(self.data / "bot.db")
        self.folder.mkdir(parents=True, exist_ok=True)

    @property
    def data(self) -> Path:
        """Its data folder."""
        return self.folder / "data"

    @property
    def now(self) -> datetime:
        """What the clock of its processes says."""
        return datetime.now(UTC) + timedelta(hours=self.hours_on)

    @property
    def url(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def webhook(self) -> str:
        """Where Telegram calls it."""
        return f"{self.url}/telegram/webhook"

    @property
    def log(self) -> str:
        """Everything that its processes have said of themselves."""
        return "".join(
            path.read_text("utf-8", errors="replace") for path in sorted(self.folder.glob("*.log"))
        )

    async def start(self, fail: str = "") -> Process:
        """Start `serve`; `fail` names a failpoint. Whoever starts it must end it."""
        environ = self._environ() | ({"FAILPOINT": fail} if fail else {})
        with (self.folder / "serve.log").open("ab") as log:
            return await self._process(environ, log, "serve")

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[Process]:
        """Serve, and stop in good order at the end; killed when that goes wrong."""
        process = await self.start()
        try:
            assert await ready(process), self.log
            yield process
            if process.returncode is None:
                assert await stopped(process) == 0, self.log
        finally:
            await reaped(process)

    def moves_on(self, process: Process) -> None:
        """Let two minutes pass at once; its clock must be another than ours already."""
        process.send_signal(signal.SIGUSR1)
        self.hours_on += STEP / timedelta(hours=1)

    async def run(self, *words: str) -> Finished:
        """Run one of the other commands."""
        process = await self._process(self._environ(), PIPE, *words)
        try:
            out, err = await asyncio.wait_for(process.communicate(), PATIENCE)
        finally:
            await reaped(process)
        (self.folder / f"{words[0]}.log").write_bytes(out + err)
        assert process.returncode is not None
        return Finished(process.returncode, out.decode(), err.decode())

    async def _process(
        self, environ: dict[str, str], stderr: int | IO[bytes], *words: str
    ) -> Process:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", *(("tests.whole.later", str(self.hours_on)) if self.hours_on else ("bot",))),
            *words,
            cwd=ROOT,
            env=environ,
            stdin=DEVNULL,
            stdout=PIPE,
            stderr=stderr,
        )

    def _environ(self) -> dict[str, str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("BOT_") and name not in ("FAILPOINT", "PYTHONDONTWRITEBYTECODE")
        }
        mode = "polling" if self.polling else "webhook"
        settings = {
            "BOT_PORT": str(self.port),
            "BOT_PUBLIC_URL": self.url,
            "BOT_DATA_DIR": str(self.data),
            "BOT_DATABASE_URL": self.database,
            "BOT_CONTENT": str(self.content),
            "BOT_TELEGRAM_TOKEN": TOKEN,
            "BOT_TELEGRAM_API": self.api,
            "BOT_TELEGRAM_MODE": mode,
            "BOT_TELEGRAM_SECRET": SECRET,
        }
        return {**kept, **self._compiled(), **ELSEWHERE, **settings, **self.more}

    def _compiled(self) -> dict[str, str]:
        """Where compiled modules are kept for the next start, where they must not be kept here."""
        if "PYTHONDONTWRITEBYTECODE" not in os.environ:
            return {}
        return {"PYTHONPYCACHEPREFIX": str(self.content.parent / "compiled")}


async def ready(process: Process) -> bool:
    """Whether it says that it is ready; false when it ended before."""
    assert process.stdout is not None
    line = await asyncio.wait_for(process.stdout.readline(), PATIENCE)
    return line.startswith("Sẵn sàng: http".encode())


async def stopped(process: Process) -> int:
    """Ask it to stop and wait for its end; the exit code."""
    process.send_signal(signal.SIGTERM)
    return await asyncio.wait_for(process.wait(), STOPPING)


async def reaped(process: Process) -> None:
    """The process is gone, whatever it was doing."""
    if process.returncode is None:
        process.kill()
    await process.wait()
    if process.stdout is not None:
        await process.stdout.read()


def filled_pack(folder: Path) -> Path:
    """The pack that ships, with the office's empty values and a round filled in."""
    pack = folder / "tuyen-quang"
    shutil.copytree(OWN_PACK, pack)
    for name in ("office.toml", "rounds.toml"):
        shutil.copy(pack / "demo" / name, pack / name)
    return pack


def free_port() -> int:
    """A port that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
