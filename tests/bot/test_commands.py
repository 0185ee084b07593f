"""The commands as whoever runs the program meets them: child processes, plain words, exit codes."""

from __future__ import annotations

import asyncio
import shutil
import signal
import sqlite3
import sys
import tomllib
from pathlib import Path

import pytest

from bot.settings import OWN_PACK
from tests.bot.installation import ROOT, Installation
from tests.bot.raw import ask, connected

TOKEN = "123456789:AAEhBP0av28j5vXqSyc1vTg3wQ7xYz12345"
NOBODY = "http://127.0.0.1:1"


async def test_the_demo_serves_and_stops_in_good_order(installation: Installation) -> None:
    async with installation.serving() as child:
        health = await ask(installation.port, "GET /healthz HTTP/1.1")
        page = await ask(installation.port, "GET / HTTP/1.1")
        staff = await ask(installation.port, "GET /staff HTTP/1.1")
        slashed = await ask(installation.port, "GET /staff/ HTTP/1.1")

    assert (health.status, health.body) == (200, b"ok")
    assert page.status == 200
    assert staff.status in {200, 303, 401}
    assert (slashed.status, slashed.body) == (staff.status, staff.body)
    if sys.platform != "win32":
        files = [path for path in (installation.folder / "data").rglob("*") if path.is_file()]
        assert [path.name for path in files if path.stat().st_mode & 0o077] == []
    assert child.returncode == 0


async def test_it_stops_at_once_although_somebody_holds_a_connection(
    installation: Installation,
) -> None:
    async with installation.serving() as child, connected(installation.port) as (_, writer):
        writer.write(b"GET /healthz HTTP/1.1\r\nHost: ")
        await writer.drain()
        child.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(child.wait(), 15) == 0


async def test_one_file_is_served_by_one_program(installation: Installation) -> None:
    other = Installation(installation.folder, installation.childhood)
    async with installation.serving():
        second = await asyncio.to_thread(other.run, "serve", "--demo")
        still = await ask(installation.port, "GET /healthz HTTP/1.1")

    assert second.returncode == 78
    assert len(second.stderr.splitlines()) == 1
    assert still.status == 200


async def test_a_taken_port_is_said_in_one_line(installation: Installation, tmp_path: Path) -> None:
    elsewhere = Installation(tmp_path / "elsewhere", installation.childhood, port=installation.port)
    async with installation.serving():
        second = await asyncio.to_thread(elsewhere.run, "serve", "--demo")

    assert second.returncode == 78
    assert str(installation.port) in second.stderr
    assert len(second.stderr.splitlines()) == 1


async def test_it_serves_without_a_network(installation: Installation) -> None:
    installation.settings = {"BOT_TELEGRAM_TOKEN": "42:nobody", "BOT_TELEGRAM_API": NOBODY}
    async with installation.serving() as child:
        health = await ask(installation.port, "GET /healthz HTTP/1.1")

    assert health.body == b"ok"
    assert child.returncode == 0


def test_without_an_office_it_does_not_serve_and_lists_what_is_missing(
    installation: Installation,
) -> None:
    refused = installation.call("serve")

    assert refused.exit_code == 78
    for name in ("phone", "hours", "controller", "receivers", "kept_for", "privacy_contact"):
        assert f"  {name}: " in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    ("settings", "names"),
    [
        ({"BOT_PORT": "x", "BOT_LOG": "loud"}, ["BOT_PORT", "BOT_LOG"]),
        ({"BOT_TELEGRAM_TOKEN": "12345:weak-token"}, ["BOT_TELEGRAM_TOKEN"]),
        ({"BOT_SECRET_KEY": "weak-secret"}, ["BOT_SECRET_KEY"]),
        ({"BOT_TELEGRAM_TOKEN_FILE": "/nowhere/at/all"}, ["BOT_TELEGRAM_TOKEN"]),
    ],
)
def test_bad_settings_are_lines_and_78(
    installation: Installation, settings: dict[str, str], names: list[str]
) -> None:
    refused = installation.run("serve", "--demo", **settings)

    assert refused.returncode == 78
    assert [line.partition(":")[0] for line in refused.stderr.splitlines()[1:]] == names
    assert "weak" not in refused.stderr


def test_a_broken_pack_is_lines_with_file_and_key(
    installation: Installation, tmp_path: Path
) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(OWN_PACK, pack)
    form = pack / "text" / "vi" / "registration.ftl"
    form.write_text(
        form.read_text("utf-8").replace("registration-contact-name =", "x =", 1), "utf-8"
    )

    checked = installation.run("check", str(pack))
    served = installation.run("serve", "--demo", BOT_CONTENT=str(pack))

    assert checked.returncode == 1
    assert "registration-contact-name" in checked.stderr or "contact-name" in checked.stderr
    assert served.returncode == 1
    assert "Traceback" not in checked.stderr + served.stderr


def test_a_folder_that_is_no_pack_is_told_in_a_line(
    installation: Installation, tmp_path: Path
) -> None:
    (tmp_path / "mine.toml").touch()

    checked = installation.call("check", str(tmp_path))
    served = installation.run("serve", "--demo", BOT_CONTENT=str(tmp_path))

    assert checked.exit_code == 2
    assert served.returncode == 78
    for told in (checked.stderr, served.stderr):
        [line] = told.splitlines()
        assert line.startswith(f"Thư mục {tmp_path} không phải")


@pytest.mark.parametrize("database", ["nothing.db", "mysql://somewhere/bot"])
def test_check_against_no_database_is_told_in_a_line(
    installation: Installation, database: str
) -> None:
    checked = installation.run("check", "--against", database)

    assert checked.returncode == 1
    assert len(checked.stderr.strip().splitlines()) == 1
    assert "Traceback" not in checked.stderr


