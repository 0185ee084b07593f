"""What helpers made, as staff see it and decide about it, over HTTP."""

from __future__ import annotations

from sqlalchemy import select

from storage.schema import outbox, registration
from tests.book import the_book
from tests.console.office import Desk, Office
from tests.console.producers import TEA_MAKER, WEAVER, Village

REGISTRATIONS, REQUESTS = "/staff/registrations", "/staff/requests"
PHONE = WEAVER[1]


async def test_staff_see_that_it_waits_and_not_for_whom(village: Village, desk: Desk) -> None:
    helper = village.somebody()
    await helper.registers_another(WEAVER)

    page = await desk.get(REGISTRATIONS)
    by_phone = await desk.get(f"{REGISTRATIONS}?words=0912000111")
    (row,) = page.rows

    assert await helper.code() in row
    assert "Chờ bà con đồng ý" in row
    assert "xã Lùng Tám" in row
    assert "Vàng Thị Mỷ" not in page.text
    assert "Lanh" not in page.text
    assert by_phone.rows == []


async def test_what_waits_has_no_page_of_its_own(village: Village, desk: Desk) -> None:
    helper = village.somebody()
    await helper.registers_another(WEAVER)
    number = await helper.number()

    assert f"{REGISTRATIONS}/{number}" not in (await desk.get(REGISTRATIONS)).text
    assert (await desk.get(f"{REGISTRATIONS}/{number}")).status == 404
    assert (await desk.does(f"{REGISTRATIONS}/{number}/phones")).status == 404


async def test_who_asks_staff_is_not_taken_for_whom_they_helped(
    village: Village, desk: Desk
) -> None:
    helper = village.somebody()
    await helper.registers_another(WEAVER)
    await helper.asks("Em hỏi: bao giờ có lịch ạ?")

    (card,) = await desk.requests()

    assert "Vàng Thị Mỷ" not in card
    assert "Chưa để lại số điện thoại" in card


async def test_a_claim_is_confirmed_on_the_page_and_both_are_told(
    village: Village, office: Office, desk: Desk
) -> None:
    helper, producer = village.somebody(), village.somebody()
    await helper.registers_another(WEAVER)
    code, number = await helper.code(), await helper.number()
    await producer.claims(code, PHONE)

    (card,), (claim,) = await desk.requests(), await desk.request_numbers()
    closed = await desk.does(f"{REQUESTS}/{claim}/done")
    confirmed = await desk.does(f"{REQUESTS}/{claim}/confirm")
    again = await desk.does(f"{REQUESTS}/{claim}/refuse")
    (row,) = (await desk.get(REGISTRATIONS)).rows
    async with office.reader.connect() as connection:
        told = list(await connection.scalars(select(outbox.c.payload).where(outbox.c.owner == "")))
        agreed = await connection.scalar(
            select(registration.c.agreed).where(registration.c.id == number)
        )
    await helper.says("ghi danh của tôi")
    await producer.says("ghi danh của tôi")

    assert "Xin nhận về ghi danh làm hộ" in card
    assert code in card
    assert closed.status == 404
    assert confirmed.status == 303
    assert again.status == 404
    assert "Vàng Thị Mỷ 09•• ••• 111" in row
    assert agreed == "claim"
    assert len(told) == 2
    assert all(code in one for one in told)
    assert "chưa có ghi danh nào" in helper.heard
    assert "Ghi danh của anh/chị đây ạ" in producer.heard
    assert [one.action for one in await office.deeds()][-2:] == ["claim.confirmed", "refused"]


async def test_an_officer_decides_about_claims_of_their_own_communes(
    village: Village, office: Office
) -> None:
    for details in (WEAVER, TEA_MAKER):
        helper = village.somebody()
        await helper.registers_another(details)
        await village.somebody().claims(await helper.code(), details[1])
    (commune,) = (
        place.code for place in the_book().places.by_code.values() if place.name == "Lùng Tám"
    )
    async with Desk(office) as desk:
        await desk.logs_in("Vừ Mí Nô", "officer", commune)
        (card,) = await desk.requests()

    assert "Xin nhận về" in card


async def test_the_slip_is_printed_from_the_page(desk: Desk) -> None:
    page = await desk.get("/staff/slip")

    assert page.status == 200
    assert page.text.count('<th scope="row">') == 10
    assert "style-src 'sha256-" in page.headers["Content-Security-Policy"]
