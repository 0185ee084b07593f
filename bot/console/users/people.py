"""The list of users, and inviting somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.forms import EMPTY, Form, form_of
from bot.console.rights import Right, needs
from bot.console.shown import time
from bot.console.users.filled import filled
from storage.links import issue_link
from storage.staff import Role
from storage.users import users

if TYPE_CHECKING:
    from aiohttp import web

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from storage.users import User


class People:
    """`/staff/users`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.MANAGE)
    async def page(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/users`."""
        return await self._show(visit, EMPTY)

    @needs(Right.MANAGE, confirmed=True)
    async def invite(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/users`: a link for somebody new, shown this once."""
        form = await form_of(request)
        meant = filled(form, visit, named=True)
        problems = dict(meant.problems)
        known = await users(self._parts.reader)
        if any(one.name == meant.name for one in known):
            problems["name"] = visit.say("users-name-known")
        if problems:
            return await self._show(visit, Form(form, problems), 422)
        link = await issue_link(
            self._parts.engine, meant.name, meant.role, meant.communes, address_of(request, visit)
        )
        return self._pages.show("users/invited", visit, {"name": meant.name, "link": link})

    async def _show(self, visit: Visit, form: Form, status: int = 200) -> web.StreamResponse:
        known = await users(self._parts.reader)
        values = {
            "form": form,
            "users": [(one, state(one, visit), time(one.seen_at)) for one in known],
            "roles": roles(visit),
            "communes": communes,
        }
        return self._pages.show("users/list", visit, values, status)


def roles(visit: Visit) -> dict[str, str]:
    """The roles in words."""
    return {role.value: visit.say(f"role-{role}") for role in Role}


def communes(user: User, visit: Visit) -> str:
    """The names of an officer's communes."""
    if user.role is not Role.OFFICER:
        return ""
    places = visit.book.places.by_code
    return ", ".join(places[one].name for one in user.communes if one in places)


def state(user: User, visit: Visit) -> str:
    """How it stands with an account, in words."""
    if user.disabled_at:
        return visit.say("users-disabled", at=time(user.disabled_at))
    if not user.has_password:
        return visit.say("users-no-password")
    return visit.say("users-second" if user.has_second else "users-password")


def address_of(request: web.Request, visit: Visit) -> str:
    """Where this console is reached."""
    return f"{'http' if visit.local else 'https'}://{request.host}"
