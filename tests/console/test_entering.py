"""Staff sign people up who called or sent a paper, over HTTP."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from storage.cleaning import clean
from storage.schema import consent, entry_draft, outbox, registration, request
from tests.console.office import Desk, Office, Seen
from tests.console.producers import Village
from tests.console.test_editing import filled

PAGE = "/staff/entry"
SMITH = {
    "how": "paper",
    "agreed": "on",
    "contact-name": "Lò Văn Sú",
    "contact-phone": "O987.654.321",
    "est-name": "Rèn Pà Vầy Sủ",
    "est-type": "household",
    "est-commune-code": "pa vay su",
    "prod-name": "Dao rèn",
    "prod-group": "mechanical",
}


async def enters(desk: Desk, page: str = PAGE, **other: str) -> Seen:
    form = await desk.get(page)
    return await desk.post(page, form.fields | SMITH | other)


async def entered(village: Village) -> tuple[int, str]:
    async with village.engine.connect() as connection:
        rows = await connection.execute(select(registration).order_by(registration.c.id.desc()))
        row = rows.first()
    assert row is not None
    return row.id, row.status


async def test_a_paper_becomes_a_registration_with_its_consent(
    village: Village, office: Office, desk: Desk
) -> None:
    saved = await enters(desk)
    assert saved.status == 303, saved.text
    number, status = await entered(village)
    page = (await desk.get(f"/staff/registrations/{number}")).text

    assert status == "interest"
    assert saved.headers["Location"] == f"/staff/registrations/{number}"
    assert "Rèn Pà Vầy Sủ – Dao rèn" in page
    assert "xã Pà Vầy Sủ" in page
    assert "Ký phiếu giấy, cán bộ giữ" in page
    assert "Cán bộ nhập ghi danh" in page
    assert "Nông Thị Hoa" in page.partition("Cán bộ nhập ghi danh")[2]
    async with village.engine.connect() as connection:
        agreed = (await connection.execute(select(consent))).one()
        assert await connection.scalar(select(outbox.c.id)) is None
    assert (agreed.topic, agreed.given, agreed.how) == ("dossier", True, "paper")
    assert agreed.registration_id == number
    assert [one.action for one in await office.deeds()][-1] == "registration.entered"
    assert f"/staff/registrations/{number}" in (await desk.get("/staff/registrations")).text


async def test_the_next_begins_with_the_same_commune_and_consent(
    village: Village, desk: Desk
) -> None:
    saved = await enters(desk, more="yes")
    assert saved.headers["Location"] == PAGE
    form = await desk.get(PAGE)

    assert filled(form)["est-commune-code"] == "pa vay su"
    assert filled(form)["how"] == "paper"
    assert filled(form)["contact-name"] == ""
    assert "Đã lưu, mã" in form.text
    assert 'name="agreed" checked' not in form.text


async def test_what_is_sent_twice_is_one_registration(village: Village, desk: Desk) -> None:
    form = (await desk.get(PAGE)).fields | SMITH
    first, second = [await desk.post(PAGE, form) for _ in range(2)]
    other = await desk.post(PAGE, form | {"prod-name": "Cuốc rèn"})

    assert (first.status, second.status, other.status) == (303, 303, 303)
    assert first.headers["Location"] == second.headers["Location"]
    assert other.headers["Location"] != first.headers["Location"]
    async with village.engine.connect() as connection:
        assert len((await connection.scalars(select(registration.c.id))).all()) == 2


async def test_nothing_is_saved_that_nobody_agreed_to(village: Village, desk: Desk) -> None:
    form = await desk.get(PAGE)
    wrong = {"how": "", "contact-phone": "0123", "est-commune-code": "Yên Định", "est-name": ""}
    sent = {name: text for name, text in (SMITH | wrong).items() if name != "agreed"}
    back = await desk.post(PAGE, form.fields | sent)

    assert back.status == 422
    for name in (*wrong, "agreed"):
        assert f'id="{name}-error"' in back.text, name
    assert filled(back)["prod-name"] == "Dao rèn"
    async with village.engine.connect() as connection:
        assert await connection.scalar(select(registration.c.id)) is None


async def test_what_is_typed_outlives_the_log_in(village: Village, office: Office) -> None:
    async with Desk(office) as desk:
        await desk.logs_in("Nông Thị Hoa", "editor")
        form = await desk.get(PAGE)
        typed = form.fields | {"contact-name": "Lò Văn", "how": "phone"}
        kept = await desk.post(f"{PAGE}/draft", typed)
        assert "Đã giữ chữ đang gõ" in kept.text
    async with Desk(office) as again, Desk(office) as other:
        assert (await again.post(PAGE, typed)).status == 401
        await again.logs_in("Nông Thị Hoa", "editor")
        await other.logs_in("Ma Văn Tú", "editor")
        page = await again.get(PAGE)

        assert "gõ dở, chưa lưu" in page.text
        assert filled(page)["contact-name"] == "Lò Văn"
        assert filled(page)["how"] == "phone"
        assert filled(await other.get(PAGE))["contact-name"] == ""
    later = datetime.now(UTC) + timedelta(days=4)
    cleaned = await clean(office.engine, office.reader, later)
    assert cleaned.entries == 1
    async with village.engine.connect() as connection:
        assert await connection.scalar(select(entry_draft.c.staff_id)) is None


async def test_an_officer_enters_the_own_communes_alone(village: Village, office: Office) -> None:
    async with Desk(office) as desk:
        await desk.logs_in("Lò Thị Pà", "officer", "00901")
        refused = await enters(desk)
        assert refused.status == 422
        assert "không thuộc phần việc" in refused.text
        taken = await enters(desk, **{"est-commune-code": "Lùng Tám"})
        assert taken.status == 303
        assert (await desk.get(taken.headers["Location"])).status == 200


async def test_it_can_be_moved_on_and_written_but_not_asked(village: Village, desk: Desk) -> None:
    where = (await enters(desk)).headers["Location"]
    page = await desk.get(where)
    assert f'href="{where}/ask"' not in page.text
    step = await desk.get(f"{where}/steps/withdraw")
    assert "Cơ sở không có kênh chat đang mở" in step.text
    moved = await desk.post(f"{where}/steps/withdraw", step.fields | {"reason": "thôi làm"})
    assert moved.status == 303
    assert (await entered(village))[1] == "withdrawn"


async def test_its_producer_claims_it_later(village: Village, desk: Desk) -> None:
    number = int((await enters(desk)).headers["Location"].rpartition("/")[2])
    smith = village.somebody()
    await smith.says("xin chào")
    shown = (await desk.get(f"/staff/registrations/{number}")).text
    found = re.search(r"Đăng ký (\d{3}-\d{3}-\d)", shown)
    assert found is not None
    await smith.claims(found[1], "0987 654 321")

    async with village.engine.connect() as connection:
        wish = (await connection.execute(select(request.c.wish))).scalars().all()
    assert "claim" in wish
