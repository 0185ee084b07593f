"""What the tests have the Official Account send."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.channels.base import Outgoing
from handlers.effects import Choice, Message
from storage.instants import micros
from tests.zalo_oa.serving import ACCOUNT

ASKED = Message("Sản phẩm gì?", (Choice("Chè", "a/tea"),), (Choice("← Sửa", "go/back"),))


def outgoing(address: object, message: Message | str = "Chào") -> Outgoing:
    """A reply to what was said just now."""
    said = message if isinstance(message, Message) else Message(message)
    return Outgoing(1, ACCOUNT, str(address), 1, said, micros(datetime.now(UTC)))
