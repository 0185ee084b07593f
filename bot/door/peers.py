"""Which network address a request comes from, proxies of ours looked through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING

from bot.door.guard import peer_of

if TYPE_CHECKING:
    from aiohttp import web


def source_behind(
    proxies: Sequence[IPv4Network | IPv6Network],
) -> Callable[[web.BaseRequest], str]:
    """
    A reader of a request's source.

    `X-Forwarded-For` counts only as far as proxies of ours vouch for it: read from its end, the
    first address that is none of theirs is the source. Whatever else stands there is hearsay.
    """

    def ours(address: IPv4Address | IPv6Address) -> bool:
        return any(address in network for network in proxies)

    def source(request: web.BaseRequest) -> str:
        peer = peer_of(request.transport) if request.transport is not None else ""
        if not proxies or not peer or not ours(ip_address(peer)):
            return peer
        hops = ",".join(request.headers.getall("X-Forwarded-For", ())).split(",")
        for hop in reversed(hops):
            try:
                address = ip_address(hop.strip())
            except ValueError:
                return peer
            if not ours(address):
                return str(address)
            peer = str(address)
        return peer

    return source
