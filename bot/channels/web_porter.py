"""
Who may speak to the web chat, and as whom.

A visitor is known by a cookie that no script can read; the address in our tables is made from it
and cannot be turned back, so that whoever reads the tables cannot speak as somebody else. What
changes something must come from our own page: the browser says so in `Origin` and
`Sec-Fetch-Site`, which no other page can forge.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable
from ipaddress import ip_address

from aiohttp import web

TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
YEAR = 365 * 24 * 3600


class Porter:
    """
    Reads and writes the cookie, and turns strangers away with 401 or 403.

    `secure` says that people reach us by https; without it (this machine's own demo) the cookie
    has a plain name. `source_of` gives the network address that a request comes from.
    """

    def __init__(self, source_of: Callable[[web.BaseRequest], str], *, secure: bool) -> None:
        self._source_of = source_of
        self.secure = secure
        self.cookie = "__Host-talk" if secure else "talk"

    def visitor(self, request: web.BaseRequest) -> str:
        """The address of whoever asks; somebody without our cookie is answered 401."""
        token = request.cookies.get(self.cookie, "")
        if not TOKEN.fullmatch(token):
            raise web.HTTPUnauthorized
        return hashlib.sha256(f"web chat\0{token}".encode()).hexdigest()[:40]

    def source(self, request: web.BaseRequest) -> str:
        """Where a request comes from; nothing for this machine, whose proxy brings others'."""
        source = self._source_of(request)
        return "" if not source or ip_address(source).is_loopback else source

    def need_own_page(self, request: web.BaseRequest) -> None:
        """Answer 403 unless our own page sent this."""
        if request.headers.get("Origin", "").lower() != self.origin(request):
            raise web.HTTPForbidden
        self.need_own_site(request)

    def need_own_site(self, request: web.BaseRequest) -> None:
        """Answer 403 to a request that a browser sends for another site's page."""
        if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
            raise web.HTTPForbidden

    def origin(self, request: web.BaseRequest) -> str:
        """Our own origin as this visitor's browser writes it; the server vouches for the host."""
        return f"{'https' if self.secure else 'http'}://{request.host.lower()}"

    def welcome(self, request: web.BaseRequest, response: web.StreamResponse) -> None:
        """Give the visitor a cookie, or a year more for the one they have."""
        token = request.cookies.get(self.cookie, "")
        if not TOKEN.fullmatch(token):
            token = secrets.token_urlsafe(32)
        self._set(response, token, YEAR)

    def forget(self, response: web.StreamResponse) -> None:
        """Take the cookie away; what it stood for cannot be reached from this machine any more."""
        self._set(response, "", 0)

    def _set(self, response: web.StreamResponse, token: str, seconds: int) -> None:
        response.set_cookie(
            self.cookie,
            token,
            max_age=seconds,
            path="/",
            secure=self.secure,
            httponly=True,
            samesite="Lax",
        )