def test_check_is_content_with_the_pack_that_ships(installation: Installation) -> None:
    checked = installation.call("check")
    listed = installation.call("check", "--list")

    assert checked.exit_code == 0
    *hints, verdict = checked.stdout.splitlines()
    assert verdict.endswith("không có lỗi.")
    assert all(hint.startswith("Nên viết gọn hơn: ") for hint in hints)
    assert "registration-contact-name" in listed.stdout


def test_a_talk_is_typed_written_down_and_replayed(
    installation: Installation, tmp_path: Path
) -> None:
    file = tmp_path / "talk.txt"
    typed = installation.call("talk", "--write", str(file), typed="2\n[no such button]\n(voice)\n")
    replayed = installation.call("talk", "--script", str(file))
    said = file.read_text("utf-8")
    file.write_text(said.replace("> 2", "> 1"), "utf-8")
    differs = installation.call("talk", "--script", str(file))
    installation.call("talk", "--script", str(file), "--write", str(file))
    again = installation.call("talk", "--script", str(file))

    assert typed.exit_code == 0
    assert "> 2\n" in said
    assert "> (voice)\n" in said
    assert replayed.exit_code == 0
    assert replayed.stdout == said
    assert differs.exit_code == 1
    assert str(file) in differs.stderr
    assert again.exit_code == 0


def test_a_database_is_brought_up_to_date_once(installation: Installation) -> None:
    (installation.folder / "data").mkdir()
    sqlite3.connect(installation.folder / "data" / "bot.sqlite3").close()
    first, second = installation.call("migrate"), installation.call("migrate")

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.stdout != second.stdout


@pytest.mark.parametrize(
    "words",
    [
        ("export", "registrations", "--out", "list.csv"),
        ("export", "questions", "--out", "list.csv"),
        ("backup", "one.backup"),
        ("migrate",),
        ("staff", "add", "Ann", "--role", "viewer"),
    ],
)
def test_only_serve_makes_a_database(installation: Installation, words: tuple[str, ...]) -> None:
    refused = installation.call(*words)

    assert refused.exit_code == 1
    [line] = refused.stderr.splitlines()
    assert "BOT_DATA_DIR" in line
    assert not (installation.folder / "data").exists()


def test_a_damaged_database_is_not_backed_up(installation: Installation, tmp_path: Path) -> None:
    (installation.folder / "data").mkdir()
    (installation.folder / "data" / "bot.sqlite3").write_bytes(b"SQLite format 3\0" + bytes(5000))
    refused = installation.call("backup", str(tmp_path / "one.backup"))

    assert refused.exit_code == 1
    assert len(refused.stderr.splitlines()) == 1
    assert not (tmp_path / "one.backup").exists()


async def test_what_people_said_can_be_exported_backed_up_and_restored(
    installation: Installation, tmp_path: Path
) -> None:
    async with installation.serving():
        copied = await asyncio.to_thread(installation.run, "backup", str(tmp_path / "one.backup"))
        busy = await asyncio.to_thread(installation.run, "restore", str(tmp_path / "one.backup"))
    exported = installation.run("export", "registrations", "--out", str(tmp_path / "list.csv"))
    asked = installation.run("export", "questions", "--out", str(tmp_path / "asked.xlsx"))
    restored = installation.run("restore", str(tmp_path / "one.backup"))
    damaged = installation.run("restore", str(tmp_path / "list.csv"))

    assert copied.returncode == 0
    assert busy.returncode == 78
    assert exported.returncode == 0
    assert (tmp_path / "list.csv").read_text("utf-8-sig").startswith('"Mã"')
    assert asked.stdout.startswith("Đã ghi 0 câu hỏi")
    assert restored.returncode == 0
    assert damaged.returncode == 1
    async with installation.serving():
        assert (await ask(installation.port, "GET /healthz HTTP/1.1")).status == 200


async def test_a_colleague_gets_a_link_that_opens_the_staff_s_pages(
    installation: Installation,
) -> None:
    async with installation.serving():
        added = await asyncio.to_thread(
            installation.run, "staff", "add", "Nguyễn Văn A", "--role", "officer",
            "--commune", "Lùng Tám",
        )  # fmt: skip
        link = added.stdout.splitlines()[-1]
        path = link.removeprefix(f"http://127.0.0.1:{installation.port}")
        page = await ask(installation.port, f"GET {path} HTTP/1.1")

    assert added.returncode == 0
    assert path.startswith("/staff/login/")
    assert page.status == 200


def test_the_doctor_says_what_is_wrong_and_no_secret(installation: Installation) -> None:
    seen = installation.call("doctor", BOT_TELEGRAM_TOKEN=TOKEN, BOT_TELEGRAM_API=NOBODY)

    assert seen.exit_code == 1
    assert TOKEN not in seen.stdout + seen.stderr
    assert "* BOT_TELEGRAM_TOKEN = ****" in seen.stdout
    assert "✘ Telegram" in seen.stdout
    assert "✘ Cơ quan" in seen.stdout
    assert not (installation.folder / "data").exists()


def test_the_version_is_the_one_that_is_packaged(installation: Installation) -> None:
    packaged = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

    assert installation.call("--version").stdout.split() == [packaged["project"]["version"]]


def test_help_names_every_command(installation: Installation) -> None:
    helped = installation.call("--help")

    for name in ("serve", "talk", "check", "export", "staff", "migrate", "doctor", "backup"):
        assert f"  {name} " in helped.stdout
