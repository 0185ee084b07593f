"""Lists that staff save, and work given out to many at once, over HTTP."""

from __future__ import annotations

from sqlalchemy import select

from storage.audit import first_broken
from storage.schema import registration
from tests.console.office import Desk, Office
from tests.console.producers import TEA_MAKER, WEAVER, Village, crowd

LIST, VIEWS, BULK = "/staff/registrations", "/staff/views", "/staff/registrations/bulk"


async def test_a_list_is_saved_under_its_name_for_its_owner_alone(
    office: Office, desk: Desk
) -> None:
    saved = await desk.does(VIEWS, list="commune=00901&sort=name", name="Lùng Tám theo tên")
    page = await desk.get(LIST)
    async with Desk(office) as another:
        await another.logs_in("Ma Văn Tú", "viewer")
        elsewhere = await another.get(LIST)

    assert saved.status == 303
    assert f'href="{LIST}?commune=00901&amp;sort=name">Lùng Tám theo tên' in page.text
    assert "Lùng Tám theo tên" not in elsewhere.text


async def test_the_first_list_is_what_the_page_opens_with(desk: Desk) -> None:
    await desk.does(VIEWS, list="status=complete", name="Đã đủ", first="yes")
    await desk.does(VIEWS, list="status=draft", name="Nháp", first="yes")

    opened = await desk.get(LIST)
    everything = await desk.get(f"{LIST}?all=yes")

    assert opened.status == 303
    assert opened.headers["Location"] == f"{LIST}?status=draft"
    assert everything.status == 200


async def test_one_name_means_one_list_and_it_can_be_forgotten(desk: Desk) -> None:
    await desk.does(VIEWS, list="status=complete", name="Của tôi")
    await desk.does(VIEWS, list="status=draft", name="Của tôi")
    page = await desk.get(LIST)
    number = page.text.partition(f'action="{VIEWS}/')[2].partition("/")[0]
    forgotten = await desk.does(f"{VIEWS}/{number}/forget")
    again = await desk.does(f"{VIEWS}/{number}/forget")

    assert page.text.count(f'action="{VIEWS}/') == 1
    assert "status=complete" not in page.text
    assert forgotten.status == 303
    assert again.status == 404


async def test_a_list_needs_a_name_and_there_is_an_end_to_them(desk: Desk) -> None:
    unnamed = await desk.does(VIEWS, list="status=draft", name="  ")
    for number in range(30):
        await desk.does(VIEWS, list="", name=f"Danh sách {number}")
    full = await desk.does(VIEWS, list="", name="Thêm nữa")

    assert unnamed.status == full.status == 422
    assert '<a href="#name">Đặt tên cho danh sách' in unnamed.text
    assert "<title>Lỗi" in unnamed.text
    assert "Đã lưu 30 danh sách" in full.text


async def given(office: Office) -> dict[int, int | None]:
    """Whose each registration is."""
    async with office.reader.connect() as connection:
        rows = await connection.execute(select(registration.c.id, registration.c.assigned_to))
        return {row.id: row.assigned_to for row in rows}


async def test_the_ticked_ones_are_given_to_a_colleague(
    village: Village, office: Office, desk: Desk
) -> None:
    first = await (await village.registered(WEAVER)).number()
    second = await (await village.registered(TEA_MAKER)).number()
    form = {"list": "sort=name", "scope": "page", "chosen": str(first), "to": "1"}

    asked = await desk.does(BULK, **form)
    before = await given(office)
    done = await desk.does(f"{BULK}/do", **form, number="1")
    page = await desk.get(f"{done.headers['Location']}&column=assigned")

    assert "Giao 1 đăng ký cho Nông Thị Hoa?" in asked.text
    assert asked.fields["number"] == "1"
    assert before == {first: None, second: None}
    assert await given(office) == {first: 1, second: None}
    assert "Đã giao 1 đăng ký" in page.text
    assert [row for row in page.rows if "Nông Thị Hoa" in row]
    deed = (await office.deeds())[-1]
    assert (deed.action, deed.subject) == ("registrations.assigned", "page")
    assert deed.detail.startswith("to=1 count=1 codes=")
    assert await first_broken(office.reader) is None


async def test_all_that_the_list_means_are_given_and_taken_back(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered(WEAVER)
    await crowd(village, 1200)
    form = {"list": "words=ten+goi", "scope": "all", "to": "1"}

    asked = await desk.does(BULK, **form)
    done = await desk.does(f"{BULK}/do", **form, number="1200")
    told = await desk.get(done.headers["Location"])
    whose = list((await given(office)).values())
    await desk.does(f"{BULK}/do", **form | {"to": "nobody"}, number="1200")

    assert "Giao 1.200 đăng ký cho Nông Thị Hoa?" in asked.text
    assert "Đã giao 1.200 đăng ký" in told.text
    assert (whose.count(1), whose.count(None)) == (1200, 1)
    assert set((await given(office)).values()) == {None}


async def test_a_list_that_changed_meanwhile_is_asked_about_again(
    village: Village, office: Office, desk: Desk
) -> None:
    await village.registered(WEAVER)

    page = await desk.does(f"{BULK}/do", list="", scope="all", to="1", number="7")

    assert page.status == 200
    assert "Danh sách vừa thay đổi" in page.text
    assert set((await given(office)).values()) == {None}


async def test_an_officer_gives_out_own_communes_only(village: Village, office: Office) -> None:
    mine = await (await village.registered(WEAVER)).number()
    other = await (await village.registered(TEA_MAKER)).number()
    async with Desk(office) as officer:
        await officer.logs_in("Cán bộ xã", "officer", "00901")
        ticked = await officer.does(BULK, list="", scope="page", chosen=str(other), to="nobody")
        await officer.does(f"{BULK}/do", list="", scope="all", to="1", number="1")

    assert ticked.status == 422
    assert await given(office) == {mine: 1, other: None}
