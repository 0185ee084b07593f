"""What every person with a phone does in a Zalo chat, whichever of Zalo's products it is."""

from __future__ import annotations

from abc import ABC, abstractmethod

from tests.fakes.zalo_screen import PATIENCE, Bubble, Screen


class Hand(ABC):
    """
    One person's chat. Acting is immediate; `reads` waits for the next message.

    Something is chosen by its words: a button is tapped, a numbered line is answered with its
    number, and words that stand beside each other in the last line are typed.
    """

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    @property
    def bubbles(self) -> list[Bubble]:
        """Everything that was said here."""
        return self._screen.bubbles

    async def reads(self, patience: float = PATIENCE) -> Bubble:
        """The next message; raises TimeoutError if there is none."""
        return await self._screen.next(patience)

    def read_already(self) -> list[Bubble]:
        """What came and was not read; from now on it is."""
        return self._screen.rest()

    async def asks(self, text: str, patience: float = PATIENCE) -> Bubble:
        """Say something and read the reply."""
        self.says(text)
        return await self.reads(patience)

    async def chooses(self, label: str, patience: float = PATIENCE) -> Bubble:
        """Choose something and read the reply."""
        self.taps(label)
        return await self.reads(patience)

    def taps(self, label: str, bubble: Bubble | None = None) -> None:
        """
        Choose something by its words, in `bubble` if that is given, else in the newest that has it.

        Numbers and words count in the newest menu only, which may stand in several messages.
        """
        past = False
        for shown in [bubble] if bubble else reversed(self.bubbles):
            for button in shown.buttons:
                if button["title"] == label:
                    self._press(button)
                    return
            typed = shown.numbers.get(label) or (label if label in shown.words else "")
            if typed and not past:
                self.says(typed)
                return
            past = past or "1" in shown.numbers.values()
        raise AssertionError(f"nothing reads {label!r}")

    @abstractmethod
    def says(self, text: str) -> str:
        """Type a text; the message's id."""

    @abstractmethod
    def _press(self, button: dict[str, object]) -> None:
        """Tap a button of Zalo's own."""
