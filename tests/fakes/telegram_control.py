"""
Steers the made-up Telegram from another process: POST /control with one JSON object.

`{"do": "says", "person": 5, "with": {"text": "…"}}` has a person act, by the name of a method of
`Phone` (`reads`, `asks` and `chooses` answer with what was read). `{"do": "fault", "with": {…}}`
adds a `Fault`. `{"do": "calls", "since": 0}` gives the calls from that one on.
"""

from __future__ import annotations

import inspect
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.fakes.telegram_account import Bubble
from tests.fakes.telegram_faults import Fault

if TYPE_CHECKING:
    from tests.fakes.telegram_server import FakeTelegram


def add_control(telegram: FakeTelegram) -> None:
    """Answer /control beside the Bot API; before the server starts."""

    async def control(request: web.Request) -> web.Response:
        wish = await request.json()
        given: dict[str, Any] = wish.get("with", {})
        match wish["do"]:
            case "fault":
                telegram.faults.add(Fault(**given))
                return web.json_response({})
            case "calls":
                calls = telegram.calls[wish.get("since", 0) :]
                return web.json_response([asdict(call) for call in calls])
            case act if not act.startswith("_"):
                phone = telegram.phone(person=wish["person"])
                done = getattr(phone, act)(**given)
                result = await done if inspect.isawaitable(done) else done
                if isinstance(result, Bubble):
                    return web.json_response(asdict(result) | {"labels": result.labels})
                return web.json_response({"result": result})
            case _:
                return web.json_response({}, status=400)

    routes = telegram.app.router
    routes.add_post("/control", control)
