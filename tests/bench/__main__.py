"""
`./dev bench [name …] [--seconds N] [--keep]`: measures and prints tables.

Every figure stands beside that of something that does nothing, measured in the same run; figures
of two machines, or of a busy one, can only be compared by these ratios. `--keep` writes the
results into BENCHMARKS.md.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from tests.bench import console, report
from tests.bench.export import export
from tests.bench.lane import lane
from tests.bench.latency import latency
from tests.bench.memory import memory
from tests.bench.notices import audience, sending
from tests.bench.over_http import over_http
from tests.bench.reading import reading
from tests.bench.report import Table
from tests.bench.start import start
from tests.bench.surroundings import NotHere, busy, machine
from tests.bench.where import where
from tests.bench.zalo import zalo, zalo_event, zalo_webhook

BENCHES: dict[str, Callable[[float], Table]] = {
    "reading": reading,
    "lane": lane,
    "http": over_http,
    "where": where,
    "latency": latency,
    "memory": memory,
    "export": export,
    "console-lists": console.lists,
    "console-export": console.export,
    "start": start,
    "notice-audience": audience,
    "notice-sending": sending,
    "zalo": zalo,
    "zalo-webhook": zalo_webhook,
    "zalo-event": zalo_event,
}
QUIET = 0.5


def main() -> int:
    """Run what was asked for, in the order of the list above."""
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("name", nargs="*", help=" ".join(BENCHES))
    parser.add_argument("--seconds", type=float, default=8.0, help="of each measurement")
    parser.add_argument("--keep", action="store_true", help="write BENCHMARKS.md anew")
    wishes = parser.parse_args()
    if unknown := set(wishes.name) - set(BENCHES):
        parser.error(f"{', '.join(sorted(unknown))}: not one of {', '.join(BENCHES)}")
    where_from = machine()
    print("\n".join(where_from), flush=True)
    if busy() > QUIET:
        print("\nThis machine is not quiet: only the ratios mean anything.", flush=True)
    tables = []
    for name in wishes.name or BENCHES:
        print(f"\n## {name}\n", flush=True)
        try:
            tables.append(BENCHES[name](wishes.seconds))
        except NotHere as reason:
            print(f"not on this machine: {reason}", flush=True)
        else:
            print("\n".join(tables[-1].lines()), flush=True)
    if wishes.keep:
        report.keep(tables, where_from)
    return 0


if __name__ == "__main__":
    sys.exit(main())
