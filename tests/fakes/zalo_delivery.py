"""
How events reach a webhook: at once, and after a failure again, with longer and longer rests.

One person's events are first brought one after another; one that failed does not hold up those
after it, so it comes late and out of order. After the last try the webhook is switched off.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import aiohttp

from tests.fakes.zalo_clock import HOUR, MINUTE, Clock

RESTS = (30.0, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR)
PATIENCE = 2.0


@dataclass(frozen=True, slots=True)
class Post:
    """One event on its way; `lane` is the person it is about."""

    body: bytes
    lane: str = ""
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Try:
    """One time that something was brought: `status` is what was answered, 0 for no answer."""

    at: float
    post: Post
    retry: int
    status: int


class Delivery:
    """
    Brings events to `url` while it is `on`; what happens meanwhile is lost.

    `hurry` shortens the rests, `patience` is how long an answer may take. With `doubled` every
    event is brought twice at the same moment.
    """

    def __init__(self, clock: Clock, *, hurry: float, doubled: bool) -> None:
        self.url = ""
        self.on = False
        self.doubled = doubled
        self.patience = PATIENCE
        self.tries: list[Try] = []
        self._clock = clock
        self._hurry = hurry
        self._held: list[Post] | None = None
        self._newest: Post | None = None
        self._lanes: dict[str, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._due: list[float] = []
        self._changed = asyncio.Event()
        self._session: aiohttp.ClientSession | None = None

    def push(self, post: Post) -> None:
        """Have something brought."""
        if not self.on:
            return
        self._newest = post
        if self._held is not None:
            self._held.append(post)
            return
        before = self._lanes.get(post.lane)
        task = self._lanes[post.lane] = asyncio.create_task(self._first(post, before))
        self._keep(task)

    def repeat(self) -> None:
        """Have the newest brought once more."""
        assert self._newest is not None
        self.push(self._newest)

    def hold(self) -> None:
        """Keep what happens from now on."""
        self._held = []

    def release(self, *, backwards: bool = False) -> None:
        """Bring what was kept, the newest first if `backwards`."""
        held, self._held = self._held or [], None
        for post in reversed(held) if backwards else held:
            self.push(post)

    @property
    def resting(self) -> int:
        """How many wait for their next try."""
        now = self._clock()
        return sum(moment > now for moment in self._due)

    async def settled(self) -> None:
        """Wait until everything was brought; what failed may be resting."""
        while len(self._tasks) > self.resting:
            self._changed.clear()
            await self._changed.wait()

    async def bring(self, post: Post, retry: int = 0) -> int:
        """Bring it now; what was answered, 0 for no answer."""
        headers = {"Content-Type": "application/json"} | post.headers
        if retry:
            headers["num_retry"] = str(retry)
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=0)
            self._session = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar()
            )
        timeout = aiohttp.ClientTimeout(total=self.patience)
        try:
            async with self._session.post(
                self.url, data=post.body, headers=headers, timeout=timeout, allow_redirects=False
            ) as response:
                await response.read()
                status = response.status
        except (aiohttp.ClientError, TimeoutError):
            status = 0
        self.tries.append(Try(self._clock(), post, retry, status))
        return status

    async def stop(self) -> None:
        self.on = False
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def _first(self, post: Post, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        copies = 2 if self.doubled else 1
        answers = await asyncio.gather(*(self.bring(post) for _ in range(copies)))
        if 200 not in answers:
            self._keep(asyncio.create_task(self._again(post)))

    async def _again(self, post: Post) -> None:
        for retry, rest in enumerate(RESTS, 1):
            due = self._clock() + rest * self._hurry
            self._due.append(due)
            self._changed.set()
            await self._clock.until(due)
            self._due.remove(due)
            if not self.on or await self.bring(post, retry) == 200:
                return
        self.on = False

    def _keep(self, task: asyncio.Task[None]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._changed.set()
