"""What is sent where there is no connection, a slow one, or a proxy in between."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.channels import calling, telegram_request
from bot.channels.base import Later, Receipt, Sent, Unknown
from bot.channels.telegram import Telegram
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.telegram.outgoing import outgoing

NO_CONNECTION = Later(timedelta(seconds=1), "no connection", counts=False)


async def test_a_refused_connection_carried_nothing() -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))  # and does not listen
        async with Telegram(TOKEN, f"http://127.0.0.1:{reserved.getsockname()[1]}") as channel:
            assert await channel.send(outgoing(1)) == NO_CONNECTION


async def test_a_name_without_an_address_carried_nothing() -> None:
    async with Telegram(TOKEN, "http://telegram.invalid") as channel:
        assert await channel.send(outgoing(1)) == NO_CONNECTION


async def test_a_proxy_out_of_reach_carried_nothing(telegram: FakeTelegram) -> None:
    async with Telegram(TOKEN, telegram.url, proxy="http://127.0.0.1:1") as channel:
        assert await channel.send(outgoing(1)) == NO_CONNECTION


async def test_a_full_house_is_waited_for_and_then_not_entered(
    telegram: FakeTelegram, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calling, "CONNECT_SECONDS", 0.3)
    telegram.faults.add(Fault(times=7, delay=1))
    async with Telegram(TOKEN, telegram.url, senders=1) as channel:
        receipts = await asyncio.gather(*(channel.send(outgoing(phone.id)) for _ in range(8)))

    assert sum(isinstance(receipt, Sent) for receipt in receipts) == 7
    assert NO_CONNECTION in receipts


async def test_an_answer_that_does_not_come_in_time_is_unknown(
    telegram: FakeTelegram, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telegram_request, "SECONDS", 0.2)
    telegram.faults.add(Fault(hang=True))
    async with Telegram(TOKEN, telegram.url) as channel:
        assert await channel.send(outgoing(phone.id)) == Unknown("the answer was lost")
    assert telegram.sent() == ["Chào"]


@asynccontextmanager
async def a_proxy(seen: list[bytes]) -> AsyncIterator[str]:
    """An HTTP proxy that answers everything itself and remembers what it was asked."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        seen.append(await reader.readuntil(b"\r\n"))
        await reader.readuntil(b"\r\n\r\n")
        writer.write(
            b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n"
            b"Connection: close\r\n\r\n"
        )
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


@pytest.mark.parametrize(
    ("api", "line", "receipt"),
    [
        ("https://api.telegram.invalid", b"CONNECT api.telegram.invalid:443", NO_CONNECTION),
        (
            "http://bot-api.invalid:8081",
            b"POST http://bot-api.invalid:8081/bot",
            Later(timedelta(seconds=1), "their trouble"),
        ),
    ],
)
async def test_a_proxy_is_gone_through(api: str, line: bytes, receipt: Receipt) -> None:
    seen: list[bytes] = []
    async with a_proxy(seen) as proxy, Telegram(TOKEN, api, proxy) as channel:
        assert await channel.send(outgoing(1)) == receipt

    assert seen[0].startswith(line)
