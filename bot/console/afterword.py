"""
What is said on top of the page that follows a form, once.

It travels in a cookie, sealed for the session, so that nobody else can put words on our pages; the
page that shows it takes the cookie away.
"""

from __future__ import annotations

import hashlib
import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiohttp import web

    from bot.console.visit import Visit

COOKIE = "staff-told"
LONGEST = 1000
SECONDS = 60


def tell_next(visit: Visit, response: web.StreamResponse, words: str) -> None:
    """Have the next page of this session say it."""
    text = urlsafe_b64encode(words.encode()[:LONGEST]).decode()
    _set(visit, response, f"{text}.{_sealed(visit, text)}", SECONDS)


def told(visit: Visit, cookie: str) -> str:
    """What the page before had to say; empty for what is not ours."""
    text, _, seal = cookie.partition(".")
    if not hmac.compare_digest(seal.encode(), _sealed(visit, text).encode()):
        return ""
    return urlsafe_b64decode(text).decode(errors="ignore")


def said(visit: Visit, response: web.StreamResponse) -> None:
    """It was shown, and is not shown again."""
    _set(visit, response, "", 0)


def _sealed(visit: Visit, text: str) -> str:
    return hmac.new(visit.token.encode(), text.encode(), hashlib.sha256).hexdigest()


def _set(visit: Visit, response: web.StreamResponse, value: str, seconds: int) -> None:
    response.set_cookie(
        COOKIE,
        value,
        max_age=seconds,
        path="/staff",
        secure=not visit.local,
        httponly=True,
        samesite="Lax",
    )
