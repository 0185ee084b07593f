"""The methods of the Bot Platform, with their refusals."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from tests.fakes.zalo_account import ApiError, Json
from tests.fakes.zalo_bot_account import Bot, Chat
from tests.fakes.zalo_delivery import Post

MAX_TEXT = 2000
LOOPBACK = re.compile(r"http://(127\.0\.0\.1|localhost)(:\d+)?/")

Method = Callable[[Bot, Json], Awaitable[object]]


async def get_me(bot: Bot, given: Json) -> Json:
    return {
        "id": "4100000001",
        "account_name": "bot.made_up",
        "account_type": "BASIC",
        "can_join_groups": False,
        "display_name": "Bot made up",
    }


async def get_updates(bot: Bot, given: Json) -> object:
    try:
        seconds = float(given.get("timeout", 30))
    except (TypeError, ValueError):
        raise ApiError(400, "Bad request: timeout") from None
    update = await bot.poll(seconds)
    if update is not None:
        return [update] if bot.rules.listed else update
    if bot.rules.idle_empty:
        return [] if bot.rules.listed else {}
    raise ApiError(408, "Request timeout")


async def set_webhook(bot: Bot, given: Json) -> Json:
    url, secret = given.get("url"), given.get("secret_token")
    if not isinstance(url, str) or not (url.startswith("https://") or LOOPBACK.match(url)):
        raise ApiError(400, "Bad request: url must be a public HTTPS address")
    if not isinstance(secret, str) or not 8 <= len(secret) <= 256:
        raise ApiError(400, "Bad request: secret_token must have 8 to 256 characters")
    bot.delivery.url = url
    status = await bot.delivery.bring(Post(b""))
    bot.point(url, secret)
    hint = "" if status == 200 else f"the address answered {status}"
    return bot.webhook | {"verification": {"ok": status == 200, "hint": hint}}


async def get_webhook_info(bot: Bot, given: Json) -> Json:
    if not bot.webhook:
        raise ApiError(404, "Not found: no webhook")
    return bot.webhook


async def delete_webhook(bot: Bot, given: Json) -> Json:
    bot.point("", "")
    return {"url": "", "updated_at": int(bot.clock() * 1000)}


async def send_message(bot: Bot, given: Json) -> Json:
    text = given.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ApiError(400, "Bad request: text is empty")
    if len(text) > MAX_TEXT:
        raise ApiError(400, "Bad request: text is too long")
    if given.get("parse_mode", "markdown") not in ("markdown", "html"):
        raise ApiError(400, "Bad request: parse_mode")
    return bot.shows(_paid(bot, given), text)


async def send_photo(bot: Bot, given: Json) -> Json:
    caption = given.get("caption", "")
    if not isinstance(caption, str) or len(caption) > MAX_TEXT:
        raise ApiError(400, "Bad request: caption is too long")
    address = _address(given, "photo")
    await bot.fetched(address)
    return bot.shows(_paid(bot, given), caption, address)


async def send_voice(bot: Bot, given: Json) -> Json:
    return bot.shows(_paid(bot, given), "", _address(given, "voice_url"))


async def send_sticker(bot: Bot, given: Json) -> Json:
    if not given.get("sticker"):
        raise ApiError(400, "Bad request: sticker")
    return bot.shows(_paid(bot, given), "", str(given["sticker"]))


async def send_chat_action(bot: Bot, given: Json) -> bool:
    if given.get("action") != "typing":
        raise ApiError(400, "Bad request: action")
    _open(bot, given)
    return True


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "getWebhookInfo": get_webhook_info,
    "deleteWebhook": delete_webhook,
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendVoice": send_voice,
    "sendSticker": send_sticker,
    "sendChatAction": send_chat_action,
}


def _open(bot: Bot, given: Json) -> Chat:
    """The chat a message goes to, if it may: whoever wrote first, among the first so many."""
    chat = bot.chats.get(str(given.get("chat_id", "")))
    if chat is None:
        raise ApiError(400, "Bad request: chat not found")
    wrote = [one for one in bot.chats.values() if one.wrote]
    if chat.blocked or chat not in wrote[: bot.rules.people]:
        raise ApiError(403, "Forbidden")
    return chat


def _paid(bot: Bot, given: Json) -> Chat:
    """The same, and one message less this month."""
    chat = _open(bot, given)
    month, sent = f"{bot.clock.local:%Y-%m}", 0
    if bot.sent_in[0] == month:
        sent = bot.sent_in[1]
    if sent >= bot.rules.monthly:
        raise ApiError(429, "Quota exceeded")
    bot.sent_in = month, sent + 1
    return chat


def _address(given: Json, name: str) -> str:
    address = given.get(name)
    if not isinstance(address, str) or not address.startswith(("https://", "http://")):
        raise ApiError(400, f"Bad request: {name} must be a public address")
    return address
