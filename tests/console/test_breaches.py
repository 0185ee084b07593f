"""Data that got where they should not: written down, reported in time, and added to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.console.office import Desk, Office, Seen
from tests.console.test_privacy import PAGE, actions


async def breach(desk: Desk, hours_ago: float, **fields: str) -> Seen:
    found = datetime.now(UTC) + timedelta(hours=7) - timedelta(hours=hours_ago)
    typed = {"found": f"{found:%d/%m/%Y %H:%M}", "what": "Mất máy tính xách tay"}
    return await desk.does(f"{PAGE}/breaches", **(typed | fields))


async def test_a_breach_has_a_clock_a_report_and_its_steps(desk: Desk, office: Office) -> None:
    made = await breach(desk, 10.5, people="1.200", measures="Khoá tài khoản")
    late = await breach(desk, 80.5)
    where = made.headers["Location"]

    page, listed = await desk.get(where), await desk.get(f"{PAGE}/breaches")
    await desk.does(f"{where}/step", step="reported")
    await desk.does(f"{where}/step", step="told")
    after = await desk.get(where)

    assert "Còn 61 giờ" in page.text
    assert "Quá hạn báo 8 giờ" in listed.text
    assert "Mất máy tính xách tay" in page.text
    assert "1200" in page.text
    assert "BẢN NHÁP" in page.text
    assert "Đã báo cơ quan chuyên trách" in after.text
    assert "Đã báo người bị ảnh hưởng" in after.text
    assert (await desk.does(f"{where}/step", step="x")).status == 404
    assert late.status == 303
    assert {"breach.made", "breach.reported", "breach.told"} <= set(await actions(office))


async def test_what_is_known_later_is_added_to_a_breach(
    desk: Desk, colleague: Desk, office: Office
) -> None:
    where = (await breach(desk, 1)).headers["Location"]
    fields = (await desk.get(where)).fields
    known = {"what": "Mất máy tính xách tay của xã", "people": "40"}

    wrong = await desk.post(where, fields | known | {"people": "nhiều"})
    added = await desk.post(where, fields | known)
    theirs = (await colleague.seal()) | {"was": fields["was"]}
    late = await colleague.post(where, theirs | {"what": "Mất điện thoại"})
    page = await desk.get(where)
    await desk.does(f"{where}/step", step="closed")
    over = await desk.post(where, page.fields | {"what": "Khác"})

    assert (wrong.status, added.status, late.status, over.status) == (422, 303, 422, 422)
    assert "Mất điện thoại</textarea>" in late.text
    assert "<dd>Mất máy tính xách tay của xã</dd>" in late.text
    assert "<dd>40</dd>" in page.text
    assert "Khác" not in (await desk.get(where)).text
    assert (await actions(office)).count("breach.amended") == 1


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"found": "hôm qua"}, "Giờ phát hiện"),
        ({"what": ""}, "Ghi việc"),
        ({"people": "x"}, "chữ số"),
    ],
)
async def test_a_breach_says_what_is_wrong(
    desk: Desk, fields: dict[str, str], problem: str
) -> None:
    page = await breach(desk, 1, **fields)

    assert page.status == 422
    assert problem in page.text
