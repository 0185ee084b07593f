"""Every page as every role sees it, in a browser: what breaks a rule, a policy or a screen."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, Request, expect

from bot.console.routes import console_routes
from storage.staff import Role
from tests.console.every_page import ENTRANCES, FILES, MOVED, PAGES, furnish
from tests.console.looking import faults, looks
from tests.console.office import Office
from tests.console.producers import a_village, crowd
from tests.console.test_posters import DOORS
from tests.web.chromium import WATCH, chromium

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

FIRST_LOAD = 60 * 1024
LATER_LOAD = 20 * 1024


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def office(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Office]:
    """One furnished office for every role."""
    database = str(tmp_path_factory.mktemp("office") / "bot.db")
    village = await a_village(database)
    await furnish(village)
    await crowd(village, 60)
    async with Office(database, village.engine, doors=DOORS).open() as office:
        for role in Role:
            await office.link(name_of(role), role, "00901")
        yield office
    await village.store.close()
    await village.engine.dispose()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser) -> AsyncIterator[Page]:
    context = await browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
    await context.add_init_script(WATCH)
    yield await context.new_page()
    await context.close()


@pytest.fixture(scope="module")
def judged() -> set[str]:
    """What was judged in another role already, but for the first page of each."""
    return set()


def name_of(role: Role) -> str:
    return f"Nông Thị {role}"


async def enter(page: Page, office: Office, role: Role) -> None:
    await page.goto(office.url + await office.link(name_of(role), role, "00901"))
    await page.click("button.main")
    await page.wait_for_url("**/staff/registrations")


async def test_every_page_is_looked_at(office: Office) -> None:
    shown = {route.path for route in console_routes(office.parts) if route.method == "GET"}

    assert shown == PAGES.keys() | FILES | ENTRANCES | MOVED


@pytest.mark.timeout(180)
@pytest.mark.parametrize("role", Role)
async def test_no_page_breaks_a_rule(
    office: Office, page: Page, role: Role, judged: set[str]
) -> None:
    await enter(page, office, role)

    wrong: list[str] = []
    judged_here = False
    for path in (one for each in PAGES.values() for one in each):
        answer = await page.goto(office.url + path)
        assert answer is not None
        assert answer.status in {200, 403}, path
        seen = await looks(page)
        if seen not in judged or not judged_here:
            judged.add(seen)
            judged_here = True
            wrong += [f"{path} {one}" for one in await faults(page)]

    assert not wrong, "\n".join(wrong)


async def test_the_entrances_break_no_rule(office: Office, page: Page) -> None:
    await page.goto(office.url + await office.link("Nông Thị Hoa", Role.VIEWER))
    assert await faults(page) == []

    await page.click("summary")
    await page.click("form.stack button")
    await expect(page.locator(".problems")).to_be_focused()
    assert await faults(page) == []

    await page.goto(f"{office.url}/staff/login")
    assert await faults(page) == []


async def test_every_page_is_light(office: Office, page: Page) -> None:
    weights: list[int] = []

    async def weigh(request: Request) -> None:
        sizes = await request.sizes()
        weights.append(sizes["responseBodySize"] + sizes["responseHeadersSize"])

    page.on("requestfinished", weigh)
    await enter(page, office, Role.ADMIN)
    assert sum(weights) <= FIRST_LOAD

    for path in (one for each in PAGES.values() for one in each):
        weights.clear()
        await page.goto(office.url + path, wait_until="networkidle")
        assert sum(weights) <= LATER_LOAD, path
