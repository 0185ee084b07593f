"""
What became of a send, by Telegram's answer or its error: the order of the table matters.
"""

from __future__ import annotations

from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
    TimedOut,
)

from bot.channels.base import Down, Later, Receipt, Refused, Sent, Unknown
from bot.channels.telegram_request import CutOff, FloodControl, NotSent

_AGAIN = timedelta(seconds=1)


def receipt_in(answer: object) -> Receipt:
    """What a send came to that was answered."""
    match answer:
        case {"message_id": int(message_id)}:
            return Sent(str(message_id))
        case _:
            return Unknown("an answer without a message id")


def receipt_of(error: TelegramError) -> Receipt:
    """
    What a failed send came to.

    The library derives BadRequest and TimedOut from NetworkError: the particular stand first.
    """
    match error:
        case FloodControl():
            return Later(error.pause, "flood control", counts=False)
        case Forbidden():
            return Refused(_unreachable(error.message), gone=True)
        case ChatMigrated():
            return Refused("the chat became another", gone=True)
        case BadRequest():
            return _refused(error.message)
        case InvalidToken() | EndPointNotFound():
            return Down("the token was refused")
        case TimedOut() | CutOff():
            return Unknown("the answer was lost")
        case NotSent():
            return Later(_AGAIN, "no connection", counts=False)
        case NetworkError() | Conflict():
            return Later(_AGAIN, "their trouble")
        case _:
            return Unknown("an answer that cannot be read")


_UNREACHABLE = {
    "blocked": "blocked",
    "deactivated": "account deleted",
    "can't initiate": "never started the bot",
}

_NO_SUCH_CHAT = ("chat not found", "peer_id_invalid", "user not found", "chat_id is empty")


def _unreachable(description: str) -> str:
    found = (reason for part, reason in _UNREACHABLE.items() if part in description.lower())
    return next(found, "forbidden")


def _refused(description: str) -> Refused:
    """A message of ours that Telegram will not take, or a chat that it does not know."""
    if any(part in description.lower() for part in _NO_SUCH_CHAT):
        return Refused("chat not found", gone=True)
    return Refused(description[:200])
