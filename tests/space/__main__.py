"""`python -m tests.space`: walk the space and say what does not hold, a line each."""

from __future__ import annotations

import gc
import sys
from time import perf_counter

from handlers.machine import step
from tests.book import the_book
from tests.space.proof import problems
from tests.space.search import explored


def main() -> int:
    """Print how large the space is, and each problem; 1 when there is any."""
    book = the_book()
    gc.disable()
    begun = perf_counter()
    space = explored(book, step)
    found = list(problems(space, book))
    taken = perf_counter() - begun
    print(
        f"{len(space.ways):,} states in {len(space.places):,} places, {space.transitions:,} "
        f"transitions, {len(space.outcomes)} outcomes ({taken:.1f} s)"
    )
    print("\n".join(found or ["Each is reached, can be left, and comes to an outcome."]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
