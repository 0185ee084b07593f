"""The Council's results on their page, as a browser shows it."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, FilePayload, expect

from storage.staff import Role
from tests.console.looking import faults
from tests.console.office import Desk, Office
from tests.console.producers import SMITH, WEAVER, Village
from tests.console.test_import_page import XLSX
from tests.console.test_results import sent_up, the_list
from tests.web.chromium import WATCH

pytestmark = pytest.mark.browser


@pytest.mark.timeout(120)
async def test_results_are_handed_in_and_confirmed(
    small_office: tuple[Village, Office], opened: Browser
) -> None:
    village, office = small_office
    await sent_up(village, WEAVER, "1")
    await sent_up(village, SMITH, "3")
    async with Desk(office) as desk:
        await desk.logs_in("Nông Thị Hoa", Role.EDITOR)
        sheet = await the_list(desk)
    sheet.judge("Khăn lanh", "Đạt", 38, 36, 8, 7)
    sheet.judge("Dao rèn", "có lẽ")
    context = await opened.new_context(locale="vi-VN", viewport={"width": 360, "height": 740})
    await context.add_init_script(WATCH)
    page = await context.new_page()
    await page.goto(office.url + await office.link("Nông Thị Hoa", Role.EDITOR))
    await page.get_by_role("button").first.click()

    await page.goto(f"{office.url}/staff/reports")
    await page.get_by_role("link", name="Nhập kết quả của Hội đồng").click()
    file = FilePayload(name="kết quả.xlsx", mimeType=XLSX, buffer=sheet.content)
    await page.get_by_label("Tệp danh sách đã có kết quả").set_input_files(file)
    await page.get_by_role("button", name="Đưa tệp lên").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("kết quả.xlsx")
    await expect(page.get_by_text("“có lẽ” chưa rõ")).to_be_visible()
    assert await faults(page) == []
    await page.get_by_role("button", name="Ghi kết quả và báo 1 cơ sở").click()
    await expect(page.get_by_role("status").first).to_contain_text("nhắn 1, cần gọi 0")
    assert await faults(page) == []
