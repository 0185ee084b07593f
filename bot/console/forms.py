"""A form as it was filled in: what was typed stays, and every problem is told beside its field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Form:
    """
    What was typed into the fields, and what is wrong with it, a sentence by field.

    A page with problems is answered with 422; the templates are in `forms.html`.
    """

    typed: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)


EMPTY = Form()
