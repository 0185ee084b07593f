"""Staff ask a producer in the chat for what is missing, over HTTP, and see the answer."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import update

from handlers.events import MediaKind, SentMedia
from handlers.state import Status
from storage.media import new_id
from storage.schema import contact
from tests.console.office import Desk
from tests.console.producers import Village


async def test_a_missing_photo_is_asked_for_sent_and_seen(village: Village, desk: Desk) -> None:
    producer = await village.registered()
    number = await producer.number()
    one = f"/staff/registrations/{number}"
    page = await desk.get(f"{one}/ask")
    assert 'name="want-1-att-photo-side"' in page.text
    asked = await desk.post(f"{one}/ask", page.fields | {"want-1-att-photo-side": "on"})

    assert asked.status == 303, asked.text
    waits = (await desk.get(one)).text
    assert "Đang chờ cơ sở bổ sung:" in waits
    assert "Đã nhờ cơ sở bổ sung 1 mục trong chat." in waits
    media = new_id()
    await producer.hears(
        SentMedia(producer.now(), media, MediaKind.PHOTO, "r", 9_000, "image/jpeg")
    )
    assert "Dạ, em đã ghi vào ghi danh" in producer.heard
    assert "Đang chờ cơ sở bổ sung:" not in (await desk.get(one)).text


async def test_an_answer_lands_in_the_registration_and_the_form_goes_on(
    village: Village, desk: Desk
) -> None:
    producer = await village.registered()
    number = await producer.number()
    await producer.says("điều kiện", "3")
    open_question = producer.heard.splitlines()[-1]
    one = f"/staff/registrations/{number}"
    page = await desk.get(f"{one}/ask")
    await desk.post(f"{one}/ask", page.fields | {"want-0-rep-name": "on"})
    await producer.says("Giàng Mí Sính")

    assert open_question in producer.heard
    assert "Giàng Mí Sính" in (await desk.get(one)).text


async def test_what_cannot_be_asked_is_said(village: Village, desk: Desk) -> None:
    number = await (await village.registered()).number()
    one = f"/staff/registrations/{number}"
    page = await desk.get(f"{one}/ask")
    empty = await desk.post(f"{one}/ask", page.fields)
    assert empty.status == 422
    assert "Chọn ít nhất một mục." in empty.text

    async with village.engine.begin() as connection:
        await connection.execute(update(contact).values(unreachable_since=datetime.now(UTC)))
    assert "Cơ sở không có kênh chat đang mở" in (await desk.get(f"{one}/ask")).text
    refused = await desk.post(f"{one}/ask", page.fields | {"want-0-rep-name": "on"})
    assert refused.status == 422

    await village.set_status(number, Status.WITHDRAWN)
    assert (await desk.get(f"{one}/ask")).status == 404
