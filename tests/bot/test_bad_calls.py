"""Commands that were called as they cannot be: a line that says so, an exit code, and no trace."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.bot.installation import Installation

NOBODY = "postgresql://nobody@127.0.0.1:1/bot"
ANNOUNCED = """title = "Tập huấn"
topic = "training"
{activity}
[text]
vi = "Mời anh/chị dự lớp tập huấn."
"""

HELD = """kind = "fair"
starts = "2031-12-10 08:00"
ends = "2031-12-10 16:30"
deadline = "2031-12-07 17:00"
seats = 30

[vi]
title = "Hội chợ"
place = "hội trường"
description = "Hàng thủ công."
"""


@pytest.fixture
def furnished(installation: Installation) -> Installation:
    """With a database that is up to date, and a notice in it."""
    (installation.folder / "data").mkdir()
    sqlite3.connect(installation.folder / "data" / "bot.sqlite3").close()
    notice = installation.folder / "notice.toml"
    notice.write_text(ANNOUNCED.format(activity=""), "utf-8")
    assert installation.call("notice", "create", str(notice)).exit_code == 0
    return installation


def test_a_backup_into_a_folder_that_is_not_there_is_one_line(
    installation: Installation, tmp_path: Path
) -> None:
    (installation.folder / "data").mkdir()
    sqlite3.connect(installation.folder / "data" / "bot.sqlite3").close()
    refused = installation.call("backup", str(tmp_path / "nowhere" / "one.backup"))

    assert refused.exit_code == 1
    [line] = refused.stderr.splitlines()
    assert line.startswith("Không ghi được")


@pytest.mark.parametrize(
    "words",
    [
        ("export", "registrations", "--out", "list.doc"),
        ("export", "questions", "--out", "list.doc"),
        ("export", "registrations", "--out", "list.csv", "--status", "lost"),
        ("export", "registrations", "--out", "list.csv", "--since", "yesterday"),
        ("export", "registrations", "--out", "list.csv", "--commune", "Paris"),
        ("staff", "add", "Ann", "--role", "king"),
        ("staff", "add", "Ann", "--role", "officer"),
        ("staff", "add", " ", "--role", "viewer"),
        ("restore", "nowhere.backup"),
        ("check", "nowhere"),
        ("talk", "--script", "nowhere.txt"),
    ],
)
def test_what_cannot_be_meant_is_one_line_and_2(
    installation: Installation, words: tuple[str, ...]
) -> None:
    refused = installation.call(*words)

    assert refused.exit_code == 2
    assert len(refused.stderr.splitlines()) == 1


def test_what_is_not_there_is_one_line_and_2(furnished: Installation) -> None:
    for words in (
        ("notice", "plan", "9"),
        ("notice", "called", "1", "9" * 30),
        ("notice", "test", "1", "--to", "lost"),
        ("activity", "cancel", "9"),
        ("activity", "checkin", "9", "482-157-3"),
        ("claim", "confirm", "9"),
        ("claim", "refuse", "9"),
        ("privacy", "copy", "lost", "--out", "copy.zip"),
        ("dossier", "lost", "--out", "dossier"),
    ):
        refused = furnished.call(*words)

        assert refused.exit_code == 2, words
        assert refused.stdout == "", words
        assert len(refused.stderr.splitlines()) == 1, words


def test_what_was_called_off_is_not_announced(furnished: Installation) -> None:
    fair = furnished.folder / "fair.toml"
    fair.write_text(HELD, "utf-8")
    furnished.call("activity", "create", str(fair))
    assert furnished.call("activity", "cancel", "1").exit_code == 0

    refused = furnished.call("activity", "announce", "1")

    assert refused.exit_code == 2
    assert refused.stderr == "Lớp, hội chợ này đã huỷ từ trước.\n"


@pytest.mark.parametrize("number", ["9" * 30, "-1", "²", "one"])
def test_what_nothing_can_be_called_by_is_no_number(
    installation: Installation, number: str
) -> None:
    for words in (
        ("notice", "plan"),
        ("activity", "cancel"),
        ("claim", "confirm"),
        ("privacy", "erase"),
    ):
        refused = installation.call(*words, "--", number)

        assert refused.exit_code == 2
        assert refused.stderr.splitlines()[-1].endswith("phải là một số, ví dụ 12.")


def test_a_number_that_no_table_holds_is_a_mistake_in_a_file(furnished: Installation) -> None:
    notice = furnished.folder / "large.toml"
    notice.write_text(ANNOUNCED.format(activity=f"activity = {'9' * 30}"), "utf-8")

    refused = furnished.call("notice", "create", str(notice))

    assert refused.exit_code == 2
    assert "`activity` is beyond" in refused.stderr


def test_what_cannot_be_written_is_called_by_its_name(furnished: Installation) -> None:
    out = str(furnished.folder / "nowhere" / "list.csv")
    for words in (
        ("notice", "report", "1", "--out"),
        ("notice", "calls", "1", "--out"),
        ("export", "registrations", "--out"),
        ("export", "questions", "--out"),
    ):
        refused = furnished.call(*words, out)

        assert refused.exit_code == 1
        assert refused.stderr == f"Không ghi được tệp {out}.\n"


@pytest.mark.parametrize(
    "words",
    [
        ("migrate",),
        ("staff", "add", "Ann", "--role", "viewer"),
        ("notice", "list"),
        ("activity", "list"),
        ("claim", "list"),
        ("privacy", "list"),
        ("audit", "verify"),
        ("export", "questions", "--out", "asked.csv"),
    ],
)
def test_a_database_out_of_reach_is_one_line_and_78(
    installation: Installation, words: tuple[str, ...]
) -> None:
    refused = installation.call(*words, BOT_DATABASE_URL=NOBODY)

    assert refused.exit_code == 78
    [line] = refused.stderr.splitlines()
    assert line.startswith("Không dùng được cơ sở dữ liệu")
