"""The dossier of a registration, made by its command and opened as staff open it."""

from __future__ import annotations

import asyncio
import io
import shutil
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from PIL import Image
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.settings import OWN_PACK
from storage.columns import Keeping
from storage.engine import insert, open_engine
from storage.media import Folder, new_id
from storage.schema import media
from storage.upgrade import upgrade
from tests.console.producers import WEAVER, Village, a_village
from tests.papers.dossiers import fonts, words_of_docx, words_of_pdf
from tests.papers.hostile import CORPUS

Run = Callable[..., Result]
TYPED = (
    *((0, key) for key in ("est-name", "rep-name", "rep-title", "reg-issuer", "main-activity")),
    *((1, key) for key in ("prod-name", "prod-description", "prod-specs", "materials", "process")),
    *((1, key) for key in ("culture-story", "environment-note", "quality-standard", "awards")),
)
"""Answers that are texts, and stand on a form as they were typed."""


@pytest.fixture
async def village(database: str) -> AsyncIterator[Village]:
    """Producers on tables that were made as the program makes them."""
    engine = open_engine(database)
    await upgrade(engine)
    await engine.dispose()
    village = await a_village(database)
    yield village
    await village.store.close()
    await village.engine.dispose()


@pytest.fixture
def run(village: Village, database: str, tmp_path: Path) -> Run:
    """The commands, on the database that the village talks to."""
    address = database if "://" in database else f"sqlite:///{database}"
    environ = {"BOT_DATABASE_URL": address, "BOT_DATA_DIR": str(tmp_path / "data")}

    def call(*words: str, **more: str) -> Result:
        return CliRunner().invoke(app, words, env=environ | more)

    return call


async def makes(run: Run, code: str, out: Path, **environ: str) -> Result:
    return await asyncio.to_thread(run, "dossier", code, "--out", str(out), **environ)


def photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (240, 160), "green").save(out, "JPEG")
    return out.getvalue()


async def sends(village: Village, folder: Path, number: int, product: int, question: str) -> str:
    """A file of a registration, in the media folder of the program."""
    name, paper = new_id(), question == "att-reg-paper"
    store = Folder(folder / "data" / "media", lambda _: (10**12, 10**12))
    await store.put(name, b"%PDF-1.7 a paper" if paper else photo())
    row = {
        "id": name,
        "at": datetime.now(UTC),
        "account": "web:main",
        "address": "chat-1",
        "registration_id": number,
        "product": product,
        "question": question,
        "state": Keeping.KEPT,
        "mime": "application/pdf" if paper else "image/jpeg",
    }
    async with village.engine.begin() as connection:
        await connection.execute(insert(connection.dialect, media).values(row))
    return name


