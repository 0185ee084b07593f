"""One user: role and communes, a new link, another phone, out everywhere, out for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.forms import Form, form_of
from bot.console.rights import Right, needs
from bot.console.shown import time
from bot.console.users.filled import filled
from bot.console.users.people import address_of, communes, roles, state
from bot.console.visit import Refused, number_in
from storage import users
from storage.links import address_of as link_to

if TYPE_CHECKING:
    from aiohttp import web

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from storage.users import User

LIST = "/staff/users"


class Person:
    """`/staff/users/{number}`; nobody changes or disables the account they are using."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.MANAGE)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/users/{number}`."""
        user = await self._user(request)
        typed = {"role": user.role.value, "communes": communes(user, visit)}
        return self._show(visit, user, Form(typed))

    @needs(Right.MANAGE, confirmed=True)
    async def role(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/users/{number}/role`."""
        user = await self._other(request, visit)
        form = await form_of(request)
        meant = filled(form, visit, named=False)
        if meant.problems:
            return self._show(visit, user, Form(form, meant.problems), 422)
        by = _by(visit)
        await users.set_role(self._parts.engine, user.id, meant.role, meant.communes, by)
        return self._done(visit, user, "users-role-set")

    @needs(Right.MANAGE, confirmed=True)
    async def link(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/users/{number}/link`: to choose a new password by, shown this once."""
        user = await self._other(request, visit)
        if user.disabled_at:
            raise Refused(404, "refused-missing")
        token = await users.invite_again(self._parts.engine, user.id, _by(visit))
        link = link_to(token, address_of(request, visit))
        return self._pages.show("users/invited", visit, {"name": user.name, "link": link})

    @needs(Right.MANAGE, confirmed=True)
    async def second(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/users/{number}/second`: the phone is lost, another is set up."""
        user = await self._other(request, visit)
        await users.reset_second(self._parts.engine, user.id, _by(visit))
        return self._done(visit, user, "users-second-reset")

    @needs(Right.MANAGE, confirmed=True)
    async def out(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/users/{number}/out`: every session ends."""
        user = await self._other(request, visit)
        await users.end_sessions(self._parts.engine, user.id, _by(visit))
        return self._done(visit, user, "users-out-done")

    @needs(Right.MANAGE, confirmed=True)
    async def disable(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/users/{number}/disable`."""
        user = await self._other(request, visit)
        await users.disable(self._parts.engine, user.id, _by(visit))
        return self._done(visit, user, "users-disable-done")

    @needs(Right.MANAGE, confirmed=True)
    async def enable(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/users/{number}/enable`."""
        user = await self._other(request, visit)
        await users.enable(self._parts.engine, user.id, _by(visit))
        return self._done(visit, user, "users-enable-done")

    async def _user(self, request: web.Request) -> User:
        user = await users.find_user(self._parts.reader, number_in(request))
        if user is None:
            raise Refused(404, "refused-missing")
        return user

    async def _other(self, request: web.Request, visit: Visit) -> User:
        """Somebody else: an administrator who shuts themselves out may be the last."""
        user = await self._user(request)
        if user.id == visit.colleague.id:
            raise Refused(409, "users-own")
        return user

    def _show(self, visit: Visit, user: User, form: Form, status: int = 200) -> web.StreamResponse:
        values = {
            "form": form,
            "user": user,
            "state": state(user, visit),
            "seen": time(user.seen_at),
            "roles": roles(visit),
            "own": user.id == visit.colleague.id,
        }
        return self._pages.show("users/one", visit, values, status)

    def _done(self, visit: Visit, user: User, key: str) -> web.StreamResponse:
        return self._pages.done(visit, f"{LIST}/{user.id}", key, name=user.name)


def _by(visit: Visit) -> users.By:
    return users.By(visit.colleague.id, visit.source)
