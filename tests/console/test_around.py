"""What stands around a registration on its page: notes, the talk, what is like it."""

from __future__ import annotations

from tests.console.office import Desk, Office
from tests.console.producers import TEA_MAKER, Village


def one(number: int) -> str:
    return f"/staff/registrations/{number}"


async def test_a_note_is_for_staff_and_says_whose(village: Village, desk: Desk) -> None:
    producer = await village.registered()
    number = await producer.number()
    said = producer.heard
    kept = await desk.does(f"{one(number)}/notes", note="Gọi lại sau Tết <b>")
    page = await desk.get(one(number))

    assert kept.status == 303
    assert "Gọi lại sau Tết &lt;b&gt;" in page.text
    assert "Nông Thị Hoa" in page.text.partition("Gọi lại sau Tết")[2]
    assert producer.heard == said
    assert (await desk.does(f"{one(number)}/notes", note="  ")).status == 303
    assert (await desk.get(one(number))).text.count("<blockquote>") == 1


async def test_the_talk_is_shown_with_phones_covered(village: Village, desk: Desk) -> None:
    producer = await village.registered()
    number = await producer.number()
    await producer.says("gọi tôi số 0987 654 321 nhé")
    page = (await desk.get(one(number))).text.partition("Trao đổi trong chat")[2]

    assert "Khăn lanh" in page
    assert "gọi tôi số 09•• ••• 321 nhé" in page
    assert "0912 000 111" not in page
    assert "0912000111" not in page
    whole = (await desk.does(f"{one(number)}/phones")).text.partition("Trao đổi trong chat")[2]
    assert "gọi tôi số 0987 654 321 nhé" in whole


async def test_a_talk_about_other_communes_is_not_an_officers_to_read(
    village: Village, office: Office
) -> None:
    helper = await village.registered()
    first = await helper.number()
    async with Desk(office) as desk:
        await desk.logs_in("Lò Thị Pà", "officer", "00901")
        assert "Trao đổi trong chat" in (await desk.get(one(first))).text
        await helper.says("ghi danh")
        await helper.taps(next(one for one in helper.buttons if one.startswith("Cơ sở khác")))
        await helper.says("đồng ý", *TEA_MAKER, "1", "tất cả")
        page = (await desk.get(one(first))).text

        assert "Trao đổi trong chat" not in page
        assert "Cao Bồ" not in page


async def test_what_is_like_it_is_pointed_out(village: Village, desk: Desk) -> None:
    first = await (await village.registered()).number()
    second = await (await village.registered()).number()

    assert f'<a href="{one(first)}">' in (await desk.get(one(second))).text
    assert "Có thể trùng với:" in (await desk.get(one(second))).text
