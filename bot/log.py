"""
What the program says of itself: one line per event, never a secret, never a person.

Both chains, structlog's and the standard library's, end in one handler. The last thing it does
to every event, traceback and all, is to black out what must not be read.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
from typing import TYPE_CHECKING, TextIO

import structlog

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from structlog.typing import EventDict, Processor

HIDDEN = "[hidden]"

# A token stands in every address that Telegram is called by. A `\b` in front would miss it there:
# "/bot123…" has none.
_TOKEN = r"(?<!\d)\d{6,12}(?::|%3[Aa])[A-Za-z0-9_-]{30,50}"  # noqa: S105 - its shape
_PHONE = r"(?<!\w)(?<!\d[.-])(?:0\d|\+?84[ .-]?\d)(?:[ .-]?\d){8,9}(?!\w)"
_IDENTITY = r"(?<!\w)0\d{11}(?!\w)"
_NUMBERS = re.compile(f"{_TOKEN}|{_IDENTITY}|{_PHONE}")

_HEADER = re.compile(r"((?:cookie|authorization)[\"']?\s*[:=,]\s*[\"']?)[^\n\"']+", re.IGNORECASE)
_SECRET = re.compile(
    r"((?:token|secret|secret_key|password|signature)[\"']?\s*[:=,]\s*[\"']?)[^\s\"',;&)}\]]+",
    re.IGNORECASE,
)
_LOGIN = re.compile(r"(?<=://)[^\s/@]+@")
_SECRET_KEY = re.compile(
    r"token|secret|password|signature|cookie|authorization|phone", re.IGNORECASE
)

# What these libraries say in detail are other people's words: addresses with the token, texts,
# phone numbers, the parameters of a statement.
_QUIET = (
    "alembic",
    "aiohttp",
    "aiosqlite",
    "asyncio",
    "httpcore",
    "httpx",
    "sqlalchemy",
    "telegram",
)

_BEFORE: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.ExtraAdder(),
    structlog.stdlib.PositionalArgumentsFormatter(),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.StackInfoRenderer(),
]


def set_up(level: str = "info", secrets: Sequence[str] = (), stream: TextIO = sys.stderr) -> None:
    """
    Write every event of `level` and above to `stream`: for a reader on a terminal, else as JSON.

    `secrets` are blacked out wherever they turn up. Crashes of the main program and of threads
    go the same way.
    """
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_BEFORE,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                # a traceback without the values of local variables: they are people's answers
                structlog.processors.format_exc_info,
                _Discretion([secret for secret in secrets if secret]),
                structlog.dev.ConsoleRenderer()
                if stream.isatty()
                else structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    # a proxy's HTML page is logged as an error with its traceback before it is raised
    logging.getLogger("telegram.request").setLevel(logging.CRITICAL)
    logging.captureWarnings(capture=True)
    logging.raiseExceptions = False  # a line that cannot be formatted would be printed as it is
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_BEFORE,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    sys.excepthook = _last_words
    threading.excepthook = lambda end: _last_words(end.exc_type, end.exc_value, end.exc_traceback)


def redact(text: str, secrets: Sequence[str] = ()) -> str:
    """The text without tokens, cookies, phone and identity numbers, and the `secrets` named."""
    for secret in secrets:
        text = text.replace(secret, HIDDEN)
    text = _HEADER.sub(rf"\1{HIDDEN}", text)
    text = _SECRET.sub(rf"\1{HIDDEN}", text)
    text = _LOGIN.sub(f"{HIDDEN}@", text)
    return _NUMBERS.sub(HIDDEN, text)


class _Discretion:
    """The last look at an event, message and traceback, before it becomes a line."""

    def __init__(self, secrets: Sequence[str]) -> None:
        self._secrets = secrets

    def __call__(self, logger: object, method: str, event: EventDict) -> EventDict:  # noqa: ARG002
        return {key: self._shown(key, value) for key, value in event.items()}

    def _shown(self, key: str, value: object) -> object:
        if _SECRET_KEY.search(key):
            return HIDDEN
        if value is None or isinstance(value, bool | int | float):
            return value
        return redact(value if isinstance(value, str) else repr(value), self._secrets)


def _last_words(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> None:
    if error is None or issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("bot").critical("the program ends", exc_info=(kind, error, trace))
