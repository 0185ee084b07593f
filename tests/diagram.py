"""Draws the state diagram of ARCHITECTURE.md from the machine's own tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from handlers.machine import HERE, ROADS, Road
from handlers.state import Stage

ANYWHERE = "anywhere"


def diagram() -> str:
    """Mermaid text: from every stage, and from anywhere, the words that lead to each stage."""
    lines = ["stateDiagram-v2", f"    [*] --> {Stage.HOME}"]
    lines += _arrows(ANYWHERE, ROADS.items())
    for stage, roads in HERE.items():
        lines += _arrows(stage, roads.items())
    return "\n".join(lines)


def _arrows(start: str, roads: Iterable[tuple[str, Road]]) -> list[str]:
    words: dict[str, list[str]] = defaultdict(list)
    for word, road in roads:
        for stage in road.to:
            words[stage].append(word)
    return [
        f"    {start} --> {stage}: {', '.join(words[stage])}" for stage in Stage if words[stage]
    ]
