"""
What ARCHITECTURE.md draws from the code itself: the map of the modules and the state diagram.

`python -m tests.diagram` writes both into the page, between their marks; a test compares them.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from handlers.roads import HERE, ROADS, Road
from handlers.state import Stage

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "ARCHITECTURE.md"
FOLDERS = ("bot", "storage", "handlers", "content")
ANYWHERE = "anywhere"


def drawn(page: str) -> str:
    """The page with both drawings as the code has them now."""
    for name, drawing in (("map", modules()), ("states", diagram())):
        before, _, rest = page.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition(f"\n<!-- /{name} -->")
        page = f"{before}<!-- {name} -->\n{drawing}{end}{after}"
    return page


def diagram() -> str:
    """Mermaid text: from every stage, and from anywhere, the words that lead to each stage."""
    lines = ["```mermaid", "stateDiagram-v2", f"    [*] --> {Stage.HOME}"]
    lines += _arrows(ANYWHERE, ROADS.items())
    for stage, roads in HERE.items():
        lines += _arrows(stage, roads.items())
    return "\n".join([*lines, "```"])


def modules() -> str:
    """Every module with the first sentence of its docstring, folder by folder."""
    lines: list[str] = []
    for folder in FOLDERS:
        lines += ["", f"**{folder}/**", "", "| module | is |", "| --- | --- |"]
        for path in sorted((ROOT / folder).rglob("*.py")):
            said = ast.get_docstring(ast.parse(path.read_text("utf-8")))
            if said:
                first = said.partition("\n\n")[0].replace("\n", " ").replace("|", "\\|")
                lines.append(f"| `{path.relative_to(ROOT / folder).as_posix()}` | {first} |")
    return "\n".join(lines[1:])


def _arrows(start: str, roads: Iterable[tuple[str, Road]]) -> list[str]:
    words: dict[str, list[str]] = defaultdict(list)
    for word, road in roads:
        for stage in road.to:
            words[stage].append(word)
    return [
        f"    {start} --> {stage}: {', '.join(words[stage])}" for stage in Stage if words[stage]
    ]


if __name__ == "__main__":
    PAGE.write_text(drawn(PAGE.read_text("utf-8")), "utf-8")
