"""The dossier of a registration as a download from its page."""

from __future__ import annotations

import io
import zipfile

from tests.console.office import Desk, Office
from tests.console.producers import TEA_MAKER, WEAVER, Village
from tests.console.test_detail import sends
from tests.papers.dossiers import words_of_docx

LIST = "/staff/registrations"


async def test_it_is_one_file_that_is_written_down(
    village: Village, office: Office, desk: Desk
) -> None:
    producer = await village.registered()
    number = await producer.number()
    await sends(village, office, number, "att-reg-paper", "application/pdf")
    page = await desk.get(f"{LIST}/{number}")

    taken = await desk.does(f"{LIST}/{number}/dossier")

    assert f'action="{LIST}/{number}/dossier"' in page.text
    assert taken.status == 200
    digits = (await producer.code()).replace("-", "")
    assert taken.headers["Content-Disposition"] == f'attachment; filename="ho-so-{digits}.zip"'
    with zipfile.ZipFile(io.BytesIO(taken.body)) as packed:
        assert "san-pham-1/phieu-dang-ky.pdf" in packed.namelist()
        assert packed.read("giay-to-chung/ban-chup-giay-dang-ky-1.pdf") == b"%PDF-1.7 a paper"
        assert "HTX Lanh Sợi Xanh" in words_of_docx(packed.read("san-pham-1/phieu-dang-ky.docx"))
    last = (await office.deeds())[-1]
    assert (last.action, last.subject) == ("dossier", digits)


async def test_an_officer_takes_those_of_the_own_commune(village: Village, office: Office) -> None:
    mine = await (await village.registered()).number()
    other = await (await village.registered(TEA_MAKER)).number()
    async with Desk(office) as desk:
        await desk.logs_in("Lò Thị Pà", "officer", "00901")

        assert (await desk.does(f"{LIST}/{mine}/dossier")).status == 200
        assert (await desk.does(f"{LIST}/{other}/dossier")).status == 404


async def test_what_waits_for_consent_is_not_to_be_had(village: Village, desk: Desk) -> None:
    helper = village.somebody()
    await helper.registers_another(WEAVER)

    taken = await desk.does(f"{LIST}/{await helper.number()}/dossier")

    assert taken.status == 404
