"""
The environment, read once into a frozen `Settings`; every mistake in it is reported together.

A setting is an environment variable `BOT_…`, or a file named by `BOT_…_FILE` (a mounted secret).
"""

# ruff: noqa: RUF009 (the call makes a field, it is no default)
from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from bot import setting_kinds as kinds
from bot.setting_kinds import LOOPBACK, Mistake, Network, QuietHours, Secret
from bot.tell import tell

PREFIX = "BOT_"
FILE = "_FILE"
OWN_PACK = Path(__file__).parent.parent / "content" / "tuyen-quang"
OWN_TERMS = Path(__file__).parent.parent / "content" / "operator" / "zalo.toml"
EVERYWHERE = frozenset({"", "0.0.0.0", "::"})  # noqa: S104 (named, not bound)
TELEGRAM = "https://api.telegram.org"

TOKEN = r"\d{6,12}:[A-Za-z0-9_-]{30,50}"  # noqa: S105 (its shape)
ANY_TOKEN = r"\d{1,16}:[A-Za-z0-9_-]{3,80}"  # noqa: S105
ZALO_BOT_TOKEN = r"[0-9]{1,20}:[A-Za-z0-9_.~+=-]{3,200}"  # noqa: S105

T = TypeVar("T")


def setting(read: Callable[[str], T], default: str = "") -> T:
    """A field of `Settings`: how its text is read, and the text that stands in for none."""
    made: T = field(metadata={"read": read, "default": default})
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """
    What the person who runs the program decides; its `repr` shows no secret.

    An empty token means that the channel is off. Port 0 asks the system for a free one.
    """

    host: str = setting(kinds.text, "127.0.0.1")
    port: int = setting(kinds.number(0, 65535), "8080")
    public_url: str = setting(kinds.public_url)
    data_dir: Path = setting(kinds.folder, "data")
    database_url: Secret = setting(kinds.database)
    content: Path = setting(kinds.folder, str(OWN_PACK))
    secret_key: tuple[Secret, ...] = setting(kinds.keys)

    telegram_token: Secret = setting(kinds.secret)
    telegram_mode: str = setting(kinds.one_of("polling", "webhook"), "polling")
    telegram_api: str = setting(kinds.url, TELEGRAM)
    telegram_secret: tuple[Secret, ...] = setting(kinds.header_secrets)
    telegram_name: str = setting(kinds.telegram_name)
    telegram_rate: int = setting(kinds.number(1, 1000), "24")

    zalo_oa_id: str = setting(kinds.digits)
    zalo_app_id: str = setting(kinds.digits)
    zalo_app_secret: tuple[Secret, ...] = setting(kinds.secrets)
    zalo_oa_secret_key: tuple[Secret, ...] = setting(kinds.secrets)
    zalo_refresh_token: Secret = setting(kinds.secret)
    zalo_code_verifier: Secret = setting(kinds.verifier)
    zalo_site_proof: str = setting(kinds.site_proof)
    zalo_terms: Path = setting(kinds.folder, str(OWN_TERMS))
    zalo_package: str = setting(kinds.text, "growth")
    zalo_api: str = setting(kinds.url, "https://openapi.zalo.me")
    zalo_business_api: str = setting(kinds.url, "https://business.openapi.zalo.me")
    zalo_oauth_api: str = setting(kinds.url, "https://oauth.zaloapp.com")
    zalo_rate: int = setting(kinds.number(1, 1000), "10")
    zalo_bot_token: Secret = setting(kinds.secret)
    zalo_bot_mode: str = setting(kinds.one_of("polling", "webhook"), "polling")
    zalo_bot_api: str = setting(kinds.url, "https://bot-api.zaloplatforms.com")
    zalo_bot_secret: tuple[Secret, ...] = setting(kinds.header_secrets)

    smtp_host: str = setting(kinds.text)
    smtp_port: int = setting(kinds.number(1, 65535), "587")
    smtp_user: str = setting(kinds.text)
    smtp_password: Secret = setting(kinds.secret)
    smtp_from: str = setting(kinds.text)
    smtp_security: str = setting(kinds.one_of("starttls", "tls", "none"), "starttls")

    metrics_port: int | None = setting(kinds.maybe(kinds.number(1, 65535)))
    trusted_proxies: tuple[Network, ...] = setting(kinds.networks)
    allowed_hosts: tuple[str, ...] = setting(kinds.hosts)
    http_proxy: Secret = setting(kinds.proxy)
    log: str = setting(kinds.one_of("debug", "info", "warning", "error"), "info")
    beat: int = setting(kinds.number(1, 60), "3")
    chat_limit: int = setting(kinds.number(0, 100_000), "90")
    closing_day: int = setting(kinds.number(1, 31), "31")
    quiet_hours: QuietHours = setting(kinds.quiet_hours, "20:00-07:00")

    @property
    def database(self) -> str:
        """Where everything is kept; one SQLite file in the data folder unless another is named."""
        return self.database_url.value or str(self.data_dir / "bot.sqlite3")

    @property
    def hosts(self) -> frozenset[str]:
        """The host names we answer to, without ports; this machine's own are always among them."""
        own = {urlsplit(self.public_url).hostname or "", self.host.strip("[]")}
        return frozenset(self.allowed_hosts) | (own - EVERYWHERE) | LOOPBACK


