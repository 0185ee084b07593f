"""A notice for somebody outside the window goes as a template message, where there is one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.channels.base import Announced, Later, Outgoing, Receipt, Refused, Sent
from bot.channels.zalo_classes import Classes
from bot.channels.zalo_oa import ZaloOA
from bot.channels.zalo_oa_calls import BY_PHONE, TEMPLATE
from bot.channels.zalo_terms import Filling, Tag, Template
from handlers.effects import Agreed, Message
from storage.outcomes import Charge
from storage.schema import answer, contact, conversation, message, registration
from tests.fakes.zalo_clock import HOUR, Clock
from tests.fakes.zalo_faults import Fault
from tests.fakes.zalo_phone import Phone
from tests.fakes.zalo_server import OA_ID, FakeZalo
from tests.inside import tables
from tests.zalo_oa.serving import ACCOUNT, TERMS, Ear, Notebook, Purse, serving, webhook

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
FAIR = Announced("fairs", "Hội chợ Tân Trào", "Mời anh/chị bán hàng tại hội chợ.")
FIELDS = {"tieu_de": Filling.TITLE, "noi_dung": Filling.TEXT, "ngay": Filling.DAY}
READ = "ngay: 23/11/2026\nnoi_dung: Mời anh/chị bán hàng tại hội chợ.\ntieu_de: Hội chợ Tân Trào"
NUMBER = "84912000111"


@dataclass(slots=True)
class Post:
    """An account whose people were here ten days ago; notices on fairs have a template."""

    zalo: FakeZalo
    engine: AsyncEngine
    classes: Classes
    channel: ZaloOA
    phone: Phone

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.zalo.clock(), UTC)

    async def announces(self, about: Announced = FAIR) -> Receipt:
        """Send the notice to the person."""
        text = Message("Hội chợ\n\nGõ dừng để thôi nhận tin.")
        return await self.channel.send(Outgoing(1, ACCOUNT, self.phone.id, 0, text, 0, about))

    def calls(self) -> list[str]:
        """What was asked of Zalo."""
        return [call.method for call in self.zalo.calls]


def approved(tag: Tag = Tag.PUBLIC) -> Template:
    return Template("777", tag, FIELDS)


@pytest.fixture
def template() -> Template:
    return approved()


@pytest.fixture
async def post(tmp_path: Path, template: Template) -> AsyncIterator[Post]:
    async with posting(tmp_path, template) as one:
        yield one


@asynccontextmanager
async def posting(tmp_path: Path, template: Template) -> AsyncIterator[Post]:
    clock = Clock(NOON.timestamp())
    async with FakeZalo(clock=clock) as zalo, tables(str(tmp_path / "bot.db")) as (engine, reader):
        zalo.sending.templates["777"] = set(FIELDS)
        zalo.allowance.balance = 10_000
        terms = replace(TERMS, templates={"fairs": template})

        def now() -> datetime:
            return datetime.fromtimestamp(clock(), UTC)

        classes = Classes(ACCOUNT, terms, terms.packages["growth"], reader, now)
        phone = zalo.phone()
        phone.starts()
        phone.shares_contact(NUMBER)
        async with ZaloOA(
            OA_ID, Purse(zalo), classes, api=zalo.url, business=zalo.url, now=now
        ) as channel:
            one = Post(zalo, engine, classes, channel, phone)
            await known(one)
            yield one


async def known(post: Post, hours: float = 10 * 24) -> None:
    """The person registered, was last here so long ago, and gave a number."""
    when = post.now() - timedelta(hours=hours)
    post.phone.person.interacted = when.timestamp()
    async with post.engine.begin() as connection:
        await connection.execute(
            insert(contact).values(id=1, account=ACCOUNT, address=post.phone.id, created_at=when)
        )
        await connection.execute(
            insert(conversation).values(
                account=ACCOUNT,
                address=post.phone.id,
                contact_id=1,
                state="{}",
                consents="fairs",
                version=1,
                seq=0,
                heard_at=when,
                interacted_at=when,
            )
        )


async def gave_number(post: Post) -> None:
    """The person wrote down a phone number."""
    row = {"id": 1, "code": "000001", "contact_id": 1, "status": "interest", "products": 1}
    moments = {"opened_at": NOON, "updated_at": NOON}
    given = {"question": "contact-phone", "value": f"+{NUMBER}", "source": "chat", "at": NOON}
    async with post.engine.begin() as connection:
        await connection.execute(insert(registration).values(version=1, **row, **moments))
        await connection.execute(insert(answer).values(registration_id=1, product=0, **given))


async def test_outside_the_window_it_goes_as_the_template_at_its_price(post: Post) -> None:
    receipt = await post.announces()

    bubble = await post.phone.reads()
    charge = Charge(ACCOUNT, "2026-11", Tag.PUBLIC, 1, 120)
    assert receipt == Sent(bubble.message_id, charge)
    assert bubble.text == READ
    assert post.calls() == [TEMPLATE]


async def test_inside_the_window_it_goes_as_it_is(post: Post) -> None:
    await known_again(post, hours=3 * 24)

    receipt = await post.announces()

    assert isinstance(receipt, Sent)
    assert receipt.charge.cost == "allowance"
    assert (await post.phone.reads()).text.startswith("Hội chợ\n")


async def known_again(post: Post, hours: float) -> None:
    """The person was here so long ago."""
    when = post.now() - timedelta(hours=hours)
    post.phone.person.interacted = when.timestamp()
    async with post.engine.begin() as connection:
        await connection.execute(conversation.update().values(interacted_at=when))


@pytest.mark.parametrize("about", [FAIR._replace(topic="training"), None])
async def test_what_has_no_template_is_not_sent(post: Post, about: Announced | None) -> None:
    text = Message("Chào")
    sent = await post.channel.send(Outgoing(1, ACCOUNT, post.phone.id, 0, text, 0, about))

    assert sent == Refused("not sent: too-long-ago", by_rule=True)
    assert post.calls() == []


async def test_a_template_that_goes_by_phone_goes_to_the_number_given(post: Post) -> None:
    await gave_number(post)
    post.zalo.sending.by_phone_only.add("777")

    first, second = await post.announces(), await post.announces()

    assert isinstance(first, Sent)
    assert isinstance(second, Sent)
    assert [call.parameters.get("phone") for call in post.zalo.calls] == [None, NUMBER, NUMBER]
    assert post.calls() == [TEMPLATE, BY_PHONE, BY_PHONE]
    assert first.charge.price == 120


async def test_the_receipt_of_one_that_went_by_phone_is_the_person_s(post: Post) -> None:
    await gave_number(post)
    post.zalo.sending.by_phone_only.add("777")
    book = Notebook()
    async with serving(webhook(Ear(), book)) as url:
        await post.zalo.point(url)
        sent = await post.announces()
        await post.zalo.delivery.settled()

    assert isinstance(sent, Sent)
    assert ("arrived", post.phone.id, sent.message_id) in book.notes


async def test_zalo_lets_nobody_have_two_promotions_a_day(post: Post) -> None:
    """Also where we do not know of the first."""
    post.zalo.sending.promotions.add("777")

    first, second = await post.announces(), await post.announces()

    assert isinstance(first, Sent)
    assert isinstance(second, Refused)
    assert "(-218)" in second.reason


async def test_by_phone_it_goes_to_nobody_whom_the_person_signed_up(post: Post) -> None:
    """What a helper wrote down is the producer's number, who may want no notices."""
    await gave_number(post)
    async with post.engine.begin() as connection:
        await connection.execute(registration.update().values(agreed=Agreed.SLIP))
    post.zalo.sending.by_phone_only.add("777")

    refused = await post.announces()
    async with post.engine.begin() as connection:
        await connection.execute(contact.update().values(phone=f"+{NUMBER}"))
    vouched = await post.announces()

    assert isinstance(refused, Refused)
    assert isinstance(vouched, Sent)
    assert post.calls() == [TEMPLATE, BY_PHONE]


