"""The page that tells how the program is doing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert

from bot import __version__
from storage.columns import Sending
from storage.schema import inbox, outbox, worker
from tests.console.office import Desk, Office
from tests.console.producers import Village

AT = datetime(2026, 11, 23, 1, 5, tzinfo=UTC)


@pytest.fixture
async def admin(office: Office) -> AsyncIterator[Desk]:
    async with Desk(office) as desk:
        await desk.logs_in("Nông Thị Hoa", "admin")
        yield desk


async def test_nothing_has_happened_yet(admin: Desk) -> None:
    page = await admin.get("/staff/system")

    assert "Không có tin nào đang chờ gửi" in page.text
    assert "Chưa có ai nhắn tin" in page.text
    assert f"Bản chương trình: {__version__}." in page.text


async def test_what_waits_what_failed_and_who_works(village: Village, admin: Desk) -> None:
    message = {"address": "1", "payload": "{}", "at": AT}
    rows = [
        {
            "id": 1,
            "seq": 1,
            "account": "zalo_oa:1",
            "status": Sending.FAILED,
            "error": "-216 0912345678",
        },
        {"id": 2, "seq": 2, "account": "zalo_oa:1", "status": Sending.UNKNOWN, "error": ""},
        {"id": 3, "seq": 3, "account": "telegram:1", "status": Sending.PENDING, "error": ""},
    ]
    async with village.engine.begin() as connection:
        await connection.execute(insert(outbox), [message | row for row in rows])
        await connection.execute(
            insert(inbox), {"account": "telegram:1", "update_key": "1", "address": "1", "at": AT}
        )
        await connection.execute(insert(worker), {"id": "w1", "started_at": AT, "seen_at": AT})

    page = await admin.get("/staff/system")

    assert "1 tin đang chờ gửi; tin lâu nhất từ 23/11/2026 08:05" in page.text
    assert "w1" in page.text
    telegram, zalo = page.rows
    assert "Telegram 23/11/2026 08:05 0 0" in telegram
    assert "Zalo 1 1 -216" in zalo
    assert "0912345678" not in page.text


async def test_the_doctor_looks_at_everything_when_asked(admin: Desk) -> None:
    page = await admin.get("/staff/system/check")

    assert page.status == 200
    assert "Nội dung" in page.text
    assert "Telegram" in page.text
