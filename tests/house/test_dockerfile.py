"""The Dockerfile names only what exists, and its health check tells well from ill."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from bot.settings import PREFIX, Settings
from tests.house.locks import ROOT

SETTINGS = {PREFIX + field.name.upper() for field in fields(Settings)}
TEXT = (ROOT / "Dockerfile").read_text("utf-8").replace("\\\n", " ")
STEPS = [(word, rest.strip()) for word, rest in re.findall(r"^([A-Z]+) +(.*)$", TEXT, re.MULTILINE)]
COPIED = [shlex.split(rest)[:-1] for word, rest in STEPS if word == "COPY"]
HEALTHCHECK = json.loads(dict(STEPS)["HEALTHCHECK"].partition(" CMD ")[2])
COMMAND = json.loads(dict(STEPS)["CMD"])


class Program(BaseHTTPRequestHandler):
    """Answers /healthz as it was told to, and nothing else."""

    answer = HTTPStatus.OK

    def do_GET(self) -> None:
        self.send_response(self.answer if self.path == "/healthz" else HTTPStatus.NOT_FOUND)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing is worth a line here."""


@pytest.fixture
def port() -> Iterator[int]:
    with HTTPServer(("127.0.0.1", 0), Program) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def healthy(port: int) -> bool:
    """What the container's health check says about the program on this port."""
    command = [sys.executable, *HEALTHCHECK[1:]]
    environment = os.environ | {"BOT_PORT": str(port)}
    return subprocess.run(command, env=environment, capture_output=True).returncode == 0


@pytest.mark.parametrize("name", [name for names in COPIED for name in names])
def test_what_is_copied_exists_and_is_let_through(name: str) -> None:
    let_through = (ROOT / ".dockerignore").read_text("utf-8").splitlines()

    assert (ROOT / name).exists()
    assert f"!{name}" in let_through


def test_every_package_of_the_program_is_copied() -> None:
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}

    assert packages <= {name for names in COPIED for name in names}


def test_packages_are_installed_by_their_hashes_only() -> None:
    installs = [rest for word, rest in STEPS if word == "RUN" and "pip install" in rest]

    assert len(installs) == 1
    assert "--require-hashes" in installs[0]
    assert "requirements.run.lock" in installs[0]


def test_the_command_is_one_that_the_program_has() -> None:
    assert COMMAND[0] == "python"
    asked = [sys.executable, *COMMAND[1:], "--help"]

    assert subprocess.run(asked, cwd=ROOT, capture_output=True).returncode == 0


@pytest.mark.parametrize("name", re.findall(r"\b(BOT_\w+)=", TEXT))
def test_each_setting_is_one_that_the_program_has(name: str) -> None:
    assert name in SETTINGS


def test_nothing_runs_as_root() -> None:
    steps = [word for word, _ in STEPS]

    assert dict(STEPS)["USER"] not in {"0", "root"}
    assert "RUN" not in steps[steps.index("USER") :]


def test_a_working_program_is_healthy(port: int) -> None:
    assert healthy(port)


def test_a_failing_program_is_ill(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Program, "answer", HTTPStatus.SERVICE_UNAVAILABLE)

    assert not healthy(port)


def test_a_program_that_is_gone_is_ill(port: int) -> None:
    assert not healthy(1)