async def test_what_is_longer_than_a_field_is_cut_at_a_word(tmp_path: Path) -> None:
    short = replace(approved(), longest={"noi_dung": 20})
    async with posting(tmp_path, short) as post:
        post.zalo.sending.longest = 20

        assert isinstance(await post.announces(), Sent)
        assert "noi_dung: Mời anh/chị bán…\n" in (await post.phone.reads()).text


async def test_without_a_number_it_cannot_go_by_phone(post: Post) -> None:
    post.zalo.sending.by_phone_only.add("777")

    receipt = await post.announces()

    assert isinstance(receipt, Refused)
    assert (receipt.by_rule, post.calls()) == (True, [TEMPLATE])


async def test_at_night_it_waits_for_the_morning(post: Post) -> None:
    post.zalo.clock.advance(11 * HOUR)

    receipt = await post.announces()

    assert receipt == Later(
        timedelta(hours=7, minutes=5), "held until morning", counts=False, apart=True
    )
    assert post.calls() == []


@pytest.mark.parametrize("template", [approved(Tag.PROMOTION)])
async def test_nobody_gets_two_promotions_a_day(post: Post) -> None:
    async def told(at: datetime) -> None:
        async with post.engine.begin() as connection:
            line = insert(message).values(contact_id=1, at=at, author="bot", kind="promotion")
            await connection.execute(line)

    await told(NOON - timedelta(hours=13))
    yesterday = await post.announces()
    await told(NOON - timedelta(hours=11))
    today = await post.announces()

    assert isinstance(yesterday, Sent)
    assert yesterday.charge == Charge(ACCOUNT, "2026-11", Tag.PROMOTION, 1, 200)
    assert today == Refused("not sent: promoted-today", by_rule=True)


