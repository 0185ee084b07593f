"""What the made-up Bot Platform knows of one bot: its people, waiting updates and the webhook."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections import deque
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import aiohttp

from tests.fakes.zalo_account import ApiError, Json
from tests.fakes.zalo_clock import Clock
from tests.fakes.zalo_delivery import Delivery, Post
from tests.fakes.zalo_screen import Bubble, Screen

PICTURES = (b"\xff\xd8\xff", b"\x89PNG")
SECRET_HEADER = "X-Bot-Api-Secret-Token"


@dataclass(slots=True)
class BotRules:
    """
    What the sources disagree about, so that code can be tried both ways.

    With `wrapped` a webhook's body stands in `{"ok": true, "result": …}`; with `statuses` an error
    has its HTTP status too; with `listed` a poll is given an array, and with `idle_empty` an idle
    one `{}` in place of 408. `monthly` and `people` are the caps of the free plan.
    """

    wrapped: bool = False
    statuses: bool = False
    listed: bool = False
    idle_empty: bool = False
    monthly: int = 3000
    people: int = 50


@dataclass(slots=True)
class Chat:
    """One person's chat with the bot, or a group."""

    id: str
    name: str
    screen: Screen = field(default_factory=Screen)
    wrote: bool = False
    blocked: bool = False
    message_ids: list[str] = field(default_factory=list)


class Bot:
    """One bot at Zalo."""

    def __init__(self, clock: Clock, rules: BotRules, delivery: Delivery) -> None:
        self.clock = clock
        self.rules = rules
        self.delivery = delivery
        self.chats: dict[str, Chat] = {}
        self.media: dict[str, bytes] = {}
        self.fetches: dict[str, bytes] = {}
        self.webhook: Json = {}
        self.secret = ""
        self.sent_in = ("", 0)
        self.polls = 0
        self._updates: deque[Json] = deque()
        self._arrived = asyncio.Event()
        self._newest: Json = {}
        self._last_stamp = 0

    def chat(self, chat: str, name: str) -> Chat:
        """The chat with this id, else a new person's."""
        chat = chat or secrets.token_hex(10)
        return self.chats.setdefault(chat, Chat(chat, name))

    def says(self, chat: Chat, kind: str, group: str = "", **content: Any) -> str:
        """Have an update delivered: somebody sends something; its id."""
        chat.wrote = True
        number = secrets.token_hex(8)
        self._last_stamp = max(int(self.clock() * 1000), self._last_stamp + 1)
        message = {
            "from": {"id": chat.id, "display_name": chat.name, "is_bot": False},
            "chat": {"id": group or chat.id, "chat_type": "GROUP" if group else "PRIVATE"},
            "message_id": number,
            "date": self._last_stamp,
        }
        self.push({"event_name": f"message.{kind}.received", "message": message | content})
        return number

    def push(self, update: Json) -> None:
        """Have this update delivered."""
        self._newest = update
        if self.webhook:
            lane = update["message"]["chat"]["id"]
            headers = {SECRET_HEADER: self.secret}
            body = {"ok": True, "result": update} if self.rules.wrapped else update
            raw = json.dumps(body, ensure_ascii=False).encode()
            self.delivery.push(Post(raw, lane, headers))
            return
        self._updates.append(update)
        self._arrived.set()

    def repeat(self) -> None:
        """Have the newest update delivered once more."""
        self.push(self._newest)

    def point(self, url: str, secret: str) -> None:
        """Updates go there from now on, and those that wait for a poll too; empty: nowhere."""
        self.webhook = {"url": url, "updated_at": int(self.clock() * 1000)} if url else {}
        self.secret = secret
        self.delivery.url = url
        self.delivery.on = bool(url)
        waiting, self._updates = self._updates, deque()
        for update in waiting:
            self.push(update)

    async def poll(self, seconds: float) -> Json | None:
        """One update, which is handed out by this and never again; nothing if none comes."""
        end = asyncio.create_task(self.clock.until(self.clock() + seconds))
        self.polls += 1
        try:
            while self.webhook or not self._updates:
                self._arrived.clear()
                news = asyncio.create_task(self._arrived.wait())
                await asyncio.wait([end, news], return_when=asyncio.FIRST_COMPLETED)
                news.cancel()
                if end.done():
                    return None
            return self._updates.popleft()
        finally:
            self.polls -= 1
            end.cancel()

    async def fetched(self, address: str) -> bytes:
        """The picture at an address that Zalo was given."""
        try:
            async with aiohttp.ClientSession() as session, session.get(address) as answer:
                content = await answer.read()
                if answer.status != HTTPStatus.OK or not content.startswith(PICTURES):
                    raise ApiError(400, "Bad request: photo cannot be fetched")
        except aiohttp.ClientError:
            raise ApiError(400, "Bad request: photo cannot be fetched") from None
        self.fetches[address] = content
        return content

    def shows(self, chat: Chat, text: str, picture: str = "") -> Json:
        """A message of the bot's stands on the person's phone."""
        number = secrets.token_hex(8)
        chat.message_ids.append(number)
        chat.screen.show(Bubble(number, text, picture=picture))
        return {"message_id": number, "date": int(self.clock() * 1000)}