def inside(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


async def test_a_dossier_holds_forms_photos_papers_and_what_is_missing(
    village: Village, run: Run, tmp_path: Path
) -> None:
    producer = await village.registered()
    number, code = await producer.number(), await producer.code()
    await village.add_answers(number, {(0, "rep-name"): "Giàng Mí Sính", (1, "liquor"): "no"})
    await sends(village, tmp_path, number, 1, "att-photo-front")
    await sends(village, tmp_path, number, 1, "att-photo-side")
    await sends(village, tmp_path, number, 0, "att-reg-paper")
    out = tmp_path / "ho-so"

    made = await makes(run, code, out)

    assert made.exit_code == 0, made.output
    assert inside(out) == [
        "danh-muc.docx",
        "danh-muc.pdf",
        "giay-to-chung/ban-chup-giay-dang-ky-1.pdf",
        "san-pham-1/anh-ben-canh-1.jpg",
        "san-pham-1/anh-mat-truoc-1.jpg",
        "san-pham-1/anh-san-pham.pdf",
        "san-pham-1/ban-thuyet-minh.docx",
        "san-pham-1/ban-thuyet-minh.pdf",
        "san-pham-1/phieu-dang-ky.docx",
        "san-pham-1/phieu-dang-ky.pdf",
    ]
    for words in (
        words_of_docx(out / "san-pham-1/phieu-dang-ky.docx"),
        "".join(words_of_pdf((out / "san-pham-1/phieu-dang-ky.pdf").read_bytes())),
    ):
        assert "HTX Lanh Sợi Xanh" in words
        assert "Giàng Mí Sính" in words
        assert "xã Lùng Tám" in words
        assert "Khăn lanh" in words
        assert "0912 000 111" in words
        assert "{{" not in words
    listed = words_of_docx(out / "danh-muc.docx")
    assert code in listed
    assert listed.count("Có (1 tệp)") == 3
    assert "Ảnh từ trên xuống\nCòn thiếu" in listed
    assert "Giới thiệu sản phẩm" in listed
    assert "chưa nộp cho cơ quan nào" in listed
    assert "nộp cho cơ quan nào" in made.output


async def test_what_nobody_answered_is_a_line_to_write_on(
    village: Village, run: Run, tmp_path: Path
) -> None:
    producer = await village.registered()
    await village.add_answers(
        await producer.number(), {(0, "tax-code"): "002085000123", (1, "prod-kind"): "single"}
    )

    await makes(run, await producer.code(), tmp_path / "ho-so")

    words = words_of_docx(tmp_path / "ho-so/san-pham-1/phieu-dang-ky.docx")
    assert "Người đại diện\n……………" in words
    assert "Mã số thuế\n……………" in words  # one that nobody may see whole
    assert "123" not in words.partition("Mã số thuế")[2].partition("Ngành nghề")[0]
    assert "Kiểu bộ sản phẩm\n–" in words  # of a single product nobody asks it
    assert "Kính gửi: ……" in words


async def test_every_product_has_a_set_of_its_own(
    village: Village, run: Run, tmp_path: Path
) -> None:
    producer = village.somebody()
    await producer.says("ghi danh", "đồng ý", *WEAVER, "1", "tất cả")
    await producer.taps("Thêm sản phẩm nữa")
    await producer.says("Túi thổ cẩm", "1")
    await producer.taps("Gửi ghi danh")
    out = tmp_path / "ho-so"

    await makes(run, await producer.code(), out)

    first = words_of_docx(out / "san-pham-1/ban-thuyet-minh.docx")
    second = words_of_docx(out / "san-pham-2/ban-thuyet-minh.docx")
    assert ("Khăn lanh" in first, "Túi thổ cẩm" in first) == (True, False)
    assert ("Khăn lanh" in second, "Túi thổ cẩm" in second) == (False, True)
    assert "Sản phẩm 2: Túi thổ cẩm: Ảnh mặt trước" in words_of_docx(out / "danh-muc.docx")


async def test_the_font_of_every_pdf_is_ours(village: Village, run: Run, tmp_path: Path) -> None:
    producer = await village.registered()
    await sends(village, tmp_path, await producer.number(), 1, "att-photo-top")

    await makes(run, await producer.code(), tmp_path / "ho-so")

    papers = list((tmp_path / "ho-so").rglob("*.pdf"))
    assert len(papers) == 4
    for paper in papers:
        found = fonts(paper.read_bytes())
        assert found
        assert found <= {"BeVietnamPro-Regular", "BeVietnamPro-Bold"}


async def test_what_people_wrote_is_never_code(village: Village, run: Run, tmp_path: Path) -> None:
    odd = ("#panic()", "$x$ *đậm* _nghiêng_ `mã`", "{{ 7*7 }}", "{% for %}", "a < b & c > d")
    texts = [*odd, *CORPUS]
    while texts:
        producer = await village.registered()
        typed = {key: texts.pop() for key in TYPED if texts}
        await village.add_answers(await producer.number(), typed)
        out = tmp_path / str(len(texts))

        made = await makes(run, await producer.code(), out)

        assert made.exit_code == 0, made.output
        papers = (out / "san-pham-1").glob("*.docx")
        printed = "".join("".join(map(words_of_docx, papers)).split())
        assert [text for text in typed.values() if "".join(text.split()) not in printed] == []


async def test_names_without_their_marks_are_told(
    village: Village, run: Run, tmp_path: Path
) -> None:
    typed = ("vang thi my", "0912 000 111", "HTX Lanh", "2", "Lùng Tám", "khan lanh nhuom cham")
    producer = await village.registered(typed)

    made = await makes(run, await producer.code(), tmp_path / "ho-so")

    listed = words_of_docx(tmp_path / "ho-so/danh-muc.docx")
    for words in (made.output, listed):
        assert "Người liên hệ: vang thi my" in words
        assert "Tên sản phẩm: khan lanh nhuom cham" in words


async def test_what_waits_for_consent_or_was_erased_has_no_dossier(
    village: Village, run: Run, tmp_path: Path
) -> None:
    helper = village.somebody()
    await helper.registers_another(WEAVER)
    waits = await makes(run, await helper.code(), tmp_path / "waits")
    producer = await village.registered()
    await producer.says("xoá dữ liệu")
    await producer.taps(next(label for label in producer.buttons if "Xoá" in label))
    erased = await makes(run, await producer.code(), tmp_path / "erased")

    assert (waits.exit_code, erased.exit_code) == (1, 1)
    assert "đang chờ bà con đồng ý" in waits.output
    assert "đã xoá theo yêu cầu" in erased.output
    assert not (tmp_path / "waits").exists()
    assert not (tmp_path / "erased").exists()


async def test_a_wrong_code_or_folder_is_told_in_one_line(
    village: Village, run: Run, tmp_path: Path
) -> None:
    producer = await village.registered()
    code = await producer.code()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("here already")
    mistyped = code[:-1] + str((int(code[-1]) + 1) % 10)

    wrong = await makes(run, mistyped, tmp_path / "a")
    unknown = await makes(run, "482-157-3", tmp_path / "b")
    full = await makes(run, code, tmp_path / "full")

    assert (wrong.exit_code, unknown.exit_code, full.exit_code) == (2, 2, 1)
    for one in (wrong, unknown, full):
        assert len(one.output.splitlines()) == 1
    assert inside(tmp_path / "full") == ["letter.txt"]


async def test_a_file_that_is_gone_is_missing_and_stops_nothing(
    village: Village, run: Run, tmp_path: Path
) -> None:
    producer = await village.registered()
    name = await sends(village, tmp_path, await producer.number(), 1, "att-photo-top")
    next((tmp_path / "data").rglob(name)).unlink()

    made = await makes(run, await producer.code(), tmp_path / "ho-so")

    assert made.exit_code == 0
    assert "không mở được" in words_of_docx(tmp_path / "ho-so/danh-muc.docx")


@pytest.mark.parametrize("form", ["no Word file", "one that asks for more"])
async def test_a_broken_form_is_told_in_one_line(
    village: Village, run: Run, tmp_path: Path, form: str
) -> None:
    producer = await village.registered()
    pack = shutil.copytree(OWN_PACK, tmp_path / "pack")
    asking = docx.Document()
    asking.add_paragraph("{{ shoe_size }}")
    asking.save(str(pack / "papers" / "application.docx"))
    if form == "no Word file":
        (pack / "papers" / "application.docx").write_text(form)

    made = await makes(run, await producer.code(), tmp_path / "ho-so", BOT_CONTENT=str(pack))

    assert made.exit_code == 1
    assert len(made.output.splitlines()) == 1
    assert "mẫu Word" in made.output
    assert not (tmp_path / "ho-so").exists()
