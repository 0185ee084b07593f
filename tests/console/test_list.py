"""The list of registrations, over HTTP."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from handlers.state import Status
from tests.console.office import Desk, Office
from tests.console.producers import SMITH, TEA_MAKER, WEAVER, Village


async def found(desk: Desk, query: str) -> list[str]:
    page = await desk.get(f"/staff/registrations?{query}")
    assert page.status == 200
    return page.rows


async def test_a_registration_is_listed_with_its_phone_covered(
    village: Village, desk: Desk
) -> None:
    producer = await village.registered()

    page = await desk.get("/staff/registrations")

    (row,) = page.rows
    assert await producer.code() in row
    assert "HTX Lanh Sợi Xanh – Khăn lanh" in row
    assert "xã Lùng Tám" in row
    assert "Thủ công mỹ nghệ" in row
    assert "Vàng Thị Mỷ 09•• ••• 111" in row
    assert "Đã ghi danh" in row
    assert "1 đăng ký" in page.text
    assert "912 000" not in page.text
    assert "912000" not in page.text


async def test_a_name_without_its_marks_is_shown_as_such(village: Village, desk: Desk) -> None:
    await village.registered()
    typed = ("vang thi my", "0912 000 111", "HTX Lanh", "2", "Lùng Tám", "khan lanh")
    await village.registered(typed)

    plain, marked = (await desk.get("/staff/registrations")).rows

    assert "khan lanh chưa có dấu" in plain
    assert "vang thi my chưa có dấu" in plain
    assert "chưa có dấu" not in marked


async def test_a_draft_is_listed_only_when_drafts_are_asked_for(
    village: Village, desk: Desk
) -> None:
    somebody = village.somebody()
    await somebody.says("ghi danh", "đồng ý", "Giàng Mí Sính")

    assert await found(desk, "") == []
    (row,) = await found(desk, "status=draft")
    assert "Giàng Mí Sính" in row
    assert "Chưa có tên" in row


@pytest.mark.parametrize(
    "words",
    [
        "chè shan",
        "CHE SHAN",
        "cao bo shan tuyet",
        "Đặng Văn Chúa",
        "dang van chua",
        "0219 3888 000",
        "+84 219 3888 000",
        "02193888000",
        "3888",
    ],
)
async def test_search_finds_one_of_three(village: Village, desk: Desk, words: str) -> None:
    for details in (WEAVER, TEA_MAKER, SMITH):
        await village.registered(details)

    (row,) = await found(desk, f"words={quote(words)}")

    assert "Chè Cao Bồ" in row


async def test_who_sees_covered_phones_finds_nobody_by_a_part_of_one(
    village: Village, office: Office, desk: Desk
) -> None:
    details = ("Lò Văn Sú", "0987 654 321", "Tổ rèn 54", "4", "Đồng Văn", "Dao")
    code = await (await village.registered(details)).code()
    async with Desk(office) as viewer:
        await viewer.logs_in("Ma Văn Tú", "viewer")
        parts = [await found(viewer, f"words={part}") for part in ("7654", "098", "8498", "765+lo")]
        others = ("0987654321", "%2B84987654321", code, "ren+54")
        whole = [await found(viewer, f"words={one}") for one in others]

    assert parts == [[], [], [], []]
    assert [len(one) for one in whole] == [1, 1, 1, 1]
    assert len(await found(desk, "words=7654")) == 1


async def test_search_by_code_in_any_grouping(village: Village, desk: Desk) -> None:
    producer = await village.registered(WEAVER)
    await village.registered(TEA_MAKER)
    code = await (await village.registered(SMITH)).code()

    for typed in (code, code.replace("-", ""), code.replace("-", " ")):
        (row,) = await found(desk, f"words={quote(typed)}")
        assert "Rèn Pà Vầy Sủ" in row
    assert producer.heard


@pytest.mark.parametrize("words", ["%", "_", "100%", "\\", "'; DROP TABLE answer; --", "🙂"])
async def test_what_means_something_to_a_database_means_nothing_here(
    village: Village, desk: Desk, words: str
) -> None:
    await village.registered()

    assert await found(desk, f"words={quote(words)}") == []
    assert len(await found(desk, "")) == 1


async def test_filters_by_status_commune_and_group(village: Village, desk: Desk) -> None:
    weaver = await village.registered(WEAVER, group="1")
    await village.set_status(await weaver.number(), Status.CERTIFIED)
    await village.registered(TEA_MAKER, group="2")
    await village.registered(SMITH, group="3")

    (certified,) = await found(desk, "status=certified")
    (lung_tam,) = await found(desk, "commune=00901")
    (food,) = await found(desk, "group=agro-food")
    both = await found(desk, "commune=00901&group=agro-food")

    assert "Lanh" in certified
    assert "Lanh" in lung_tam
    assert "Chè" in food
    assert both == []


async def test_filters_that_mean_nothing_are_left_out(village: Village, desk: Desk) -> None:
    await village.registered()

    assert len(await found(desk, "status=nonsense&commune=99999&group=x&before=x")) == 1
    assert len(await found(desk, "before=99999999999999999999")) == 1


async def test_active_filters_can_be_taken_away_one_by_one(village: Village, desk: Desk) -> None:
    await village.registered()

    page = await desk.get("/staff/registrations?words=lanh&commune=00901")

    assert 'href="/staff/registrations?commune=00901"' in page.text
    assert 'href="/staff/registrations?words=lanh"' in page.text
    assert "Xoá bộ lọc" in page.text


async def test_an_empty_list_says_why(village: Village, desk: Desk) -> None:
    assert "Chưa có đăng ký nào" in (await desk.get("/staff/registrations")).text
    assert "Không có đăng ký nào" in (await desk.get("/staff/registrations?words=x")).text


async def test_pages_follow_each_other_without_gap_or_repeat(village: Village, desk: Desk) -> None:
    for number in range(53):
        await village.registered((*WEAVER[:2], f"Cơ sở số {number}", *WEAVER[3:]))

    first = await desk.get("/staff/registrations?group=craft")
    await village.registered(TEA_MAKER)
    following = first.text.partition('rel="next" href="')[2].partition('"')[0]
    second = await desk.get(following.replace("&amp;", "&"))

    assert len(first.rows) == 50
    assert len(second.rows) == 3
    assert len(set(first.rows + second.rows)) == 53
    assert "Cơ sở số 52" in first.rows[0]
    assert "Về đầu danh sách" in second.text


async def test_an_officer_sees_own_communes_only(village: Village, office: Office) -> None:
    await village.registered(WEAVER)
    await village.registered(TEA_MAKER)
    async with Desk(office) as officer:
        await officer.logs_in("Cán bộ xã", "officer", "00901")

        page = await officer.get("/staff/registrations")
        elsewhere = await officer.get("/staff/registrations?commune=00952")

    (row,) = page.rows
    assert "Lanh" in row
    assert "Cao Bồ" not in page.text
    assert len(elsewhere.rows) == 1


async def test_the_pages_speak_english_too(village: Village, desk: Desk) -> None:
    await village.registered()

    changed = await desk.does("/staff/language", back="/staff/registrations?group=craft")
    page = await desk.get(changed.headers["Location"])

    assert changed.headers["Location"] == "/staff/registrations?group=craft"
    assert '<html lang="en">' in page.text
    assert "Establishment and product" in page.text
    assert "Lùng Tám commune" in page.rows[0]


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/chat/x", "", "/staff/\\r"]
)
async def test_a_form_leads_back_to_our_own_pages_only(desk: Desk, back: str) -> None:
    changed = await desk.does("/staff/language", back=back)

    assert changed.status == 303
    assert changed.headers["Location"] in {"/staff/registrations", "/staff/\\r"}
