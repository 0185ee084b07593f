"""How producers agreed: what older databases get, what is forgotten, and whom a notice counts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from alembic import command
from sqlalchemy import insert, select, text, update

from handlers.effects import Agreed
from storage.audience import EVERYONE, Audience, chosen, people
from storage.cleaning import clean
from storage.columns import Keeping
from storage.engine import open_engine
from storage.instants import micros
from storage.keeping import refuse
from storage.schema import answer, consent, contact, media, registration
from storage.unit import Store
from storage.upgrade import configured, upgrade
from tests.storage.desk import Desk
from tests.storage.stand_in import NOON


async def test_an_older_database_learns_whose_consent_each_was(database: str) -> None:
    engine = open_engine(database)
    at = micros(NOON)
    async with engine.begin() as connection:
        await connection.run_sync(lambda one: command.upgrade(configured(one), "0005"))
        await connection.execute(
            text(
                "INSERT INTO contact (id, account, address, created_at)"
                " VALUES (1, 'web:main', 'a', 1)"
            )
        )
        for number, opened in ((7, at), (9, at + 500)):
            await connection.execute(
                text(
                    "INSERT INTO registration (id, code, contact_id, status, products, version,"
                    f" opened_at, updated_at) VALUES ({number}, '{number}', 1, 'draft', 1, 1,"
                    f" {opened}, {opened})"
                )
            )
        for topic, agreed in (("dossier", at), ("fairs", at + 10), ("dossier", at + 501)):
            await connection.execute(
                text(
                    "INSERT INTO consent (contact_id, topic, given, at, channel)"
                    f" VALUES (1, '{topic}', TRUE, {agreed}, 'web')"
                )
            )
    assert await upgrade(engine)

    async with engine.connect() as connection:
        rows = await connection.execute(
            select(consent.c.topic, consent.c.how, consent.c.registration_id).order_by(consent.c.id)
        )
        ways = await connection.scalars(select(registration.c.agreed))
        assert [tuple(row) for row in rows] == [
            ("dossier", "self", 7),
            ("fairs", "self", None),
            ("dossier", "self", 9),
        ]
        assert list(ways) == ["self", "self"]
    await engine.dispose()


async def agreed(office: Desk, number: int, how: Agreed) -> None:
    """Let a registration be one that a helper made."""
    async with office.engine.begin() as connection:
        await connection.execute(
            update(registration).where(registration.c.id == number).values(agreed=how.value)
        )


async def test_what_nobody_agreed_to_goes_after_a_month_sent_or_not(
    office: Desk, store: Store
) -> None:
    await office.hear(store, "open", "est-name=A", "status interest")
    await office.hear(store, "open", "est-name=B", "status interest", chat="2")
    first, second = await office.rows(registration)
    await agreed(office, first["id"], Agreed.WAITING)
    await agreed(office, second["id"], Agreed.SLIP)
    soon, late = office.now + timedelta(days=29), office.now + timedelta(days=31)

    assert (await clean(office.engine, office.reader, soon)).drafts == 0
    assert (await clean(office.engine, office.reader, late)).drafts == 1
    assert [one["id"] for one in await office.rows(registration)] == [second["id"]]
    assert {one["value"] for one in await office.rows(answer)} == {"B"}


@pytest.mark.parametrize(("how", "counted"), [(Agreed.WAITING, 0), (Agreed.PRESENT, 1)])
async def test_what_waits_for_a_consent_chooses_nobody_for_a_notice(
    office: Desk, store: Store, how: Agreed, counted: int
) -> None:
    await office.hear(store, "open", "est-commune-code=00694", "status interest")
    [entry] = await office.rows(registration)
    await agreed(office, entry["id"], how)

    async def found(audience: Audience) -> int:
        wanted = select(contact.c.id).select_from(people).where(chosen(audience))
        async with office.reader.connect() as connection:
            return len((await connection.execute(wanted)).all())

    assert await found(Audience(communes=("00694",))) == counted
    assert await found(EVERYONE) == 1


@pytest.mark.parametrize(("question", "left"), [("consent-slip", "waiting"), ("att-photo", "slip")])
async def test_a_slip_that_never_came_is_no_consent_whatever_is_talked_about(
    office: Desk, store: Store, question: str, left: str
) -> None:
    await office.hear(store, "open", "est-name=A", "status interest")
    [entry] = await office.rows(registration)
    await agreed(office, entry["id"], Agreed.SLIP)
    async with office.engine.begin() as connection:
        await connection.execute(
            insert(media).values(
                id="m",
                account="telegram:1",
                address="1",
                registration_id=entry["id"],
                product=0,
                question=question,
                state=Keeping.WANTED,
                at=NOON,
            )
        )
    await refuse(office.engine, "m", "unreadable")

    [after] = await office.rows(registration)
    assert (after["agreed"], after["version"] > entry["version"]) == (left, left == "waiting")
    await office.hear(store, "est-name=B")
