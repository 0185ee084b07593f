"""The Council's list comes back with its results: looked through, confirmed, told."""

from __future__ import annotations

import io
from typing import Any

import aiohttp
import openpyxl
import pytest
from sqlalchemy import select, update

from handlers.state import Status
from storage.codec import decode_message
from storage.schema import contact, outbox
from tests.console.office import Desk, Office, Seen
from tests.console.producers import SMITH, TEA_MAKER, WEAVER, Producer, Village
from tests.console.test_council import ROUND
from tests.console.test_importing import count
from tests.console.test_steps import status_of

COUNCIL = "/staff/council"
POINTS = "38", "36,5", 8, 7
RESULT, TOTAL = "Kết quả", "Tổng (100)"


class Sheet:
    """The list as somebody fills it in."""

    def __init__(self, content: bytes) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(content))
        self.sheet: Any = self.book.worksheets[0]
        self.head = [cell.value for cell in self.sheet[1]]

    def fill(self, product: str, **cells: object) -> None:
        for row in self.sheet.iter_rows(min_row=2):
            if row[self.head.index("Tên sản phẩm")].value == product:
                for name, value in cells.items():
                    row[self.head.index(_heading(name, self.head))].value = value

    def judge(self, product: str, result: str, *points: object) -> None:
        first = self.head.index("Thị trường, phát triển sản xuất (tối đa 40)")
        for row in self.sheet.iter_rows(min_row=2):
            if row[self.head.index("Tên sản phẩm")].value == product:
                for at, value in enumerate(points):
                    row[first + at].value = value
        self.fill(product, result=result)

    @property
    def content(self) -> bytes:
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()


def _heading(name: str, head: list[Any]) -> str:
    names = {"code": "Mã", "maker": "Tên cơ sở", "result": RESULT, "total": TOTAL}
    return names[name] if names[name] in head else name


async def sent_up(village: Village, details: tuple[str, ...], group: str) -> tuple[Producer, int]:
    producer = await village.registered(details, group)
    number = await producer.number()
    await village.set_status(number, Status.SENT_PROVINCE)
    return producer, number


async def told(producer: Producer) -> list[str]:
    """What the console made the talk say."""
    mine = outbox.c.address == producer.address, outbox.c.update_key.like("staff:%")
    async with producer.village.engine.connect() as connection:
        found = await connection.scalars(select(outbox.c.payload).where(*mine))
        return [decode_message(payload).text for payload in found]


async def the_list(desk: Desk) -> Sheet:
    return Sheet((await desk.does(COUNCIL, round=ROUND)).body)


async def hands_in(desk: Desk, content: bytes) -> Seen:
    form = aiohttp.FormData()
    form.add_field("seal", (await desk.seal())["seal"])
    form.add_field(
        "file", io.BytesIO(content), filename="hội đồng.xlsx", content_type="application/zip"
    )
    return await desk.post(f"{COUNCIL}/results", form)


async def confirms(desk: Desk, where: str) -> Seen:
    look = await desk.get(where)
    return await desk.post(f"{where}/confirm", look.fields)


def outcomes(content: bytes) -> list[tuple[str, str]]:
    """The product and the last words of each row."""
    sheet: Any = openpyxl.load_workbook(io.BytesIO(content)).active
    head, *rows = sheet.iter_rows(values_only=True)
    product = head.index("Tên sản phẩm")
    words = len(head) - 2
    return [(row[product], row[words] or "") for row in rows]


