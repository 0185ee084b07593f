"""What Telegram accepts as a message's text and buttons; its words for what it does not."""

from __future__ import annotations

import json

from tests.fakes.telegram_account import ApiError, Json

MAX_TEXT = 4096
MAX_BUTTONS = 100
MAX_ROW = 8
MAX_PAYLOAD = 64


def text_of(parameters: dict[str, str]) -> str:
    """The text as people will see it; blanks around it are taken off."""
    text = parameters.get("text", "")
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        raise ApiError(400, "Bad Request: strings must be encoded in UTF-8") from None
    if "\0" in text:
        raise ApiError(400, "Bad Request: strings must be encoded in UTF-8")
    if parameters.get("parse_mode"):
        raise ApiError(400, "Bad Request: unsupported parse_mode")
    if size > 1 << 15:
        raise ApiError(400, "Bad Request: text is too long")
    text = text.strip()
    if not text:
        raise ApiError(400, "Bad Request: message text is empty")
    if len(text.encode("utf-16-le")) // 2 > MAX_TEXT:
        raise ApiError(400, "Bad Request: message is too long")
    return text


def markup_of(parameters: dict[str, str]) -> Json:
    """The reply markup, empty if there is none."""
    given = parameters.get("reply_markup", "")
    if not given:
        return {}
    try:
        markup = json.loads(given)
    except ValueError:
        problem = "Bad Request: can't parse reply keyboard markup JSON object"
        raise ApiError(400, problem) from None
    if not isinstance(markup, dict):
        raise ApiError(400, "Bad Request: object expected as reply markup")
    if "keyboard" in markup:
        _check_rows(markup["keyboard"], inline=False)
    if "inline_keyboard" in markup:
        _check_rows(markup["inline_keyboard"], inline=True)
    return markup


def _check_rows(rows: object, *, inline: bool) -> None:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise ApiError(400, 'Bad Request: field "keyboard" must be an Array of Arrays')
    if not rows or not all(rows):
        raise ApiError(400, "Bad Request: BUTTON_ROW_EMPTY")
    if sum(map(len, rows)) > MAX_BUTTONS or max(map(len, rows)) > MAX_ROW:
        raise ApiError(400, "Bad Request: reply markup is too long")
    for row in rows:
        for button in row:
            _check_button(button, inline=inline)


def _check_button(button: object, *, inline: bool) -> None:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise ApiError(400, "Bad Request: can't parse keyboard button: text is missing")
    if not button["text"].strip():
        raise ApiError(400, "Bad Request: can't parse keyboard button: text must be non-empty")
    if not inline:
        return
    data = button.get("callback_data", "")
    if not isinstance(data, str):
        raise ApiError(400, 'Bad Request: field "callback_data" must be of type String')
    if not data:
        problem = "text buttons are unallowed in the inline keyboard"
        raise ApiError(400, f"Bad Request: can't parse inline keyboard button: {problem}")
    if len(data.encode()) > MAX_PAYLOAD:
        raise ApiError(400, "Bad Request: BUTTON_DATA_INVALID")
