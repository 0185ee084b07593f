"""What is done with a batch's decisions in the moment it is committed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from storage.unit import Store

if TYPE_CHECKING:
    from content.model import Book
    from storage.hearing import Heard, Hearing


class ActingStore(Store):
    """
    A store that hands on what each turn left, before anybody hears of it.

    Whoever brought the event may be gone by then: a reply must not depend on somebody waiting.
    """

    act: Callable[[Heard], None]

    async def hear(self, hearings: Sequence[Hearing], book: Book) -> list[Heard]:
        heard = await super().hear(hearings, book)
        for one in heard:
            self.act(one)
        return heard
