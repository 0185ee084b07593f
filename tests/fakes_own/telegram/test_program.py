"""The made-up Telegram as a program, steered from outside, and the faults it is told to have."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from typing import Any

import aiohttp
import pytest

from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.fakes_own.telegram.hands import Api, rows


@pytest.mark.parametrize(
    ("fault", "carried_out"),
    [
        (Fault("sendMessage", status=502), False),
        (Fault("sendMessage", cut="before"), False),
        (Fault("sendMessage", cut="after"), True),
        (Fault("sendMessage", cut="inside"), True),
        (Fault("sendMessage", hang=True), True),
    ],
    ids=["502", "before", "after", "inside", "hang"],
)
async def test_a_fault_strikes_where_it_is_told(
    telegram: FakeTelegram, api: Api, phone: Phone, fault: Fault, *, carried_out: bool
) -> None:
    telegram.faults.add(fault)
    with pytest.raises((aiohttp.ClientError, TimeoutError, ValueError)):
        async with asyncio.timeout(0.5):
            await api("sendMessage", chat_id=phone.id, text="x")

    assert bool(phone.bubbles) == carried_out
    assert (await api("sendMessage", chat_id=phone.id, text="x"))[0] == 200


async def test_a_fault_may_be_one_chat_s_or_a_matter_of_chance(
    telegram: FakeTelegram, api: Api, phone: Phone
) -> None:
    other = telegram.phone()
    other.starts()
    telegram.faults.add(Fault(chat=str(other.id), retry_after=3))
    assert (await api("sendMessage", chat_id=phone.id, text="x"))[0] == 200
    assert (await api("sendMessage", chat_id=other.id, text="x"))[0] == 429

    telegram.faults.add(Fault(chance=0.5, times=1000, retry_after=3))
    statuses = [(await api("sendMessage", chat_id=phone.id, text="x"))[0] for _ in range(60)]

    assert 15 < statuses.count(429) < 45


def test_it_runs_as_a_program_and_is_steered_from_outside() -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.fakes.telegram_server", "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert program.stdout is not None
        url = program.stdout.readline().strip()
        asyncio.run(steer(url))
    finally:
        program.kill()
        program.communicate()


async def steer(url: str) -> None:
    async with aiohttp.ClientSession() as http:

        async def control(**wish: Any) -> Any:
            async with http.post(f"{url}/control", json=wish) as response:
                return await response.json()

        async def call(method: str, **parameters: Any) -> Any:
            async with http.post(f"{url}/bot{TOKEN}/{method}", json=parameters) as response:
                return await response.json()

        await control(do="says", person=5, **{"with": {"text": "/start"}})
        (update,) = (await call("getUpdates"))["result"]
        assert update["message"]["from"]["id"] == 5
        await control(do="fault", **{"with": {"method": "sendMessage", "retry_after": 9}})
        assert (await call("sendMessage", chat_id=5, text="x"))["error_code"] == 429
        await call("sendMessage", chat_id=5, text="Chào", reply_markup=rows(1))
        read = await control(do="reads", person=5)
        assert (read["text"], read["labels"]) == ("Chào", ["0"])
        await control(do="taps", person=5, **{"with": {"label": "0"}})
        calls = await control(do="calls", since=1)
        assert [one["method"] for one in calls] == ["sendmessage"]
