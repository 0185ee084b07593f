"""A list that was handed in, and many registrations at once, as a browser shows them."""

from __future__ import annotations

import pytest
from playwright.async_api import FilePayload, expect

from storage.staff import Role
from tests.console.looking import faults
from tests.console.office import Office
from tests.console.producers import TEA_MAKER, WEAVER, Village
from tests.console.test_importing import ROWS, workbook
from tests.web.chromium import WATCH, chromium

pytestmark = pytest.mark.browser
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.timeout(120)
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_what_is_asked_once_more_breaks_no_rule(village: Village, office: Office) -> None:
    await village.registered(WEAVER)
    await village.registered(TEA_MAKER)
    async with chromium() as browser:
        context = await browser.new_context(locale="vi-VN")
        await context.add_init_script(WATCH)
        page = await context.new_page()
        await page.goto(office.url + await office.link("Nông Thị Hoa", Role.EDITOR))
        await page.get_by_role("button").first.click()

        await page.goto(f"{office.url}/staff/import")
        file = FilePayload(name="hà giang.xlsx", mimeType=XLSX, buffer=workbook(ROWS[1:]))
        await page.get_by_label("Tệp danh sách").set_input_files(file)
        await page.get_by_role("button", name="Đưa tệp lên").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("hà giang.xlsx")
        assert await faults(page) == []
        await page.get_by_role("button", name="Nhập 2 dòng").click()
        await expect(page.get_by_role("status")).to_contain_text("Đã nhập xong")

        await page.goto(f"{office.url}/staff/registrations")
        await page.get_by_label("Tất cả 4 đăng ký").check()
        await page.get_by_role("button", name="Xem lại trước khi giao").click()
        await expect(page.get_by_text("Giao 4 đăng ký cho Nông Thị Hoa?")).to_be_visible()
        assert await faults(page) == []
        await page.get_by_role("button", name="Giao việc").click()
        await expect(page.get_by_role("status").first).to_contain_text("Đã giao 4 đăng ký")
