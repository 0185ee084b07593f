"""
Template messages of an Official Account: texts that Zalo has approved, with a few fields of ours.

They reach people who have not been here for long, and cost money. One goes by the person's id on
the account; where Zalo wants the phone number for it (an older template, say), by the number that
the person gave us. What goes wrong with a template says nothing of the account's other messages.
"""

from __future__ import annotations

import re
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING
from unicodedata import normalize

from bot.channels.base import Down, Later, Refused
from bot.channels.pieces import split
from bot.channels.zalo_errors import BY_PHONE_ONLY, TOKEN, in_the_morning, receipt_of
from bot.channels.zalo_terms import Filling
from handlers import days

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from datetime import datetime

    from bot.channels.base import Announced, Receipt
    from bot.channels.zalo_oa_calls import Calls
    from bot.channels.zalo_request import Answer
    from bot.channels.zalo_terms import Template

NIGHT = -133
_QUOTA = timedelta(minutes=10)
_TRACKING = re.compile(r"([0-9]{1,32})-[0-9a-f]{12}")

_BY_PHONE: Mapping[int, str] = {
    -108: "the phone number is not one",
    **dict.fromkeys((-114, -118, -119), "the phone number cannot receive"),
    -131: "the template is not approved",
    **dict.fromkeys((-135, -136, -138), "no permission to send templates"),
    **dict.fromkeys((-139, -140, -141), "the person refuses templates"),
}
_SPENT: Mapping[int, str] = {
    **dict.fromkeys((-115, -137), "no money for templates"),
    **dict.fromkeys((-144, -146, -147, -1441, -1471, -1472), "the template's limit is reached"),
}
"""The codes of the host that sends by phone number (some mean other things elsewhere)."""


class Templates:
    """Sends them for one account; `phone_of` gives somebody's number as 84912000111, or nothing."""

    def __init__(
        self,
        calls: Calls,
        phone_of: Callable[[str], Awaitable[str]],
        now: Callable[[], datetime],
    ) -> None:
        self._calls = calls
        self._phone_of = phone_of
        self._now = now
        self._by_phone: set[str] = set()

    async def send(self, address: str, template: Template, announced: Announced) -> Receipt:
        """Send one; raises `NoToken`, `CallFailed` and what the database raises."""
        now = self._now()
        content: dict[str, object] = {
            "template_id": template.id,
            "template_data": _filled(template, announced, now),
        }
        if template.id not in self._by_phone:
            answer = await self._calls.template({"user_id": address, **content})
            if answer.error != BY_PHONE_ONLY:
                return _for_one(answer, receipt_of(answer, now))
            self._by_phone.add(template.id)
        phone = await self._phone_of(address)
        if not phone:
            return Refused("this template goes by phone, and no number is known", by_rule=True)
        answer = await self._calls.template_by_phone(
            {"phone": phone, **content, "tracking_id": tracking_id(address)}
        )
        return _by_phone(answer, now)


def tracking_id(address: str) -> str:
    """Our name for a message by phone: its receipts name the phone, and are somebody's by this."""
    return f"{address}-{secrets.token_hex(6)}"


def tracked(name: str) -> str:
    """Whose message a tracking id of ours is of; empty for what is none of ours."""
    found = _TRACKING.fullmatch(name)
    return found[1] if found else ""


def _filled(template: Template, announced: Announced, now: datetime) -> dict[str, str]:
    given = {
        Filling.TITLE: announced.title,
        Filling.TEXT: announced.text,
        Filling.DAY: days.shown(days.day(now)),
    }
    return {
        name: _shortened(given[filling], template.longest.get(name, 0))
        for name, filling in template.fields.items()
    }


def _shortened(text: str, most: int) -> str:
    """At most so many characters, cut at the end of a word; any number where `most` is 0."""
    text = normalize("NFC", text)
    return f"{split(text, most - 1)[0]}…" if 0 < most < len(text) else text


def _by_phone(answer: Answer, now: datetime) -> Receipt:
    error = answer.error
    if error in _BY_PHONE:
        return Refused(f"{_BY_PHONE[error]} ({error})")
    if error in _SPENT:
        return Later(_QUOTA, f"{_SPENT[error]} ({error})", counts=False, apart=True)
    if error == NIGHT:
        return in_the_morning(now, error)
    return _for_one(answer, receipt_of(answer, now))


def _for_one(answer: Answer, receipt: Receipt) -> Receipt:
    """What came of one template: only a refused token stops everything else, too."""
    if isinstance(receipt, Down) and answer.error not in TOKEN:
        return Refused(receipt.reason)
    return receipt
