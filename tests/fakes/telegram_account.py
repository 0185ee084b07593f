"""What the made-up Telegram knows of one bot: its chats, waiting updates, files and settings."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
Clock = Callable[[], float]

DAY = 24 * 3600.0
TAP_SECONDS = 150.0
FILE_SECONDS = 3600.0

# What a bot is sent that never said what it wants; ours come first.
DEFAULT_KINDS = frozenset(
    {"message", "edited_message", "callback_query", "my_chat_member", "inline_query", "poll"}
)


class ApiError(Exception):
    """What Telegram answers when it will not."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


@dataclass(slots=True)
class Update:
    """One update on its way; those of one lane are delivered one after another."""

    id: int
    kind: str
    lane: str
    expires: float
    content: Json

    def body(self) -> bytes:
        return json.dumps({"update_id": self.id, self.kind: self.content}).encode()


@dataclass(slots=True)
class Bubble:
    """A message on a person's phone; a picture or a sound by its id, a file by its name."""

    message_id: int
    text: str
    buttons: list[list[Json]]
    keyboard: Json | None
    picture: str = ""
    file: str = ""
    sound: str = ""

    @property
    def labels(self) -> list[str]:
        """Every button's words, from the top, under the message or in the keyboard it brought."""
        rows = self.buttons or (self.keyboard or {}).get("keyboard", [])
        return [button["text"] for row in rows for button in row]


@dataclass(slots=True)
class Dialog:
    """One person's chat with the bot, as Telegram keeps it."""

    person: Json
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    last_message_id: int = 0
    bubbles: list[Bubble] = field(default_factory=list)
    unread: asyncio.Queue[Bubble] = field(default_factory=asyncio.Queue)
    keyboard: Json | None = None

    @property
    def id(self) -> int:
        return int(self.person["id"])

    @property
    def chat(self) -> Json:
        return {"id": self.id, "type": "private", "first_name": self.person["first_name"]}

    def next_message_id(self) -> int:
        self.last_message_id += 1
        return self.last_message_id


@dataclass(slots=True)
class Tap:
    """A button's spinning; an answer is taken once, in time."""

    person: int
    until: float
    answered: bool = False


@dataclass(slots=True)
class StoredFile:
    """A file of a person's; its path is good for an hour after it was asked for."""

    id: str
    unique_id: str
    path: str
    content: bytes
    size: int
    open_until: float = 0.0


@dataclass(slots=True)
class Webhook:
    """Where the updates go, how that goes, and the seconds rested between two tries."""

    url: str
    secret: str
    max_connections: int
    last_error: str = ""
    last_error_date: int = 0
    rests: list[float] = field(default_factory=list)


class Account:
    """One bot at Telegram."""

    def __init__(self, token: str, clock: Clock) -> None:
        self.token = token
        self.id = int(token.partition(":")[0])
        self.clock = clock
        self.dialogs: dict[int, Dialog] = {}
        self.taps: dict[str, Tap] = {}
        self.files: dict[str, StoredFile] = {}
        self.profile: dict[tuple[str, str, str], Any] = {}
        self.webhook: Webhook | None = None
        self.allowed = DEFAULT_KINDS
        self.arrived = asyncio.Event()
        self._newest: Update
        self._updates: dict[int, Update] = {}
        self._next_update = 100_000_000 + secrets.randbelow(100_000_000)

    @property
    def user(self) -> Json:
        return {"id": self.id, "is_bot": True, "first_name": "Bot", "username": "a_test_bot"}

    def keep(self, content: bytes, name: str) -> str:
        """Take a file that the bot uploads; its id, good for ever."""
        file = StoredFile(
            id=f"AgACAgUAA{secrets.token_urlsafe(40)}",
            unique_id=f"AQ{secrets.token_urlsafe(8)}",
            path=f"uploads/{name}",
            content=content,
            size=len(content),
        )
        self.files[file.id] = file
        return file.id

    def push(self, kind: str, lane: str, content: Json, *, lasts: float = DAY) -> int:
        """Have an update delivered, unless the bot did not ask for its kind."""
        if kind not in self.allowed:
            return 0
        self._next_update += 1
        self._newest = Update(self._next_update, kind, lane, self.clock() + lasts, content)
        self.repeat()
        return self._next_update

    def repeat(self) -> None:
        """Have the newest update delivered, once more if it was already."""
        self._updates[self._newest.id] = self._newest
        self.arrived.set()

    def waiting(self) -> Iterator[Update]:
        """The updates not yet taken, oldest first; those too old are forgotten."""
        now = self.clock()
        for update in list(self._updates.values()):
            if update.expires <= now:
                self.take(update.id)
            else:
                yield update

    def take(self, update: int) -> None:
        """This update has been delivered, or is past."""
        self._updates.pop(update, None)

    def take_all(self) -> None:
        self._updates.clear()

    @property
    def last_update(self) -> int:
        return self._next_update
