"""Staff serve people's rights to their own data: in time, once, and written down."""

from __future__ import annotations

import asyncio
import io
import json
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.housekeeping import clean_up
from content.duties import Asked
from handlers.codes import code
from handlers.days import day
from storage import petitions
from storage.audit import newest
from storage.codec import decode_message
from storage.engine import open_engine
from storage.schema import answer, contact, outbox, petition, registration
from storage.upgrade import upgrade
from tests.console.office import Desk, Office
from tests.console.producers import TEA_MAKER, WEAVER, Producer, Village, a_village
from tests.console.test_detail import sends

PAGE = "/staff/privacy"
TODAY = f"{day(datetime.now(UTC)):%d/%m/%Y}"


async def made(desk: Desk, **fields: str) -> str:
    """A petition that somebody wrote down; the path of its page."""
    typed = {"asked": "erase", "way": "telephone", "received": TODAY, "words": "Xin xoá"} | fields
    page = await desk.does(f"{PAGE}/new", **typed)
    assert page.status == 303, page.text
    return page.headers["Location"]


async def count(office: Office, table: object, *where: object) -> int:
    wanted = select(func.count()).select_from(table).where(*where)  # type: ignore[arg-type]
    async with office.reader.connect() as connection:
        return int(await connection.scalar(wanted) or 0)


async def actions(office: Office) -> list[str]:
    return [deed.action for deed in await office.deeds()]


async def test_a_petition_is_listed_with_its_days(desk: Desk, office: Office) -> None:
    where = await made(desk, asked="see", name="Vàng Thị Mỷ")

    page, one = await desk.get(PAGE), await desk.get(where)

    due = day(datetime.now(UTC)) + timedelta(days=10)
    assert "Vàng Thị Mỷ" in page.text
    assert f"{due:%d/%m/%Y}" in page.text
    assert "Còn 10 ngày" in page.text
    assert "Xem dữ liệu" in one.text
    assert "petition.made" in await actions(office)


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"received": "31/02/2026"}, "Ngày nhận chưa đúng"),
        ({"received": "01/01/2090"}, "Ngày nhận chưa đúng"),
        ({"asked": "x"}, "Chọn người ấy yêu cầu gì"),
        ({"way": "x"}, "Chọn yêu cầu đến bằng cách nào"),
        ({"code": "482-157-4"}, "Không có ghi danh nào mang mã này"),
        ({"words": ""}, "Không có mã thì ghi nội dung"),
    ],
)
async def test_what_was_typed_stays_beside_what_is_wrong(
    desk: Desk, fields: dict[str, str], problem: str
) -> None:
    typed = {"asked": "see", "way": "paper", "received": TODAY, "words": "w", "name": "Mai"}

    page = await desk.does(f"{PAGE}/new", **(typed | fields))

    assert page.status == 422
    assert problem in page.text
    assert 'value="Mai"' in page.text


async def test_it_is_answered_extended_once_and_settled(desk: Desk, office: Office) -> None:
    where = await made(desk, asked="correct")

    await desk.does(f"{where}/replied")
    unexplained = await desk.does(f"{where}/longer", why=" ")
    await desk.does(f"{where}/longer", why="Phải hỏi xã")
    await desk.does(f"{where}/longer", why="Lần nữa")
    unanswered = await desk.does(f"{where}/settled", outcome="refused", answer="")
    await desk.does(f"{where}/settled", outcome="refused", answer="Đã nộp, phải giữ")
    page = await desk.get(where)
    again = await desk.does(f"{where}/settled", outcome="granted", answer="x")

    due = day(datetime.now(UTC)) + timedelta(days=25)
    assert (unexplained.status, unanswered.status) == (422, 422)
    assert f"{due:%d/%m/%Y}" in page.text
    assert "Phải hỏi xã" in page.text
    assert "Lần nữa" not in page.text
    assert "Không làm được" in page.text
    assert again.status == 303
    assert (await actions(office))[-4:].count("petition.granted") == 0
    assert {"petition.replied", "petition.longer", "petition.refused"} <= set(await actions(office))


