"""
The access token of an Official Account: always one that is good, or the reason why there is none.

Sixteen senders, in as many processes as there are, meet one refresh: within a process they queue
up here, and between processes the row is claimed (`storage.zalo_tokens`). A new pair is committed
before anybody uses it. What is decided when, `zalo_token_states` says.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from itertools import chain, repeat
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.zalo_token_states import (
    LEASE,
    Halt,
    Note,
    Reason,
    Refresh,
    Step,
    Use,
    decide,
    ends_soon,
    outcome,
)
from bot.failpoints import reach
from storage.columns import Granting
from storage.sealing import WrongKey
from storage.zalo_tokens import Grant, Grants, Outcome, Pair

if TYPE_CHECKING:
    from bot.channels.zalo_oauth import OAuth

LOOK_SECONDS = 5.0
PATIENCE = 20.0
GLANCE_SECONDS = 0.1
CLOSING_SECONDS = 30.0
STORING = (0.1, 0.5, 1.0, 2.0, 4.0)
"""
Rests between tries to store a new pair, the last one again and again: without it the account is
lost.
"""

log = logging.getLogger(__name__)


class NoToken(Exception):
    """There is no token to use, for this `reason`."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class Tokens:
    """The tokens of one account; `run` keeps them fresh, `close` waits for a refresh in hand."""

    def __init__(self, grants: Grants, oauth: OAuth, now: Callable[[], datetime]) -> None:
        self._grants = grants
        self._oauth = oauth
        self._now = now
        self._held: Grant | None = None
        self._one = asyncio.Lock()
        self._something = asyncio.Event()
        self._flight: asyncio.Task[Step] | None = None
        self._told = ""

    async def current(self) -> str:
        """A token to use now; raises `NoToken`."""
        held, now = self._held, self._now()
        if held is None:
            return await self._usable("")
        if isinstance(decide(held, now, ahead=True), Refresh):
            self._something.set()
        known = decide(held, now)
        return known.token if isinstance(known, Use) else await self._usable("")

    async def refused(self, token: str) -> str:
        """Zalo refused `token`: another one to try once; raises `NoToken`."""
        return await self._usable(token)

    async def accepted(self, token: str) -> None:
        """Zalo took `token`; worth telling, for a token that never worked is not replaced twice."""
        held = self._held
        if held is None or not held.doubted or held.pair.access != token:
            return
        self._held = replace(held, doubted=0)
        await self._grants.believe(held)

    async def pinned(self) -> str:
        """The endpoint that takes this account's messages, as far as that is known."""
        return await self._grants.pinned()

    async def pin(self, endpoint: str) -> None:
        """Remember it, for every process and for the next start."""
        await self._grants.pin(endpoint)

    async def run(self) -> None:
        """Look after the tokens until cancelled."""
        while True:
            self._something.clear()
            try:
                await self.look()
            except (SQLAlchemyError, OSError) as trouble:
                log.warning("zalo: tokens not looked after: %s", type(trouble).__name__)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._something.wait(), LOOK_SECONDS)

    async def look(self) -> Step:
        """Do what is to be done now, ahead of need."""
        return await self._advance("", ahead=True)

    async def close(self) -> None:
        """Wait until the answer of a refresh in hand is stored."""
        if self._flight is not None:
            await asyncio.wait([self._flight], timeout=CLOSING_SECONDS)

    async def _usable(self, refused: str) -> str:
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    match await self._advance(refused):
                        case Use(token):
                            return token
                        case Halt(reason):
                            raise NoToken(reason)
                    await asyncio.sleep(GLANCE_SECONDS)
        except TimeoutError:
            raise NoToken(Reason.WAITING) from None

    async def _advance(self, refused: str, *, ahead: bool = False) -> Step:
        """One at a time; a caller that is cancelled leaves a refresh in hand to its end."""
        async with self._one:
            if self._flight is not None:
                await asyncio.wait([self._flight])
            self._flight = asyncio.create_task(self._step(refused, ahead=ahead))
            return await asyncio.shield(self._flight)

    async def _step(self, refused: str, *, ahead: bool) -> Step:
        try:
            grant = self._held = await self._grants.find()
        except WrongKey:
            self._held = None
            self._alarm("BOT_SECRET_KEY does not fit the stored tokens")
            return Halt(Reason.WRONG_KEY)
        step = decide(grant, self._now(), refused, ahead=ahead)
        if grant is None:
            self._alarm("there are none; run: python -m bot zalo grant")
            return step
        match step:
            case Refresh():
                await self._refresh(grant, refused)
            case Note(found):
                await self._note(grant, found)
            case _:
                self._report(grant)
                return step
        self._held = await self._grants.find()
        return decide(self._held, self._now(), refused)

    async def _refresh(self, grant: Grant, refused: str) -> None:
        """Ask for a new pair, if nobody else has begun to; the row says what came of it."""
        claimed = await self._grants.claim(grant, self._now() + LEASE)
        if claimed is None:
            return
        self._held = claimed
        reach("zalo.after_claim")
        answer = await self._oauth.refresh(claimed.pair.refresh)
        reach("zalo.after_answer")
        if not isinstance(answer, Pair):
            await self._note(claimed, outcome(claimed, answer, self._now()))
            return
        doubted = claimed.doubted + 1 if refused and refused == claimed.pair.access else 0
        if await self._stored(claimed, answer, doubted):
            self._well()
        else:
            log.warning("zalo: a new grant came while tokens were refreshed")
        reach("zalo.after_commit")

    async def _stored(self, claimed: Grant, pair: Pair, doubted: int) -> bool:
        """Commit a new pair, however often it takes."""
        rests = chain(STORING, repeat(STORING[-1]))
        while True:
            try:
                return await self._grants.renew(claimed, pair, doubted)
            except (SQLAlchemyError, OSError) as trouble:
                self._alarm(f"a new pair cannot be stored: {type(trouble).__name__}")
                await asyncio.sleep(next(rests))

    async def _note(self, grant: Grant, found: Outcome) -> None:
        if await self._grants.settle(grant, found):
            self._alarm(f"{found.status.name}: {found.error}")

    def _report(self, grant: Grant) -> None:
        """Say what another process has found, and that the refresh token is about to end."""
        if grant.status in {Granting.AMBIGUOUS, Granting.DEAD}:
            self._alarm(f"{grant.status.name}: {grant.last_error}")
        elif ends_soon(grant.pair, self._now()):
            days = (grant.pair.refresh_expires_at - self._now()).days
            self._alarm(f"the refresh token ends in {days} days")
        elif not grant.last_error:
            self._well()

    def _alarm(self, words: str) -> None:
        """One line for whoever watches, not one for every look."""
        if words != self._told:
            self._told = words
            log.error("zalo: ALARM, tokens: %s", words)

    def _well(self) -> None:
        if self._told:
            self._told = ""
            log.warning("zalo: tokens are well again")
