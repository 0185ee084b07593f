"""What staff do about a notice by hand: edit it, read it out, call people instead of it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_server import FakeTelegram
from tests.whole.listeners import listening
from tests.whole.program import Program
from tests.whole.test_notices import FILE, TEXT, created, report
from tests.whole.until import until

pytestmark = pytest.mark.timeout(120)

REFUSED = '{"ok":false,"error_code":400,"description":"Bad Request: message is not taken"}'


@pytest.fixture
def program(tmp_path: Path, pack: Path, telegram: FakeTelegram) -> Program:
    return Program(tmp_path / "here", pack, telegram.url, more={"BOT_QUIET_HOURS": "none"})


async def test_a_tap_tells_that_what_nobody_knew_of_has_arrived(
    program: Program, telegram: FakeTelegram
) -> None:
    mai, sinh = await listening(program, telegram, 2)
    telegram.faults.add(Fault("sendMessage", times=2, cut="after"))
    async with program.serving():
        number = await created(program)
        await program.run("notice", "send", number, "--wait")
        before = await report(program, number)
        await mai.chooses("Ghi danh")

        async def known() -> bool:
            return (await report(program, number))["unknown"] == "1"

        await until(known)
        after = await report(program, number)

    assert (before["sent"], before["unknown"]) == ("0", "2")
    assert (after["sent"], after["unknown"]) == ("1", "1")
    assert len(sinh.bubbles) == 1


async def test_whoever_was_called_is_not_told_again(
    program: Program, telegram: FakeTelegram
) -> None:
    await listening(program, telegram, 3)
    telegram.faults.add(Fault("sendMessage", times=2, status=400, body=REFUSED))
    file = program.folder / "calls.csv"
    async with program.serving():
        number = await created(program)
        await program.run("notice", "send", number, "--wait")
        listed = await program.run("notice", "calls", number, "--out", str(file))
        first, second = (row["STT"] for row in read_csv(file))
        marked = await program.run("notice", "called", number, first)
        nobody = await program.run("notice", "called", number, "7")
        again = await program.run("notice", "retry", number)

        async def told() -> bool:
            return (await report(program, number))["sent"] == "2"

        await until(told)
        await program.run("notice", "calls", number, "--out", str(file))

    assert listed.code == 0
    assert "1 người" in marked.out
    assert nobody.code == 2
    assert "người số 7" in nobody.err
    assert "Gửi lại cho 1 người" in again.out
    [left] = read_csv(file)
    assert left["STT"] == first != second
    assert left["Đã gọi lúc"]


async def test_it_is_edited_until_it_is_under_way(program: Program, telegram: FakeTelegram) -> None:
    [phone] = await listening(program, telegram, 1)
    async with program.serving():
        number = await created(program)
        path = program.folder / "edited.toml"
        path.write_text(FILE.replace("8 giờ 00", "9 giờ 30"), "utf-8")
        edited = await program.run("notice", "edit", number, str(path))
        await program.run("notice", "send", number, "--wait")
        refused = await program.run("notice", "edit", number, str(path))

    assert edited.code == 0
    assert "9 giờ 30" in edited.out
    assert [bubble.text.partition("\n")[0] for bubble in phone.bubbles] == [
        TEXT.replace("8 giờ 00", "9 giờ 30")
    ]
    assert refused.code == 2
    assert "done" in refused.err


async def test_it_is_told_to_groups_and_by_loudspeaker_too(program: Program) -> None:
    async with program.serving():
        number = await created(program)
        said = await program.run("notice", "texts", number)

    assert f"Tập huấn làm hồ sơ\n\n{TEXT}" in said.out
    aloud = said.out.splitlines()[-1]
    assert "tám giờ thứ Năm ngày mười tháng mười hai năm hai nghìn" in aloud
    assert not any(map(str.isdigit, aloud))
    assert aloud.count("tám giờ") == 2
    assert len(aloud.split()) <= 180


async def test_what_is_too_long_for_a_minute_is_read_as_far_as_it_goes(program: Program) -> None:
    long = " ".join(f"Câu số {n} của tin này dài mười hai tiếng, đúng vậy." for n in range(15))
    async with program.serving():
        number = await created(program, FILE.replace(TEXT, long))
        said = await program.run("notice", "texts", number)

    *_, length, aloud = said.out.splitlines()
    assert 100 < len(aloud.split()) <= 180
    assert aloud.endswith("Xin cảm ơn bà con đã lắng nghe.")
    assert f"({len(aloud.split())} tiếng" in length


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))
