"""The row of an account's tokens: sealed, claimed by one, and never lost to a slower one."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from storage.columns import Granting
from storage.schema import zalo_attempt, zalo_oa
from storage.sealing import Seal, WrongKey
from storage.zalo_attempts import LASTS, NoAttempt, begin_attempt, end_attempt
from storage.zalo_tokens import Grant, Grants, Outcome, Pair
from tests.storage.desk import Desk
from tests.storage.stand_in import NOON

ACCOUNT = "zalo_oa:1"
SEAL = Seal(["0123456789abcdef0123456789abcdef"])
OTHER_SEAL = Seal(["fedcba9876543210fedcba9876543210"])
LATER = NOON + timedelta(seconds=45)


def pair(name: str) -> Pair:
    """Two tokens by this name."""
    day = timedelta(days=1)
    return Pair(f"access-{name}", f"refresh-{name}", NOON, NOON + day, NOON + 90 * day)


@pytest.fixture
def grants(office: Desk) -> Grants:
    return Grants(office.engine, office.reader, SEAL, ACCOUNT)


async def stored(grants: Grants, name: str = "a") -> Grant:
    """A grant that was just given."""
    await grants.begin(pair(name))
    found = await grants.find()
    assert found is not None
    return found


async def test_there_is_none_at_first(grants: Grants) -> None:
    assert await grants.find() is None


async def test_what_is_stored_is_read_again_and_lies_there_sealed(
    office: Desk, grants: Grants
) -> None:
    found = await stored(grants)
    claimed = await grants.claim(found, LATER)
    assert claimed is not None
    await grants.renew(claimed, pair("b"))
    renewed = await grants.find()

    assert (found.pair, found.status) == (pair("a"), Granting.VALID)
    assert renewed is not None
    assert (renewed.pair, renewed.status) == (pair("b"), Granting.VALID)
    everything = await office.everything()
    assert not any(
        f"{kind}-{name}" in everything for kind in ("access", "refresh") for name in "ab"
    )
    [row] = await office.rows(zalo_oa)
    previous = SEAL.open(row["previous_refresh_token"], f"{ACCOUNT} previous_refresh_token")
    assert previous == "refresh-a"


async def test_nothing_shows_a_token(grants: Grants) -> None:
    assert "access-a" not in repr(await stored(grants))


async def test_another_key_opens_nothing_and_a_new_grant_goes_over_it(
    office: Desk, grants: Grants
) -> None:
    await stored(grants)
    other = Grants(office.engine, office.reader, OTHER_SEAL, ACCOUNT)
    with pytest.raises(WrongKey):
        await other.find()
    assert await other.paste(pair("b"))

    found = await other.find()
    assert found is not None
    assert found.pair == pair("b")


async def test_two_accounts_have_nothing_to_do_with_each_other(
    office: Desk, grants: Grants
) -> None:
    await stored(grants)

    assert await Grants(office.engine, office.reader, SEAL, "zalo_oa:2").find() is None


async def test_one_of_many_gets_the_claim(grants: Grants) -> None:
    found = await stored(grants)
    claims = await asyncio.gather(*(grants.claim(found, LATER) for _ in range(8)))

    [claimed] = [one for one in claims if one is not None]
    assert (claimed.status, claimed.held_until) == (Granting.REFRESHING, LATER)
    assert claimed.version == found.version + 1
    assert claimed.pair == found.pair


async def test_only_whoever_has_the_claim_notes_how_it_ended(grants: Grants) -> None:
    found = await stored(grants)
    claimed = await grants.claim(found, LATER)
    assert claimed is not None

    assert not await grants.settle(found, Outcome(Granting.DEAD, "by somebody slow"))
    assert await grants.settle(claimed, Outcome(Granting.AMBIGUOUS, "lost", LATER, lost=1))
    after = await grants.find()
    assert after is not None
    assert (after.status, after.last_error, after.lost) == (Granting.AMBIGUOUS, "lost", 1)


@pytest.mark.parametrize("status", [Granting.AMBIGUOUS, Granting.DEAD])
async def test_a_new_pair_is_stored_although_the_claim_is_lost(
    grants: Grants, status: Granting
) -> None:
    claimed = await grants.claim(await stored(grants), LATER)
    assert claimed is not None
    await grants.settle(claimed, Outcome(status, "given up by another", lost=1))

    assert await grants.renew(claimed, pair("b"))
    after = await grants.find()
    assert after is not None
    assert (after.pair, after.status, after.lost) == (pair("b"), Granting.VALID, 0)


async def test_a_new_pair_never_replaces_a_newer_grant(grants: Grants) -> None:
    claimed = await grants.claim(await stored(grants), LATER)
    assert claimed is not None
    await grants.begin(pair("newer"))

    assert not await grants.renew(claimed, pair("b"))
    after = await grants.find()
    assert after is not None
    assert after.pair == pair("newer")


async def test_a_pasted_token_is_taken_where_there_is_no_living_grant(grants: Grants) -> None:
    assert await grants.paste(pair("a"))
    assert not await grants.paste(pair("a"))
    assert not await grants.paste(pair("b"))
    found = await grants.find()
    assert found is not None
    await grants.settle(found, Outcome(Granting.DEAD, "over"))

    assert not await grants.paste(pair("a"))
    assert await grants.paste(pair("b"))
    after = await grants.find()
    assert after is not None
    assert (after.pair, after.status, after.last_error) == (pair("b"), Granting.VALID, "")


async def test_pasted_by_several_at_once_it_is_taken_once(grants: Grants) -> None:
    taken = await asyncio.gather(*(grants.paste(pair("a")) for _ in range(6)))

    assert sum(taken) == 1


async def test_doubts_are_counted_and_forgotten(grants: Grants) -> None:
    claimed = await grants.claim(await stored(grants), LATER)
    assert claimed is not None
    await grants.renew(claimed, pair("b"), doubted=1)
    doubted = await grants.find()
    assert doubted is not None
    await grants.believe(doubted)

    assert doubted.doubted == 1
    assert await grants.find() == replace(doubted, doubted=0)


async def test_the_endpoint_outlives_every_refresh(grants: Grants) -> None:
    assert await grants.pinned() == ""
    found = await stored(grants)
    await grants.pin("v2.0/oa/message")
    claimed = await grants.claim(found, LATER)
    assert claimed is not None
    await grants.renew(claimed, pair("b"))
    await grants.begin(pair("c"))

    assert await grants.pinned() == "v2.0/oa/message"


async def test_a_link_comes_back_once_and_only_as_it_was_given_out(office: Desk) -> None:
    await begin_attempt(office.engine, SEAL, ACCOUNT, "state", "verifier")
    [row] = await office.rows(zalo_attempt)

    assert "state" not in row["state_hash"]
    assert "verifier" not in row["verifier"]
    for account, state in (("zalo_oa:2", "state"), (ACCOUNT, "another")):
        with pytest.raises(NoAttempt):
            await end_attempt(office.engine, SEAL, account, state)
    assert await end_attempt(office.engine, SEAL, ACCOUNT, "state") == "verifier"
    with pytest.raises(NoAttempt):
        await end_attempt(office.engine, SEAL, ACCOUNT, "state")


async def test_old_links_are_forgotten(office: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.zalo_attempts.LASTS", -LASTS)
    await begin_attempt(office.engine, SEAL, ACCOUNT, "old", "")
    with pytest.raises(NoAttempt):
        await end_attempt(office.engine, SEAL, ACCOUNT, "old")
    await begin_attempt(office.engine, SEAL, ACCOUNT, "old", "")
    await begin_attempt(office.engine, SEAL, ACCOUNT, "new", "")

    assert len(await office.rows(zalo_attempt)) == 1
