"""What must hold of the whole machine, however the talk goes."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from datetime import timedelta

import pytest

from content.commands import plain
from content.form import Question
from content.model import Book
from handlers.effects import Acknowledge, Erase, Reachable, Reply, Seek
from handlers.events import (
    Chose,
    Edited,
    Event,
    Followed,
    Left,
    MediaKind,
    MediaRefused,
    Moment,
    OtherKind,
    Returned,
    Said,
    SentMedia,
    SentOther,
    SharedPhone,
    Sought,
    StaffSpoke,
    Withdrew,
)
from handlers.hears import HEARS
from handlers.machine import Turn, step
from handlers.roads import HERE, ROADS
from handlers.seats import AskSeats
from handlers.sheet import kept
from handlers.state import Answer, Asked, Conversation, Source, Stage
from tests.player import MONDAY_MORNING, Player

SILENT = (Left, Returned, StaffSpoke, Withdrew)
WALKS = 100
LENGTH = 1_000
RESTS = 0.02


def test_every_stage_hears_every_event() -> None:
    heard = {Chose, *(kind for row in HEARS.values() for kind in row)}

    assert heard == set(Event.__args__)
    assert all({*row, Chose} == heard for row in HEARS.values())
    assert set(HEARS) == set(HERE) == set(Stage)


def test_every_command_leads_somewhere(book: Book) -> None:
    commands = {*book.commands.folded.values(), *book.commands.clear.values()}

    assert commands <= set(ROADS)


@pytest.mark.parametrize("seed", range(WALKS))
def test_random_walks_end_in_no_exception_and_no_dead_end(book: Book, seed: int) -> None:
    """100 walks of 1,000 events: every event is answered and every state has a way out."""
    chance = random.Random(seed)
    player = Player(book, language=chance.choice(["vi", "en"]))
    if seed % 2:
        _signs_up_on_a_shared_phone(player)
    for _ in range(LENGTH):
        if chance.random() < RESTS:
            player.at += timedelta(hours=1)
        event = _any_event(player, chance)
        before = player.conversation.stage
        turn = step(player.conversation, event, book)
        assert isinstance(event, SILENT) or _answered(turn), event
        assert _declared(before, turn, event), (before, turn.conversation.stage, event)
        player.hear(event)
    assert player.say("/menu")
    assert player.conversation.stage is Stage.HOME


def test_no_question_takes_a_command_word_silently(book: Book) -> None:
    """Every question of every form, with every command word: obeyed, asked, or a closed answer."""
    for conversation, key in _every_question(book):
        question = book.forms[key[0]].by_key[key[1]]
        for word, command in book.commands.folded.items():
            turn = step(conversation, Said(_moment(), word), book)
            asked = turn.conversation.asked
            doubted = asked is not None and asked.doubt == command
            obeyed = _obeyed(conversation, command, book, turn)
            closed = question.kind in {"choice", "consent", "choices", "topics"}
            assert doubted or obeyed or closed, (key, word, command)


def test_a_marked_command_word_is_always_obeyed(book: Book) -> None:
    for conversation, key in _every_question(book):
        for word, command in book.commands.marked.items():
            turn = step(conversation, Said(_moment(), plain(word)), book)
            assert _obeyed(conversation, command, book, turn), (key, word)


@pytest.mark.parametrize("word", ["STOP", "thôi nhận tin", "thoi nhan tin", "Thôi nhận tin."])
def test_stopping_notices_is_always_clear(book: Book, word: str) -> None:
    for conversation, key in _every_question(book):
        turn = step(conversation, Said(_moment(), word), book)
        assert turn.conversation.topics == frozenset(), key
        assert turn.conversation.asked == conversation.asked, key


def test_an_unmarked_word_in_a_name_is_asked_back(signing_up: Player) -> None:
    signing_up.say("huy")
    assert signing_up.labels == ["Dừng ghi, để sau", 'Câu trả lời là "huy"']

    signing_up.say("2")

    assert signing_up.answers()["contact-name"] == "huy"


def test_dung_answers_a_question_that_waits_for_yes(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ")
    signing_up.share("0912000111", own=False)
    signing_up.say("dung")

    assert signing_up.answers()["contact-phone"] == "+84912000111"


def test_wrong_answers_never_hear_the_same_sentence_twice_running(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ")
    said = [signing_up.say("nhieu lam " + "x" * n) for n in range(8)]

    assert all(one != after for one, after in itertools.pairwise(said))


def test_a_text_sent_again_before_the_reply_is_not_the_next_answer(signing_up: Player) -> None:
    heard = signing_up.at + timedelta(minutes=5)
    sent = signing_up.at + timedelta(minutes=1)
    signing_up.hear(Said(Moment(heard, sent, 90), "Vàng Thị Mỷ"))
    again = Said(Moment(heard, sent + timedelta(seconds=2), 91), "Vàng Thị Mỷ")
    said = signing_up.hear(again)

    assert "est-name" not in signing_up.answers()
    assert "Câu 3/9" in said
    assert "nhận được" in said


def test_somebody_who_blocked_us_is_not_reachable_until_they_return(player: Player) -> None:
    player.hear(Left(player.moment()))
    assert player.effects == [Reachable(yes=False)]

    player.hear(Returned(player.moment()))

    assert player.effects == [Reachable(yes=True)]


def test_while_staff_talk_to_somebody_the_bot_is_silent_and_then_goes_on(
    signing_up: Player,
) -> None:
    signing_up.hear(StaffSpoke(signing_up.moment()))
    asked = signing_up.conversation.asked

    assert signing_up.say("dạ em hỏi chút") == ""
    assert signing_up.conversation.asked == asked
    signing_up.at += timedelta(minutes=31)
    assert "Câu 3" in signing_up.say("Vàng Thị Mỷ")
    assert signing_up.answers()["contact-name"] == "Vàng Thị Mỷ"


def test_a_word_of_staff_that_is_told_late_counts_from_when_it_was_said(
    signing_up: Player,
) -> None:
    def ago(minutes: float) -> StaffSpoke:
        at = signing_up.moment()
        return StaffSpoke(at._replace(sent=at.heard - timedelta(minutes=minutes)))

    signing_up.hear(ago(60))
    assert "Câu 3" in signing_up.say("Vàng Thị Mỷ")

    signing_up.hear(ago(0))
    signing_up.hear(ago(29))
    assert signing_up.say("dạ em hỏi chút") == ""


def test_whoever_turns_to_the_bot_has_it_back_at_once(signing_up: Player) -> None:
    signing_up.hear(StaffSpoke(signing_up.moment()))

    assert signing_up.say("/menu") != ""
    assert signing_up.say("lịch") != ""


def test_whoever_withdraws_on_the_channels_side_is_erased(signing_up: Player) -> None:
    signing_up.hear(Withdrew(signing_up.moment()))

    assert signing_up.effects == [Erase(everything=True), Reachable(yes=False)]
    assert signing_up.conversation == Conversation(language=signing_up.conversation.language)


def test_start_in_the_middle_of_a_form_offers_to_go_on(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ")
    signing_up.start()
    assert signing_up.labels == ["Làm tiếp", "Về danh mục"]

    assert "Câu 3/9" in signing_up.say("1")


def _signs_up_on_a_shared_phone(player: Player) -> None:
    player.say("ghi danh", "đồng ý", "Vàng Thị Mỷ", "0912000111", "HTX Lanh", "2", "Lùng Tám")
    player.say("Khăn lanh", "1", "tất cả")
    for payload in ("go/send", "go/part/contact/0", "a/registration/0/phone-shared/yes"):
        player.press(payload)
    assert player.conversation.names


def _moment() -> Moment:
    return Moment(MONDAY_MORNING, MONDAY_MORNING, 77)


def _answered(turn: Turn) -> bool:
    return any(isinstance(one, Reply | Acknowledge | AskSeats | Seek) for one in turn.effects)


def _obeyed(before: Conversation, command: str, book: Book, turn: Turn) -> bool:
    """Whether a turn did what the button of that command does."""
    tapped = step(before, Chose(_moment(), f"go/{command}"), book)
    return turn.conversation._replace(last_said="") == tapped.conversation._replace(last_said="")


def _declared(before: Stage, turn: Turn, event: Event) -> bool:
    after = turn.conversation.stage
    if after is before or not isinstance(event, Chose):
        return True
    word = event.payload.split("/")[1] if event.payload.startswith("go/") else ""
    roads = [road for road in (HERE[before].get(word), ROADS.get(word)) if road]
    return (
        not roads or after in {Stage.HOME, Stage.WHOSE} or any(after in road.to for road in roads)
    )


def _every_question(book: Book) -> Iterator[tuple[Conversation, tuple[str, str]]]:
    for form in book.forms.values():
        for question in form.questions:
            player = Player(book)
            player.start()
            if form.key == "registration" and question.key != "consent-data":
                player.say("ghi danh", "đồng ý")
            product = 1 if question.about == "product" and form.key == "registration" else 0
            asked = Asked(form.key, question.key, product)
            c = _with_conditions(player, form.key, question, product)
            yield c._replace(stage=Stage.ASKING, asked=asked, offered=()), (form.key, question.key)


def _with_conditions(player: Player, form: str, question: Question, product: int) -> Conversation:
    """The conversation in which everything the question hangs on was answered so."""
    c, book = player.conversation, player.book
    for condition in question.when:
        earlier = book.forms[form].by_key[condition.question]
        player.conversation = _with_conditions(player, form, earlier, product)
        value = min(condition.values)
        at = product if earlier.about == "product" else 0
        answer = Answer(value, value, Source.CHAT, player.at)
        c = kept(player.conversation, book, form, (at, earlier.key), answer)
        player.conversation = c
    return c


def _any_event(player: Player, chance: random.Random) -> Event:
    at = player.moment()
    shown = [*player.last.choices, *player.last.ways]
    kinds = ["tap"] * 8 * bool(shown) + ["word"] * 4 + ["text"] * 6 + ["number"] * 3 + ["odd"]
    match chance.choice(kinds):
        case "tap":
            return Chose(at, chance.choice(shown).payload)
        case "word":
            return Said(at, chance.choice([*player.book.commands.folded]))
        case "number":
            return Said(at, str(chance.randint(0, 12)))
        case "text":
            return Said(at, chance.choice(TEXTS))
        case _:
            return chance.choice(_odd(at, chance))


TEXTS = (
    *("Vàng Thị Mỷ", "0912 000 111", "HTX Lanh Sợi Xanh", "lung tam", "yen dinh", "tan quang"),
    *("Khăn lanh nhuộm chàm", "1,2 tỷ", "850tr", "2000 chiếc", "350k một cái", "15/3/2021"),
    *("đúng", "không", "ko", "ok", "không biết", "tất cả", "1 và 2", "abc", "🙂", "x" * 4000),
    *("5100999994", "khoảng mười người", "ma dk co mat tien k", "{{7*7}}", "=1+1", "<b>", "\u202e"),
)


def _odd(at: Moment, chance: random.Random) -> list[Event]:
    return [
        Followed(at, "qr"),
        Followed(at, "oa_profile", passing=True),
        SharedPhone(at, chance.choice(["0912000111", "abc", "+1 555"]), chance.random() < 0.5),
        SentMedia(at, f"m{at.fresh}", MediaKind.PHOTO, "r", 10, "image/jpeg"),
        SentMedia(at, f"m{at.fresh}", MediaKind.DOCUMENT, "r", 10, "application/pdf"),
        SentMedia(at, f"m{at.fresh}", MediaKind.DOCUMENT, "r", 99_000_000, "image/heic"),
        MediaRefused(at, f"m{chance.randint(0, at.fresh)}", "unreadable"),
        SharedPhone(at, "", own=True, name="Giàng Mí Sính", address="Thôn 3, X", ward="Mèo Vạc"),
        SentOther(at, chance.choice(list(OtherKind))),
        SentOther(at, OtherKind.LOCATION, "22.8233, 104.9784"),
        Edited(at, "sửa rồi"),
        Left(at),
        Returned(at),
        Sought(at, found=True),
        Chose(at, chance.choice(FORGED)),
    ]


FORGED = (
    *("", "a", "a/b/c/d", "a/registration/1/prod-group/craft", "a/registration/9999/x/y", "go/"),
    *("go/part/papers/1", "go/more/1", "go/mine/2", "go/erased/all", "go/change/0/est-name"),
    *("go/meant/stop", "go/meant/answer", "go/page/nowhere", "go/send", "go/topic/x/on", "đ" * 40),
    *(
        "a/registration/0/est-commune-code/00901",
        "a/eligibility/0/est-type/=0000",
        "go/withdrawn/3",
    ),
)


def test_every_reply_is_within_the_limits_of_the_channels(book: Book) -> None:
    chance = random.Random(7)
    for seed in range(5):
        chance.seed(seed)
        player = Player(book)
        for _ in range(400):
            turn = step(player.conversation, (event := _any_event(player, chance)), book)
            for reply in (one for one in turn.effects if isinstance(one, Reply)):
                shown = (*reply.message.choices, *reply.message.ways)
                assert len(reply.message.text) > 0
                assert all(len(one.payload.encode()) <= 64 for one in shown)
                assert all(one.label.strip() for one in shown)
            player.hear(event)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_words_of_a_way_typed_back_do_what_its_button_does(book: Book, language: str) -> None:
    """A share-phone keyboard sends its labels back as text."""
    player = Player(book, language=language)
    player.start()
    player.press("go/register")
    player.say("1", "Vàng Thị Mỷ")
    for way in player.last.ways:
        typed = step(player.conversation, Said(_moment(), way.label), book)
        tapped = step(player.conversation, Chose(_moment(), way.payload), book)
        assert typed.effects == tapped.effects, way.label


def test_before_consent_nothing_typed_is_remembered(book: Book) -> None:
    """Only where the talk stands, and eligibility answers that name nobody."""
    player = Player(book)
    player.start()
    player.say("Vàng Thị Mỷ 0912000111 xin chào", "điều kiện", "1", "lung tam, nha chi Vàng")
    player.say("yen dinh", "ghi danh", "Vàng Thị Mỷ")

    assert "Vàng" not in repr(player.conversation)
    assert "0912000111" not in repr(player.conversation)


@pytest.mark.parametrize("start", ["ghi danh", "gọi lại"])
def test_a_word_that_may_be_a_command_is_no_consent_yet(player: Player, start: str) -> None:
    """ "Dung" is đúng, or dừng."""
    player.say(start, "dung")
    assert player.labels == ["Đúng", "Không phải"]
    assert player.effects == []
    assert not player.conversation.registrations
