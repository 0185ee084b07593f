"""The made-up Zalo runs as a program of its own and is steered from outside."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import aiohttp
import pytest

from tests.fakes.zalo_bot_server import TOKEN
from tests.fakes.zalo_server import APP_ID, APP_SECRET
from tests.fakes_own.hands import CS, Hook


@pytest.fixture(params=["oa", "bot"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def url(kind: str) -> Iterator[str]:
    """Where the program listens."""
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.fakes.zalo_control", kind, "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert program.stdout is not None
        yield program.stdout.readline().strip()
    finally:
        program.kill()
        program.communicate()


async def test_it_is_steered_from_outside(
    kind: str, url: str, http: aiohttp.ClientSession, hook: Hook
) -> None:
    async def control(**wish: Any) -> Any:
        async with http.post(f"{url}/control", json=wish) as response:
            return (await response.json())["result"]

    async def access_token() -> Any:
        token = await control(do="refresh_token")
        form = {"app_id": APP_ID, "grant_type": "refresh_token", "refresh_token": token}
        endpoint, secret = f"{url}/v4/oa/access_token", {"secret_key": APP_SECRET}
        async with http.post(endpoint, data=form, headers=secret) as response:
            return (await response.json())["access_token"]

    async def say(person: str) -> Any:
        headers: dict[str, str] = {}
        body: dict[str, Any] = {"chat_id": person, "text": "Chào"}
        path = f"bot{TOKEN}/sendMessage"
        if kind == "oa":
            headers = {"access_token": await access_token()}
            body = {"recipient": {"user_id": person}, "message": {"text": "Chào"}}
            path = CS
        async with http.post(f"{url}/{path}", json=body, headers=headers) as response:
            return await response.json()

    await control(do="point", **{"with": {"url": hook.url}})
    await control(do="says", person="5", **{"with": {"text": "một"}})
    await control(do="fault", **{"with": {"error": -32, "method": CS if kind == "oa" else ""}})
    refused, taken = await say("5"), await say("5")
    bubble = await control(do="reads", person="5")
    calls = await control(do="calls", since=-1)
    await hook.has(2)

    assert hook.bodies[0]["message"]["text"] == "một"
    assert refused.get("error", refused.get("error_code")) == -32
    assert taken.get("ok", not taken.get("error"))
    assert (bubble["text"], bubble["labels"]) == ("Chào", [])
    assert calls[0]["method"] == (CS if kind == "oa" else "sendMessage")
