"""
All that opens the Official Account to us: its tokens, the way to a grant, and our domain's proof.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from bot.channels.zalo_grant import CALLBACK, Callback
from bot.channels.zalo_oauth import USUAL_REFRESH_LIFE, OAuth
from bot.channels.zalo_tokens import Tokens
from bot.clock import now
from bot.own_key import keys_made
from storage.sealing import Seal
from storage.zalo_tokens import Grants, Pair

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Access:
    """The tokens of one account, and where its admin comes back to."""

    tokens: Tokens
    callback: Callback

    def routes(self) -> Iterator[web.RouteDef]:
        """Where an admin comes back to after consenting."""
        yield web.get(CALLBACK, self.callback.receive)


def account_of(settings: Settings) -> str:
    """The account's name in every key."""
    return f"zalo_oa:{settings.zalo_oa_id}"


@asynccontextmanager
async def open_access(
    settings: Settings,
    engine: AsyncEngine,
    reader: AsyncEngine,
    now: Callable[[], datetime] = now,
) -> AsyncIterator[Access]:
    """
    The access that the settings describe; a refresh token pasted there is taken where it is wanted.

    Raises `NoKey` where tokens cannot be sealed.
    """
    account, seal = account_of(settings), Seal(keys_made(settings))
    grants = Grants(engine, reader, seal, account)
    if pasted := settings.zalo_refresh_token.value:
        moment = now()
        await grants.paste(Pair("", pasted, moment, moment, moment + USUAL_REFRESH_LIFE))
    secret = settings.zalo_app_secret[-1].value
    async with OAuth(
        settings.zalo_oauth_api, settings.zalo_app_id, secret, settings.http_proxy.value, now
    ) as oauth:
        tokens = Tokens(grants, oauth, now)
        callback = Callback(settings.zalo_oa_id, account, engine, seal, grants, oauth, tokens.look)
        try:
            yield Access(tokens, callback)
        finally:
            await tokens.close()
