"""Staff enter the rounds over HTTP, and the chat's calendar follows at once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.activities.board import Board
from bot.settings import OWN_PACK
from bot.shelf import Shelf
from handlers.days import day, shown
from tests.book import the_book
from tests.console.office import Desk, Office
from tests.console.producers import Village
from tests.player import Player

TODAY = day(datetime.now(UTC))
ENTERED = {
    "level": "province",
    "plan-number": "145/KH-UBND",
    "plan-date": shown(TODAY - timedelta(days=9)),
    "opens": shown(TODAY - timedelta(days=2)),
    "deadline": shown(TODAY + timedelta(days=3)),
    "filing-place": "UBND xã, phường nơi làm sản phẩm",
    "minimum": "2",
}
NEW = "/staff/rounds/new"


async def enters(desk: Desk, where: str = NEW, **other: str) -> int:
    page = await desk.get(where)
    return (await desk.post(where, page.fields | ENTERED | other)).status


async def test_a_round_is_entered_and_the_calendar_follows(
    village: Village, office: Office, desk: Desk
) -> None:
    shelf = Shelf(the_book(), OWN_PACK, office.reader)
    board = Board(shelf, office.reader, "")
    assert await enters(desk) == 303
    page = (await desk.get("/staff/rounds")).text
    await board.look()
    asks = Player(board.book(), at=datetime.now(UTC))
    asks.start()
    calendar = asks.say("lịch")

    assert "Đã lưu. Bot trả lời theo lịch mới." in page
    assert "cấp tỉnh, kế hoạch 145/KH-UBND" in page
    assert "Đang nhận hồ sơ" in page
    assert "2 sản phẩm" in page
    assert ENTERED["deadline"] in calendar
    assert "145/KH-UBND" in calendar
    (deed,) = [one for one in await office.deeds() if one.action == "round.entered"]
    assert deed.subject == f"province-{TODAY.year}"


async def test_a_round_is_changed_and_keeps_its_key(desk: Desk) -> None:
    await enters(desk)
    where = f"/staff/rounds/province-{TODAY.year}"
    page = await desk.get(where)
    assert 'value="145/KH-UBND"' in page.text
    assert await enters(desk, where, **{"plan-number": "146/KH-UBND"}) == 303
    assert await enters(desk) == 303

    after = (await desk.get("/staff/rounds")).text
    assert "146/KH-UBND" in after
    assert f"/staff/rounds/province-{TODAY.year}-2" in after


async def test_what_is_wrong_is_told_beside_its_field(desk: Desk) -> None:
    page = await desk.get(NEW)
    wrong = {
        "plan-number": "",
        "plan-date": "31/2/2027",
        "deadline": shown(TODAY - timedelta(days=30)),
        "minimum": "0",
    }
    back = await desk.post(NEW, page.fields | ENTERED | wrong)

    assert back.status == 422
    for name in wrong:
        assert f'id="{name}-error"' in back.text, name
    assert 'value="31/2/2027"' in back.text
    assert "145/KH-UBND" not in (await desk.get("/staff/rounds")).text


async def test_of_two_at_once_the_second_looks_again(office: Office, desk: Desk) -> None:
    async with Desk(office) as other:
        await other.logs_in("Ma Văn Tú", "editor")
        mine, theirs = await desk.get(NEW), await other.get(NEW)
        assert (await other.post(NEW, theirs.fields | ENTERED)).status == 303
        late = await desk.post(NEW, mine.fields | ENTERED | {"level": "commune"})

        assert late.status == 422
        assert "Người khác vừa lưu thay đổi." in late.text
        again = late.fields | ENTERED | {"level": "commune"}
        assert (await desk.post(NEW, again)).status == 303
    page = (await desk.get("/staff/rounds")).text
    assert "cấp xã, kế hoạch" in page
    assert "cấp tỉnh, kế hoạch 145" in page