async def test_who_comes_second_is_not_told_that_it_was_done(desk: Desk, colleague: Desk) -> None:
    where = await made(desk)

    await desk.does(f"{where}/longer", why="Phải hỏi xã")
    longer = await colleague.does(f"{where}/longer", why="Lần nữa")
    told_longer = (await colleague.get(longer.headers["Location"])).text
    await desk.does(f"{where}/settled", outcome="refused", answer="Phải giữ")
    settled = await colleague.does(f"{where}/settled", outcome="granted", answer="Đã xoá")
    told_settled = (await colleague.get(settled.headers["Location"])).text

    assert "đã gia hạn hoặc đã đóng trước đó" in told_longer
    assert "có người đã đóng yêu cầu này trước" in told_settled
    assert "Phải giữ" in told_settled


async def test_a_petition_that_is_late_twice_says_both(desk: Desk) -> None:
    where = await made(desk, received="01/02/2026")

    assert "ngày, chưa trả lời lần đầu" in (await desk.get(where)).text
    await desk.does(f"{where}/replied")
    page = await desk.get(where)

    assert "Quá hạn" in page.text
    assert "chưa trả lời lần đầu" not in page.text


async def test_what_may_be_the_same_persons_is_pointed_out(village: Village, desk: Desk) -> None:
    await village.registered(WEAVER)
    await village.somebody("telegram:1").registers(WEAVER)
    await village.registered(TEA_MAKER)
    where = await made(desk, asked="see", code=code(1))

    told = (await desk.get(where)).text.partition("Có thể cũng của người này")[2]

    assert code(2) in told
    assert code(3) not in told
    assert "Có thể cũng" not in (await desk.get(await made(desk, code=code(3)))).text


async def test_a_copy_has_everything_a_person_can_read(
    village: Village, desk: Desk, office: Office
) -> None:
    await village.registered(WEAVER)
    await village.registered(TEA_MAKER)
    await sends(village, office, 1, "att-reg-paper", "application/pdf")
    where = await made(desk, asked="see", code=code(1))

    given = await desk.does(f"{where}/copy")
    with zipfile.ZipFile(io.BytesIO(given.body)) as archive:
        page = archive.read("du-lieu.html").decode()
        data = json.loads(archive.read("du-lieu.json"))
        (file,) = data["registrations"][0]["files"]
        assert archive.read(file) == b"%PDF-1.7 a paper"

    assert given.headers["Content-Type"] == "application/zip"
    for words in ("Vàng Thị Mỷ", "0912 000 111", "Khăn lanh", "HTX Lanh Sợi Xanh", "đồng ý"):
        assert words in page
    assert "Đặng Văn Chúa" not in page
    assert [one["code"] for one in data["registrations"]] == [code(1)]
    assert any(one["author"] == "person" for one in data["messages"])
    assert "petition.copy" in await actions(office)


async def test_somebody_who_asks_is_erased_and_counted_and_told(
    village: Village, desk: Desk, office: Office
) -> None:
    producer = await village.registered(WEAVER)
    where = await made(desk, code=code(1), name="Vàng Thị Mỷ", words="Chị Mỷ xin xoá")

    page = await desk.does(f"{where}/erase")
    told = await last_said(office, producer)
    again = await desk.does(f"{where}/erase")

    assert page.status == 303
    assert "đã xoá thông tin" in told
    assert await count(office, registration, registration.c.erased_at.is_not(None)) == 1
    assert await count(office, answer, answer.c.question == "contact-name") == 0
    assert await count(office, answer, answer.c.question == "est-commune-code") == 1
    assert await count(office, contact, contact.c.erased_at.is_not(None)) == 1
    assert await count(office, petition, petition.c.name != "") == 0
    assert "Mỷ" not in (await desk.get(PAGE)).text
    assert again.status == 404


async def last_said(office: Office, producer: Producer) -> str:
    wanted = (
        select(outbox.c.payload)
        .where(outbox.c.address == producer.address)
        .order_by(outbox.c.seq.desc())
        .limit(1)
    )
    async with office.reader.connect() as connection:
        return decode_message(str(await connection.scalar(wanted))).text


