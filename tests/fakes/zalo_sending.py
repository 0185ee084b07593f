"""The calls of the OpenAPI that send something to a person."""

from __future__ import annotations

import secrets

from tests.fakes.zalo_account import BUSINESS, GOVERNMENT, ApiError, Json, Official, Person
from tests.fakes.zalo_message import bubble_of
from tests.fakes.zalo_methods import Asked, Method, someone
from tests.fakes.zalo_quota import Allowance
from tests.fakes.zalo_screen import Bubble

CS = "v3.0/oa/message/cs"
CS_V2 = "v2.0/oa/message"
TEMPLATE = "v3.0/oa/message/template"
PHONE_TEMPLATE = "message/template"
ICONS = ("/-strong", "/-heart", "/-remove")


class Sending:
    """
    The calls by HTTP method and path; every message appears on the person's phone.

    `templates` are the approved ZBS templates: the names of their fields, by id; none may be longer
    than `longest`. Those in `by_phone_only` cannot go to a user id, and of those in `promotions` a
    person gets one a day. With `echoes` and `receipts` the webhook hears of it.
    """

    def __init__(
        self, official: Official, allowance: Allowance, *, echoes: bool, receipts: bool
    ) -> None:
        self.echoes = echoes
        self.receipts = receipts
        self.templates: dict[str, set[str]] = {}
        self.longest = MAX_FIELD
        self.by_phone_only: set[str] = set()
        self.promotions: set[str] = set()
        self._promoted: set[tuple[str, str]] = set()
        self.reactions: list[tuple[str, str]] = []
        self._official = official
        self._allowance = allowance
        self.table: dict[tuple[str, str], Method] = {
            ("POST", CS): self._consult,
            ("POST", CS_V2): self._consult_v2,
            ("POST", TEMPLATE): self._template,
            ("POST", PHONE_TEMPLATE): self._template_by_phone,
            ("POST", "v3.0/oa/message/transaction"): _closed,
            ("POST", "v3.0/oa/message/promotion"): _closed,
        }

    def _consult(self, asked: Asked) -> Json:
        if self._official.rules.oa_type == GOVERNMENT:
            raise ApiError(-235, "This API does not support this type of OA")
        return self._send(asked.parameters)

    def _consult_v2(self, asked: Asked) -> Json:
        recipient = asked.parameters.get("recipient")
        if "sender_action" in asked.parameters:
            return self._react(asked.parameters)
        if isinstance(recipient, dict) and "anonymous_id" in recipient:
            if not recipient.get("conversation_id"):
                raise ApiError(-201, "conversation_id is invalid")
            bubble_of(_object(asked.parameters, "message"), self._official)
            return {"message_id": secrets.token_hex(10)}
        if self._official.rules.oa_type == BUSINESS:
            raise ApiError(-240, "API has been shut down, please use version 3")
        return self._send(asked.parameters)

    def _send(self, given: Json) -> Json:
        message = _object(given, "message")
        person = someone(self._official, _object(given, "recipient").get("user_id"))
        bubble = bubble_of(message, self._official)
        quoted = message.get("quote_message_id")
        if quoted and quoted not in person.message_ids:
            raise ApiError(-201, "quote_message_id is invalid")
        self._allowance.open_for(person)
        return self.deliver(person, bubble, self._allowance.charge(person))

    def deliver(self, person: Person, bubble: Bubble, quota: Json, admin: str = "") -> Json:
        """Put a message on a person's phone; what the call that sent it is answered."""
        bubble.message_id = secrets.token_hex(10)
        self._official.shows(person, bubble)
        sender = {"id": self._official.id} | ({"admin_id": admin} if admin else {})
        both: Json = {"sender": sender, "recipient": {"id": person.id}}
        name = {"msg_id": bubble.message_id}
        if self.echoes or admin:
            event, content = _echo(bubble)
            self._official.tell(event, person.id, **both, message=name | content)
        if self.receipts:
            self._official.tell("user_received_message", person.id, **both, message=name)
        data: Json = {
            "message_id": bubble.message_id,
            "user_id": person.id,
            "sent_time": str(int(self._official.clock() * 1000)),
        }
        return data | ({"quota": quota} if quota else {})

    def _react(self, given: Json) -> Json:
        person = someone(self._official, _object(given, "recipient").get("user_id"))
        action = _object(given, "sender_action")
        icon, message = action.get("react_icon"), str(action.get("react_message_id"))
        if icon not in ICONS or message not in person.message_ids:
            raise ApiError(-201, "sender_action is invalid")
        self.reactions.append((message, icon))
        return {"message_id": secrets.token_hex(10), "user_id": person.id}

    def _template(self, asked: Asked) -> Json:
        given = asked.parameters
        person = someone(self._official, given.get("user_id"))
        text = self._filled(given, unknown=-201, wrong=-201, night=-234)
        if given["template_id"] in self.by_phone_only:
            raise ApiError(-249, "This template cannot be sent by user id")
        if person.refusal:
            raise ApiError(person.refusal, "The user cannot be written to")
        self._promote(person, given["template_id"], -218)
        self._pay(-321)
        return self.deliver(person, Bubble("", text), {})

    def _template_by_phone(self, asked: Asked) -> Json:
        given = asked.parameters
        phone = str(given.get("phone", ""))
        if not phone.isdigit() or not phone.startswith("84") or len(phone) != 11:
            raise ApiError(-108, "Phone number is invalid")
        if len(str(given.get("tracking_id", ""))) > 48:
            raise ApiError(-1121, "tracking_id is too long")
        text = self._filled(given, unknown=-131, wrong=-1123, night=-133)
        owners = [one for one in self._official.people.values() if one.shared.get("phone") == phone]
        if not owners:
            raise ApiError(-118, "Zalo account does not exist")
        self._promote(owners[0], given["template_id"], -144)
        self._pay(-115)
        data = self._deliver_by_phone(owners[0], phone, Bubble("", text), given)
        quota = {"dailyQuota": "500", "remainingQuota": "499"}
        return {
            "msg_id": data["message_id"],
            "sent_time": data["sent_time"],
            "sending_mode": "1",
            "quota": quota,
        }

    def _deliver_by_phone(self, person: Person, phone: str, bubble: Bubble, given: Json) -> Json:
        """Put it on the person's phone; the receipt names the number, and what it was sent as."""
        bubble.message_id = secrets.token_hex(10)
        self._official.shows(person, bubble)
        sent = str(int(self._official.clock() * 1000))
        if self.receipts:
            name = {"msg_id": bubble.message_id, "delivery_time": sent}
            if "tracking_id" in given:
                name["tracking_id"] = given["tracking_id"]
            both: Json = {"sender": {"id": self._official.id}, "recipient": {"id": phone}}
            self._official.tell("user_received_message", person.id, **both, message=name)
        return {"message_id": bubble.message_id, "sent_time": sent}

    def _promote(self, person: Person, template: str, code: int) -> None:
        """Count a promotion; refused with this code where the person has had today's."""
        if template not in self.promotions:
            return
        today = person.id, f"{self._official.clock.local:%Y-%m-%d}"
        if today in self._promoted:
            raise ApiError(code, "The user has reached the limit of promotions")
        self._promoted.add(today)

    def _filled(self, given: Json, *, unknown: int, wrong: int, night: int) -> str:
        """The template with its fields filled in, if it may go out now."""
        template, fields = str(given.get("template_id", "")), given.get("template_data")
        wanted = self.templates.get(template)
        if wanted is None:
            raise ApiError(unknown, "template_id is invalid")
        if not isinstance(fields, dict) or set(fields) != wanted:
            raise ApiError(wrong, "template_data is invalid")
        if any(len(str(value)) > self.longest for value in fields.values()):
            raise ApiError(wrong, "template_data is over the limit of its field")
        if not 6 <= self._official.clock.local.hour < 22:
            raise ApiError(night, "Not at night")
        return "\n".join(f"{name}: {value}" for name, value in sorted(fields.items()))

    def _pay(self, code: int) -> None:
        """A template message costs money; refused with this code when there is none."""
        if self._allowance.balance < TEMPLATE_PRICE:
            raise ApiError(code, "Not enough money")
        self._allowance.balance -= TEMPLATE_PRICE


TEMPLATE_PRICE = 200
MAX_FIELD = 400


def _closed(asked: Asked) -> object:
    raise ApiError(-233, "Message type is invalid or unsupported")


def _object(given: Json, name: str) -> Json:
    found = given.get(name)
    if not isinstance(found, dict):
        raise ApiError(-201, f"{name} is invalid")
    return found


def _echo(bubble: Bubble) -> tuple[str, Json]:
    """The event that tells of a message of the OA's, and what it says of it."""
    text = {"text": bubble.text} if bubble.text else {}
    if bubble.file:
        return "oa_send_file", {"attachments": [{"type": "file", "payload": {}}]}
    if bubble.picture:
        payload = {"url": bubble.picture, "thumbnail": bubble.picture}
        return "oa_send_image", text | {"attachments": [{"type": "image", "payload": payload}]}
    if bubble.buttons or bubble.asks_info:
        payload = {"zinstant_id": "1", "text": bubble.text, "link_url": "", "checksum": "0"}
        return "oa_send_template", {"attachments": [{"type": "template", "payload": payload}]}
    return "oa_send_text", text
