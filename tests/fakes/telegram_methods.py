"""The methods of the Bot API that a bot like ours calls, with their refusals."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from typing import Any

from tests.fakes.telegram_account import (
    DEFAULT_KINDS,
    FILE_SECONDS,
    Account,
    ApiError,
    Bubble,
    Dialog,
    Json,
    Webhook,
)
from tests.fakes.telegram_faults import Pace
from tests.fakes.telegram_markup import markup_of, text_of
from tests.fakes.telegram_media import (
    MAX_PHOTO,
    MAX_UPLOAD,
    caption_of,
    file_of,
    kind_of_sound,
    sides_of,
)

Parameters = dict[str, str]
Method = Callable[[Account, Parameters], Awaitable[Any]]

MAX_DOWNLOAD = 20_000_000


class Methods:
    """
    The methods by their names in lower case; `pace` is flood control or none.

    `moved` is told when a webhook was set or removed.
    """

    def __init__(self, pace: Pace | None, moved: Callable[[Account], Awaitable[None]]) -> None:
        self._pace = pace
        self._moved = moved
        self.table: dict[str, Method] = {
            "getme": self._get_me,
            "sendmessage": self._send_message,
            "sendphoto": self._send_photo,
            "senddocument": self._send_document,
            "sendvoice": self._send_voice,
            "sendaudio": self._send_audio,
            "sendchataction": self._send_chat_action,
            "answercallbackquery": self._answer_callback_query,
            "getfile": self._get_file,
            "setwebhook": self._set_webhook,
            "deletewebhook": self._delete_webhook,
            "getwebhookinfo": self._get_webhook_info,
            "setmycommands": self._set_my_commands,
            "getmycommands": self._get_my_commands,
            "deletemycommands": self._delete_my_commands,
        }
        for field, limit in (("name", 64), ("description", 512), ("short_description", 120)):
            name = field.replace("_", "")
            self.table[f"setmy{name}"] = _setter(field, limit)
            self.table[f"getmy{name}"] = _getter(field)

    async def _get_me(self, account: Account, parameters: Parameters) -> Json:
        return account.user | {"can_join_groups": False}

    async def _send_message(self, account: Account, parameters: Parameters) -> Json:
        text = text_of(parameters)
        return self._shown(account, parameters, {"text": text}, Bubble(0, text, [], None))

    async def _send_photo(self, account: Account, parameters: Parameters) -> Json:
        file, caption = file_of(account, parameters, "photo", MAX_PHOTO), caption_of(parameters)
        width, height = sides_of(file.content)
        size = {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size}
        content: Json = {"photo": [size | {"width": width, "height": height}]}
        bubble = Bubble(0, caption, [], None, picture=file.id)
        return self._shown(account, parameters, content | _captioned(caption), bubble)

    async def _send_document(self, account: Account, parameters: Parameters) -> Json:
        file, caption = file_of(account, parameters, "document", MAX_UPLOAD), caption_of(parameters)
        name = file.path.rpartition("/")[2]
        content: Json = {
            "document": {
                "file_id": file.id,
                "file_unique_id": file.unique_id,
                "file_size": file.size,
                "file_name": name,
            }
        }
        bubble = Bubble(0, caption, [], None, file=name)
        return self._shown(account, parameters, content | _captioned(caption), bubble)

    async def _send_voice(self, account: Account, parameters: Parameters) -> Json:
        return self._send_sound(account, parameters, "voice")

    async def _send_audio(self, account: Account, parameters: Parameters) -> Json:
        return self._send_sound(account, parameters, "audio")

    def _send_sound(self, account: Account, parameters: Parameters, wanted: str) -> Json:
        file, caption = file_of(account, parameters, wanted, MAX_UPLOAD), caption_of(parameters)
        kind = kind_of_sound(file.content, wanted)
        content: Json = {
            kind: {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size}
        }
        heard = kind if kind == "document" else ""
        bubble = Bubble(0, caption, [], None, file=heard, sound="" if heard else file.id)
        return self._shown(account, parameters, content | _captioned(caption), bubble)

    def _shown(
        self, account: Account, parameters: Parameters, content: Json, bubble: Bubble
    ) -> Json:
        """Put a message on the person's phone, with its buttons."""
        markup = markup_of(parameters)
        dialog = _open_dialog(account, parameters)
        if self._pace is not None:
            self._pace.admit(str(dialog.id))
        message: Json = {
            "message_id": dialog.next_message_id(),
            "from": account.user,
            "chat": dialog.chat,
            "date": int(account.clock()),
            **content,
        }
        buttons = markup.get("inline_keyboard", [])
        if buttons:
            message["reply_markup"] = {"inline_keyboard": buttons}
        elif "keyboard" in markup:
            dialog.keyboard = markup
        elif markup.get("remove_keyboard"):
            dialog.keyboard = None
        bubble.message_id, bubble.buttons = message["message_id"], buttons
        bubble.keyboard = markup if "keyboard" in markup else None
        dialog.bubbles.append(bubble)
        dialog.unread.put_nowait(bubble)
        return message

    async def _send_chat_action(self, account: Account, parameters: Parameters) -> bool:
        if parameters.get("action") != "typing":
            raise ApiError(400, "Bad Request: wrong parameter action in request")
        _open_dialog(account, parameters)
        return True

    async def _answer_callback_query(self, account: Account, parameters: Parameters) -> bool:
        if len(parameters.get("text", "")) > 200:
            raise ApiError(400, "Bad Request: MESSAGE_TOO_LONG")
        tap = account.taps.get(parameters.get("callback_query_id", ""))
        if tap is None or tap.answered or account.clock() > tap.until:
            raise ApiError(
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
            )
        tap.answered = True
        return True

    async def _get_file(self, account: Account, parameters: Parameters) -> Json:
        if not parameters.get("file_id"):
            raise ApiError(400, "Bad Request: file_id not specified")
        file = account.files.get(parameters["file_id"])
        if file is None:
            problem = "Bad Request: wrong file_id or the file is temporarily unavailable"
            raise ApiError(400, problem)
        if file.size > MAX_DOWNLOAD:
            raise ApiError(400, "Bad Request: file is too big")
        file.open_until = account.clock() + FILE_SECONDS
        return {
            "file_id": file.id,
            "file_unique_id": file.unique_id,
            "file_size": file.size,
            "file_path": file.path,
        }

    async def _set_webhook(self, account: Account, parameters: Parameters) -> bool:
        url, secret = parameters.get("url", ""), parameters.get("secret_token", "")
        if not url:
            return await self._delete_webhook(account, parameters)
        if not re.match(r"https?://[^/]+", url):
            raise ApiError(400, "Bad Request: invalid webhook URL specified")
        if len(secret) > 256:
            raise ApiError(400, "Bad Request: secret token is too long")
        if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
            raise ApiError(400, "Bad Request: secret token contains unallowed characters")
        allow(account, parameters)
        if parameters.get("drop_pending_updates", "").lower() in {"true", "1", "yes"}:
            account.take_all()
        connections = min(max(int(parameters.get("max_connections") or 40), 1), 100)
        before, account.webhook = account.webhook, Webhook(url, secret, connections)
        if before != account.webhook:
            await self._moved(account)
        return True

    async def _delete_webhook(self, account: Account, parameters: Parameters) -> bool:
        if parameters.get("drop_pending_updates", "").lower() in {"true", "1", "yes"}:
            account.take_all()
        account.webhook = None
        await self._moved(account)
        return True

    async def _get_webhook_info(self, account: Account, parameters: Parameters) -> Json:
        webhook = account.webhook
        info: Json = {
            "url": webhook.url if webhook else "",
            "has_custom_certificate": False,
            "pending_update_count": len(list(account.waiting())),
        }
        if webhook:
            info["max_connections"] = webhook.max_connections
            info["ip_address"] = "<unknown>"
            if webhook.last_error:
                info["last_error_date"] = webhook.last_error_date
                info["last_error_message"] = webhook.last_error
        if account.allowed != DEFAULT_KINDS:
            info["allowed_updates"] = sorted(account.allowed)
        return info

    async def _set_my_commands(self, account: Account, parameters: Parameters) -> bool:
        commands = _json(parameters, "commands", [])
        if not isinstance(commands, list):
            raise ApiError(400, "Bad Request: expected an Array of BotCommand")
        if len(commands) > 100:
            raise ApiError(400, "Bad Request: BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
                raise ApiError(400, "Bad Request: BOT_COMMAND_INVALID")
            if not 1 <= len(command["description"]) <= 256:
                raise ApiError(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
        account.profile[_commands_key(parameters)] = commands
        return True

    async def _get_my_commands(self, account: Account, parameters: Parameters) -> list[Json]:
        commands: list[Json] = account.profile.get(_commands_key(parameters), [])
        return commands

    async def _delete_my_commands(self, account: Account, parameters: Parameters) -> bool:
        account.profile.pop(_commands_key(parameters), None)
        return True


def allow(account: Account, parameters: Parameters) -> None:
    """Remember which kinds of update the bot wants; those asked for earlier stay if unsaid."""
    kinds = _json(parameters, "allowed_updates", None)
    if isinstance(kinds, list):
        account.allowed = frozenset(kinds) or DEFAULT_KINDS


def _open_dialog(account: Account, parameters: Parameters) -> Dialog:
    """The chat a message goes to, if it may."""
    chat = parameters.get("chat_id", "")
    if not chat:
        raise ApiError(400, "Bad Request: chat_id is empty")
    dialog = account.dialogs.get(int(chat)) if chat.lstrip("-").isdigit() else None
    if dialog is None:
        raise ApiError(400, "Bad Request: chat not found")
    if dialog.deactivated:
        raise ApiError(403, "Forbidden: user is deactivated")
    if dialog.blocked:
        raise ApiError(403, "Forbidden: bot was blocked by the user")
    if not dialog.started:
        raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
    return dialog


def _json(parameters: Parameters, name: str, default: Any) -> Any:
    given = parameters.get(name, "")
    try:
        return json.loads(given) if given else default
    except ValueError:
        raise ApiError(400, f"Bad Request: can't parse {name} JSON object") from None


def _captioned(caption: str) -> Json:
    return {"caption": caption} if caption else {}


def _commands_key(parameters: Parameters) -> tuple[str, str, str]:
    scope = _json(parameters, "scope", {"type": "default"})
    return "commands", json.dumps(scope, sort_keys=True), parameters.get("language_code", "")


def _setter(field: str, limit: int) -> Method:
    async def method(account: Account, parameters: Parameters) -> bool:
        value = parameters.get(field, "")
        if len(value) > limit:
            raise ApiError(400, f"Bad Request: BOT_{field.upper()}_TOO_LONG")
        account.profile[field, "", parameters.get("language_code", "")] = value
        return True

    return method


def _getter(field: str) -> Method:
    async def method(account: Account, parameters: Parameters) -> Json:
        key = (field, "", parameters.get("language_code", ""))
        return {field: account.profile.get(key, "")}

    return method
