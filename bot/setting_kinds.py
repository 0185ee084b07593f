"""
How the text of a setting becomes its value, kind by kind.

A reader raises `Mistake` with the key of what to say; it never repeats what was typed, so a
secret in the wrong place does not reach a log.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import time
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from urllib.parse import urlsplit

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_TELEGRAM_NAME = re.compile(r"[A-Za-z0-9_]{5,32}", re.ASCII)
SITE_CODE = re.compile(
    r"""^(?P<bare>[\w-]{8,100})$|zalo-platform-site-verification["'][^>]*content=["'](?P<within>[\w-]{8,100})["']""",
    re.ASCII,
)
SAMPLES = frozenset(
    {
        "changeme",
        "change-me",
        "password",
        "secret",
        "secretsecret",
        "example",
        "12345678",
        "test1234",
    }
)


class Mistake(ValueError):
    """A setting that cannot be used; `key` and `args` name the sentence that says why."""

    def __init__(self, key: str, **args: str) -> None:
        super().__init__(key)
        self.key = key
        self.args_said = args


@dataclass(frozen=True, slots=True)
class Secret:
    """A value that must not be seen; only `value` gives it away."""

    value: str = field(repr=False)

    def __repr__(self) -> str:
        return "****" if self.value else "''"

    __str__ = __repr__

    def __bool__(self) -> bool:
        return bool(self.value)


Network = IPv4Network | IPv6Network
QuietHours = tuple[time, time] | None


def text(given: str) -> str:
    """Any text."""
    return given


def folder(given: str) -> Path:
    """A path; it need not exist yet."""
    return Path(given)


def number(least: int, most: int) -> Callable[[str], int]:
    """A whole number within bounds."""

    def read(given: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", given) or not least <= int(given) <= most:
            raise Mistake("mistake-number", least=str(least), most=str(most))
        return int(given)

    return read


def maybe(read: Callable[[str], int]) -> Callable[[str], int | None]:
    """The same, or nothing where nothing is given."""
    return lambda given: read(given) if given else None


def one_of(*words: str) -> Callable[[str], str]:
    """One of a few words."""

    def read(given: str) -> str:
        if given.lower() not in words:
            raise Mistake("mistake-word", words=" | ".join(words))
        return given.lower()

    return read


def url(given: str) -> str:
    """An http or https address without a trailing slash, or nothing."""
    if not given:
        return ""
    parts = urlsplit(given)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise Mistake("mistake-url")
    if parts.username or parts.password:
        raise Mistake("mistake-url-password")
    return given.rstrip("/")


def public_url(given: str) -> str:
    """Our own address as others see it: https, unless it is this machine itself."""
    address = url(given)
    parts = urlsplit(address)
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise Mistake("mistake-public-url")
    return address


def proxy(given: str) -> Secret:
    """An outgoing proxy, which may carry a name and a password."""
    if given and (urlsplit(given).scheme != "http" or not urlsplit(given).hostname):
        raise Mistake("mistake-proxy")
    return Secret(given)


def database(given: str) -> Secret:
    """A database address, which may carry a password, or a file's path; or nothing."""
    scheme = given.partition("://")[0].partition("+")[0] if "://" in given else "sqlite"
    if scheme not in {"sqlite", "postgresql", "postgres"}:
        raise Mistake("mistake-database")
    return Secret(given)


def secret(given: str) -> Secret:
    """Any secret."""
    return Secret(given)


def keys(given: str) -> tuple[Secret, ...]:
    """A key of our own, or two during a rotation, comma-separated; long and no samples."""
    values = [value.strip() for value in given.split(",") if value.strip()]
    if len(values) > 2:
        raise Mistake("mistake-two-secrets")
    if any(len(value) < 32 or len(set(value)) < 8 for value in values):
        raise Mistake("mistake-key")
    return tuple(map(Secret, values))


def telegram_name(given: str) -> str:
    """The name of a bot on Telegram, without the @; or nothing."""
    name = given.removeprefix("@")
    if name and not _TELEGRAM_NAME.fullmatch(name):
        raise Mistake("mistake-telegram-name")
    return name


def digits(given: str) -> str:
    """An identifier that is a number, as text; or nothing."""
    if given and not re.fullmatch(r"[0-9]{1,32}", given):
        raise Mistake("mistake-digits")
    return given


def verifier(given: str) -> Secret:
    """What proves a permission link ours (RFC 7636, as narrow as Zalo has it); or nothing."""
    if given and not re.fullmatch(r"[A-Za-z0-9]{43}", given):
        raise Mistake("mistake-verifier")
    return Secret(given)


def site_proof(given: str) -> str:
    """The code by which Zalo knows a domain, or the whole page that it stands in; or nothing."""
    if given and not site_code(given):
        raise Mistake("mistake-site-proof")
    return given


def site_code(proof: str) -> str:
    """The code in what shows Zalo whose domain this is; empty where there is none."""
    found = SITE_CODE.search(proof)
    return (found["bare"] or found["within"]) if found else ""


def secrets(given: str) -> tuple[Secret, ...]:
    """One secret, or two during a rotation, comma-separated; long enough and no samples."""
    values = [value.strip() for value in given.split(",") if value.strip()]
    if len(values) > 2:
        raise Mistake("mistake-two-secrets")
    if any(len(value) < 8 or value.lower() in SAMPLES for value in values):
        raise Mistake("mistake-weak-secret")
    return tuple(map(Secret, values))


def header_secrets(given: str) -> tuple[Secret, ...]:
    """Secrets that travel in a header of Telegram's: its manual allows 1-256 of A-Z a-z 0-9 _ -."""
    values = secrets(given)
    if not all(re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.value) for value in values):
        raise Mistake("mistake-header-secret")
    return values


def networks(given: str) -> tuple[Network, ...]:
    """Addresses or ranges, comma-separated."""
    try:
        return tuple(ip_network(part.strip()) for part in given.split(",") if part.strip())
    except ValueError:
        raise Mistake("mistake-networks") from None


def hosts(given: str) -> tuple[str, ...]:
    """Host names as browsers send them, comma-separated, without a scheme."""
    names = tuple(part.strip().lower() for part in given.split(",") if part.strip())
    if any("/" in name or " " in name for name in names):
        raise Mistake("mistake-hosts")
    return names


def quiet_hours(given: str) -> QuietHours:
    """`20:00-07:00`, or `none`."""
    if given.lower() == "none":
        return None
    try:
        start, end = (time.fromisoformat(part.strip()) for part in given.split("-"))
    except ValueError:
        raise Mistake("mistake-quiet-hours") from None
    return start, end
