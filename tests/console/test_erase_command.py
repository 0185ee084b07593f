"""What somebody asked to be erased, erased by a command."""

from __future__ import annotations

import asyncio
from pathlib import Path

from typer.testing import CliRunner, Result

from bot.__main__ import app
from handlers.codes import code
from storage.engine import open_engine
from storage.schema import outbox, registration
from storage.upgrade import upgrade
from tests.console.office import Desk, Office
from tests.console.producers import WEAVER, a_village
from tests.console.test_privacy import actions, count, last_said, made
from tests.console.test_rounds import enters


async def test_a_command_erases_what_an_open_petition_is_about(tmp_path: Path) -> None:
    database = str(tmp_path / "bot.db")
    engine = open_engine(database)
    await upgrade(engine)
    village = await a_village(database)
    producer = await village.registered(WEAVER)
    async with Office(database, engine).open() as office, Desk(office) as desk:
        await desk.logs_in("Nông Thị Hoa", "editor")
        where = await made(desk, code=code(1), words="Chị Mỷ xin xoá")
        assert await enters(desk) == 303  # another edition of the book holds from now on
        number = where.rpartition("/")[2]

        async def run(*words: str, typed: str = "") -> Result:
            environ = {"BOT_DATABASE_URL": database, "BOT_DATA_DIR": str(tmp_path)}
            return await asyncio.to_thread(
                lambda: CliRunner().invoke(
                    app, ["privacy", "erase", *words], env=environ, input=typed
                )
            )

        refused = await run(number, typed="n\n")
        kept = await count(office, registration, registration.c.erased_at.is_not(None))
        done = await run(number, "--yes")
        again = await run(number, "--yes")

        assert f"ghi danh: {code(1)}" in refused.stdout
        assert (refused.exit_code, kept) == (1, 0)
        assert done.exit_code == 0, done.output
        assert "đã xoá thông tin" in await last_said(office, producer)
        assert await count(office, registration, registration.c.erased_at.is_not(None)) == 1
        assert await count(office, outbox, outbox.c.owner == "") == 1
        assert "petition.granted" in await actions(office)
        assert again.exit_code == 2
    await village.store.close()
    await village.engine.dispose()
    await engine.dispose()
