"""
The program itself, told that no reply may travel in a webhook's answer: a call for every turn.

`python -m tests.bench.by_call serve --demo`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot import __main__
from bot.channels import telegram_decode, telegram_webhook
from bot.channels.base import Ignored, Incoming


def decode(
    update: Mapping[str, object], account: str, heard: datetime, *, answerable: bool = False
) -> Incoming | Ignored:
    """What the program's own decoder says, less that the answer may carry the reply."""
    return telegram_decode.decode(update, account, heard, answerable=False)


setattr(telegram_webhook, "decode", decode)  # noqa: B010 (a name that the module has to itself)

if __name__ == "__main__":
    __main__.main()
