"""The bots that are measured, each a program of its own with an address and a Bot API to call."""

from __future__ import annotations

import http.client
import os
import socket
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

from tests.bench import speech
from tests.bench.crowd import Channel
from tests.bench.surroundings import OURS, PATIENCE, THEIRS, Program, running
from tests.bench.telegram_api import TOKEN

DATABASE = "bench.sqlite3"
LOOK = 0.002
"""Seconds between two looks whether a program is ready."""


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot that is ready; `start` is how many seconds that took."""

    program: Program
    port: int
    start: float


@contextmanager
def outside(channel: Channel = "telegram") -> Iterator[tuple[Program, int]]:
    """The people and the service of their channel, which has this port."""
    with running(THEIRS, "tests.bench.outside", channel) as program:
        yield program, int(program.hear())


@contextmanager
def ours(
    api: int, folder: Path, module: str = "bot", *more: str, environment: Mapping[str, str] = {}
) -> Iterator[Bot]:
    """This program; `module` is what wraps it, if anything does."""
    port = free_port()
    settings = {
        "BOT_PORT": str(port),
        "BOT_DATA_DIR": str(folder),
        "BOT_DATABASE_URL": str(folder / DATABASE),
        "BOT_TELEGRAM_TOKEN": TOKEN,
        "BOT_TELEGRAM_API": f"http://127.0.0.1:{api}",
        "BOT_TELEGRAM_MODE": "webhook",
        "BOT_TELEGRAM_SECRET": speech.TELEGRAM_SECRET,
        "BOT_LOG": "warning",
    }
    own = {name: "" for name in os.environ if name.startswith("BOT_")}
    began = perf_counter()
    environment = {**own, **settings, **environment}
    with running(OURS, module, *more, "serve", "--demo", environment=environment) as program:
        until_ready(program, port)
        yield Bot(program, port, perf_counter() - began)


def on_zalo(api: int, folder: Path) -> AbstractContextManager[Bot]:
    """This program with an Official Account and nothing else."""
    address = f"http://127.0.0.1:{api}"
    account = {
        "BOT_TELEGRAM_TOKEN": "",
        "BOT_ZALO_OA_ID": speech.ZALO_OA,
        "BOT_ZALO_APP_ID": speech.ZALO_APP,
        "BOT_ZALO_APP_SECRET": speech.ZALO_APP_SECRET,
        "BOT_ZALO_OA_SECRET_KEY": speech.ZALO_OA_SECRET,
        "BOT_ZALO_REFRESH_TOKEN": "a-pasted-refresh-token",
        "BOT_ZALO_API": address,
        "BOT_ZALO_OAUTH_API": address,
    }
    return ours(api, folder, environment=account)


@contextmanager
def peer(name: str, api: int, folder: Path) -> Iterator[Bot]:
    """One of the bots in `tests.bench.peers`."""
    port = free_port()
    began = perf_counter()
    arguments = str(port), f"http://127.0.0.1:{api}", str(folder)
    with running(OURS, f"tests.bench.peers.{name}", *arguments) as program:
        until_ready(program, port)
        yield Bot(program, port, perf_counter() - began)


def until_ready(program: Program, port: int) -> None:
    """Wait until /healthz says that all is well."""
    until = perf_counter() + PATIENCE
    while not healthy(port):
        if program.process.poll() is not None:
            raise RuntimeError(f"{program.process.args!r} ended with {program.process.returncode}")
        if perf_counter() > until:
            raise RuntimeError(f"{program.process.args!r} does not get ready")
        sleep(LOOK)


def healthy(port: int) -> bool:
    """Whether whoever listens there says so."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except OSError:
            return False


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
