"""The made-up OAuth gives tokens to whom the real one gives them, and takes them away likewise."""

from __future__ import annotations

import hashlib
import hmac

import aiohttp
import pytest
from yarl import URL

from tests.fakes.zalo_faults import Fault
from tests.fakes.zalo_oauth import challenge_of
from tests.fakes.zalo_server import ACCESS_TOKEN, FakeZalo
from tests.fakes_own.hands import OpenApi

VERIFIER = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ"
CALLBACK = "https://example.org/zalo/callback"
TEN_MINUTES = 600
DAY = 24 * 3600


async def refreshed(api: OpenApi, token: str) -> object:
    return (await api.tokens(grant_type="refresh_token", refresh_token=token)).get("error", 0)


def test_the_challenge_of_the_manual() -> None:
    assert challenge_of(VERIFIER) == "RqIZl4LIgn8KxW9QO-nTnv7pf0CnNrksx9fF-CXP2FE"


async def test_a_refresh_token_is_good_once(api: OpenApi) -> None:
    token = api.zalo.issue_refresh_token()

    first = await api.tokens(grant_type="refresh_token", refresh_token=token)
    again = await api.tokens(grant_type="refresh_token", refresh_token=token)

    assert (first["expires_in"], "error" in first) == ("90000", False)
    assert again["error"] == -14014
    assert {"error_name", "error_reason", "error_description", "ref_doc"} <= again.keys()
    assert await refreshed(api, first["refresh_token"]) == 0
    assert [call.method for call in api.zalo.tokens_asked()] == [ACCESS_TOKEN] * 3


async def test_the_old_access_token_dies_with_a_refresh(api: OpenApi) -> None:
    old = api.token
    pair = await api.tokens(
        grant_type="refresh_token", refresh_token=api.zalo.issue_refresh_token()
    )
    assert (await api.get("v2.0/oa/getoa"))[0] == -216
    api.token = pair["access_token"]
    assert (await api.get("v2.0/oa/getoa"))[0] == 0

    api.zalo.rules.old_token_lives = True
    await refreshed(api, pair["refresh_token"])
    assert (await api.get("v2.0/oa/getoa"))[0] == 0
    api.token = old
    assert (await api.get("v2.0/oa/getoa"))[0] == -216


async def test_a_life_may_be_told_as_a_number(api: OpenApi) -> None:
    api.zalo.rules.expires_as_text = False
    token = api.zalo.issue_refresh_token()

    pair = await api.tokens(grant_type="refresh_token", refresh_token=token)

    assert pair["expires_in"] == 90000


@pytest.mark.parametrize(
    ("form", "secret", "code"),
    [
        ({"grant_type": "refresh_token", "refresh_token": "x"}, "", -14014),
        ({"grant_type": "refresh_token"}, "", -14014),
        ({"grant_type": "refresh_token"}, "the-oa-secret", -14004),
        ({"grant_type": "refresh_token", "app_id": "1"}, "", -14004),
        ({"grant_type": "authorization_code", "code": "x"}, "", -118),
        ({}, "", -14001),
    ],
)
async def test_who_gets_no_tokens(
    api: OpenApi, form: dict[str, str], secret: str, code: int
) -> None:
    assert (await api.tokens(secret, **form))["error"] == code


async def test_tokens_grow_old(api: OpenApi) -> None:
    token = api.zalo.issue_refresh_token()

    api.zalo.clock.advance(90_000 - 1)
    assert (await api.get("v2.0/oa/getoa"))[0] == 0
    api.zalo.clock.advance(1)
    assert (await api.get("v2.0/oa/getoa"))[0] == -220
    api.zalo.clock.advance(90 * DAY)
    assert await refreshed(api, token) == -14014


@pytest.mark.parametrize("code", [-216, 216, 401, -401, -220])
async def test_a_token_dies_on_command(api: OpenApi, code: int) -> None:
    token = api.zalo.issue_refresh_token()
    api.zalo.kill_token(code)

    assert (await api.get("v2.0/oa/getoa"))[0] == code
    assert await refreshed(api, token) == 0


async def test_a_grant_dies_on_command(api: OpenApi) -> None:
    token = api.zalo.issue_refresh_token()
    api.zalo.kill_grant()

    assert (await api.get("v2.0/oa/getoa"))[0] == -216
    assert await refreshed(api, token) == -14014


