"""`python -m roadmap.cli COMMAND`: what the front door calls once the environment stands.

Each command imports its room only when it runs, so that none waits for what it does not need.
"""

from __future__ import annotations

import signal
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from frontdoor.arguments import parser
from frontdoor.main import leave
from frontdoor.problem import Problem

from roadmap.finding import Findings

ROOT = Path(__file__).resolve().parents[3]
INTERRUPTED = 130


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit code: each thing that is wrong is one line on stderr and makes it 1."""
    options, _ = parser().parse_known_args(argv)
    options.rest = list(argv[1:])
    signal.signal(signal.SIGTERM, leave)
    try:
        return COMMANDS[options.command](options)
    except Findings as found:
        return _tell([str(finding) for finding in found.findings])
    except Problem as problem:
        return _tell(problem.lines)
    except KeyboardInterrupt:
        return INTERRUPTED


def _tell(lines: list[str]) -> int:
    print(*lines, sep="\n", file=sys.stderr, flush=True)
    return 1


def _serve(options: Namespace) -> int:
    from roadmap.cli.serve import serve

    return serve(ROOT, options.port)


def _test(options: Namespace) -> int:
    from roadmap.cli.test import test

    return test(ROOT, browser=not options.no_browser, every_page=options.all, only=options.k)


def _build(options: Namespace) -> int:
    from roadmap.cli.build import build

    return build(ROOT / options.site_dir, flat=options.flat)


def _bundle(options: Namespace) -> int:
    from roadmap.bundle import make

    print(f"bundle: {make(ROOT).relative_to(ROOT).as_posix()}")
    return 0


def _check(options: Namespace) -> int:
    from roadmap.cli.check import accept, check

    if options.accept:
        return accept(ROOT, options.accept)
    return check(ROOT, form=options.format, insist=options.site)


def _bench(options: Namespace) -> int:
    from roadmap.bench import main as bench

    return bench(options.rest)


COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "serve": _serve,
    "test": _test,
    "build": _build,
    "bundle": _bundle,
    "check": _check,
    "bench": _bench,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
