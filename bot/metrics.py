"""
Figures for whoever watches the program with Prometheus, on 127.0.0.1 alone.

They count events and say what waits and which channel is lost; nobody's name, number or address is
among them, nor an account's.
"""

from __future__ import annotations

import logging
import os
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from aiohttp import web
from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.exposition import choose_encoder
from prometheus_client.registry import Collector

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from prometheus_client import Metric

    from bot.house import House

HOST = "127.0.0.1"
PATH = "/metrics"

log = logging.getLogger(__name__)


class Figures(Collector):
    """What the parts of the program count anyway, read when it is asked for."""

    def __init__(self, house: House) -> None:
        self._house = house

    def collect(self) -> Iterator[Metric]:
        """All figures, at this moment."""
        yield from self._lane()
        yield self._webhooks()
        yield self._channels()

    def _lane(self) -> Iterator[Metric]:
        lane = self._house.lane
        counts = lane.counts
        yield CounterMetricFamily("bot_turns", "Events that were heard.", counts.turns)
        yield CounterMetricFamily("bot_batches", "Transactions they shared.", counts.batches)
        yield CounterMetricFamily("bot_duplicates", "Brought again.", counts.duplicates)
        yield CounterMetricFamily("bot_skipped", "Over a chat's limit.", counts.skipped)
        yield CounterMetricFamily("bot_not_stored", "To be brought again.", counts.not_stored)
        yield GaugeMetricFamily("bot_waiting", "Events not heard yet.", lane.waiting)

    def _webhooks(self) -> Metric:
        passed = CounterMetricFamily(
            "bot_webhook_passed_over",
            "Requests that were no event of anybody's, by why.",
            labels=("channel", "why"),
        )
        for one in self._house.accounts:
            for why, count in one.counts.items():
                passed.add_metric((kind_of(one.channel.account), why), count)
        return passed

    def _channels(self) -> Metric:
        up = GaugeMetricFamily("bot_channel_up", "Whether it can be sent by.", labels=("channel",))
        for channel, way in self._house.outbox.ways():
            up.add_metric((kind_of(channel.account),), not way.lost)
        return up


def kind_of(account: str) -> str:
    """The channel of an account, without the account's name."""
    return account.partition(":")[0]


@asynccontextmanager
async def served(house: House, port: int) -> AsyncIterator[None]:
    """Answer at this port; where it cannot be had, the log says so, and people are served."""
    registry = CollectorRegistry()
    registry.register(Figures(house))
    ProcessCollector(registry=registry)

    async def show(request: web.Request) -> web.Response:
        encode, kind = choose_encoder(request.headers.get("Accept", ""))
        return web.Response(body=encode(registry), headers={"Content-Type": kind})

    app = web.Application()
    app.add_routes([web.get(PATH, show)])
    runner = web.AppRunner(app, handle_signals=False, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await web.TCPSite(runner, HOST, port).start()
    except OSError as trouble:
        log.warning("no metrics at port %s: %s", port, os.strerror(trouble.errno or 0))
    try:
        yield
    finally:
        await runner.cleanup()
