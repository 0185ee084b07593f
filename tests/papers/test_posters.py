"""Posters, made by their command; their codes are read as a phone reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from tests.book import the_book
from tests.papers.dossiers import fonts, words_of_pdf
from tests.papers.qr import codes

ADDRESS = "https://bot.tuyenquang.example"
DOORS = {
    "BOT_PUBLIC_URL": ADDRESS,
    "BOT_SECRET_KEY": "k" * 20 + "0123456789abcdefghij",
    "BOT_TELEGRAM_NAME": "@tuyenquang_bot",
}


def poster(out: Path, *words: str, **environ: str) -> Result:
    given = environ or DOORS
    return CliRunner().invoke(app, ["poster", "--demo", "--out", str(out), *words], env=given)


def test_a_poster_says_in_letters_what_its_codes_say(tmp_path: Path) -> None:
    made = poster(tmp_path / "p.pdf", "--commune", "lung tam")
    pdf = (tmp_path / "p.pdf").read_bytes()

    assert made.exit_code == 0, made.output
    (page,) = words_of_pdf(pdf)
    read = [link for link, *_ in codes(pdf)]
    assert sorted(read) == [
        f"{ADDRESS}/?from=xa-00901",
        "https://t.me/tuyenquang_bot?start=xa-00901",
    ]
    for link in read:
        assert link in page
    assert "xã Lùng Tám" in page
    assert fonts(pdf) == {"BeVietnamPro-Regular", "BeVietnamPro-Bold"}


def test_codes_bear_a_stain_and_have_room_around_them(tmp_path: Path) -> None:
    poster(tmp_path / "p.pdf", "--commune", "00901")

    level_m = 0
    assert {(level, quiet) for _, level, quiet in codes((tmp_path / "p.pdf").read_bytes())} == {
        (level_m, 4)
    }


def test_every_commune_has_a_page_and_a_source_of_its_own(tmp_path: Path) -> None:
    made = poster(
        tmp_path / "p.pdf", BOT_PUBLIC_URL=ADDRESS, BOT_SECRET_KEY=DOORS["BOT_SECRET_KEY"]
    )
    pdf = (tmp_path / "p.pdf").read_bytes()

    assert made.exit_code == 0, made.output
    assert "124" in made.output
    assert len(words_of_pdf(pdf)) == 124
    communes = {link.rpartition("xa-")[2] for link, *_ in codes(pdf)}
    assert communes == set(the_book().places.by_code)


@pytest.mark.parametrize(
    ("name", "words", "environ", "code"),
    [
        ("p.png", (), DOORS, 2),
        ("p.pdf", ("--commune", "Atlantis"), DOORS, 2),
        ("p.pdf", (), {"BOT_PUBLIC_URL": "", "BOT_ZALO_OA_ID": ""}, 78),
        ("p.pdf", (), {"BOT_TELEGRAM_NAME": "t.me/x y"}, 78),
    ],
)
def test_what_cannot_be_printed_is_told_in_plain_words(
    tmp_path: Path, name: str, words: tuple[str, ...], environ: dict[str, str], code: int
) -> None:
    made = poster(tmp_path / name, *words, **environ)

    assert made.exit_code == code
    assert 1 <= len(made.output.splitlines()) <= 2
    assert not (tmp_path / name).exists()
