"""A form as it was filled in: what was typed stays, and every problem is told beside its field."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain

from aiohttp import web
from multidict import MultiDict, MultiMapping

BODY_SECONDS = 5.0
SLOWEST = 100_000
"""Bytes a second that a form comes in, at the least, beyond the first seconds."""


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
    """The fields of the form that was sent, as text that can be kept; files are none of them."""
    try:
        async with asyncio.timeout(BODY_SECONDS + request.client_max_size / SLOWEST):
            fields = await request.post()
        texts = [(name, value) for name, value in fields.items() if isinstance(value, str)]
        whole = "".join(chain(*texts))
        whole.encode()  # half a character is one in some encodings, and no text
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    except (ValueError, LookupError):  # an encoding that there is not is the latter
        raise web.HTTPBadRequest from None
    if "\0" in whole:  # nobody types it, and PostgreSQL keeps none
        raise web.HTTPBadRequest
    return MultiDict(texts)


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that a form brought, by the name that its sender gave it."""

    name: str
    content: bytes


async def file_of(request: web.Request, field: str) -> Sent | None:
    """The file in this field of a form that was let in; None where there is none."""
    found = (await request.post()).get(field)
    if not isinstance(found, web.FileField) or not found.filename:
        return None
    with found.file as file:
        return Sent(found.filename, await asyncio.to_thread(file.read))
