"""What is printed to be signed by hand, made by its command."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from storage.engine import insert
from storage.schema import activity, seat
from tests.console.producers import Village
from tests.papers.dossiers import fonts, words_of_pdf
from tests.papers.test_dossier import Run, run, village

__all__ = ["run", "village"]

SAID = {"title": "Tập huấn làm hồ sơ", "place": "hội trường UBND xã", "description": "Chụp thử."}


async def test_who_comes_signs_on_a_sheet(village: Village, run: Run, tmp_path: Path) -> None:
    at = datetime.now(UTC) + timedelta(days=9)
    course = {
        "id": 1,
        "kind": "training",
        "starts_at": at,
        "ends_at": at,
        "deadline": at,
        "seats": 9,
        "words": json.dumps({"vi": SAID}),
        "audience": "{}",
        "created_at": at,
        "token": "a",
    }
    guests = [
        {"activity_id": 1, "standing": 0, "at": at, "name": name, "phone": phone}
        for name, phone in (("Vàng Thị Mỷ", "+84912000111"), ("Lý A Sính", "+84912000222"))
    ]
    async with village.engine.begin() as connection:
        await connection.execute(insert(connection.dialect, activity).values(course))
        await connection.execute(insert(connection.dialect, seat), guests)
    out = tmp_path / "list.pdf"

    made = await asyncio.to_thread(run, "activity", "seats", "1", "--out", str(out))

    assert made.exit_code == 0, made.output
    (page,) = words_of_pdf(out.read_bytes())
    for words in ("Tập huấn làm hồ sơ", "Vàng Thị Mỷ", "0912 000 111", "Lý A Sính", "STT"):
        assert words in page
    assert fonts(out.read_bytes()) == {"BeVietnamPro-Regular", "BeVietnamPro-Bold"}