async def test_what_a_helper_signed_up_is_erased_alone(
    village: Village, desk: Desk, office: Office
) -> None:
    helper = await village.registered(WEAVER)
    await helper.registers_another(TEA_MAKER)
    async with office.reader.connect() as connection:
        other = await connection.scalar(select(func.max(registration.c.id)))
    where = await made(desk, code=code(int(other or 0)))

    await desk.does(f"{where}/erase")

    erased = select(registration.c.id).where(registration.c.erased_at.is_not(None))
    async with office.reader.connect() as connection:
        assert list(await connection.scalars(erased)) == [other]
    assert await count(office, contact, contact.c.erased_at.is_not(None)) == 0


async def test_who_erases_in_the_talk_is_in_the_record(
    village: Village, desk: Desk, office: Office
) -> None:
    producer = await village.registered(WEAVER)
    await producer.says("xoá")
    await producer.taps("Xoá tất cả")

    page = await desk.get(PAGE)

    assert "Tự làm trong chat" in page.text
    assert await count(office, petition, petition.c.contact_id.is_not(None)) == 0


async def test_the_commands_list_and_copy(tmp_path: Path) -> None:
    database, out = str(tmp_path / "bot.db"), tmp_path / "copy.zip"
    engine = open_engine(database)
    await upgrade(engine)
    village = await a_village(database)
    await village.registered(WEAVER)
    now = datetime.now(UTC)
    draft = petitions.Draft(Asked.CORRECT, "paper", "", "", now, now, now, petitions.Whose(1))
    await petitions.create(engine, draft, petitions.Who(None), now)
    await village.store.close()
    await village.engine.dispose()

    async def run(*words: str) -> Result:
        environ = {"BOT_DATABASE_URL": database, "BOT_DATA_DIR": str(tmp_path)}
        return await asyncio.to_thread(
            lambda: CliRunner().invoke(app, ["privacy", *words], env=environ)
        )

    listed = await run("list")
    copied = await run("copy", code(1), "--out", str(out))
    missing = await run("copy", "000-000-0", "--out", str(out))

    assert "sửa dữ liệu" in listed.stdout
    assert copied.exit_code == 0, copied.output
    with zipfile.ZipFile(out) as archive:
        assert "Vàng Thị Mỷ" in archive.read("du-lieu.html").decode()
    assert missing.exit_code == 2
    assert [deed.action for deed in await newest(engine, ("petition.copy",))] == ["petition.copy"]
    await engine.dispose()


async def test_each_look_at_a_number_is_listed(village: Village, desk: Desk) -> None:
    await village.registered(WEAVER)
    await desk.does("/staff/registrations/1/phones")

    page = await desk.get(f"{PAGE}/seen")

    assert "Nông Thị Hoa" in page.text
    assert "Số điện thoại" in page.text


async def test_what_one_of_the_staff_looked_at_is_listed_by_itself(
    village: Village, desk: Desk, colleague: Desk
) -> None:
    number = await (await village.registered(WEAVER)).code()
    await desk.does("/staff/registrations/1/phones")
    await colleague.does("/staff/council", round="demo-province")
    await colleague.does("/staff/registrations/1/phones")

    both = (await desk.get(f"{PAGE}/seen")).rows
    hers = (await desk.get(f"{PAGE}/seen?person=1")).rows
    his = (await desk.get(f"{PAGE}/seen?person=2")).rows

    assert (len(both), len(hers), len(his)) == (3, 1, 2)
    assert number in hers[0]
    assert "Nông Thị Hoa" in hers[0]
    assert "Tải danh sách trình Hội đồng" in his[1]


async def test_every_clean_up_is_listed_with_what_went(
    village: Village, desk: Desk, office: Office
) -> None:
    await village.registered(WEAVER)
    job = clean_up(office.engine, office.reader, asyncio.Event())
    await job.do()

    page = await desk.get(f"{PAGE}/cleaned")

    assert "Không có gì đến hạn xoá" in page.text
    assert "cleaned" in await actions(office)


async def test_the_assessment_is_filled_in(village: Village, desk: Desk) -> None:
    await village.registered(WEAVER)
    await village.somebody("telegram:1").registers(TEA_MAKER)

    page = await desk.get(f"{PAGE}/assessment")

    for words in ("BẢN NHÁP", "Telegram có máy chủ ở nước ngoài", "Lớp tập huấn", "365 ngày"):
        assert words in page.text