TROUBLES: dict[str, tuple[int, Receipt]] = {
    "no cloud account": (-320, Refused("no cloud account is linked (-320)")),
    "no money": (-321, Later(timedelta(minutes=10), "the cloud account has no money (-321)",
                             counts=False, apart=True)),
    "refused by the person": (-244, Refused("refuses this kind of message (-244)", gone=True)),
    "wrong data": (-201, Refused("a parameter is invalid (-201): Scripted")),
}  # fmt: skip


@pytest.mark.parametrize("name", TROUBLES)
async def test_what_is_wrong_with_a_template_stops_nothing_else(post: Post, name: str) -> None:
    code, receipt = TROUBLES[name]
    post.zalo.faults.add(Fault(TEMPLATE, times=1, error=code))

    assert await post.announces() == receipt


PHONE_TROUBLES: dict[int, Receipt] = {
    -118: Refused("the phone number cannot receive (-118)"),
    -131: Refused("the template is not approved (-131)"),
    -133: Later(timedelta(hours=18, minutes=5), "not at night (-133)", counts=False, apart=True),
    -140: Refused("the person refuses templates (-140)"),
    -144: Later(
        timedelta(minutes=10), "the template's limit is reached (-144)", counts=False, apart=True
    ),
    -115: Later(timedelta(minutes=10), "no money for templates (-115)", counts=False, apart=True),
}


@pytest.mark.parametrize("code", PHONE_TROUBLES)
async def test_the_other_host_s_codes_are_its_own(post: Post, code: int) -> None:
    await gave_number(post)
    post.zalo.sending.by_phone_only.add("777")
    post.zalo.faults.add(Fault(BY_PHONE, times=1, error=code))

    assert await post.announces() == PHONE_TROUBLES[code]


async def test_a_token_that_died_is_replaced_for_a_template_too(post: Post) -> None:
    post.zalo.kill_token()

    assert isinstance(await post.announces(), Sent)
