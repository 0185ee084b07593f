"""What is new is told to open pages: as server-sent events, and as a browser shows it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from playwright.async_api import Browser, Page
from sqlalchemy import delete, event
from sqlalchemy.util import await_only

from storage.schema import staff_session
from tests.console.inbox import HOA, INBOX, acts, replies
from tests.console.office import Desk, Office
from tests.console.producers import TEA_MAKER, Producer, Village
from tests.web.chromium import phone

EVENTS = f"{INBOX}/events"
PATIENCE = 10


async def told(stream: aiohttp.ClientResponse, kind: str) -> str:
    """The data of the next event of this kind."""
    async with asyncio.timeout(PATIENCE):
        while True:
            line = (await stream.content.readline()).decode()
            assert line, "the stream ended"
            if line == f"event: {kind}\n":
                return (await stream.content.readline()).decode().strip()


@asynccontextmanager
async def listening(desk: Desk, path: str = EVENTS) -> AsyncIterator[aiohttp.ClientResponse]:
    async with desk.hears(path) as stream:
        assert stream.status == 200
        assert (await stream.content.readline()) == b"retry: 3000\n"
        yield stream


async def test_who_asks_is_told_to_open_pages(village: Village, desk: Desk) -> None:
    async with listening(desk) as stream:
        await village.somebody().asks("Em hỏi với ạ")

        assert await told(stream, "inbox") == 'data: {"waiting":1}'
        assert stream.headers["Cache-Control"] == "no-store"


async def test_who_asks_while_those_who_wait_are_counted_is_told_next(
    village: Village, office: Office, desk: Desk
) -> None:
    late = [village.somebody()]

    def somebody_asks(*executed: object) -> None:
        statement = str(executed[2])
        if "sum(" in statement and "waiting_since" in statement and late:
            await_only(late.pop().asks("Em cũng hỏi ạ"))

    async with listening(desk) as stream:
        event.listen(office.reader.sync_engine, "after_cursor_execute", somebody_asks)
        await village.somebody().asks("Em hỏi với ạ")

        while await told(stream, "inbox") != 'data: {"waiting":2}':
            pass


async def test_what_is_said_in_a_talk_is_told_to_who_looks_at_it(
    desk: Desk, weaver: Producer
) -> None:
    (person,) = (await desk.get(INBOX)).people
    async with listening(desk, f"{EVENTS}?person={person}") as stream:
        await acts(desk, "take")
        await weaver.says("Dạ em chào cán bộ")

        assert await told(stream, "talk") == f'data: {{"person":{person}}}'


async def test_a_new_registration_is_told_with_how_many(village: Village, desk: Desk) -> None:
    await village.registered()
    async with listening(desk) as stream:
        await village.registered(TEA_MAKER)

        assert await told(stream, "registrations") == 'data: {"new":1}'


async def test_an_officer_is_told_of_own_communes_only(village: Village, office: Office) -> None:
    async with Desk(office) as officer:
        await officer.logs_in("Cán bộ xã", "officer", "00901")
        async with listening(officer) as stream:
            await (await village.registered(TEA_MAKER)).asks("Em hỏi với ạ")
            await (await village.registered()).asks("Em cũng hỏi ạ")

            assert await told(stream, "inbox") == 'data: {"waiting":1}'
        stranger = await officer.get(f"{EVENTS}?person=1")

    assert stranger.status == 404


async def test_whoever_is_logged_out_is_told_nothing_more(
    village: Village, office: Office, desk: Desk
) -> None:
    async with listening(desk) as stream:
        async with office.engine.begin() as connection:
            await connection.execute(delete(staff_session))
        await village.somebody().asks("Em hỏi với ạ")
        async with asyncio.timeout(PATIENCE):
            rest = await stream.content.read()

    assert b"event" not in rest


async def test_one_session_holds_so_many_pages_and_no_more(desk: Desk) -> None:
    async with asyncio.TaskGroup() as tasks:
        streams = [tasks.create_task(desk.session.get(desk.office.url + EVENTS)) for _ in range(9)]

    statuses = sorted(stream.result().status for stream in streams)
    for stream in streams:
        stream.result().close()
    assert statuses == [200] * 8 + [503]


@asynccontextmanager
async def browsing(opened: Browser, office: Office, path: str) -> AsyncIterator[Page]:
    async with phone(opened, office.url) as one:
        page = (await one.open("/staff")).page
        await page.goto(office.url + await office.link(HOA, "editor"))
        await page.click("button.main")
        await page.wait_for_url("**/staff/registrations")
        await page.goto(office.url + path)
        yield page


@pytest.mark.browser
async def test_the_list_grows_at_its_end_while_it_is_read(
    small_office: tuple[Village, Office], opened: Browser
) -> None:
    village, office = small_office
    await village.somebody().asks("Câu hỏi một ạ")
    async with browsing(opened, office, INBOX) as page:
        first = await page.query_selector(".matter")
        await village.somebody().asks("Câu hỏi hai ạ")
        await page.wait_for_selector(".matter:nth-child(2)")

        assert first is not None
        assert "Câu hỏi một" in await first.inner_text()
        assert "Câu hỏi hai" in await page.inner_text(".matter:nth-child(2)")
        assert await page.evaluate("window.broken") == []


@pytest.mark.browser
async def test_a_talk_grows_while_an_answer_is_being_written(
    small_office: tuple[Village, Office], opened: Browser
) -> None:
    village, office = small_office
    producer = village.somebody()
    await producer.asks("Câu hỏi một ạ")
    async with browsing(opened, office, f"{INBOX}/1") as page:
        await page.fill("#text", "Dạ, em đang viết")
        await producer.asks("Thêm một câu nữa ạ")
        await page.wait_for_selector("#lines >> text=Thêm một câu nữa ạ")

        assert await page.input_value("#text") == "Dạ, em đang viết"
        await page.fill("#text", "")
        await page.type("#text", "/")
        assert await page.evaluate("document.activeElement.id") == "canned"
        await page.select_option("#canned", "thanks")
        await page.click(".ready button")
        assert "Em cảm ơn anh/chị" in await page.input_value("#text")
        await page.click(".reply button.main")
        await page.wait_for_selector(".lines .staff")
        assert await page.evaluate("window.broken") == []
    async with Desk(office) as desk:
        await desk.logs_in(HOA, "editor")
        assert (await replies(desk, "Dạ")).status == 303


@pytest.mark.browser
async def test_the_list_of_registrations_says_that_more_came(
    small_office: tuple[Village, Office], opened: Browser
) -> None:
    village, office = small_office
    await village.registered()
    async with browsing(opened, office, "/staff/registrations") as page:
        assert not await page.is_visible("[data-banner]")
        await village.registered(TEA_MAKER)
        await page.click("text=Có 1 đăng ký mới")
        await page.wait_for_selector("text=Chè Cao Bồ")
