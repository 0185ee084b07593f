"""
The first grant: an admin of the Official Account opens a link, consents, and returns with a code.

The link carries a `state` of ours that is good once and for half an hour, and a proof (PKCE) whose
other half stays here; where the console wants a fixed proof, the settings name it. What comes back
without such a state, or for another account, changes nothing.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
import string
from base64 import urlsafe_b64encode
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from aiohttp import web

from bot.channels.zalo_oauth import Denied
from bot.setting_kinds import site_code
from bot.tell import tell
from storage.sealing import WrongKey
from storage.zalo_attempts import NoAttempt, begin_attempt, end_attempt
from storage.zalo_tokens import Pair

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.channels.zalo_oauth import OAuth
    from bot.settings import Settings
    from storage.sealing import Seal
    from storage.zalo_tokens import Grants

PERMISSION = "/v4/oa/permission"
CALLBACK = "/zalo/callback"
LETTERS = string.ascii_letters + string.digits
LONGEST = 2048

SITE = (
    '<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
    '<meta property="zalo-platform-site-verification" content="{code}">\n'
    "<title>Zalo</title>\n</head>\n<body></body>\n</html>\n"
)

log = logging.getLogger(__name__)


async def permission_link(settings: Settings, engine: AsyncEngine, seal: Seal, account: str) -> str:
    """A link to consent by; whoever comes back from it is known."""
    state = secrets.token_urlsafe(24)
    verifier = settings.zalo_code_verifier.value or new_verifier()
    await begin_attempt(engine, seal, account, state, verifier)
    query = {
        "app_id": settings.zalo_app_id,
        "redirect_uri": settings.public_url + CALLBACK,
        "code_challenge": challenge_of(verifier),
        "state": state,
    }
    return f"{settings.zalo_oauth_api}{PERMISSION}?{urlencode(query)}"


def new_verifier() -> str:
    """A proof that nobody can guess, in the letters that Zalo takes."""
    return "".join(secrets.choice(LETTERS) for _ in range(43))


def challenge_of(verifier: str) -> str:
    """The half of the proof that travels in the link."""
    digest = hashlib.sha256(verifier.encode("ascii")).digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode()


@dataclass(frozen=True, slots=True)
class Callback:
    """Where the admin's browser comes back to; `granted` is told of a new grant."""

    oa_id: str
    account: str
    engine: AsyncEngine
    seal: Seal
    grants: Grants
    oauth: OAuth
    granted: Callable[[], Awaitable[object]]

    async def receive(self, request: web.Request) -> web.Response:
        """`GET /zalo/callback`: in plain words what came of it."""
        code, state, oa_id = (request.query.get(name, "") for name in ("code", "state", "oa_id"))
        if not code or not state or len(code) + len(state) > LONGEST:
            return _page("zalo-callback-strange", 400)
        if oa_id and oa_id != self.oa_id:
            return _page("zalo-callback-other", 403)
        try:
            verifier = await end_attempt(self.engine, self.seal, self.account, state)
        except (NoAttempt, WrongKey):
            return _page("zalo-callback-old", 403)
        answer = await self.oauth.exchange(code, verifier)
        match answer:
            case Pair():
                await self.grants.begin(answer)
                log.warning("zalo: a new grant was given")
                await self.granted()
                return _page("zalo-callback-done", 200)
            case Denied(number):
                log.error("zalo: no grant: %s", answer.words)
                return _page("zalo-callback-denied", 502, code=str(number))
        log.error("zalo: no grant: %s", answer.words)
        return _page("zalo-callback-lost", 502)


def site_proof(proof: str) -> web.RouteDef:
    """The file that shows Zalo whose domain this is; `proof` is its code or its content."""
    code = site_code(proof)
    if not code:
        raise ValueError("there is no code in the proof")
    page = SITE.format(code=code) if code == proof else proof

    async def show(_request: web.Request) -> web.Response:
        return web.Response(text=page, content_type="text/html")

    return web.get(f"/zalo_verifier{code}.html", show)


def _page(key: str, status: int, **args: str) -> web.Response:
    headers = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
    return web.Response(status=status, text=tell(key, **args), headers=headers)
