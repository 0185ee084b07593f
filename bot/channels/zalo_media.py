"""
Fetches the bytes of what somebody sent on Zalo: from Zalo's own media hosts only.

The address comes with a message, so it is trusted no further than its host; from one of Zalo's
hosts a redirect leads to another, and nowhere else. It is public and may expire.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING

from yarl import URL

from bot.channels.fetching import read
from bot.keeping import Missing

if TYPE_CHECKING:
    import aiohttp

HTTPS = 443

HOSTS = ("zdn.vn", "zadn.vn", "dlfl.vn", "dlmd.me", "zalo.me", "zaloapp.com", "zaloplatforms.com")
"""Domains of Zalo's under which media of chats have been seen, and its own."""

GONE = frozenset({HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
"""How a media host says that an address has expired."""

_PLAIN = re.compile(r"[\x21-\x7e]+")


async def download(session: aiohttp.ClientSession, remote: str, api: str) -> bytes:
    """The bytes at `remote`, a host of Zalo's or the one that `api` names; raises `Missing`."""
    return await read(session, own(remote, api), GONE, lambda there: own(there, api))


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
