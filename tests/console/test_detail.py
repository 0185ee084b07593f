"""One registration on its page, over HTTP."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from storage.columns import Keeping
from storage.engine import insert
from storage.media import new_id
from storage.schema import consent, media
from tests.console.office import PUBLIC, Desk, Office, Seen
from tests.console.producers import TEA_MAKER, Village

LIST = "/staff/registrations"
PHOTO, PAPER = b"\xff\xd8\xff a photo", b"%PDF-1.7 a paper"


def facts(page: Seen) -> dict[str, str]:
    """What stands beside each label."""
    found = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", page.text, re.DOTALL)
    return {label: " ".join(re.sub(r"<[^>]+>", " ", value).split()) for label, value in found}


async def sends(village: Village, office: Office, number: int, question: str, mime: str) -> str:
    """A file of a registration that is here; gives its name."""
    name = new_id()
    await office.media.put(name, PHOTO if mime == "image/jpeg" else PAPER)
    product = 0 if question == "att-reg-paper" else 1
    row = {"product": product, "question": question, "state": Keeping.KEPT, "mime": mime}
    whose = {"account": "web:main", "address": "chat-1", "registration_id": number}
    async with village.engine.begin() as connection:
        await connection.execute(
            insert(connection.dialect, media).values(id=name, at=datetime.now(UTC), **whose, **row)
        )
    return name


async def test_every_answer_stands_there_with_where_it_comes_from(
    village: Village, desk: Desk
) -> None:
    producer = await village.registered()
    number = await producer.number()
    listed = await desk.get(LIST)
    page = await desk.get(f"{LIST}/{number}")

    said = facts(page)
    assert f'href="{LIST}/{number}"' in listed.text
    assert f"Đăng ký {await producer.code()}" in page.text
    assert said["Người liên hệ"].startswith("Vàng Thị Mỷ trong chat, ")
    assert "xã Lùng Tám Gõ là: Lùng Tám" in said["Xã, phường nơi làm sản phẩm"]
    assert said["Số điện thoại"].startswith("09•• ••• 111 trong chat")
    assert said["Người đại diện"] == "Chưa có, hồ sơ cần"
    assert "912 000" not in page.text
    assert "912000" not in page.text
    assert "Đồng ý: giữ thông tin để làm hồ sơ" in page.text
    assert "Đồng ý: nhận tin: Hội chợ" in page.text


async def test_whole_numbers_are_shown_here_and_noted(
    village: Village, office: Office, desk: Desk
) -> None:
    number = await (await village.registered()).number()
    page = await desk.does(f"{LIST}/{number}/phones")

    assert facts(page)["Số điện thoại"].startswith("0912 000 111")
    assert [deed.action for deed in await office.deeds()][-1] == "phone.seen"


async def test_photos_are_seen_and_papers_are_downloaded(
    village: Village, office: Office, desk: Desk
) -> None:
    number = await (await village.registered()).number()
    photo = await sends(village, office, number, "att-photo-front", "image/jpeg")
    paper = await sends(village, office, number, "att-reg-paper", "application/pdf")
    page = await desk.get(f"{LIST}/{number}")
    seen = await desk.get(f"{LIST}/{number}/files/{photo}")
    taken = await desk.get(f"{LIST}/{number}/files/{paper}")

    assert f'src="{LIST}/{number}/files/{photo}"' in page.text
    assert (seen.body, seen.headers["Content-Type"]) == (PHOTO, "image/jpeg")
    assert taken.body == PAPER
    assert taken.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in taken.headers["Content-Security-Policy"]
    assert [deed.action for deed in await office.deeds()][-2:] == ["file.seen", "file.seen"]


async def test_a_file_is_shown_with_its_own_registration_only(
    village: Village, office: Office, desk: Desk
) -> None:
    first = await (await village.registered()).number()
    second = await (await village.registered(TEA_MAKER)).number()
    photo = await sends(village, office, first, "att-photo-front", "image/jpeg")
    assert (await desk.get(f"{LIST}/{second}/files/{photo}")).status == 404

    async with village.engine.begin() as connection:
        await connection.execute(update(media).values(state=Keeping.DROPPED))
    assert (await desk.get(f"{LIST}/{first}/files/{photo}")).status == 404


async def test_an_officer_sees_those_of_the_own_commune(village: Village, office: Office) -> None:
    mine = await (await village.registered()).number()
    other = await (await village.registered(TEA_MAKER)).number()
    async with Desk(office) as desk:
        await desk.logs_in("Lò Thị Pà", "officer", "00901")

        assert (await desk.get(f"{LIST}/{mine}")).status == 200
        assert (await desk.get(f"{LIST}/{other}")).status == 404
        assert (await desk.does(f"{LIST}/{other}/phones")).status == 404


async def test_a_viewer_sees_no_photo_and_no_whole_number(village: Village, office: Office) -> None:
    number = await (await village.registered()).number()
    photo = await sends(village, office, number, "att-photo-front", "image/jpeg")
    async with Desk(office) as desk:
        await desk.logs_in("Lò Thị Pà", "viewer")
        page = await desk.get(f"{LIST}/{number}")

        assert "1 tệp" in page.text
        assert "<img" not in page.text
        assert "/phones" not in page.text
        assert (await desk.get(f"{LIST}/{number}/files/{photo}")).status == 403


async def test_without_a_second_factor_files_and_numbers_stay_covered(
    village: Village, database: str
) -> None:
    number = await (await village.registered()).number()
    async with Office(database, village.engine, public_url=PUBLIC).open() as office:
        photo = await sends(village, office, number, "att-photo-front", "image/jpeg")
        headers = {"Host": "bot.tuyenquang.example", "X-Forwarded-For": "203.0.113.9"}
        async with Desk(office, Origin=PUBLIC, **headers) as desk:
            entered = await desk.logs_in("Lò Thị Pà", "officer", "00901")
            desk.headers["Cookie"] = entered.headers["Set-Cookie"].partition(";")[0]
            page = await desk.get(f"{LIST}/{number}")

            assert "<img" not in page.text
            assert (await desk.get(f"{LIST}/{number}/files/{photo}")).status == 403
            assert (await desk.does(f"{LIST}/{number}/phones")).status == 403


@pytest.mark.parametrize("number", ["999999", "9" * 40])
async def test_what_is_not_there_is_said(desk: Desk, number: str) -> None:
    assert (await desk.get(f"{LIST}/{number}")).status == 404


async def test_a_subject_that_the_book_has_no_more_is_shown_by_its_key(
    village: Village, desk: Desk
) -> None:
    number = await (await village.registered()).number()
    async with village.engine.begin() as connection:
        await connection.execute(
            update(consent).where(consent.c.topic == "fairs").values(topic="markets")
        )

    page = await desk.get(f"{LIST}/{number}")

    assert page.status == 200
    assert "Đồng ý: markets (" in page.text
