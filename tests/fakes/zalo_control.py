"""
The made-up Zalo as a program: `python -m tests.fakes.zalo_control oa` (or `bot`), on a port.

It is steered by POST /control with one JSON object. `{"do": "says", "person": "…", "with":
{"text": "…"}}` has a person act, by the name of a method of the phone (`reads`, `asks` and
`chooses` answer with what was read). `point` takes the webhook's `url`, `fault` adds a `Fault`,
`calls` gives the calls since that one, `refresh_token` a fresh one.
"""

from __future__ import annotations

import argparse
import asyncio
import inspect
from dataclasses import asdict
from typing import Any

from aiohttp import web

from tests.fakes.zalo_bot_server import FakeZaloBot
from tests.fakes.zalo_faults import Fault
from tests.fakes.zalo_screen import Bubble
from tests.fakes.zalo_server import FakeZalo

Fake = FakeZalo | FakeZaloBot


async def obey(zalo: Fake, wish: dict[str, Any]) -> object:
    """Do what was asked for; what came of it."""
    given: dict[str, Any] = wish.get("with", {})
    match wish["do"]:
        case "fault":
            zalo.faults.add(Fault(**given))
        case "calls":
            return [asdict(call) for call in zalo.calls[wish.get("since", 0) :]]
        case "point":
            await zalo.point(**given)
        case "refresh_token" if isinstance(zalo, FakeZalo):
            return zalo.issue_refresh_token()
        case act:
            phone = zalo.phone(person=wish["person"])
            done = getattr(phone, act)(**given)
            result = await done if inspect.isawaitable(done) else done
            if isinstance(result, Bubble):
                return asdict(result) | {"labels": result.labels}
            return result
    return None


async def _main() -> None:
    parser = argparse.ArgumentParser(description="A made-up Zalo.")
    parser.add_argument("kind", choices=["oa", "bot"])
    parser.add_argument("--port", type=int, default=8082)
    parser.add_argument("--doubled", action="store_true", help="bring every event twice")
    parser.add_argument("--hurry", type=float, default=0.01, help="rests are this much shorter")
    given = parser.parse_args()
    make = FakeZalo if given.kind == "oa" else FakeZaloBot
    zalo: Fake = make(hurry=given.hurry, doubled=given.doubled)

    async def control(request: web.Request) -> web.Response:
        return web.json_response({"result": await obey(zalo, await request.json())})

    zalo.app.router.add_post("/control", control)
    await zalo.start(given.port)
    print(zalo.url, flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_main())
