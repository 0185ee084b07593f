"""The page of posters: links with a source, and the file to print."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.papers.sources import Doors
from tests.console.office import Desk, Office
from tests.console.producers import Village
from tests.papers.dossiers import words_of_pdf
from tests.papers.qr import codes

PAGE = "/staff/posters"
DOORS = Doors(web="https://bot.tuyenquang.example", zalo="1234567890123456789")


@pytest.fixture
async def printing(village: Village, database: str) -> AsyncIterator[Office]:
    """The console of a program that people can come to."""
    async with Office(database, village.engine, doors=DOORS).open() as office:
        yield office


async def test_the_links_of_a_commune_are_shown_and_printed(printing: Office) -> None:
    async with Desk(printing) as desk:
        await desk.logs_in("Nông Thị Hoa", "viewer")
        page = await desk.get(f"{PAGE}?commune=00901")
        taken = await desk.get(f"{PAGE}/file?commune=00901")

    assert "https://bot.tuyenquang.example/?from=xa-00901" in page.text
    assert "https://zalo.me/1234567890123456789" in page.text
    assert taken.headers["Content-Type"] == "application/pdf"
    assert {link for link, *_ in codes(taken.body)} == {
        "https://bot.tuyenquang.example/?from=xa-00901",
        "https://zalo.me/1234567890123456789",
    }


async def test_an_officer_prints_those_of_the_own_communes(printing: Office) -> None:
    async with Desk(printing) as desk:
        await desk.logs_in("Lò Thị Pà", "officer", "00901", "00952")
        every = await desk.get(f"{PAGE}/file?commune=")
        other = await desk.get(f"{PAGE}/file?commune=01096")
        page = await desk.get(PAGE)

    assert len(words_of_pdf(every.body)) == 2
    assert other.status == 404
    assert "Pà Vầy Sủ" not in page.text


async def test_without_an_address_the_page_says_what_is_missing(desk: Desk) -> None:
    page = await desk.get(PAGE)

    assert page.status == 200
    assert "BOT_PUBLIC_URL" in page.text
    assert (await desk.get(f"{PAGE}/file")).status == 404
