"""The figures that the program has for whoever watches it."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from dataclasses import replace

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.bot.raw import ask
from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.whole.program import Program, free_port

UNSIGNED = """
POST /telegram/webhook HTTP/1.1
Content-Type: application/json
Content-Length: 2
"""

Figures = Mapping[tuple[str, frozenset[tuple[str, str]]], float]


@pytest.fixture
def watched(program: Program) -> Program:
    return replace(program, more={**program.more, "BOT_METRICS_PORT": str(free_port())})


@pytest.mark.timeout(120)
async def test_it_counts_what_is_heard_and_names_nobody(
    watched: Program, telegram: FakeTelegram
) -> None:
    phone = telegram.phone(name="Mai")
    async with watched.serving():
        phone.starts()
        await phone.reads()
        await phone.asks("ghi danh")
        refused = await ask(watched.port, UNSIGNED, b"{}")
        said = await shown(watched)

    figures = read(said)
    assert refused.status == 403
    assert figures["bot_turns_total", frozenset()] == 2
    assert figures["bot_waiting", frozenset()] == 0
    assert figures["bot_channel_up", frozenset({("channel", "telegram")})] == 1
    passed = {labels: count for (name, labels), count in figures.items() if "passed_over" in name}
    assert passed == {frozenset({("channel", "telegram"), ("why", "refused 403")}): 1}
    assert figures["process_resident_memory_bytes", frozenset()] > 0
    assert not [one for one in ("Mai", str(phone.id), TOKEN.partition(":")[0]) if one in said]


@pytest.mark.timeout(120)
async def test_where_its_port_is_taken_people_are_served_all_the_same(
    watched: Program, telegram: FakeTelegram
) -> None:
    phone = telegram.phone()
    port = int(watched.more["BOT_METRICS_PORT"])
    with socket.create_server(("127.0.0.1", port)):
        async with watched.serving():
            phone.starts()
            await phone.reads()

    assert f"no metrics at port {port}" in watched.log
    assert "Traceback" not in watched.log


async def shown(program: Program) -> str:
    """What Prometheus is told."""
    address = f"http://127.0.0.1:{program.more['BOT_METRICS_PORT']}/metrics"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        assert answer.status == 200
        return await answer.text()


def read(said: str) -> Figures:
    """The figures by their name and labels."""
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(said)
        for sample in family.samples
    }
