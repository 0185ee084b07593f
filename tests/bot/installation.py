"""An installation of the program in one folder, and its commands as child processes."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path

from typer.testing import CliRunner, Result

from bot.__main__ import app

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(slots=True)
class Installation:
    """One folder with its settings; whatever runs in it is a child process."""

    folder: Path
    childhood: dict[str, str]
    settings: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)

    def environ(self, **more: str) -> dict[str, str]:
        own = {"BOT_DATA_DIR": str(self.folder / "data"), "BOT_PORT": str(self.port)}
        return self.childhood | own | self.settings | more

    def run(self, *words: str, typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        command = [sys.executable, "-m", "bot", *words]
        return subprocess.run(
            command, cwd=ROOT, env=self.environ(**more), input=typed, capture_output=True,
            text=True, encoding="utf-8", timeout=50,
        )  # fmt: skip

    def call(self, *words: str, typed: str = "", **more: str) -> Result:
        """Run a command in this process, which is quicker."""
        unset: dict[str, str | None] = {
            name: None for name in os.environ if name.startswith("BOT_")
        }
        return CliRunner().invoke(app, words, input=typed, env=unset | self.environ(**more))

    @asynccontextmanager
    async def serving(self, *words: str) -> AsyncIterator[asyncio.subprocess.Process]:
        """`serve --demo` until the end of the block, and then asked to stop."""
        command = ("-m", "bot", "serve", "--demo", *words)
        child = await asyncio.create_subprocess_exec(
            sys.executable, *command, cwd=ROOT, env=self.environ(), stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        assert child.stdout is not None
        try:
            first = await asyncio.wait_for(child.stdout.readline(), 50)
            assert first.decode() == f"Sẵn sàng: http://127.0.0.1:{self.port}\n"
            yield child
        finally:
            if child.returncode is None:
                child.send_signal(signal.SIGTERM)
            await asyncio.wait_for(child.communicate(), 30)
