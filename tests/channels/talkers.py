"""One person on each channel, who does what a line of a talk file says, and reads what comes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from bot.channels.terminal import SHARE
from bot.talks import AT
from tests.channels.rig import Read
from tests.fakes.telegram_phone import Phone as TelegramPhone
from tests.fakes.zalo_bot_phone import BotPhone
from tests.fakes.zalo_phone import Phone as ZaloPhone
from tests.fakes.zalo_screen import Bubble
from tests.web import pictures
from tests.web.house import Browser, Window

PAPER = pictures.photo()
"""As people mostly send one: photographed."""


class Talker(Protocol):
    """Somebody on one channel; `does` says whether that channel has what the line asks for."""

    async def does(self, said: str) -> bool: ...

    async def reads(self) -> Read: ...


def shared(said: str) -> str:
    """The number of a line that shares one; empty for any other line."""
    found = SHARE.fullmatch(said)
    return found[1] if found else ""


def begins(said: str) -> bool:
    """Whether the line opens the talk: the first one, which is empty, or one that says so."""
    return said in {"", "(start)", "/start"}


def label_of(said: str) -> str:
    """The words of a button that a line taps; empty for any other line."""
    return said[1:-1] if said.startswith("[") and said.endswith("]") else ""


def passes_time(said: str) -> bool:
    """Whether a line is nobody's, and only says how late it is."""
    return bool(AT.fullmatch(said))


def beginning(labels: list[str], words: str) -> str:
    """The words of the button that begin like this."""
    return words if words in labels else next(one for one in labels if one.startswith(words))


@dataclass(slots=True)
class OnTelegram:
    """Somebody with Telegram."""

    phone: TelegramPhone

    async def does(self, said: str) -> bool:
        phone = self.phone
        if begins(said):
            phone.starts()
        elif label := label_of(said):
            phone.taps(beginning(phone.bubbles[-1].labels, label))
        elif number := shared(said):
            phone.shares_contact(number)
        elif said == "(photo)":
            phone.sends_photo(PAPER)
        elif said == "(paper)":
            phone.sends_document(PAPER, "giấy.jpg", "image/jpeg")
        elif said == "(voice)":
            phone.sends(voice={"file_id": "v", "file_unique_id": "v", "duration": 2})
        else:
            phone.says(said)
        return True

    async def reads(self) -> Read:
        bubble = await self.phone.reads()
        return Read(bubble.text, tuple(bubble.labels))


@dataclass(slots=True)
class OnZalo:
    """Somebody in the chat with an Official Account; the form for a number is read over."""

    phone: ZaloPhone

    async def does(self, said: str) -> bool:
        phone = self.phone
        if begins(said):
            phone.starts()
        elif label := label_of(said):
            phone.taps(beginning(self._shown().labels, label))
        elif number := shared(said):
            phone.shares_contact(number)
        elif said == "(photo)":
            phone.sends_photo(PAPER)
        elif said == "(paper)":
            phone.sends_document(PAPER, "giấy.jpg", "image/jpeg")
        elif said == "(voice)":
            phone.sends("audio")
        else:
            phone.says(said)
        return True

    async def reads(self) -> Read:
        bubble = await self.phone.reads()
        while bubble.asks_info:
            bubble = await self.phone.reads()
        return Read(bubble.text, tuple(button["title"] for button in bubble.buttons))

    def _shown(self) -> Bubble:
        return next(one for one in reversed(self.phone.bubbles) if not one.asks_info)


@dataclass(slots=True)
class OnTheBotPlatform:
    """Somebody in the chat with a bot of Zalo's Bot Platform, where nothing can be tapped."""

    phone: BotPhone

    async def does(self, said: str) -> bool:
        phone = self.phone
        if begins(said):
            phone.starts()
        elif label := label_of(said):
            phone.taps(beginning(phone.bubbles[-1].labels, label))
        elif said in {"(photo)", "(paper)"}:
            phone.sends_photo(PAPER)
        elif said == "(voice)":
            phone.sends("voice")
        else:
            phone.says(shared(said) or said)
        return True

    async def reads(self) -> Read:
        return Read((await self.phone.reads()).text, ())


@dataclass(slots=True)
class OnTheWeb:
    """Somebody with a browser, which has no voice."""

    browser: Browser
    window: Window
    shown: list[dict[str, str]] = field(default_factory=list)

    async def does(self, said: str) -> bool:
        if said == "(voice)":
            return False
        if begins(said):
            await self.window.send(kind="open")
        elif label := label_of(said):
            wanted = beginning([one["label"] for one in self.shown], label)
            found = next(one for one in self.shown if one["label"] == wanted)
            await self.window.send(kind="choose", **found)
        elif said in {"(photo)", "(paper)"}:
            await self.browser.photo(PAPER)
        else:
            await self.window.send(kind="say", text=shared(said) or said)
        return True

    async def reads(self) -> Read:
        line = await self.window.line()
        self.shown = [*line["choices"], *line["ways"]]
        return Read(line["text"], tuple(one["label"] for one in self.shown))