async def test_results_are_looked_through_set_and_told_once(
    village: Village, office: Office, desk: Desk
) -> None:
    weaver, khan = await sent_up(village, WEAVER, "1")
    smith, dao = await sent_up(village, SMITH, "3")
    sheet = await the_list(desk)
    sheet.judge("Khăn lanh", "Đạt", *POINTS)
    sheet.judge("Dao rèn", "không đạt", 20, 20, 5, 5, 50)
    where = (await hands_in(desk, sheet.content)).headers["Location"]
    page = await desk.get(where)
    before = [await status_of(village, one) for one in (khan, dao)]
    done = await confirms(desk, where)
    after = await desk.get(where)
    again = await confirms(desk, where)
    second = (await hands_in(desk, sheet.content)).headers["Location"]
    twice = await confirms(desk, second)

    assert before == ["sent_province"] * 2
    assert "Được cấp giấy chứng nhận: 1 đăng ký" in page.text
    assert "Chưa được chọn: 1 đăng ký" in page.text
    assert "trong hồ sơ mã ‹của từng người› được cấp" in page.text
    assert "Khăn lanh: Đạt, 38 / 36.5 / 8 / 7" in page.text
    assert "Nhắn được ngay trong chat: 2." in page.text
    assert (done.status, again.status, twice.status) == (303, 200, 200)
    assert "Đã ghi kết quả của 2 đăng ký: nhắn 2, cần gọi 0." in after.text
    assert await status_of(village, khan) == "certified"
    assert await status_of(village, dao) == "not_certified"
    (good,), (bad,) = await told(weaver), await told(smith)
    assert "được cấp giấy chứng nhận" in good
    assert "chưa được chọn" in bad
    assert "36" not in good
    past = (await desk.get(f"/staff/registrations/{khan}")).text
    assert "Lý do: Hội đồng chấm. Khăn lanh: Đạt, 38 / 36.5 / 8 / 7" in past
    assert outcomes((await desk.get(f"{where}/outcome")).body) == [
        ("Khăn lanh", "Đạt, đã nhắn cho cơ sở"),
        ("Dao rèn", "Không đạt, đã nhắn cho cơ sở"),
    ]
    assert "Đã ghi rồi: 2 dòng" in (await desk.get(second)).text
    moved = [one for one in await office.deeds() if one.action == "registration.moved"]
    assert len(moved) == 4
    assert await desk.requests() == []


async def test_who_cannot_be_told_is_on_the_list_of_calls(
    village: Village, office: Office, desk: Desk
) -> None:
    weaver, khan = await sent_up(village, WEAVER, "1")
    async with village.engine.begin() as connection:
        gone = update(contact).where(contact.c.address == weaver.address)
        await connection.execute(gone.values(unreachable_since=weaver.now().heard))
    sheet = await the_list(desk)
    sheet.judge("Khăn lanh", "Đạt")
    where = (await hands_in(desk, sheet.content)).headers["Location"]
    page = await desk.get(where)
    await confirms(desk, where)

    (card,) = await desk.requests()
    assert "Nhắn được ngay trong chat: 0." in page.text
    assert await status_of(village, khan) == "certified"
    assert await told(weaver) == []
    assert "Gọi báo tin" in card
    assert "Vàng Thị Mỷ" in card
    assert "Khăn lanh: Đạt" in card
    assert "912 000" not in card


async def test_what_does_not_fit_is_said_row_by_row_and_set_nowhere(
    village: Village, desk: Desk
) -> None:
    _, khan = await sent_up(village, WEAVER, "1")
    _, che = await sent_up(village, TEA_MAKER, "2")
    _, dao = await sent_up(village, SMITH, "3")
    await village.set_status(dao, Status.COMPLETE)
    sheet = await the_list(desk)
    sheet.judge("Khăn lanh", "Đạt", 41, 30, 5, 5)
    sheet.judge("Chè Shan tuyết", "Đạt", 20, 20, 5, 5, 51)
    sheet.judge("Dao rèn", "Đạt", 30, 30, 5, 5, 70)
    khan_row, che_row, _ = ([cell.value for cell in row] for row in sheet.sheet.iter_rows(2))
    at = {name: sheet.head.index(name) for name in ("Mã", "Tên cơ sở", "Tên sản phẩm", RESULT)}

    def row(of: list[Any], **cells: object) -> list[Any]:
        changed = {at[_heading(name, sheet.head)]: value for name, value in cells.items()}
        kept = {*at.values()}
        return [changed.get(n, cell if n in kept else None) for n, cell in enumerate(of)]

    sheet.sheet.append(row(che_row))
    sheet.sheet.append(row(che_row, maker="Chè Khác", result="đạt"))
    sheet.sheet.append(row(che_row, code="482-157-4"))
    sheet.sheet.append(row(khan_row, code="999-999-9", result="?"))
    sheet.sheet.append([None, "Chủ tịch Hội đồng"])
    where = (await hands_in(desk, sheet.content)).headers["Location"]
    page = await desk.get(where)
    rows = outcomes((await desk.get(f"{where}/outcome")).body)
    said = dict(enumerate((words for _, words in rows), 1))

    assert "“41” không phải số điểm" in said[1]
    assert "Tổng không bằng các điểm cộng lại: 51 ≠ 50" in said[2]
    assert "chưa đến bước Hội đồng chấm" in said[3]
    assert "đã có ở dòng trên" in said[4]
    assert "Mã này là của “Chè Cao Bồ”, không phải “Chè Khác”" in said[5]
    assert "Mã “482-157-4” không đúng" in said[6]
    assert "chưa rõ: ghi Đạt hoặc Không đạt" in said[7]
    assert said[8] == ""
    assert "Cần sửa: 7 dòng." in page.text
    assert "Không có kết quả nào cần ghi." in page.text
    assert await status_of(village, khan) == await status_of(village, che) == "sent_province"


