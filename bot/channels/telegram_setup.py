"""
Tells Telegram who the bot is and where its updates go: menu, descriptions, webhook.

Everything is compared with what Telegram already says, so that running it again changes nothing
and asks for nothing. A method that the server does not know costs that one thing and no more.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram.error import BadRequest, EndPointNotFound, InvalidToken, TelegramError

from bot.channels.telegram_kinds import ALLOWED_UPDATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.channels.telegram import Telegram

MAX_CONNECTIONS = 40

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Introduction:
    """
    What people see before they write, in one language (empty: for every other one).

    `description` stands in the empty chat, `about` on the profile; `commands` are name and
    description, in the menu's order.
    """

    language: str
    description: str
    about: str
    commands: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """One setting as it should be: how to ask for it, how to set it, and to what."""

    read: str
    write: str
    field: str
    value: object
    language: str


@dataclass(frozen=True, slots=True)
class WebhookState:
    """What Telegram says of our webhook."""

    url: str
    pending: int
    connections: int
    kinds: frozenset[str]
    last_error: str


async def introduce(channel: Telegram, introductions: Sequence[Introduction]) -> list[str]:
    """Set what differs; the names of the methods that changed something."""
    changed = []
    for introduction in introductions:
        for wish in _wishes(introduction):
            try:
                if await _grant(channel, wish):
                    changed.append(wish.write)
            except (BadRequest, EndPointNotFound, InvalidToken) as error:
                log.warning("%s was refused: %s", wish.write, error.message)
    return changed


def _wishes(wanted: Introduction) -> Iterator[Wish]:
    commands = [{"command": name, "description": words} for name, words in wanted.commands]
    language = wanted.language
    yield Wish("getMyCommands", "setMyCommands", "commands", commands, language)
    yield Wish("getMyDescription", "setMyDescription", "description", wanted.description, language)
    yield Wish(
        "getMyShortDescription",
        "setMyShortDescription",
        "short_description",
        wanted.about,
        language,
    )


async def _grant(channel: Telegram, wish: Wish) -> bool:
    now = await channel.call(wish.read, {"language_code": wish.language})
    if (now.get(wish.field) if isinstance(now, dict) else now) == wish.value:
        return False
    await channel.call(wish.write, {"language_code": wish.language, wish.field: wish.value})
    return True


async def point_webhook(channel: Telegram, url: str, secret: str) -> bool:
    """
    Have updates sent to `url`; whether anything visible changed.

    Telegram never says which secret it has, so it is always told; told twice it does nothing.
    """
    before = await webhook_state(channel)
    await channel.call(
        "setWebhook",
        {
            "url": url,
            "secret_token": secret,
            "max_connections": MAX_CONNECTIONS,
            "allowed_updates": ALLOWED_UPDATES,
            "drop_pending_updates": False,
        },
    )
    wanted = (url, MAX_CONNECTIONS, frozenset(ALLOWED_UPDATES))
    return (before.url, before.connections, before.kinds) != wanted


async def webhook_state(channel: Telegram) -> WebhookState:
    """Telegram's own view of our webhook; raises `TelegramError`."""
    info = await channel.call("getWebhookInfo", {})
    if not isinstance(info, dict):
        raise TelegramError("getWebhookInfo gave no webhook")
    return WebhookState(
        url=str(info.get("url", "")),
        pending=int(info.get("pending_update_count", 0)),
        connections=int(info.get("max_connections", 0)),
        kinds=frozenset(info.get("allowed_updates", ())),
        last_error=str(info.get("last_error_message", "")),
    )
