"""A talk with a program that is killed in the middle of it, again and again."""

from __future__ import annotations

import asyncio
from asyncio.subprocess import Process
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.failpoints import KILLED
from bot.talks import Talk
from content.model import Book
from tests.fakes.telegram_phone import Phone
from tests.whole import tables
from tests.whole.program import PATIENCE, Program, ready, reaped, stopped
from tests.whole.reading import CODE
from tests.whole.until import until

TALK = (
    "/start",
    "ghi danh",
    "[Đồng ý]",
    "Giàng Mí Sính",
    "0912.000.112",
    "Hộ Giàng Mí Sính",
    "[Hộ kinh doanh có giấy]",
    "Meo vac",
    "[Đúng]",
    "Dao rèn",
    "[Máy móc, dụng cụ cơ khí]",
    "[Không chọn mục nào]",
    "[Gửi ghi danh]",
)
"""A sign-up as it is typed; what stands in brackets is tapped."""

STORED = {
    "consent-data": "yes",
    "contact-name": "Giàng Mí Sính",
    "contact-phone": "+84912000112",
    "est-name": "Hộ Giàng Mí Sính",
    "est-type": "household",
    "est-commune-code": "00769",
    "1/prod-name": "Dao rèn",
    "1/prod-group": "mechanical",
    "topics": "",
}
"""What must be left of it."""


def replies(book: Book, lines: Sequence[str] = TALK) -> list[str]:
    """What the bot says to each line when nothing ever goes wrong; codes are blacked out."""
    talk = Talk(book, datetime.now(UTC))
    opening = talk.open()
    return [without_code(one.text) for one in (opening, *map(talk.say, lines[1:]))]


def without_code(text: str) -> str:
    """The same text whatever the code in it."""
    return CODE.sub("###", text)


def acts(phone: Phone, line: str) -> None:
    """Type a line, or tap what stands in brackets; type that too where there is no such button."""
    label = line.strip("[]")
    if label != line and any(label in bubble.labels for bubble in phone.bubbles):
        phone.taps(label)
    else:
        phone.says(label)


def heard(phone: Phone) -> list[str]:
    """The texts that came to a phone so far, in their order."""
    return [without_code(bubble.text) for bubble in phone.bubbles]


@dataclass(slots=True)
class Lives:
    """
    Plays the talk once and kills the program at one place of its path.

    `deadly` are the numbers of the lines in whose turn it is killed. After a line the next one
    waits until the reply has come and is written down, as a person waits who reads.
    """

    program: Program
    phone: Phone
    said: list[str]
    place: str
    deadly: Collection[int]

    async def play(self) -> None:
        """All lines; the last life ends in good order."""
        process = await self.program.start(self._end(-1))
        try:
            for number, line in enumerate(TALK):
                acts(self.phone, line)
                if number in self.deadly:
                    code = await asyncio.wait_for(process.wait(), PATIENCE)
                    assert code == KILLED, self.program.log
                    await reaped(process)
                    process = await self.program.start(self._end(number))
                await self._answered(number, process)
            assert await ready(process), self.program.log
            assert await stopped(process) == 0, self.program.log
        finally:
            await reaped(process)

    def _end(self, after: int) -> str:
        """How the life that begins now ends; the event of the last one comes to it again first."""
        following = min((number for number in self.deadly if number > after), default=None)
        if following is None:
            return ""
        again = 1 if after >= 0 and self.place != "outbox.after_settle" else 0
        return f"{self.place}:kill@{following - after + again}"

    async def _answered(self, number: int, process: Process) -> None:
        """The reply to this line was read, and that it was sent is written down."""

        async def settled() -> bool:
            assert process.returncode is None, self.program.log
            came = heard(self.phone)[-1:] == self.said[number : number + 1]
            return came and not await tables.unsent(self.program.database)

        try:
            await until(settled, PATIENCE)
        except TimeoutError:
            why = f"{self.place}: no reply to {TALK[number]!r}\n{self.program.log}"
            raise AssertionError(why) from None
