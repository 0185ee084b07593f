"""A form as it was filled in: what was typed stays, and every problem is told beside its field."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import web
from multidict import MultiDict, MultiMapping

BODY_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Form:
    """
    What was typed into the fields, and what is wrong with it, a sentence by field.

    A page with problems is answered with 422; the templates are in `forms.html`.
    """

    typed: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)


EMPTY = Form()


async def form_of(request: web.Request) -> MultiMapping[str]:
    """The fields of the form that was sent; files are none of them."""
    try:
        async with asyncio.timeout(BODY_SECONDS):
            fields = await request.post()
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    except ValueError:
        raise web.HTTPBadRequest from None
    return MultiDict((name, value) for name, value in fields.items() if isinstance(value, str))
