"""
Fetches the bytes of what somebody sent on Zalo: from Zalo's own media hosts only.

The address comes with a message, so it is trusted no further than its host. It is public and may
expire. No redirect is followed, and reading stops at the size limit.
"""

from __future__ import annotations

import re
from http import HTTPStatus

import aiohttp
from yarl import URL

from bot.keeping import Missing

HTTPS = 443
MAX_FILE = 20 * 1024 * 1024
SECONDS = 60.0

HOSTS = ("zdn.vn", "zadn.vn", "dlfl.vn", "dlmd.me", "zalo.me", "zaloapp.com", "zaloplatforms.com")
"""Domains of Zalo's under which media of chats have been seen, and its own."""

GONE = frozenset({HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
"""How a media host says that an address has expired."""

_PLAIN = re.compile(r"[\x21-\x7e]+")


async def download(session: aiohttp.ClientSession, remote: str, api: str) -> bytes:
    """The bytes at `remote`, a host of Zalo's or the one that `api` names; raises `Missing`."""
    address = own(remote, api)
    patience = aiohttp.ClientTimeout(total=SECONDS, sock_connect=5, sock_read=10)
    try:
        async with session.get(address, allow_redirects=False, timeout=patience) as response:
            if response.status in GONE:
                raise Missing("gone", again=False)
            if response.status != HTTPStatus.OK:
                raise Missing("unreachable", again=True)
            content = bytearray()
            async for chunk in response.content.iter_any():
                content += chunk
                if len(content) > MAX_FILE:
                    raise Missing("too-big", again=False)
            return bytes(content)
    except (aiohttp.ClientError, TimeoutError):
        raise Missing("unreachable", again=True) from None


def own(remote: str, api: str) -> URL:
    """The address, if Zalo itself serves it; else raises `Missing`."""
    try:
        # As it is: an address may be signed, letter by letter.
        address = URL(remote if _PLAIN.fullmatch(remote) else "", encoded=True)
        trusted = address.origin() == URL(api).origin() or _on_zalo(address)
    except ValueError:
        trusted = False
    if not trusted:
        raise Missing("gone", again=False)
    return address


def _on_zalo(address: URL) -> bool:
    host = (address.host or "").lower()
    ours = any(host == domain or host.endswith(f".{domain}") for domain in HOSTS)
    return ours and address.scheme == "https" and address.port == HTTPS and not address.user
