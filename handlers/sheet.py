"""
Where the answers of a form live, behind one pair of functions.

A registration's answers are in the registration; before consent there is none, and what the
eligibility questions learnt stands in for it. Other forms keep theirs in the conversation.
"""

from __future__ import annotations

from content.model import Book
from handlers import path
from handlers.state import Answer, AnswerKey, Answers, Conversation, Registration, Source
from handlers.verdict import judged

REGISTRATION = "registration"
ELIGIBILITY = "eligibility"
CALLBACK = "callback"
SEAT = "seat"
HELPING = "helping"
CLAIM = "claim"
ERRANDS = frozenset({CALLBACK, SEAT})
"""Forms that end in a wish and are forgotten with it, or when they are left."""

BETWEEN = " – "
"""What stands between the two names of a title."""


def active(c: Conversation) -> Registration | None:
    """The registration being talked about, if there is one."""
    if c.active:
        for one in c.registrations:
            if one.id == c.active:
                return one
    return None


def for_another(c: Conversation, form: str) -> bool:
    """Whether the questions of a form are about somebody who has another phone than this."""
    registration = active(c) if form == REGISTRATION else None
    return registration is not None and registration.helped


def answers(c: Conversation, b: Book, form: str) -> Answers:
    """The answers of a form, whichever place they live in."""
    if form != REGISTRATION:
        return c.answers.get(form, {})
    registration = active(c)
    return registration.answers if registration else carried(c, b, 1)


def carried(c: Conversation, b: Book, product: int) -> dict[AnswerKey, Answer]:
    """What the eligibility questions learnt, as answers of the registration's own questions."""
    questions = b.forms[REGISTRATION].by_key
    found: dict[AnswerKey, Answer] = {}
    for (_, key), answer in answers(c, b, ELIGIBILITY).items():
        if key in questions:
            at = product if questions[key].about is path.PRODUCT else 0
            found[at, key] = Answer(answer.value, answer.raw, Source.ELIGIBILITY, answer.at)
    return found


def kept(c: Conversation, b: Book, form: str, key: AnswerKey, answer: Answer) -> Conversation:
    """The conversation with one answer kept, and the answers that hung on the old one dropped."""
    return given(c, b, form, {key: answer})


def given(c: Conversation, b: Book, form: str, more: Answers) -> Conversation:
    """
    The conversation with these answers, and without those that hung on the ones they replace.

    A registration's verdict follows its answers.
    """
    if form != REGISTRATION:
        changed = path.pruned(b.forms[form], {**answers(c, b, form), **more})
        return c._replace(answers={**c.answers, form: changed})
    registration = active(c)
    if registration is None:
        return c
    every = {**registration.answers, **more}
    changed = path.pruned(b.forms[form], every)
    registration = titled(registration._replace(answers=changed))
    if len(changed) < len(every) or any(key in b.ruled for _, key in more):
        registration = judged(registration, b)
    return with_registration(c, registration)


def without(c: Conversation, form: str) -> Conversation:
    """The conversation with the answers of a form of its own forgotten."""
    if form not in c.answers:
        return c
    return c._replace(answers={key: own for key, own in c.answers.items() if key != form})


def without_errands(c: Conversation) -> Conversation:
    """The conversation with the answers of forms that were left half done forgotten."""
    return without(without(c, CALLBACK), SEAT)._replace(booking="")


def with_registration(c: Conversation, registration: Registration) -> Conversation:
    """The conversation with a registration replaced by its newer self."""
    if any(one is registration for one in c.registrations):
        return c
    return c._replace(
        registrations=tuple(
            registration if one.id == registration.id else one for one in c.registrations
        ),
    )


def tidied(c: Conversation) -> Conversation:
    """
    The conversation without a last product that nothing was ever said about.

    One that is asked about just now, or after a detour, stays.
    """
    registration = active(c)
    if registration is None or not registration.loaded or registration.products == 1:
        return c
    used = {product for product, _ in registration.answers}
    used |= {asked.product for asked in (c.asked, c.paused and c.paused.asked) if asked}
    products = registration.products
    while products > 1 and products not in used:
        products -= 1
    if products == registration.products:
        return c
    return with_registration(c, registration._replace(products=products))


def without_product(c: Conversation, gone: int) -> Conversation:
    """The conversation with one product taken out; those after it move up."""
    registration = active(c)
    if registration is None:
        return c
    rest = {
        (product - (product > gone), key): answer
        for (product, key), answer in registration.answers.items()
        if product != gone
    }
    shorter = registration._replace(products=registration.products - 1, answers=rest)
    return with_registration(c._replace(skipped=frozenset()), titled(shorter))


def titled(registration: Registration) -> Registration:
    """
    The registration under the name staff and producers know it by: maker and first product.

    A helper knows people: as long as the workshop has no name, the contact stands for it.
    """
    get = registration.answers.get
    maker = get((0, "est-name")) or (get((0, "contact-name")) if registration.helped else None)
    named = [answer.value for answer in (maker, get((1, "prod-name"))) if answer]
    title = BETWEEN.join(named)
    return registration if title == registration.title else registration._replace(title=title)
