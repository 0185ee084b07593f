"""What the doctor looks at on Zalo: the Official Account with its tokens, and the bot."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import OperationalError, ProgrammingError, SQLAlchemyError

from bot.commands.finding import Finding, bad, good
from bot.own_key import NoKey, keys
from handlers.days import VIETNAM
from storage.columns import Granting
from storage.engine import database_url, open_reader

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.zalo_tokens import Grant


def zalo(settings: Settings) -> Iterator[Finding]:
    """Both kinds of Zalo, one after the other."""
    yield from _official(settings)
    yield from _bot(settings)


def _official(settings: Settings) -> Iterator[Finding]:
    if not settings.zalo_oa_id:
        yield good("zalo-oa-off")
        return
    yield from _surroundings(settings)
    yield from _package(settings)
    yield from _grant(settings)
    yield from _silence(settings)


def _silence(settings: Settings) -> Iterator[Finding]:
    """Whether Zalo still brings what people say."""
    from bot.channels.zalo_access import account_of
    from bot.channels.zalo_silence import silent_hours
    from storage.heard import Lately, heard_lately

    async def look() -> Lately:
        reader = open_reader(settings.database)
        try:
            return await heard_lately(reader, account_of(settings))
        finally:
            await reader.dispose()

    url = database_url(settings.database)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        return
    try:
        lately = asyncio.run(look())
    except (SQLAlchemyError, OSError):
        return
    if hours := silent_hours(lately, datetime.now(UTC)):
        yield bad("doctor-zalo-nothing-heard", hours=str(hours))
    elif lately.newest is not None:
        yield good("doctor-zalo-heard", time=_shown(lately.newest))


def _surroundings(settings: Settings) -> Iterator[Finding]:
    """What the console is told, and what it tells us."""
    if not settings.public_url.startswith("https:"):
        yield bad("doctor-zalo-no-address")
    else:
        yield good("doctor-zalo-address", url=settings.public_url)
    if not settings.zalo_oa_secret_key:
        yield bad("doctor-zalo-no-oa-secret")
    if not settings.zalo_site_proof:
        yield good("doctor-zalo-no-proof")


def _package(settings: Settings) -> Iterator[Finding]:
    from bot.channels.zalo_terms import TermsError, read_terms

    try:
        terms = read_terms(settings.zalo_terms)
    except TermsError as mistakes:
        yield bad("doctor-zalo-terms", reason="; ".join(mistakes.lines))
        return
    package = terms.packages.get(settings.zalo_package)
    if package is None:
        known = ", ".join(terms.packages)
        yield bad("doctor-zalo-package-unknown", name=settings.zalo_package, known=known)
    elif not package.openapi:
        yield bad("doctor-zalo-package-closed", name=settings.zalo_package)
    else:
        yield good(
            "doctor-zalo-package",
            name=settings.zalo_package,
            minute=str(package.requests_per_minute),
            month=str(package.messages_per_month),
            price=str(package.message_price),
        )


def _grant(settings: Settings) -> Iterator[Finding]:
    from storage.sealing import WrongKey

    url = database_url(settings.database)
    sqlite = url.get_backend_name() == "sqlite"
    there = not sqlite or Path(url.database or "").exists()
    try:
        grant = asyncio.run(_stored(settings)) if there else None
    except NoKey:
        if not sqlite:
            yield bad("zalo-no-key")
            return
        grant = None
    except WrongKey:
        yield bad("zalo-wrong-key")
        return
    except (SQLAlchemyError, OSError) as trouble:
        yield bad("doctor-database-bad", reason=type(trouble).__name__)
        return
    if not settings.secret_key:
        yield good("doctor-zalo-own-key", folder=str(settings.data_dir))
    if grant is None:
        pasted = settings.zalo_refresh_token
        yield good("doctor-zalo-pasted") if pasted else bad("doctor-zalo-no-grant")
        return
    yield from _standing(grant, datetime.now(UTC))
    if grant.status is not Granting.DEAD and grant.pair.access:
        yield _seen(settings, grant.pair.access)


async def _stored(settings: Settings) -> Grant | None:
    """The grant in the database; a database without the table has none."""
    from bot.channels.zalo_access import account_of
    from storage.sealing import Seal
    from storage.zalo_tokens import Grants

    reader = open_reader(settings.database)
    try:
        return await Grants(reader, reader, Seal(keys(settings)), account_of(settings)).find()
    except (OperationalError, ProgrammingError):
        return None
    finally:
        await reader.dispose()


def _standing(grant: Grant, now: datetime) -> Iterator[Finding]:
    from bot.channels.zalo_token_states import ends_soon

    match grant.status:
        case Granting.DEAD:
            yield bad("doctor-zalo-dead", reason=grant.last_error)
        case Granting.AMBIGUOUS:
            yield bad("doctor-zalo-ambiguous", reason=grant.last_error)
        case _ if grant.last_error:
            yield bad("doctor-zalo-refused", reason=grant.last_error)
        case _:
            yield good("doctor-zalo-granted", time=_shown(grant.pair.access_expires_at))
    if grant.status is not Granting.DEAD and ends_soon(grant.pair, now):
        yield bad("doctor-zalo-ends", time=_shown(grant.pair.refresh_expires_at))


def _shown(moment: datetime) -> str:
    return f"{moment.astimezone(VIETNAM):%H:%M %d/%m/%Y}"


@dataclass(frozen=True, slots=True)
class _OneToken:
    """A token that is only tried, never replaced: that is for the running program to do."""

    token: str

    async def current(self) -> str:
        return self.token

    async def refused(self, token: str) -> str:
        return token

    async def accepted(self, token: str) -> None:
        """Nobody is to be told."""

    async def pinned(self) -> str:
        return ""

    async def pin(self, endpoint: str) -> None:
        """Nothing is sent here."""


def _seen(settings: Settings, token: str) -> Finding:
    """Whether Zalo knows us by this token, and as whom."""
    from bot.channels.calling import CallFailed
    from bot.channels.zalo_oa_calls import Calls
    from bot.channels.zalo_request import Answer

    async def ask() -> Answer:
        secrets = [secret.value for secret in settings.zalo_app_secret[::-1]]
        proxy = settings.http_proxy.value
        api, business = settings.zalo_api, settings.zalo_business_api
        async with Calls(_OneToken(token), api, business, proxy, 1, secrets) as calls:
            return await calls.about()

    try:
        answer = asyncio.run(ask())
    except CallFailed as failure:
        return bad("doctor-zalo-silent", reason=str(failure))
    if answer.error:
        return bad("doctor-zalo-error", code=str(answer.error))
    named = str(answer.data.get("oaid") or answer.data.get("oa_id") or settings.zalo_oa_id)
    if named != settings.zalo_oa_id:
        return bad("doctor-zalo-other", name=str(answer.data.get("name", "")), id=named)
    return good(
        "doctor-zalo-seen",
        name=str(answer.data.get("name", "")),
        package=str(answer.data.get("package_name") or "-"),
    )


def _bot(settings: Settings) -> Iterator[Finding]:
    if not settings.zalo_bot_token:
        yield good("zalo-bot-off")
        return
    from bot.channels.zalo_bot_account import look

    sight = asyncio.run(look(settings))
    if sight.trouble:
        yield bad("doctor-zalo-bot-bad", reason=sight.trouble)
        return
    yield good("doctor-zalo-bot-good", name=sight.name)
    if settings.zalo_bot_mode == "polling":
        yield good("doctor-zalo-bot-polling")
    elif not sight.webhook:
        yield bad("doctor-zalo-bot-no-webhook")
    else:
        yield good("doctor-zalo-bot-webhook")
