"""The first grant: a link, an admin who consents, and nobody else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import parse_qs, urlencode, urlsplit

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.channels.zalo_access import Access
from bot.channels.zalo_grant import challenge_of, new_verifier, site_proof
from bot.channels.zalo_tokens import NoToken
from bot.tell import tell
from storage.zalo_attempts import LASTS
from tests.fakes.zalo_clock import MINUTE
from tests.fakes.zalo_faults import Fault
from tests.fakes.zalo_oauth import challenge_of as challenge_at_zalo
from tests.zalo_tokens.offices import Office

FIXED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ"


@asynccontextmanager
async def serving(office: Office) -> AsyncIterator[Access]:
    """The program, at an address that Zalo's console has."""
    async with office.opened() as access:
        application = web.Application()
        application.add_routes(access.routes())
        async with TestServer(application) as server:
            office.more["BOT_PUBLIC_URL"] = f"http://127.0.0.1:{server.port}"
            office.zalo.grants.callback_url = f"{office.more['BOT_PUBLIC_URL']}/zalo/callback"
            yield access


async def run(office: Office, *words: str, **more: str) -> Result:
    """Run one of our commands."""
    return await asyncio.to_thread(CliRunner().invoke, app, words, env=office.environ(**more))


async def link(office: Office) -> str:
    """What `zalo grant` prints last."""
    done = await run(office, "zalo", "grant")
    assert done.exit_code == 0, done.stderr
    return done.stdout.splitlines()[-1]


async def opened(address: str, **more: str) -> tuple[int, str]:
    """What a browser shows at the end; `more` are changes to what Zalo sends along."""
    async with aiohttp.ClientSession() as browser:
        async with browser.get(address, allow_redirects=False) as consent:
            back = consent.headers["Location"]
        parts = urlsplit(back)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()} | more
        changed = parts._replace(query=urlencode(query)).geturl()
        async with browser.get(changed) as page:
            return page.status, await page.text()


async def test_an_admin_who_consents_gives_us_tokens(office: Office) -> None:
    async with serving(office) as access:
        with pytest.raises(NoToken, match="unconfigured"):
            await access.tokens.current()
        status, said = await opened(await link(office))
        assert (status, said) == (200, tell("zalo-callback-done"))
        assert await office.call(await access.tokens.current()) == 0

    assert office.zalo.strays == []


async def test_a_grant_may_be_given_again_after_the_end_of_one(office: Office) -> None:
    await office.granted()
    async with serving(office) as access:
        office.zalo.kill_grant()
        with pytest.raises(NoToken, match="dead"):
            await access.tokens.refused(await access.tokens.current())
        await opened(await link(office))
        assert await office.call(await access.tokens.current()) == 0


async def test_a_link_comes_back_once(office: Office) -> None:
    async with serving(office):
        address = await link(office)
        await opened(address)

        assert await opened(address) == (403, tell("zalo-callback-old"))
    assert office.asked == 1


async def test_a_link_grows_old(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.zalo_attempts.LASTS", -LASTS)
    async with serving(office):
        assert await opened(await link(office)) == (403, tell("zalo-callback-old"))
    assert office.asked == 0


@pytest.mark.parametrize(
    ("changes", "status", "key"),
    [
        ({"state": "somebody-else-s"}, 403, "zalo-callback-old"),
        ({"state": ""}, 400, "zalo-callback-strange"),
        ({"code": ""}, 400, "zalo-callback-strange"),
        ({"code": "x" * 3000}, 400, "zalo-callback-strange"),
        ({"oa_id": "999"}, 403, "zalo-callback-other"),
    ],
)
async def test_what_we_did_not_ask_for_changes_nothing(
    office: Office, changes: dict[str, str], status: int, key: str
) -> None:
    async with serving(office) as access:
        assert await opened(await link(office), **changes) == (status, tell(key))
        with pytest.raises(NoToken, match="unconfigured"):
            await access.tokens.current()
    assert office.asked == 0


async def test_a_code_that_zalo_does_not_take_is_said(office: Office) -> None:
    async with serving(office):
        address = await link(office)
        status, said = await opened(address, code="another")

    assert (status, said) == (502, tell("zalo-callback-denied", code="-118"))


async def test_a_lost_answer_is_said_and_the_old_grant_stays(office: Office) -> None:
    await office.granted()
    before = await office.grant()
    async with serving(office):
        address = await link(office)
        office.zalo.faults.add(Fault("v4/oa/access_token", cut="after"))

        assert await opened(address) == (502, tell("zalo-callback-lost"))
    assert await office.grant() == before


async def test_the_console_may_want_a_proof_that_stays_the_same(office: Office) -> None:
    office.zalo.rules.fixed_challenge = challenge_at_zalo(FIXED)
    async with serving(office) as access:
        status, _ = await opened(await link(office))
        assert status == 502
        office.more["BOT_ZALO_CODE_VERIFIER"] = FIXED
        shown = await run(office, "zalo", "grant")
        assert challenge_at_zalo(FIXED) in shown.stdout
        assert (await opened(await link(office)))[0] == 200
        assert await office.call(await access.tokens.current()) == 0


def test_the_proof_is_as_the_standard_has_it() -> None:
    assert challenge_of(FIXED) == "RqIZl4LIgn8KxW9QO-nTnv7pf0CnNrksx9fF-CXP2FE"
    assert len(new_verifier()) == 43
    assert new_verifier() != new_verifier()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_without_an_address_of_ours_there_is_no_link(office: Office) -> None:
    refused = await run(office, "zalo", "grant", BOT_PUBLIC_URL="")

    assert refused.exit_code == 78
    assert refused.stderr.splitlines() == [tell("zalo-no-public-url")]


async def test_what_was_given_up_may_be_tried_once_more(office: Office) -> None:
    await office.granted()
    office.zalo.clock.advance(26 * 60 * MINUTE)
    office.zalo.faults.add(Fault("v4/oa/access_token", status=502, times=2))
    async with office.process() as tokens:
        for _ in range(3):
            await tokens.look()
            office.zalo.clock.advance(MINUTE)
        with pytest.raises(NoToken, match="dead"):
            await tokens.current()
        again = await run(office, "zalo", "retry")
        assert await office.call(await tokens.current()) == 0
    nothing = await run(office, "zalo", "retry")

    assert again.exit_code == 0
    assert nothing.exit_code == 1
    assert nothing.stderr.splitlines() == [tell("zalo-nothing-to-retry")]


PAGE = """<!DOCTYPE html><html><head>
    <meta property="zalo-platform-site-verification" content="Ab3-_xYz12345678" />
</head><body>There is no limit!</body></html>"""


@pytest.mark.parametrize(
    ("proof", "said"), [("Ab3-_xYz12345678", 'content="Ab3-_xYz12345678"'), (PAGE, "no limit!")]
)
async def test_zalo_finds_the_proof_that_the_domain_is_ours(proof: str, said: str) -> None:
    application = web.Application()
    application.add_routes([site_proof(proof)])
    async with TestServer(application) as server, aiohttp.ClientSession() as zalo:
        async with zalo.get(server.make_url("/zalo_verifierAb3-_xYz12345678.html")) as page:
            assert (page.status, page.content_type) == (200, "text/html")
            assert said in await page.text()
        async with zalo.get(server.make_url("/zalo_verifierSomethingElse.html")) as page:
            assert page.status == 404
