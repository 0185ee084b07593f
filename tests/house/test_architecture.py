"""ARCHITECTURE.md says what the code says."""

from __future__ import annotations

from tests.diagram import PAGE, diagram, drawn, modules


def test_the_drawings_are_those_of_the_code() -> None:
    page = PAGE.read_text("utf-8")

    assert diagram() in page, "run: python -m tests.diagram"
    assert modules() in page, "run: python -m tests.diagram"
    assert page == drawn(page)


def test_every_module_opens_with_a_sentence() -> None:
    assert "handlers/" in modules()
    assert modules().count("| `") > 100
