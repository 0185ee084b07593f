"""
How updates reach the bot: by webhook, each lane in order and the lanes side by side, or by asking.

A lane is one chat's messages; another is one person's taps. A lane waits until its first update
is taken: it is brought again at once, then after 2, 4, 8 … seconds, or when the bot says.
"""

from __future__ import annotations

import asyncio
import json
import random
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

from tests.fakes.telegram_account import Account, ApiError, Json, Update, Webhook
from tests.fakes.telegram_wire import parameters_of

Execute = Callable[[Account, str, dict[str, str]], Awaitable[Any]]

LONGEST_POLL = 50
LONGEST_REST = 60
TIMEOUT = 60
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
NEVER_EXECUTED = ("deletewebhook", "setwebhook", "close", "logout", "get")


class Delivery:
    """
    Brings one bot's updates to its webhook.

    `execute` carries out a call that stands in the bot's answer. `hurry` shortens every rest
    between two tries. With `doubled` every update is brought twice at the same moment.
    """

    def __init__(
        self,
        account: Account,
        webhook: Webhook,
        execute: Execute,
        hurry: float,
        *,
        doubled: bool,
    ) -> None:
        self._account = account
        self._webhook = webhook
        self._execute = execute
        self._hurry = hurry
        self._copies = 2 if doubled else 1
        self._lanes: dict[str, deque[Update]] = {}
        self._known: set[int] = set()
        self._slots = asyncio.Semaphore(webhook.max_connections)
        self._chance = random.Random(account.id)

    async def run(self) -> None:
        """Bring updates until cancelled."""
        connector = aiohttp.TCPConnector(limit=0)
        timeout = aiohttp.ClientTimeout(total=TIMEOUT)
        async with (
            aiohttp.ClientSession(
                connector=connector, timeout=timeout, cookie_jar=aiohttp.DummyCookieJar()
            ) as session,
            asyncio.TaskGroup() as lanes,
        ):
            while True:
                self._account.arrived.clear()
                for update in self._account.waiting():
                    if update.id in self._known:
                        continue
                    self._known.add(update.id)
                    lane = self._lanes.get(update.lane)
                    if lane is None:
                        self._lanes[update.lane] = deque([update])
                        lanes.create_task(self._run_lane(update.lane, session))
                    else:
                        lane.append(update)
                await self._account.arrived.wait()

    async def _run_lane(self, name: str, session: aiohttp.ClientSession) -> None:
        lane = self._lanes[name]
        while lane:
            update = lane[0]
            failures, rest = 0, 1.0
            while update.expires > self._account.clock():
                async with self._slots:
                    problem, asked_rest = await self._bring_copies(update, session)
                if not problem:
                    break
                self._webhook.last_error = problem
                self._webhook.last_error_date = int(self._account.clock())
                if asked_rest:
                    await self._rest(min(asked_rest, 3600))
                elif failures:
                    longest = self._chance.uniform(LONGEST_REST, 2 * LONGEST_REST)
                    rest = min(rest * 2, longest)
                    await self._rest(rest)
                failures += 1
            self._account.take(update.id)
            self._known.discard(update.id)
            lane.popleft()
        del self._lanes[name]

    async def _rest(self, seconds: float) -> None:
        self._webhook.rests.append(seconds)
        await asyncio.sleep(seconds * self._hurry)

    async def _bring_copies(
        self, update: Update, session: aiohttp.ClientSession
    ) -> tuple[str, float]:
        if self._copies == 1:
            return await self._bring(update, session)
        outcomes = await asyncio.gather(
            *(self._bring(update, session) for _ in range(self._copies))
        )
        return max(outcomes)

    async def _bring(self, update: Update, session: aiohttp.ClientSession) -> tuple[str, float]:
        """What went wrong, or nothing, and how long the bot asked to be left alone."""
        headers = {"Content-Type": "application/json"}
        if self._webhook.secret:
            headers[SECRET_HEADER] = self._webhook.secret
        try:
            async with session.post(
                self._webhook.url, data=update.body(), headers=headers, allow_redirects=False
            ) as response:
                body = await response.read()
                if not 200 <= response.status <= 299:
                    problem = f"Wrong response from the webhook: {response.status}"
                    asked = response.headers.get("Retry-After", "0")
                    return f"{problem} {response.reason}", float(asked) if asked.isdigit() else 0
                await self._carry_out(response.content_type, body)
                return "", 0
        except (aiohttp.ClientError, TimeoutError, ValueError, ApiError) as error:
            return f"Webhook connection closed: {type(error).__name__}", 0

    async def _carry_out(self, content_type: str, body: bytes) -> None:
        """A call may stand in the answer; its result is seen by nobody."""
        if content_type != "application/json" or not body:
            return
        call = parameters_of(json.loads(body))
        method = call.pop("method", "").lower()
        if not method or method.startswith(NEVER_EXECUTED):
            return
        try:
            await self._execute(self._account, method, call)
        except ApiError:
            return


class Poll:
    """Answers getUpdates for one bot: one asker at a time, and none while a webhook is set."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._asker: asyncio.Task[Any] | None = None
        self._verdict = ""

    def abort(self, verdict: str) -> None:
        """Whoever is waiting is told why no more."""
        if self._asker is not None:
            self._verdict = verdict
            self._asker.cancel()
            self._asker = None

    async def ask(self, parameters: dict[str, str]) -> list[Json]:
        """The updates from an offset on; those before it are taken."""
        if self._account.webhook is not None:
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        offset = int(parameters.get("offset") or 0)
        limit = min(max(int(parameters.get("limit") or 100), 1), 100)
        seconds = min(max(int(parameters.get("timeout") or 0), 0), LONGEST_POLL)
        waiting = [update.id for update in self._account.waiting()]
        if offset < 0:
            offset = (waiting[offset:] or [0])[0]
        if offset <= self._account.last_update + 1:
            for update in waiting:
                if update < offset:
                    self._account.take(update)
        self._account.arrived.clear()  # before looking: what arrives from here on must wake us
        found = self._found(limit)
        if found or not seconds:
            return found
        self.abort(
            "Conflict: terminated by other getUpdates request; "
            "make sure that only one bot instance is running"
        )
        return await self._wait(limit, seconds)

    async def _wait(self, limit: int, seconds: int) -> list[Json]:
        asker = self._asker = asyncio.create_task(self._arrival(seconds))
        try:
            await asker
        except asyncio.CancelledError:
            if self._asker is asker:  # the one who asked has hung up
                self._asker = None
                asker.cancel()
                raise
            raise ApiError(409, self._verdict) from None
        self._asker = None
        return self._found(limit)

    async def _arrival(self, seconds: int) -> None:
        try:
            await asyncio.wait_for(self._account.arrived.wait(), seconds)
        except TimeoutError:
            return

    def _found(self, limit: int) -> list[Json]:
        updates = list(self._account.waiting())[:limit]
        return [{"update_id": update.id, update.kind: update.content} for update in updates]
