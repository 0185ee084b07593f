"""What the peer says and does in each state of its conversation: one plain function a state."""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine, Iterable, Sequence
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import ContextTypes

from bot.settings import OWN_PACK
from content.folding import fold
from content.form import Condition, Kind, Question
from content.load import load
from tests.bench.peers.handler_store import Sqlite

MENU, PAGES, CHECK, VERDICT, SIGN_UP, REVIEW, PICK = range(7)
CHANGE, DOSSIER, FILL, MINE, SETTINGS, TOPICS, STAFF = range(7, 14)

BOOK = load(OWN_PACK, demo=True)
CHECKED = BOOK.forms["eligibility"].questions
SIGNED = BOOK.forms["registration"].signup.questions
PHONE = re.compile(r"(?:\+84|0)[35789]\d{8}")
PLACES = {fold(place.name): place.code for place in BOOK.places.by_code.values()}
OFFICE = {
    "office": BOOK.office.name,
    "phone": BOOK.office.phone,
    "hours": BOOK.office.hours,
    "controller": BOOK.office.controller,
    "receivers": BOOK.office.receivers,
    "kept-for": BOOK.office.kept_for,
    "privacy-contact": BOOK.office.privacy_contact,
}
MENU_KEYS = ("programme", "eligibility", "register", "calendar", "desk", "settings")

Talk = ContextTypes.DEFAULT_TYPE
Hear = Callable[[Update, Talk], Coroutine[Any, Any, int]]


def say(key: str) -> str:
    """A sentence of our book."""
    return BOOK.wording.say("vi", key, OFFICE)


async def reply(update: Update, text: str, choices: Sequence[str], state: int) -> int:
    """Send a text with a button a line, and go to a state."""
    assert update.message is not None
    rows = [[InlineKeyboardButton(label, callback_data=str(n))] for n, label in enumerate(choices)]
    await update.message.reply_text(text, reply_markup=InlineKeyboardMarkup(rows))
    return state


def said(update: Update) -> str:
    """The text of the message."""
    assert update.message is not None
    return (update.message.text or "").strip()


def person(update: Update) -> int:
    """Whose message it is."""
    assert update.effective_user is not None
    return update.effective_user.id


def remembered(context: Talk) -> dict[Any, Any]:
    """What this person has said so far."""
    assert context.user_data is not None
    return context.user_data


def labels(question: Question) -> list[str]:
    """The choices of a question."""
    values = BOOK.topics if question.kind is Kind.TOPICS else question.choices
    return [say(f"{question.words}.choice-{value}") for value in values]


def value_of(question: Question, text: str) -> str | None:
    """The answer that a text means; None when it is none."""
    if question.kind is Kind.PLACE:
        return PLACES.get(fold(text))
    if question.kind is Kind.PHONE:
        plain = text.replace(" ", "")
        return plain if PHONE.fullmatch(plain) else None
    if question.kind is Kind.TOPICS:
        return ",".join(BOOK.topics) if fold(text) == "tat ca" else None
    if not question.choices:
        return text if 2 <= len(text) <= 200 else None
    if text.isdigit() and 1 <= int(text) <= len(question.choices):
        return question.choices[int(text) - 1]
    chosen = [fold(label) for label in labels(question)]
    return question.choices[chosen.index(fold(text))] if fold(text) in chosen else None


def applies(conditions: Iterable[Condition], answers: dict[str, str]) -> bool:
    """Whether what was said meets all of them."""
    return all(answers.get(one.question) in one.values for one in conditions)


def missing(questions: Iterable[Question], answers: dict[str, str]) -> Question | None:
    """The next question that applies and is not answered."""
    for question in questions:
        if question.key not in answers and applies(question.when, answers):
            return question
    return None


async def ask(update: Update, question: Question, state: int) -> int:
    return await reply(update, say(question.words), labels(question), state)


async def take(update: Update, answers: dict[str, str], question: Question) -> bool:
    """Take the answer to a question, or say what is wrong with it."""
    if fold(said(update)) == "giai thich":
        await reply(update, say(f"{question.words}.explain"), labels(question), 0)
        return False
    value = value_of(question, said(update))
    if value is None:
        await reply(update, say(f"{question.words}.hint"), labels(question), 0)
        return False
    answers[question.key] = value
    return True


async def start(update: Update, context: Talk) -> int:
    remembered(context).clear()
    choices = [say(f"menu-{key}") for key in MENU_KEYS]
    return await reply(update, say("home-welcome"), choices, MENU)


async def to_menu(update: Update, _context: Talk) -> int:
    return await reply(update, say("home-menu"), [say(f"menu-{key}") for key in MENU_KEYS], MENU)


async def menu(update: Update, context: Talk) -> int:
    match fold(said(update)):
        case "dieu kien" | "2":
            remembered(context)["answers"] = {}
            return await ask(update, CHECKED[0], CHECK)
        case "1":
            return await page(update, next(iter(BOOK.pages)))
        case "lich" | "4":
            return await reply(update, say("round-none"), [say("menu-home")], MENU)
        case "ho so cua toi":
            return await reply(update, say("menu-mine"), [_title(remembered(context))], MINE)
        case "cai dat":
            words = ("language", "topics", "privacy", "erase", "return")
            choices = [say(f"settings-option-{word}") for word in words]
            return await reply(update, say("settings"), choices, SETTINGS)
        case "can bo":
            return await reply(update, say("menu-desk"), [say("menu-home")], STAFF)
    return await to_menu(update, context)


async def page(update: Update, key: str) -> int:
    leads = [say(f"programme-{lead}.title") for lead in BOOK.pages[key].leads]
    return await reply(update, say(f"programme-{key}"), leads, PAGES)