@pytest.mark.parametrize(
    ("second", "step"),
    [("", "sent_province"), ("Không đạt", "certified"), ("Đạt", "certified")],
)
async def test_a_registration_waits_for_the_results_of_all_its_products(
    village: Village, desk: Desk, second: str, step: str
) -> None:
    weaver, number = await sent_up(village, WEAVER, "1")
    await village.add_products(number, "Túi lanh")
    sheet = await the_list(desk)
    sheet.judge("Khăn lanh", "Đạt")
    sheet.judge("Túi lanh", second)
    where = (await hands_in(desk, sheet.content)).headers["Location"]
    page = await desk.get(where)
    await confirms(desk, where)

    assert await status_of(village, number) == step
    assert ("Sản phẩm khác của cùng hồ sơ" in page.text) == (second == "")
    assert len(await told(weaver)) == (second == "Đạt")
    assert len(await desk.requests()) == (second == "Không đạt")


async def test_a_result_that_is_set_is_not_set_otherwise(village: Village, desk: Desk) -> None:
    _, number = await sent_up(village, WEAVER, "1")
    sheet = await the_list(desk)
    await village.set_status(number, Status.NOT_CERTIFIED)
    sheet.judge("Khăn lanh", "Đạt")
    where = (await hands_in(desk, sheet.content)).headers["Location"]
    page = await desk.get(where)

    assert "khác với tệp này" in page.text
    assert await status_of(village, number) == "not_certified"


async def test_what_changed_since_it_was_shown_is_shown_again(village: Village, desk: Desk) -> None:
    _, number = await sent_up(village, WEAVER, "1")
    sheet = await the_list(desk)
    sheet.judge("Khăn lanh", "Đạt")
    where = (await hands_in(desk, sheet.content)).headers["Location"]
    look = await desk.get(where)
    await village.set_status(number, Status.WITHDRAWN)
    page = await desk.post(f"{where}/confirm", look.fields)

    assert page.status == 200
    assert "Có thay đổi từ lúc anh/chị xem" in page.text
    assert await status_of(village, number) == "withdrawn"


async def test_another_list_is_not_the_councils(village: Village, desk: Desk) -> None:
    await sent_up(village, WEAVER, "1")
    sheet = await the_list(desk)
    sheet.sheet.delete_cols(sheet.head.index(RESULT) + 1)
    lacking = await hands_in(desk, sheet.content)
    nothing = await desk.does(f"{COUNCIL}/results")

    assert (lacking.status, nothing.status) == (422, 422)
    assert "Tệp này thiếu cột: Kết quả." in lacking.text


async def test_of_two_columns_of_one_name_neither_is_taken(village: Village, desk: Desk) -> None:
    await sent_up(village, WEAVER, "1")
    sheet = await the_list(desk)
    sheet.judge("Khăn lanh", "Đạt", *POINTS)
    sheet.sheet.cell(1, len(sheet.head) + 1, RESULT)
    sheet.sheet.cell(2, len(sheet.head) + 1, "Không đạt")

    page = await hands_in(desk, sheet.content)

    assert page.status == 422
    assert "hai cột cùng tên “Kết quả”" in page.text


async def test_a_list_is_its_owners_alone_and_no_list_of_registrations(
    village: Village, office: Office, desk: Desk
) -> None:
    await sent_up(village, WEAVER, "1")
    before = await count(office)
    sheet = await the_list(desk)
    where = (await hands_in(desk, sheet.content)).headers["Location"]
    number = where.rpartition("/")[2]
    async with Desk(office) as another:
        await another.logs_in("Ma Văn Tú", "admin")
        for path in ("", "/outcome"):
            assert (await another.get(f"{where}{path}")).status == 404
        assert (await another.does(f"{where}/confirm")).status == 404

    assert (await desk.get(f"/staff/import/{number}")).status == 404
    assert (await desk.does(f"/staff/import/{number}/make")).status == 404
    assert await count(office) == before
    gone = await desk.does(f"{where}/forget")
    assert gone.status == 303
    assert (await desk.get(where)).status == 404
