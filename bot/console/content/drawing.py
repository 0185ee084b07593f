"""`/staff/content/forms`: the forms and the rules as they are written in files, to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.console.rights import Right, needs
from content.form import About

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from aiohttp import web

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from content.comparing import Comparison
    from content.form import Condition, Form, Question
    from content.model import Rule


class Asked(NamedTuple):
    """One question: its words and their key, how it is answered, and when it is asked."""

    key: str
    label: str
    words: str
    kind: str
    choices: Sequence[str]
    when: str
    signup: bool
    required: bool
    product: bool


class Ruled(NamedTuple):
    """One row of the eligibility table."""

    key: str
    when: str
    outcome: str
    said: str
    article: str


class Drawing:
    """The page."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.PUBLISH)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/content/forms`."""
        forms = [
            (visit.say(f"content-area-{form.key}"), form.key, list(_sections(visit, form)))
            for form in visit.book.forms.values()
        ]
        rules = [_ruled(visit, rule) for rule in visit.book.rules]
        values = {"forms": forms, "rules": rules, "here": request.path_qs}
        return self._pages.show("content/forms", visit, values)


def _sections(visit: Visit, form: Form) -> Iterator[tuple[str, list[Asked]]]:
    for section in form.sections:
        questions = [one for one in form.questions if one.section == section]
        yield (
            _said(visit, f"section-{section}", section),
            [_asked(visit, form, one) for one in questions],
        )


def _asked(visit: Visit, form: Form, one: Question) -> Asked:
    return Asked(
        key=one.words,
        label=_label(visit, one),
        words=_written(visit, one.words),
        kind=visit.say(f"content-kind-{one.kind}"),
        choices=[_choice(visit, one, value) for value in one.choices],
        when=_when(visit, form.by_key, one.when),
        signup=one.signup,
        required=one.required,
        product=one.about is About.PRODUCT,
    )


def _ruled(visit: Visit, rule: Rule) -> Ruled:
    questions = {
        question.key: question for form in visit.book.forms.values() for question in form.questions
    }
    said = [_when(visit, questions, rule.when)]
    said += [_compared(visit, questions, one) for one in rule.compares]
    return Ruled(
        key=rule.key,
        when="; ".join(filter(None, said)),
        outcome=visit.say(f"content-outcome-{rule.outcome}"),
        said=_written(visit, f"rule-{rule.key}"),
        article=_written(visit, f"article-{rule.article}"),
    )


def _when(visit: Visit, questions: Mapping[str, Question], when: Sequence[Condition]) -> str:
    each = []
    for one in when:
        question = questions[one.question]
        values = [_choice(visit, question, value) for value in sorted(one.values)]
        each.append(f"{_label(visit, question)}: {' / '.join(values)}")
    return "; ".join(each)


def _compared(visit: Visit, questions: Mapping[str, Question], one: Comparison) -> str:
    label = _label(visit, questions[one.question])
    return visit.say(f"content-compare-{one.how}", what=label, number=str(one.number))


def _label(visit: Visit, one: Question) -> str:
    return _written(visit, f"{one.words}.label") or one.key


def _choice(visit: Visit, one: Question, value: str) -> str:
    place = visit.book.places.by_code.get(value)
    return place.name if place else _written(visit, f"{one.words}.choice-{value}") or value


def _written(visit: Visit, key: str) -> str:
    """The sentence as it is written; empty where there is none."""
    for language in (visit.language, visit.book.languages[0]):
        try:
            return visit.book.wording.written(language, key)
        except KeyError:
            continue
    return ""


def _said(visit: Visit, key: str, otherwise: str) -> str:
    return _written(visit, key) or otherwise
