"""Conversations written down for every channel go the same way where there are no buttons."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.channels import zalo_bot_account
from bot.talks import AT, BEGINNING, Exchange, read_script
from handlers.days import VIETNAM
from tests.fakes.zalo_bot_phone import BotPhone
from tests.fakes.zalo_bot_server import FakeZaloBot
from tests.fakes.zalo_clock import MINUTE, Clock
from tests.test_talks import TALKS
from tests.web import pictures
from tests.whole.reading import CODE
from tests.zalo_bot.house import House

TYPED = [talk for talk in TALKS if "> (share" not in talk.read_text("utf-8")]
"""Where nobody shares a phone number with a button, which the Bot Platform does not have."""


@pytest.mark.parametrize("talk", TYPED, ids=lambda path: path.stem)
async def test_a_talk_goes_as_it_is_written(
    talk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock(BEGINNING.timestamp())
    monkeypatch.setattr(zalo_bot_account, "now", lambda: datetime.fromtimestamp(clock(), UTC))
    async with FakeZaloBot(clock=clock) as zalo, House(tmp_path, zalo.url).open():
        phone = zalo.phone()
        for exchange in read_script(talk.read_text("utf-8")):
            clock.advance(passed(exchange.said, clock))
            if acts(phone, exchange.said) and exchange.answer:
                wanted, said = as_shown(exchange), await read(phone)
                while len(said) < len(wanted):  # a long message comes in parts
                    said += f"\n\n{await read(phone)}"
                assert said.startswith(wanted), f"line {exchange.number}"


async def read(phone: BotPhone) -> str:
    """The next message, whatever the code in it."""
    return CODE.sub("###", (await phone.reads()).text)


def passed(said: str, clock: Clock) -> float:
    """The seconds that pass before a line: a minute, or until the moment it names."""
    if jump := AT.fullmatch(said):
        return datetime.fromisoformat(jump[1]).replace(tzinfo=VIETNAM).timestamp() - clock()
    return MINUTE


def acts(phone: BotPhone, said: str) -> bool:
    """Do what a line says, with numbers for buttons; whether anything was done."""
    if AT.fullmatch(said):
        return False
    if not said:
        phone.starts()
    elif said.startswith("["):
        shown = [*phone.bubbles[-1].numbers, *phone.bubbles[-1].words]
        phone.taps(next(label for label in shown if label.startswith(said[1:-1])))
    elif said in {"(photo)", "(paper)"}:
        phone.sends_photo(pictures.photo())  # a paper as people send it there: photographed
    elif said == "(voice)":
        phone.sends("voice")
    else:
        phone.says(said)
    return True


def as_shown(exchange: Exchange) -> str:
    """An answer as it stands in the script, its buttons numbered."""
    text = [line for line in exchange.answer if not (line.startswith("[") and line.endswith("]"))]
    labels = [line[1:-1] for line in exchange.answer if line not in text]
    numbered = [f"{number}. {label}" for number, label in enumerate(labels, 1)]
    whole = "\n".join([*text, "", *numbered] if numbered else text)
    return CODE.sub("###", whole)
