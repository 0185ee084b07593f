"""A producer with a phone, who reads what is asked and answers it, and is not always tidy."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.fakes.telegram_account import Bubble
from tests.fakes.telegram_phone import Phone
from tests.whole.producers import Producer
from tests.whole.reading import CODE, DONE, Eyes

MOST_TURNS = 40
TIDY, EXPLAIN, OLD, TWICE, AHEAD = "tidy", "explain", "old", "twice", "ahead"


@dataclass(slots=True)
class Person:
    """
    Signs up, answering whatever question is read; `tricks` are the untidy ways that were tried.

    Before the next act a person waits until everything said so far was answered, which is once
    each. A reply that comes again word for word is no other reply.
    """

    phone: Phone
    one: Producer
    eyes: Eyes
    chance: Random
    patience: float
    code: str = ""
    tricks: list[str] = field(default_factory=list)
    read: dict[str, int] = field(default_factory=dict)
    old: list[tuple[str, Bubble]] = field(default_factory=list)

    async def signs_up(self) -> None:
        """Talk until the code is read; then tap a button that is long past."""
        self.phone.starts()
        await self._reads(1)
        self.phone.says("ghi danh")
        said = await self._reads(1)
        for _ in range(MOST_TURNS):
            asked = self.eyes.asked(said)
            if asked == DONE:
                break
            said = await self._reads(self._answers(asked, said))
        found = CODE.search(said.text)
        assert found, said.text
        self.code = found[0]
        self._taps_an_old_button()
        await self._reads(1)

    def left_unread(self) -> list[str]:
        """What came and answers nothing that was said."""
        return [one.text for one in self.phone.read_already() if one.text not in self.read]

    async def _reads(self, replies: int) -> Bubble:
        """The last of so many replies."""
        while True:
            try:
                bubble = await self.phone.reads(self.patience)
            except TimeoutError:
                raise AssertionError(f"no reply after {self.tricks}: {[*self.read]}") from None
            self.read[bubble.text] = copies = self.read.get(bubble.text, 0) + 1
            replies -= copies == 1
            if not replies and copies == 1:
                return bubble

    def _answers(self, asked: str, said: Bubble) -> int:
        """Answer what is asked, in one way or another; how many replies are to come."""
        match asked:
            case "":
                raise AssertionError(f"nothing is asked after {self.tricks}: {said.text}")
            case "confirm":
                self.phone.taps("Đúng", said)
                return 1
            case "review":
                self.phone.taps("Gửi ghi danh", said)
                return 1
        trick = self.chance.choice([TIDY, TIDY, TIDY, *self._tricks(asked)])
        self.tricks.append(f"{trick} at {asked}")
        if trick == EXPLAIN:
            self.phone.says("giải thích")
        if trick == OLD:
            self._taps_an_old_button()
        if trick == TWICE:
            self._answer(asked, said)
        self._answer(asked, said)
        if trick == AHEAD:
            self.phone.says(self.one.typed["est-commune-code"])
        if asked in ("est-type", "prod-group"):
            self.old.append((asked, said))
        return 2 if trick in (EXPLAIN, OLD, AHEAD) else 1

    def _tricks(self, asked: str) -> list[str]:
        """What an untidy person may do when this is asked; the same reply must not come twice."""
        tapped = asked in self.one.tapped
        possible = [
            EXPLAIN,
            *([OLD] if self.old else []),
            *([TWICE] if tapped and asked != "topics" else []),
            *([AHEAD] if asked == "est-type" else []),
        ]
        last = self.tricks[-1] if self.tricks else ""
        return [trick for trick in possible if not last.startswith(trick)]

    def _answer(self, asked: str, said: Bubble) -> None:
        if asked in self.one.tapped:
            self.phone.taps(self.one.tapped[asked], said)
        else:
            self.phone.says(self.one.typed[asked])

    def _taps_an_old_button(self) -> None:
        """Another choice than the one that was taken, of a question that is long answered."""
        asked, bubble = self.chance.choice(self.old)
        others = [
            button["text"]
            for row in bubble.buttons
            for button in row
            if button["callback_data"].startswith("a/") and button["text"] != self.one.tapped[asked]
        ]
        self.phone.taps(self.chance.choice(others), bubble)
