"""How many connections there are, in all and from one address, and how long they may dawdle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_address


@dataclass(frozen=True, slots=True)
class Limits:
    """For the first head of a connection, for an answer that is not read, and for their number."""

    head_seconds: float = 10.0
    unread_seconds: float = 30.0
    most: int = 1000
    most_from_one: int = 200


class Crowd:
    """
    Admits connections up to both limits.

    This machine and the `proxies` bring other people's connections, so for them only the limit
    in all counts.
    """

    def __init__(self, limits: Limits, proxies: Sequence[IPv4Network | IPv6Network] = ()) -> None:
        self.limits = limits
        self._proxies = proxies
        self._all = 0
        self._from: Counter[str] = Counter()

    def enter(self, address: str) -> bool:
        """Whether one more from this address is admitted."""
        if self._all >= self.limits.most:
            return False
        crowded = self._from[address] >= self.limits.most_from_one
        if crowded and not self._brings_others(address):
            return False
        self._all += 1
        self._from[address] += 1
        return True

    def leave(self, address: str) -> None:
        """One that was admitted is gone."""
        self._all -= 1
        self._from[address] -= 1
        if not self._from[address]:
            del self._from[address]

    def _brings_others(self, address: str) -> bool:
        if not address:
            return True
        one = ip_address(address)
        return one.is_loopback or any(one in proxies for proxies in self._proxies)
