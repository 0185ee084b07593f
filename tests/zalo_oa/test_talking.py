"""The account with the real program behind it: what people do at Zalo, and what they read there."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from handlers import codes, payloads
from storage.columns import Keeping, Sending
from tests.fakes.zalo_account import GOVERNMENT
from tests.fakes.zalo_phone import Phone
from tests.fakes.zalo_screen import Bubble
from tests.fakes.zalo_server import FakeZalo
from tests.whole.reading import CODE
from tests.whole.until import until
from tests.zalo_oa.house import House, running

NAME = "Vàng Thị Mỷ"
PHONE = "84912000111"
MAKER = "HTX Lanh Sợi Xanh"
PRODUCT = "Khăn lanh nhuộm chàm"
PAPERS = ("Giấy tờ của cơ sở", "Ảnh và giấy tờ")
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
async def house(tmp_path: Path, zalo: FakeZalo) -> AsyncIterator[House]:
    async with running(tmp_path, zalo) as opened:
        yield opened


@pytest.fixture
def phone(zalo: FakeZalo, house: House) -> Phone:
    return zalo.phone()


async def test_the_main_job_is_done_on_an_official_account(house: House, phone: Phone) -> None:
    await opens(phone)
    review = await signs_up(phone)
    assert all(words in review.text for words in (NAME, "0912 000 111", MAKER, PRODUCT))
    code = await sends(phone)
    await sends_papers(phone)

    async def all_kept() -> bool:
        return await house.count(f"media WHERE state = {Keeping.KEPT:d}") == 2

    await until(all_kept)
    assert await house.column("SELECT code FROM registration") == [code.replace("-", "")]
    values = await house.column("SELECT value FROM answer")
    assert {NAME, "+84912000111", MAKER, PRODUCT} <= set(values)
    await until(lambda: all_sent(house))


async def test_a_voice_note_is_kept_for_staff_and_the_form_goes_on(
    house: House, phone: Phone
) -> None:
    await opens(phone)
    await phone.chooses("Ghi danh sản phẩm")
    phone.sends_voice(b"#!AMR\n")
    assert "chưa giữ được tin thoại" in (await phone.reads()).text
    await phone.chooses("Đồng ý")
    phone.sends_voice(b"#!AMR\n")
    assert "đã giữ tin thoại" in (await phone.reads()).text

    async def kept() -> bool:
        return await house.count(f"media WHERE state = {Keeping.KEPT:d}") == 1

    await until(kept)
    assert await house.column("SELECT mime FROM media") == ["audio/amr"]
    assert await house.column("SELECT wish FROM request") == ["voice"]


async def test_whoever_follows_in_the_middle_of_a_sign_up_goes_on_with_it(
    house: House, phone: Phone
) -> None:
    await phone.asks("ghi danh")
    await phone.chooses("Đồng ý")
    question = (await phone.asks(NAME)).text
    assert (await phone.reads()).asks_info

    phone.starts()
    assert (await phone.reads()).text.endswith(question)
    assert (await phone.reads()).asks_info
    phone.shares_contact(PHONE)
    await phone.reads()

    assert await house.column("SELECT value FROM answer WHERE question = 'contact-phone'") == [
        f"+{PHONE}"
    ]


async def all_sent(house: House) -> bool:
    return await house.count(f"outbox WHERE status != {Sending.SENT:d}") == 0


async def opens(phone: Phone) -> None:
    """Follow the account and read the greeting."""
    phone.starts()
    assert "trợ lý tự động" in (await phone.reads()).text


async def signs_up(phone: Phone) -> Bubble:
    """Ask whether the product qualifies, and sign up with it; the review."""
    said = await phone.asks("điều kiện")
    answers = {"thuộc nhóm": "Thủ công mỹ nghệ", "loại nào": "Hợp tác xã"}
    while "Theo lời anh/chị kể" not in said.text:
        label = next((one for words, one in answers.items() if words in said.text), "")
        if "xã, phường nào" in said.text:
            said = await phone.asks("Lùng Tám")
        else:
            said = await phone.chooses(label or [*said.numbers, *said.labels][0])
    await phone.chooses("Ghi danh")
    await phone.chooses("Đồng ý")
    await phone.asks(NAME)
    form = await phone.reads()
    assert form.asks_info
    phone.shares_contact(PHONE)
    await phone.reads()
    await phone.asks(MAKER)
    await phone.asks(PRODUCT)
    return await phone.chooses("Tất cả")


async def sends(phone: Phone) -> str:
    """Send the sign-up; gives the code that the person is told."""
    said = await phone.chooses("Gửi ghi danh")
    found = CODE.search(said.text)
    assert found
    return found[0]


async def sends_papers(phone: Phone) -> None:
    """Send a paper and a photo."""
    numbers = phone.bubbles[-1].numbers
    maker, product = [one for words, one in numbers.items() if words.startswith(PAPERS)]
    assert "giấy đăng ký kinh doanh" in (await phone.asks(maker)).text
    phone.sends_document(PDF, "giấy đăng ký.pdf", "application/pdf")
    assert "Em đang giữ 1 tệp" in (await phone.reads()).text
    await phone.chooses("Xong")
    assert "mặt trước" in (await phone.asks(product)).text
    phone.sends_photo(snapshot(), "đây ạ")
    assert "bên cạnh" in (await phone.reads()).text


def snapshot() -> bytes:
    file = io.BytesIO()
    Image.effect_noise((1200, 900), 40).convert("RGB").save(file, "JPEG")
    return file.getvalue()


async def test_nobody_gets_at_anothers_registration_by_typing_what_a_button_says(
    zalo: FakeZalo, house: House, phone: Phone
) -> None:
    await opens(phone)
    await signs_up(phone)
    code = await sends(phone)
    (number,) = await house.column("SELECT id FROM registration")
    before = await house.column("SELECT version FROM registration")
    thief = zalo.phone(name="Kẻ lạ")
    await opens(thief)

    told = []
    for stage in ("mine", "erase", "resume", "staff"):
        for way in ("mine", "go-on", "withdraw", "withdrawn", "erased"):
            told.append(await thief.asks(f"#{payloads.go(stage)}"))
            told.append(await thief.asks(f"#{payloads.go(way, str(number))}"))
    for answer in ("=0000", "x", "+", "*"):
        tap = payloads.tap("registration", 1, "contact-name", answer)
        told.append(await thief.asks(f"#{tap}"))

    secrets = {NAME, PHONE, "0912 000 111", MAKER, PRODUCT, code, codes.digits(int(str(number)))}
    assert not [one.text for one in told if any(words in one.text for words in secrets)]
    assert not [one.labels for one in told if any(words in str(one.labels) for words in secrets)]
    assert await house.column("SELECT version FROM registration") == before


async def test_what_is_brought_twice_is_heard_once(
    zalo: FakeZalo, house: House, phone: Phone
) -> None:
    zalo.delivery.doubled = True

    await opens(phone)
    await phone.asks("điều kiện")
    await phone.asks("2")
    await zalo.delivery.settled()

    assert await house.count("inbox") == 3
    assert len(phone.bubbles) == 3


async def test_a_withdrawal_that_is_brought_once_more_takes_nothing_that_came_after_it(
    zalo: FakeZalo, house: House, phone: Phone
) -> None:
    await opens(phone)
    phone.withdraws()
    await zalo.delivery.settled()
    [gone] = [one.post for one in zalo.delivery.tries if b"user_withdraw" in one.post.body]
    erased = await house.column("SELECT erased_at FROM contact")
    await phone.asks("cài đặt")
    await phone.chooses("Tin muốn nhận")
    await phone.chooses("✘ Hội chợ")

    assert await zalo.delivery.bring(gone, retry=2) == 200
    assert erased != [None]
    assert await house.column("SELECT consents FROM conversation") == ["fairs"]
    assert await house.column("SELECT unreachable_since FROM contact") == [None]


async def test_what_the_account_says_itself_starts_no_turn(
    zalo: FakeZalo, house: House, phone: Phone
) -> None:
    await opens(phone)
    zalo.staff_says(phone, "Chào chị")
    phone.sees()
    await phone.reads()
    await zalo.delivery.settled()

    assert await house.count("inbox") == 1
    assert {note[0] for note in house.notebook.notes} == {"echo", "arrived", "seen"}


async def test_a_government_s_account_without_buttons_serves_as_well(
    zalo: FakeZalo, house: House, phone: Phone
) -> None:
    zalo.rules.oa_type, zalo.rules.templates_refused = GOVERNMENT, -233

    await opens(phone)
    said = await phone.asks("điều kiện")
    assert not said.buttons
    said = await phone.chooses("Thủ công mỹ nghệ")

    assert "xã, phường nào" in said.text


async def test_a_token_that_dies_in_the_middle_is_nobody_s_concern(
    zalo: FakeZalo, house: House, phone: Phone
) -> None:
    await opens(phone)
    zalo.kill_token()

    said = await phone.asks("điều kiện")

    assert said.labels
    assert len(phone.bubbles) == 2
    assert len(zalo.tokens_asked()) == 2


async def test_a_token_that_dies_while_many_are_answered_is_replaced_once(
    zalo: FakeZalo, house: House
) -> None:
    """Nobody's reply is lost, and nobody's comes twice."""
    phones = [zalo.phone() for _ in range(48)]
    for phone in phones[:24]:
        phone.starts()
    first = await phones[0].reads()
    zalo.kill_token()
    for phone in phones[24:]:
        phone.starts()

    greetings = [first, *await asyncio.gather(*(phone.reads() for phone in phones[1:]))]
    await zalo.delivery.settled()

    assert len({greeting.text for greeting in greetings}) == 1
    assert [len(phone.bubbles) for phone in phones] == [1] * len(phones)
    assert len(zalo.tokens_asked()) == 2
    await until(lambda: all_sent(house))
