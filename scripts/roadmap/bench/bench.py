"""`bench`: build the site at several sizes, say how time grows, and what the site weighs."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from roadmap.bench import peer, report
from roadmap.bench.runs import Engine, Timing, Tree, measure, timed_build
from roadmap.bench.sizes import sizes
from roadmap.bench.tree import multiply

ROOT = Path(__file__).resolve().parents[3]


def arguments(argv: Sequence[str]) -> argparse.Namespace:
    """Return the options; a wrong one ends the process with usage and code 2."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Measure how build time grows with pages.")
    parser.add_argument("--peers", action="store_true", help="measure mkdocs-static-i18n in the same run")
    parser.add_argument("--runs", type=_positive, default=3, metavar="N", help="builds of each size (default: 3)")
    parser.add_argument(
        "--times", type=_positive, nargs="+", default=[4, 16], metavar="N", help="sizes to build (default: 4 16)"
    )
    return parser.parse_args(argv)


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"expected a number from 1 on, not {text!r}")
    return int(text)


def main(argv: Sequence[str], root: Path = ROOT) -> int:
    """Measure, print the tables, and return 0 if growth (and speed, with `--peers`) are within the limits, else 1.

    Everything is built in a temporary folder. Raise `Problem` where a build fails or has no room.
    """
    options = arguments(argv)
    engines = [Engine("ours", Path(sys.executable))]
    if options.peers:
        engines += [Engine("bare", Path(sys.executable)), Engine("theirs", peer.environment(root))]
    with tempfile.TemporaryDirectory(prefix="llm-roadmap-bench-") as folder:
        trees = [_tree(root, Path(folder), times, options.peers) for times in sorted({1, *options.times})]
        timed_build(engines[0], trees[0])
        print(report.table(sizes(trees[0].folder / "site")), end="\n\n", flush=True)
        chosen = [tree for tree in trees if tree.times in options.times]
        return _conclude(measure(engines, chosen, options.runs, timed_build))


def _tree(root: Path, folder: Path, times: int, with_peer: bool) -> Tree:
    target = folder / f"times-{times}"
    pages = multiply(root, target, times)
    if with_peer:
        peer.prepare(target)
    return Tree(times, pages, target)


def _conclude(timings: list[Timing]) -> int:
    lines, good = report.verdict(timings)
    print(report.times(timings), "", *lines, sep="\n", flush=True)
    return 0 if good else 1
