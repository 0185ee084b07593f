"""
The chats of a batch while they are heard, and the memory of those that were heard last.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from handlers.state import Answers, Conversation

Key = tuple[str, str]
"""The account and the address of a chat."""


class Hand(NamedTuple):
    """Which of the staff changes something, and why; nobody of them, as a rule."""

    staff: int | None = None
    reason: str = ""


NOBODY = Hand()


class Chat:
    """
    One chat while a batch is heard: as it was read, and as it will be written.

    `versions` are those of its registrations, `consents` the subjects agreed to, `last` its newest
    row of the outbox. `met` says that this batch is the first that is heard of it, `by_call` that
    a reply may not travel in the answer of a webhook; `stale` is the turn and the row of a reply
    that may give way to a later one. `interacted_at` is when the person last turned to us, 0 for
    never; `unreachable_since` from when on nothing could reach them. `hand` says which of the staff
    is at work here.
    """

    __slots__ = (
        "before",
        "by_call",
        "consents",
        "contact",
        "erased",
        "hand",
        "heard_at",
        "interacted_at",
        "key",
        "last",
        "met",
        "now",
        "seq",
        "stale",
        "unreachable_since",
        "version",
        "versions",
    )

    def __init__(self, key: Key, contact: int, now: Conversation) -> None:
        self.key = key
        self.contact = contact
        self.before = now
        self.now = now
        self.version = 0
        self.versions: dict[int, int] = {}
        self.consents: frozenset[str] = frozenset()
        self.seq = 0
        self.last: int | None = None
        self.heard_at = 0
        self.interacted_at = 0
        self.unreachable_since: int | None = None
        self.met = False
        self.erased = False
        self.hand = NOBODY
        self.by_call = False
        self.stale: tuple[int, int] | None = None

    @property
    def agreed(self) -> bool:
        """Whether the person agreed to anything, so that more than the position may be kept."""
        return bool(self.consents or self.now.registrations)


class Memory:
    """The chats that this process wrote last, as they were committed; the oldest are forgotten."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._chats: OrderedDict[Key, Chat] = OrderedDict()

    def recall(self, key: Key, version: int) -> Chat | None:
        """The chat, if nobody has written it since."""
        chat = self._chats.get(key)
        return chat if chat is not None and chat.version == version else None

    def keep(self, chats: Iterable[Chat]) -> None:
        """Remember what was committed."""
        for chat in chats:
            self._chats.pop(chat.key, None)
            if not chat.erased:
                chat.before = chat.now
                self._chats[chat.key] = chat
        while len(self._chats) > self._most:
            self._chats.popitem(last=False)


def with_answers(talk: Conversation, number: int, answers: Answers) -> Conversation:
    """The talk with one of its registrations read whole."""
    return talk._replace(
        registrations=tuple(
            one._replace(answers=answers, loaded=True) if one.id == number else one
            for one in talk.registrations
        ),
    )
