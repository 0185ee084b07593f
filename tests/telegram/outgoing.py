"""A message of ours on its way to a chat."""

from __future__ import annotations

from bot.channels.base import Outgoing
from handlers.effects import Message
from tests.telegram.serving import ACCOUNT


def outgoing(address: object, message: Message | str = "Chào") -> Outgoing:
    said = message if isinstance(message, Message) else Message(message)
    return Outgoing(1, ACCOUNT, str(address), 1, said)