async def pages(update: Update, context: Talk) -> int:
    leads = next(iter(BOOK.pages.values())).leads
    wish = said(update)
    if wish.isdigit() and 1 <= int(wish) <= len(leads):
        return await page(update, leads[int(wish) - 1])
    return await menu(update, context)


async def check(update: Update, context: Talk) -> int:
    answers = remembered(context)["answers"]
    question = missing(CHECKED, answers)
    if question is not None and not await take(update, answers, question):
        return CHECK
    question = missing(CHECKED, answers)
    if question is not None:
        return await ask(update, question, CHECK)
    lines = [say(f"rule-{rule.key}") for rule in BOOK.rules if applies(rule.when, answers)]
    return await reply(update, "\n".join(lines), [say("menu-register"), "?"], VERDICT)


async def verdict(update: Update, context: Talk) -> int:
    if said(update) == "2":
        lines = [say(f"article-{rule.article}") for rule in BOOK.rules[:9]]
        return await reply(update, "\n".join(lines), [say("menu-register")], VERDICT)
    remembered(context)["products"] = []
    return await _onward(update, context)


async def sign_up(update: Update, context: Talk) -> int:
    answers = remembered(context)["answers"]
    question = missing(SIGNED, answers)
    if question is not None and not await take(update, answers, question):
        return SIGN_UP
    return await _onward(update, context)


async def _onward(update: Update, context: Talk) -> int:
    question = missing(SIGNED, remembered(context)["answers"])
    return await ask(update, question, SIGN_UP) if question else await _review(update, context)


def _lines(kept: dict[Any, Any]) -> list[str]:
    """The answers as a person reads them."""
    answers = kept["answers"]
    lines = [f"{say(f'{q.words}.label')}: {answers[q.key]}" for q in SIGNED if q.key in answers]
    return [*lines, *(f"+ {product}" for product in kept["products"])]


def _title(kept: dict[Any, Any]) -> str:
    return f"{kept['number']}: {kept['answers']['est-name']}"


async def _review(update: Update, context: Talk) -> int:
    choices = ["1", "2", "3", say("way-later")]
    return await reply(update, "\n".join(_lines(remembered(context))), choices, REVIEW)


async def review(update: Update, context: Talk) -> int:
    kept = remembered(context)
    match said(update):
        case "1":
            store: Sqlite = context.bot_data["store"]
            kept["number"] = store.register(person(update), kept)
            return await _dossier(update, context)
        case "2":
            return await reply(update, say("way-back"), _lines(kept), PICK)
        case "3":
            kept["products"].append(kept["answers"].pop("prod-name"))
            kept["answers"].pop("prod-group")
            return await _onward(update, context)
    return await to_menu(update, context)


async def pick(update: Update, context: Talk) -> int:
    kept = remembered(context)
    answered = [question for question in SIGNED if question.key in kept["answers"]]
    kept["changing"] = answered[int(said(update))].key
    return await ask(update, BOOK.forms["registration"].by_key[kept["changing"]], CHANGE)


async def change(update: Update, context: Talk) -> int:
    kept = remembered(context)
    question = BOOK.forms["registration"].by_key[kept["changing"]]
    if not await take(update, kept["answers"], question):
        return CHANGE
    return await _review(update, context)


async def _dossier(update: Update, context: Talk) -> int:
    form = BOOK.forms["registration"]
    sections = [say(f"section-{section}") for section in form.sections]
    return await reply(update, _title(remembered(context)), sections, DOSSIER)


async def dossier(update: Update, context: Talk) -> int:
    if not said(update).isdigit():
        return await to_menu(update, context)
    form = BOOK.forms["registration"]
    wanted = form.parts[form.sections[int(said(update)) - 1]].questions
    answers = remembered(context)["answers"]
    question = next(one for one in wanted if not one.choices and one.key not in answers)
    remembered(context)["filling"] = question.key
    return await ask(update, question, FILL)


async def fill(update: Update, context: Talk) -> int:
    kept = remembered(context)
    kept["answers"][kept["filling"]] = said(update)
    return await _dossier(update, context)


async def mine(update: Update, context: Talk) -> int:
    return await reply(update, "\n".join(_lines(remembered(context))), [say("menu-home")], MENU)


async def settings(update: Update, context: Talk) -> int:
    if said(update) != "2":
        return await to_menu(update, context)
    return await _topics(update, context)


async def _topics(update: Update, context: Talk) -> int:
    wanted = remembered(context)["answers"].get("topics", "").split(",")
    question = BOOK.forms["registration"].by_key["topics"]
    marks = [
        f"{'✔' if topic in wanted else '✘'} {label}"
        for topic, label in zip(BOOK.topics, labels(question), strict=True)
    ]
    return await reply(update, say("topics"), [*marks, say("menu-home")], TOPICS)


async def topics(update: Update, context: Talk) -> int:
    if said(update) not in {"1", "2", "3"}:
        return await to_menu(update, context)
    answers = remembered(context)["answers"]
    wanted = set(filter(None, answers.get("topics", "").split(",")))
    wanted ^= {BOOK.topics[int(said(update)) - 1]}
    answers["topics"] = ",".join(sorted(wanted))
    return await _topics(update, context)


STATES: dict[int, Hear] = {
    MENU: menu,
    PAGES: pages,
    CHECK: check,
    VERDICT: verdict,
    SIGN_UP: sign_up,
    REVIEW: review,
    PICK: pick,
    CHANGE: change,
    DOSSIER: dossier,
    FILL: fill,
    MINE: mine,
    SETTINGS: settings,
    TOPICS: topics,
    STAFF: to_menu,
}
