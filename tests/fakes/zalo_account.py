"""What the made-up Zalo knows of one Official Account: its people, their chats and its uploads."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.zalo_clock import DAY, Clock
from tests.fakes.zalo_screen import Bubble, Screen

Json = dict[str, Any]

BUSINESS = 2
GOVERNMENT = 4
ASSET_SECONDS = 7 * DAY
LEFT = -213
RESTRICTED = -244
BANNED = -227


class ApiError(Exception):
    """What Zalo answers when it will not; with HTTP 200."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(slots=True)
class Rules:
    """
    What the sources disagree about or a console decides, so that code can be tried both ways.

    `templates_refused` is the code that answers every message with buttons (0: none). With the
    `syntax_filter` only texts that begin with `#` reach the webhook. `escaped`
    writes events in ASCII, `bare_mac` signs them without `mac=`. With `old_token_lives` a refresh
    leaves the access token before it alone.
    """

    oa_type: int = BUSINESS
    title_limit: int = 35
    templates_refused: int = 0
    needs_template_type: bool = False
    form_needs_picture: bool = True
    syntax_filter: bool = False
    escaped: bool = False
    bare_mac: bool = False
    expires_as_text: bool = True
    old_token_lives: bool = False
    wants_proof: bool = False
    fixed_challenge: str = ""
    uploads_a_month: int = 5000
    active: bool = True


@dataclass(slots=True)
class Person:
    """
    Somebody on Zalo, as this OA meets them.

    `interacted` is when they last did something that opens the window, 0 for never; `refusal` is
    the code that answers whoever writes to them.
    """

    id: str
    by_app: str
    name: str
    screen: Screen = field(default_factory=Screen)
    follows: bool = False
    interacted: float = 0.0
    refusal: int = 0
    message_ids: list[str] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    shared: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asset:
    """Something uploaded: `kind` is image, gif or file."""

    kind: str
    content: bytes
    until: float
    name: str = ""


class Official:
    """
    One Official Account; `post` is given every event and the person it is about.

    `media` is served at its paths; those in `moved` redirect to where they say.
    """

    def __init__(
        self, clock: Clock, rules: Rules, app_id: str, oa_id: str, post: Callable[[Json, str], None]
    ) -> None:
        self.clock = clock
        self.rules = rules
        self.app_id = app_id
        self.id = oa_id
        self.people: dict[str, Person] = {}
        self.media: dict[str, bytes] = {}
        self.moved: dict[str, str] = {}
        self.uploads = ("", 0)
        self._assets: dict[str, Asset] = {}
        self._post = post
        self._last_stamp = 0
        self._next_person = 3_000_000_000_000_000_001

    def person(self, user: str, name: str) -> Person:
        """Whoever has this id, else somebody new."""
        self._next_person += 1
        user = user or str(self._next_person)
        if user not in self.people:
            self.people[user] = Person(user, str(int(user) + 10**18), name)
        return self.people[user]

    def tell(self, event: str, about: str, /, **members: Any) -> None:
        """Have an event delivered; no two bear the same time."""
        self._last_stamp = max(int(self.clock() * 1000), self._last_stamp + 1)
        head = {"event_name": event, "app_id": self.app_id, "timestamp": str(self._last_stamp)}
        self._post(head | members, about)

    def interacts(self, person: Person) -> None:
        """The person did something that opens the window."""
        person.interacted = self.clock()
        if person.refusal == LEFT:
            person.refusal = 0

    def says(self, person: Person, event: str, message: Json) -> str:
        """The person sends something; its id."""
        number = self.numbered(person)
        self.interacts(person)
        if self.rules.syntax_filter and not message.get("text", "#").startswith("#"):
            return number
        self.tell(
            event,
            person.id,
            sender={"id": person.id},
            recipient={"id": self.id},
            user_id_by_app=person.by_app,
            message={"msg_id": number} | message,
        )
        return number

    def shows(self, person: Person, bubble: Bubble) -> None:
        """A message of the OA's stands on the person's phone."""
        person.message_ids.append(bubble.message_id)
        person.screen.show(bubble)

    def numbered(self, person: Person) -> str:
        """The id of a message that is being written in this chat."""
        person.message_ids.append(secrets.token_hex(10))
        return person.message_ids[-1]

    def keep(self, kind: str, content: bytes, called: str = "") -> str:
        """Take an upload; its id, good for 7 days. There are so many a month for the app."""
        month, taken = f"{self.clock.local:%Y-%m}", 0
        if self.uploads[0] == month:
            taken = self.uploads[1]
        if taken >= self.rules.uploads_a_month:
            raise ApiError(-211, "Out of quota")
        self.uploads = month, taken + 1
        name = secrets.token_urlsafe(24)
        self._assets[name] = Asset(kind, content, self.clock() + ASSET_SECONDS, called)
        return name

    def asset(self, name: object, *kinds: str) -> Asset:
        """An upload of one of these kinds."""
        found = self._assets.get(str(name))
        if found is None or found.kind not in kinds:
            raise ApiError(-201, "attachment_id is invalid")
        if found.until <= self.clock():
            raise ApiError(-100, "attachment is expired")
        return found

    def serve(self, content: bytes, ending: str) -> str:
        """Put a person's photo or file where it can be fetched; its path."""
        path = f"media/{len(self.media)}-{secrets.token_hex(8)}.{ending}"
        self.media[path] = content
        return path
