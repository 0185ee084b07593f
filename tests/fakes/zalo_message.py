"""What Zalo takes as a message: its text, its buttons, its attachment; its words for the rest."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from tests.fakes.zalo_account import ApiError, Json, Official, Rules
from tests.fakes.zalo_screen import Bubble

MAX_TEXT = 2000
MAX_BUTTONS = 5
MAX_PAYLOAD = 1000
MAX_ELEMENTS = 5
MAX_TITLE = 100
MAX_SUBTITLE = 500
QUERIES = ("oa.query.show", "oa.query.hide")


def bubble_of(message: Json, official: Official) -> Bubble:
    """The message as it will stand on the person's phone; without its id."""
    attachment = message.get("attachment")
    if attachment is None:
        return Bubble("", text_of(message))
    payload = attachment.get("payload") if isinstance(attachment, dict) else None
    if not isinstance(payload, dict):
        raise ApiError(-201, "attachment is invalid")
    match attachment.get("type"):
        case "file":
            return _file(message, payload, official)
        case "template":
            kind = payload.get("template_type", "button")
            read = TEMPLATES.get(kind)
            if read is None:
                raise ApiError(-233, "Message type is invalid or unsupported")
            return read(message, payload, official)
        case _:
            raise ApiError(-233, "Message type is invalid or unsupported")


def text_of(message: Json, *, needed: bool = True) -> str:
    """The text; it counts in its composed form."""
    text = message.get("text", "")
    if not isinstance(text, str) or (needed and not text.strip()):
        raise ApiError(-201, "text is invalid")
    if len(unicodedata.normalize("NFC", text)) > MAX_TEXT:
        raise ApiError(-210, "text is over the limit of 2000 characters")
    return text


def _buttons_below(message: Json, payload: Json, official: Official) -> Bubble:
    rules = official.rules
    if rules.templates_refused:
        raise ApiError(rules.templates_refused, "attachment is not supported")
    if rules.needs_template_type and "template_type" not in payload:
        raise ApiError(-201, "template_type is empty")
    text = text_of(message)
    return Bubble("", text, buttons_of(payload.get("buttons"), rules))


def _file(message: Json, payload: Json, official: Official) -> Bubble:
    if message.get("text"):
        raise ApiError(-201, "text cannot go with a file")
    official.asset(payload.get("token"), "file")
    return Bubble("", "", file=str(payload["token"]))


def _media(message: Json, payload: Json, official: Official) -> Bubble:
    (element,) = _elements(payload, 1)
    kind, name = element.get("media_type"), element.get("attachment_id")
    if kind not in ("image", "gif", "sticker"):
        raise ApiError(-201, "media_type is invalid")
    if kind == "gif" and not (element.get("width") and element.get("height")):
        raise ApiError(-201, "width and height are required")
    url = element.get("url")
    if bool(url) == bool(name) or (kind == "sticker" and url):
        raise ApiError(-201, "url or attachment_id is required")
    if name and kind != "sticker":
        official.asset(name, kind)
    elif url and not str(url).startswith(("http://", "https://")):
        raise ApiError(-201, "url is invalid")
    text = text_of(message, needed=False)
    buttons = buttons_of(payload["buttons"], official.rules) if "buttons" in payload else []
    return Bubble("", text, buttons, picture=str(name or url))


def _info_form(message: Json, payload: Json, official: Official) -> Bubble:
    (element,) = _elements(payload, 1)
    picture = str(element.get("image_url", ""))
    if official.rules.form_needs_picture and not picture.startswith(("http://", "https://")):
        raise ApiError(-201, "image_url is invalid")
    subtitle = element.get("subtitle")
    if not isinstance(subtitle, str) or not subtitle:
        raise ApiError(-201, "subtitle is empty")
    title = str(element["title"])
    return Bubble("", f"{title}\n{subtitle}", asks_info=title)


def _list(message: Json, payload: Json, official: Official) -> Bubble:
    elements = _elements(payload, MAX_ELEMENTS)
    if not elements[0].get("subtitle"):
        raise ApiError(-201, "subtitle of the first element is empty")
    for element in elements:
        action = element.get("default_action", {})
        if action and action.get("type") not in BUTTONS:
            raise ApiError(-201, "default_action is invalid")
    lines = [
        str(element[key])
        for element in elements
        for key in ("title", "subtitle")
        if element.get(key)
    ]
    buttons = buttons_of(payload["buttons"], official.rules) if "buttons" in payload else []
    return Bubble("", "\n".join(lines), buttons)


def _elements(payload: Json, most: int) -> list[Json]:
    elements = payload.get("elements")
    if not isinstance(elements, list) or not all(isinstance(one, dict) for one in elements):
        raise ApiError(-201, "elements is invalid")
    if not 1 <= len(elements) <= most:
        raise ApiError(-210, f"elements must be between 1 and {most}")
    for element in elements:
        if "media_type" not in element and not element.get("title"):
            raise ApiError(-201, "title is empty")
        for key, limit in (("title", MAX_TITLE), ("subtitle", MAX_SUBTITLE)):
            if len(str(element.get(key, ""))) > limit:
                raise ApiError(-210, f"{key} is over the limit of {limit} characters")
    return elements


TEMPLATES: dict[object, Callable[[Json, Json, Official], Bubble]] = {
    "button": _buttons_below,
    "media": _media,
    "request_user_info": _info_form,
    "list": _list,
}


def buttons_of(given: object, rules: Rules) -> list[Json]:
    """The buttons of a message, each as Zalo wants it."""
    if not isinstance(given, list) or not given:
        raise ApiError(-201, "buttons is invalid")
    if len(given) > MAX_BUTTONS:
        raise ApiError(-210, f"buttons is over the limit of {MAX_BUTTONS}")
    for button in given:
        _check_button(button, rules)
    return given


def _check_button(button: object, rules: Rules) -> None:
    if not isinstance(button, dict):
        raise ApiError(-201, "button is invalid")
    title, kind = button.get("title"), button.get("type")
    if not isinstance(title, str) or not title.strip():
        raise ApiError(-201, "title of button is empty")
    if len(title) > rules.title_limit:
        raise ApiError(-210, f"title of button is over the limit of {rules.title_limit}")
    if not isinstance(button.get("image_icon", ""), str):
        raise ApiError(-201, "image_icon of button is invalid")
    if kind not in BUTTONS:
        raise ApiError(-201, "type of button is invalid")
    _check_payload(button.get("payload"), BUTTONS[kind])


def _check_payload(payload: object, members: tuple[str, ...]) -> None:
    if not members:
        if not isinstance(payload, str) or not payload:
            raise ApiError(-201, "payload of button is invalid")
        if len(payload) > MAX_PAYLOAD:
            raise ApiError(-210, f"payload of button is over the limit of {MAX_PAYLOAD}")
        return
    for member in members:
        value = payload.get(member) if isinstance(payload, dict) else None
        if not isinstance(value, str) or not value:
            raise ApiError(-201, f"{member} of button is invalid")


BUTTONS: dict[object, tuple[str, ...]] = dict.fromkeys(QUERIES, ()) | {
    "oa.open.url": ("url",),
    "oa.open.sms": ("content", "phone_code"),
    "oa.open.phone": ("phone_code",),
}
"""The kinds of button, and what the payload of each must have; nothing where it is a text."""