async def consents(zalo: FakeZalo, http: aiohttp.ClientSession, **query: str) -> URL:
    """Where the browser of an admin who says yes is sent; nowhere if Zalo says no."""
    asked = {"app_id": zalo.app_id, "redirect_uri": CALLBACK, "state": "s"} | query
    url = f"{zalo.oauth_url}/v4/oa/permission"
    async with http.get(url, params=asked, allow_redirects=False) as response:
        return URL(response.headers.get("Location", ""))


async def test_a_permission_leads_to_tokens_once(api: OpenApi) -> None:
    challenge = challenge_of(VERIFIER)
    target = await consents(api.zalo, api.http, code_challenge=challenge)
    grant = {"grant_type": "authorization_code", "code": target.query["code"]}

    first = await api.tokens(**grant, code_verifier=VERIFIER)
    again = await api.tokens(**grant, code_verifier=VERIFIER)

    assert str(target.with_query(None)) == CALLBACK
    assert (target.query["oa_id"], target.query["state"]) == (api.zalo.oa_id, "s")
    assert first["access_token"]
    assert first["refresh_token"]
    assert again["error"] == -118


@pytest.mark.parametrize("proof", [{}, {"code_verifier": "another"}], ids=["none", "another"])
async def test_a_code_wants_the_verifier_of_its_challenge(
    api: OpenApi, proof: dict[str, str]
) -> None:
    grant = {"grant_type": "authorization_code"}

    code = api.zalo.issue_code(challenge_of(VERIFIER))
    assert (await api.tokens(**grant, code=code, **proof))["error"] == -118
    api.zalo.rules.fixed_challenge = challenge_of("fixed")
    code = api.zalo.issue_code(challenge_of(VERIFIER))
    assert (await api.tokens(**grant, code=code, code_verifier=VERIFIER))["error"] == -118


async def test_a_code_lives_ten_minutes(api: OpenApi) -> None:
    grant = {"grant_type": "authorization_code"}
    in_time, late = api.zalo.issue_code(), api.zalo.issue_code()
    api.zalo.clock.advance(TEN_MINUTES - 1)
    assert "error" not in await api.tokens(**grant, code=in_time)
    api.zalo.clock.advance(1)
    assert (await api.tokens(**grant, code=late))["error"] == -118


@pytest.mark.parametrize(
    "query", [{"app_id": "1"}, {"redirect_uri": f"{CALLBACK}?a=b"}, {"redirect_uri": "x"}]
)
async def test_a_link_that_leads_nowhere(
    zalo: FakeZalo, http: aiohttp.ClientSession, query: dict[str, str]
) -> None:
    zalo.grants.callback_url = CALLBACK

    assert await consents(zalo, http)
    assert not await consents(zalo, http, **query)
    zalo.rules.active = False
    assert not await consents(zalo, http)


async def test_calls_may_have_to_prove_that_they_know_the_app_secret(api: OpenApi) -> None:
    api.zalo.rules.wants_proof = True
    assert (await api.get("v2.0/oa/getoa"))[0] == -242

    secret = api.zalo.app_secret.encode()
    proof = hmac.new(secret, api.token.encode(), hashlib.sha256).hexdigest()
    api.headers["appsecret_proof"] = proof
    assert (await api.get("v2.0/oa/getoa"))[0] == 0


@pytest.mark.parametrize("place", ["header", "query"])
async def test_a_token_anywhere_else_is_no_token(
    zalo: FakeZalo, http: aiohttp.ClientSession, place: str
) -> None:
    token = zalo.issue_token()
    headers = {"Authorization": f"Bearer {token}"} if place == "header" else {}
    query = {"access_token": token} if place == "query" else {}

    async with http.get(f"{zalo.url}/v2.0/oa/getoa", headers=headers, params=query) as response:
        assert (await response.json())["error"] == -216


async def test_an_answer_that_is_lost_has_burnt_the_token(api: OpenApi) -> None:
    token = api.zalo.issue_refresh_token()
    api.zalo.faults.add(Fault(ACCESS_TOKEN, cut="after"))

    with pytest.raises(aiohttp.ClientError):
        await refreshed(api, token)

    assert await refreshed(api, token) == -14014
    assert api.zalo.grants.refreshes == 1
