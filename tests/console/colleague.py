"""Somebody of staff who comes to the console from outside, by password and telephone."""

from __future__ import annotations

import re

import pyotp

from tests.console.office import PASSWORD, PUBLIC, Desk, Office, Seen, code_on, cookie_of

PROXIED = {"Host": "bot.tuyenquang.example", "X-Forwarded-For": "203.0.113.9"}
NAME = "Nông Thị Hoa"
CONFIRM = "confirm-password"


class Colleague:
    """Somebody at home, with a browser and a phone."""

    def __init__(self, office: Office) -> None:
        self.desk = Desk(office, Origin=PUBLIC, **PROXIED)
        self.seed = ""
        self.codes: list[str] = []
        self.cookie = ""

    async def __aenter__(self) -> Colleague:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.desk.session.close()

    async def accepts(self, role: str, *communes: str) -> Seen:
        """Follow an invitation to its end."""
        link = await self.desk.office.link(NAME, role, *communes)
        self.cookie = cookie_of(
            await self.desk.post(link, {"password": PASSWORD, "again": PASSWORD})
        )
        return await self.sees("/staff/registrations")

    async def sets_up(self) -> Seen:
        page = await self.sees("/staff/second")
        self.seed = re.findall("<code>([A-Z2-7]{32})</code>", page.text)[0]
        done = await self.sends("/staff/second", **code_on(page))
        self.codes = re.findall("<code>([a-z0-9-]{14})</code>", done.text)
        self.cookie = cookie_of(done)
        return done

    async def enters(self, name: str = NAME, **fields: str) -> Seen:
        """Name, password, code; the cookie of a browser that is remembered goes with it."""
        given = {"name": name, "password": PASSWORD, "code": self.code} | fields
        page = await self.desk.post("/staff/login", given)
        if page.status == 303:
            self.cookie = cookie_of(page)
        return page

    @property
    def code(self) -> str:
        return pyotp.TOTP(self.seed).now() if self.seed else ""

    async def sees(self, path: str) -> Seen:
        return await self.desk.get(path, Cookie=self.cookie)

    async def sends(self, path: str, **fields: str) -> Seen:
        seal = (await self.sees("/staff/second")).fields
        return await self.desk.post(path, seal | fields, Cookie=self.cookie)
