"""Every area at the top of the pages has its name in every language, and a first page."""

from __future__ import annotations

import pytest

from bot.console.tabs import TABS, Tab
from content.model import Book
from tests.console.office import Desk, Office


@pytest.mark.parametrize("tab", TABS, ids=lambda tab: tab.key)
async def test_an_area_has_a_name_and_a_page(tab: Tab, book: Book, office: Office) -> None:
    assert all(book.wording.has(language, f"console-{tab.key}") for language in book.languages)
    async with Desk(office) as desk:
        await desk.logs_in("Nông Thị Hoa", "admin")

        assert (await desk.get(tab.path)).status == 200