class SettingsError(Exception):
    """The environment cannot be used; `lines` says everything that is wrong with it."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


def read_settings(environ: Mapping[str, str]) -> Settings:
    """The settings in an environment; raises `SettingsError` with all its mistakes."""
    values: dict[str, Any] = {}
    lines: list[str] = []
    for one in fields(Settings):
        name = PREFIX + one.name.upper()
        try:
            values[one.name] = one.metadata["read"](_given(name, environ, one))
        except Mistake as mistake:
            lines.append(_line(name, mistake))
    lines += (_line(name, mistake) for name, mistake in _misfits(values))
    if lines:
        raise SettingsError(lines)
    return Settings(**values)


def unknown_settings(environ: Mapping[str, str]) -> list[str]:
    """One line for each `BOT_…` name that is no setting of ours, with the nearest that is."""
    known = [PREFIX + one.name.upper() for one in fields(Settings)]
    strange = sorted(
        name
        for name in environ
        if name.startswith(PREFIX) and name not in known and name.removesuffix(FILE) not in known
    )
    return [
        tell(
            "setting-unknown",
            name=name,
            nearest=(difflib.get_close_matches(name, known) or ["-"])[0],
        )
        for name in strange
    ]


def _given(name: str, environ: Mapping[str, str], one: Field[Any]) -> str:
    """What the environment says, directly or in a file, else the default."""
    direct = environ.get(name, "").strip()
    file = environ.get(name + FILE, "").strip()
    if direct and file:
        raise Mistake("mistake-twice")
    if not file:
        return direct or str(one.metadata["default"])
    try:
        return Path(file).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise Mistake("mistake-file") from None


def _misfits(values: Mapping[str, Any]) -> Iterator[tuple[str, Mistake]]:
    """Settings that are fine alone and wrong together; silent about those that are wrong alone."""
    yield from _telegram_misfits(values)
    yield from _zalo_misfits(values)
    yield from _zalo_bot_misfits(values)
    if values.get("smtp_host") and "@" not in values.get("smtp_from", "@"):
        yield "BOT_SMTP_FROM", Mistake("mistake-smtp-from")


def _telegram_misfits(values: Mapping[str, Any]) -> Iterator[tuple[str, Mistake]]:
    token = values.get("telegram_token")
    if not token:
        return
    # Another server that speaks the Bot API may have tokens of its own making.
    shape = TOKEN if values.get("telegram_api") == TELEGRAM else ANY_TOKEN
    if not re.fullmatch(shape, token.value):
        yield "BOT_TELEGRAM_TOKEN", Mistake("mistake-telegram-token")
    if values.get("telegram_mode") == "webhook" and values.get("telegram_secret") == ():
        yield "BOT_TELEGRAM_SECRET", Mistake("mistake-webhook-secret")


def _zalo_misfits(values: Mapping[str, Any]) -> Iterator[tuple[str, Mistake]]:
    """An Official Account cannot do without its app; the secret of its webhook may come later."""
    if values.get("zalo_oa_id"):
        for name in ("zalo_app_id", "zalo_app_secret"):
            if name in values and not values[name]:
                yield PREFIX + name.upper(), Mistake("mistake-zalo-oa")
    elif values.get("zalo_refresh_token") and "zalo_oa_id" in values:
        yield "BOT_ZALO_OA_ID", Mistake("mistake-zalo-oa-id")


def _zalo_bot_misfits(values: Mapping[str, Any]) -> Iterator[tuple[str, Mistake]]:
    token = values.get("zalo_bot_token")
    if not token:
        return
    if not re.fullmatch(ZALO_BOT_TOKEN, token.value):
        yield "BOT_ZALO_BOT_TOKEN", Mistake("mistake-zalo-bot-token")
    if values.get("zalo_bot_mode") == "webhook" and values.get("zalo_bot_secret") == ():
        yield "BOT_ZALO_BOT_SECRET", Mistake("mistake-zalo-bot-secret")


def _line(name: str, mistake: Mistake) -> str:
    return f"{name}: {tell(mistake.key, **mistake.args_said)}"
