"""The doctor says in plain words what Zalo still needs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert
from typer.testing import CliRunner

from bot.__main__ import app
from bot.tell import tell
from storage.engine import open_engine
from storage.schema import inbox
from tests.fakes.zalo_clock import DAY
from tests.fakes.zalo_faults import Fault
from tests.fakes.zalo_server import OA_ID, FakeZalo
from tests.zalo_tokens.offices import KEY, Office

REFRESH = "v4/oa/access_token"
OTHER_KEY = "fedcba9876543210fedcba9876543210"


@pytest.fixture
async def zalo() -> AsyncIterator[FakeZalo]:
    """A Zalo at the time it really is, which is the doctor's."""
    async with FakeZalo() as one:
        yield one


@pytest.fixture
def office(office: Office) -> Office:
    """An Official Account with all its settings."""
    office.more = {
        "BOT_PUBLIC_URL": "https://bot.example.vn",
        "BOT_ZALO_OA_SECRET_KEY": office.zalo.oa_secret,
    }
    return office


async def doctor(office: Office, **more: str) -> list[str]:
    """What the doctor says of Zalo."""
    environ = office.environ(**more)
    seen = await asyncio.to_thread(CliRunner().invoke, app, ["doctor"], env=environ)
    for secret in (KEY, OTHER_KEY, office.zalo.app_secret, office.zalo.oa_secret):
        assert secret not in seen.stdout + seen.stderr
    assert seen.exit_code == any(line.startswith("✘") for line in seen.stdout.splitlines())
    return [line for line in seen.stdout.splitlines() if "Zalo" in line or "BOT_SECRET" in line]


def said(lines: list[str], sign: str, key: str, **args: str) -> bool:
    """Whether the doctor said this."""
    return f"{sign} {tell(key, **args)}" in lines


@pytest.mark.parametrize("wants_proof", [False, True])
async def test_all_is_well(office: Office, wants_proof: bool) -> None:
    office.zalo.rules.wants_proof = wants_proof
    await office.granted()
    lines = await doctor(office)

    assert not any(line.startswith("✘") for line in lines)
    assert said(lines, "✔", "doctor-zalo-seen", name="A made-up OA", package="OA Comprehensive")
    assert office.asked == 1


async def test_an_account_that_fell_silent_is_told_of(office: Office) -> None:
    await office.granted()
    now = datetime.now(UTC)
    rows = [
        {
            "account": f"zalo_oa:{OA_ID}",
            "update_key": f"k{n}",
            "address": "1",
            "at": now - timedelta(days=3, minutes=n),
        }
        for n in range(2000)
    ]
    engine = open_engine(office.database)
    async with engine.begin() as connection:
        await connection.execute(insert(inbox), rows)
    await engine.dispose()

    lines = await doctor(office)

    assert any(line.startswith("✘") and "giờ ban ngày" in line for line in lines)


@pytest.mark.parametrize(
    ("settings", "sign", "key"),
    [
        ({}, "✘", "doctor-zalo-no-grant"),
        ({"BOT_ZALO_REFRESH_TOKEN": "not-yet-taken"}, "✔", "doctor-zalo-pasted"),
        ({"BOT_PUBLIC_URL": ""}, "✘", "doctor-zalo-no-address"),
        ({"BOT_ZALO_OA_SECRET_KEY": ""}, "✘", "doctor-zalo-no-oa-secret"),
        ({}, "✔", "doctor-zalo-no-proof"),
        ({"BOT_ZALO_OA_ID": ""}, "✔", "zalo-oa-off"),
        ({}, "✔", "zalo-bot-off"),
    ],
)
async def test_what_is_missing_is_named(
    office: Office, settings: dict[str, str], sign: str, key: str
) -> None:
    assert said(await doctor(office, **settings), sign, key)


async def test_the_package_is_looked_up(office: Office, tmp_path: Path) -> None:
    none = await doctor(office, BOT_ZALO_PACKAGE="gold")
    closed = await doctor(office, BOT_ZALO_PACKAGE="basic")
    lost = await doctor(office, BOT_ZALO_TERMS=str(tmp_path / "none.toml"))

    assert any(line.startswith("✘") and "“gold”" in line for line in none)
    assert said(closed, "✘", "doctor-zalo-package-closed", name="basic")
    assert any(line.startswith("✘") and "none.toml" in line for line in lost)


async def test_a_key_that_does_not_fit_is_said(office: Office) -> None:
    await office.granted()

    assert said(await doctor(office, BOT_SECRET_KEY=OTHER_KEY), "✘", "zalo-wrong-key")
    assert not said(
        await doctor(office, BOT_SECRET_KEY=f"{KEY},{OTHER_KEY}"), "✘", "zalo-wrong-key"
    )


async def test_a_dead_grant_is_said_with_what_to_do(office: Office) -> None:
    await office.granted()
    office.zalo.kill_grant()
    async with office.process() as tokens:
        office.zalo.clock.advance(2 * DAY)
        await tokens.look()

    reason = "Zalo answered -14014"
    assert said(await doctor(office), "✘", "doctor-zalo-dead", reason=reason)


async def test_a_lost_answer_and_an_app_that_is_off_are_said(office: Office) -> None:
    await office.granted()
    async with office.process() as tokens:
        office.zalo.clock.advance(2 * DAY)
        office.zalo.faults.add(Fault(REFRESH, error=-14002))
        await tokens.look()
        assert said(await doctor(office), "✘", "doctor-zalo-refused", reason="Zalo answered -14002")
        office.zalo.clock.advance(DAY)
        office.zalo.faults.add(Fault(REFRESH, cut="after"))
        await tokens.look()

    lost = tell("doctor-zalo-ambiguous", reason="ServerDisconnectedError")
    assert f"✘ {lost}" in await doctor(office)


async def test_a_token_that_zalo_refuses_is_said_and_not_replaced(office: Office) -> None:
    await office.granted()
    office.zalo.kill_token()

    assert said(await doctor(office), "✘", "doctor-zalo-error", code="-216")
    assert office.asked == 1


async def test_another_account_s_grant_is_noticed(office: Office) -> None:
    office.more["BOT_ZALO_OA_ID"] = "999"
    await office.granted()

    lines = await doctor(office)
    assert said(lines, "✘", "doctor-zalo-other", name="A made-up OA", id=office.zalo.oa_id)


async def test_a_zalo_out_of_reach_is_said(office: Office) -> None:
    await office.granted()

    lines = await doctor(office, BOT_ZALO_API="http://127.0.0.1:1")
    assert any(line.startswith("✘ Zalo OA: không nói chuyện được") for line in lines)
