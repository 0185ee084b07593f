"""What stands in the log, and what never does."""

from __future__ import annotations

import io
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
import structlog

from bot.log import HIDDEN, redact, set_up

TOKEN = "700000001:AAF-a-made-up-token-of-the-right-length"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """The log as it is written; the process's own set-up is put back afterwards."""
    root = logging.getLogger()
    handlers, level, raising = root.handlers, root.level, logging.raiseExceptions
    hooks = sys.excepthook, threading.excepthook
    stream = io.StringIO()
    set_up("info", ["the-webhook-secret"], stream)
    yield stream
    root.handlers, logging.raiseExceptions = handlers, raising
    root.setLevel(level)
    sys.excepthook, threading.excepthook = hooks
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()


@pytest.mark.parametrize(
    ("line", "secret"),
    [
        (f"POST https://api.telegram.org/bot{TOKEN}/sendMessage", TOKEN),
        (f"POST /bot{TOKEN.replace(':', '%3A')}/getMe", TOKEN[10:]),
        (f"({TOKEN})", TOKEN),
        ("call 0912345678", "0912345678"),
        ("call:0912 345 678.", "0912 345 678"),
        ("('+84 912.345.678',)", "912.345.678"),
        ("contact 84912345678", "84912345678"),
        ("office 02193 888 777", "888 777"),
        ("identity 001082012345", "001082012345"),
        ("Cookie: a=1; __Host-talk=abcdef", "abcdef"),
        ("got 'the-webhook-secret'", "the-webhook-secret"),
    ],
)
def test_a_secret_or_a_number_of_a_person_is_blacked_out(line: str, secret: str) -> None:
    assert secret in line
    assert secret not in redact(line, ["the-webhook-secret"])


@pytest.mark.parametrize(
    "line",
    [
        "2026-11-23T03:06:53.513727Z ready in 1.84 s",
        "2026-11-23 03:06:53 0.123456789 s, 12,900 turns, batch 64",
        "http://127.0.0.1:8080/staff",
        "sqlite+aiosqlite:///data/bot.db",
        "registration 482-157-3, version 12",
        "the tokens of two bots",
    ],
)
def test_what_everybody_may_read_stays(line: str) -> None:
    assert redact(line) == line


@pytest.mark.parametrize(
    "line",
    [
        "access_token=abc.def",
        '{"refresh_token": "abc.def"}',
        "secret_key: abc.def",
        "Authorization: Bearer abc.def",
        "set-cookie: talk=abc.def; Path=/",
        "X-Telegram-Bot-Api-Secret-Token: abc.def",
        "postgresql://bot:abc.def@db/bot",
    ],
)
def test_a_named_secret_is_blacked_out(line: str) -> None:
    assert "abc.def" not in redact(line)


def test_both_chains_write_one_json_object_a_line(log: io.StringIO) -> None:
    structlog.get_logger().info("a turn\nwas heard", turns=3)
    logging.getLogger("bot.turn").warning("a batch of %d failed", 64)

    ours, theirs = [json.loads(line) for line in log.getvalue().splitlines()]

    assert (ours["event"], ours["turns"], ours["level"]) == ("a turn\nwas heard", 3, "info")
    assert (theirs["event"], theirs["logger"]) == ("a batch of 64 failed", "bot.turn")
    assert theirs["timestamp"].endswith("Z")


@pytest.mark.parametrize("chain", ["ours", "theirs"])
def test_a_traceback_shows_neither_secrets_nor_values(log: io.StringIO, chain: str) -> None:
    answer = "a producer's own words"
    try:
        raise ValueError(f"POST /bot{TOKEN}/sendMessage to 0912345678 the-webhook-secret")
    except ValueError:
        if chain == "ours":
            structlog.get_logger().exception("not sent")
        else:
            logging.getLogger("x").exception("not sent to %s", "0912345678")

    line = json.loads(log.getvalue())

    assert "Traceback" in line["exception"]
    assert HIDDEN in line["exception"]
    for word in (TOKEN[10:], "0912345678", "the-webhook-secret", answer):
        assert word not in log.getvalue()


def test_a_value_is_hidden_by_the_name_of_its_field(log: io.StringIO) -> None:
    structlog.get_logger().info("x", phone="zero nine", token="abc", nested={"a": "0912345678"})

    line = json.loads(log.getvalue())

    assert line["phone"] == line["token"] == HIDDEN
    assert "0912345678" not in line["nested"]


@pytest.mark.parametrize("name", ["telegram.Bot", "httpx", "aiosqlite", "sqlalchemy.engine"])
def test_libraries_that_tell_people_s_words_keep_quiet(log: io.StringIO, name: str) -> None:
    logging.getLogger(name).info("Calling Bot API with parameters %s", {"text": "Mai"})

    assert not log.getvalue()


def test_a_terminal_gets_lines_to_read() -> None:
    program = f"""
import io, logging
from bot.log import set_up
class Terminal(io.StringIO):
    def isatty(self):
        return True
stream = Terminal()
set_up("info", [], stream)
try:
    words = "a producer's own words"
    raise ValueError("bot{TOKEN}")
except ValueError:
    logging.getLogger("bot").exception("oops")
print(stream.getvalue())
"""
    ran = subprocess.run(  # the colours of a terminal are decided once a process
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert "oops" in ran.stdout
    assert "Traceback" in ran.stdout
    assert not ran.stdout.startswith("{")
    assert TOKEN not in ran.stdout
    assert "own words\n" not in ran.stdout


def test_the_last_words_of_a_crash_are_redacted() -> None:
    program = f"from bot.log import set_up; set_up(); raise ValueError('/bot{TOKEN}/getMe')"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert ran.returncode == 1
    assert json.loads(ran.stderr)["level"] == "critical"
    assert TOKEN not in ran.stderr
