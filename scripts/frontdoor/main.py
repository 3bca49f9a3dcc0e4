"""From the command line to the command: read it, make the environment, hand over."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from frontdoor.arguments import SETS, parser
from frontdoor.environment import ensure
from frontdoor.problem import Problem

ROOT = Path(__file__).resolve().parents[2]
INTERRUPTED = 130


def main(argv: Sequence[str], root: Path = ROOT) -> int:
    """Run one command and return its exit code.

    It is 1, with one line, where the command cannot start, 2 for a wrong command line and 130 after Ctrl-C.
    """
    known, rest = parser().parse_known_args(argv)
    if rest and known.command != "bench":
        parser().error(f"unknown: {' '.join(rest)}")
    try:
        return hand_over(ensure(root, SETS[known.command]), root, argv)
    except Problem as problem:
        print(*(f"dev.py: {line}" for line in problem.lines), sep="\n", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED


def hand_over(python: Path, root: Path, argv: Sequence[str]) -> int:
    """Run the command inside the environment, on every system as a child, and return its exit code."""
    env = {**os.environ, "PYTHONPATH": str(root / "scripts"), "PYTHONUTF8": "1"}
    signal.signal(signal.SIGTERM, leave)
    with subprocess.Popen([str(python), "-m", "roadmap.cli", *argv], cwd=root, env=env) as child:
        try:
            return _code(child.wait())
        except KeyboardInterrupt:  # the child has had the same Ctrl-C
            _settle(child)
            return INTERRUPTED
        finally:
            if child.poll() is None:
                child.terminate()


def _settle(child: subprocess.Popen[bytes]) -> None:
    """Give the child a moment to end by itself; a second Ctrl-C ends it."""
    try:
        child.wait(timeout=10)
    except (KeyboardInterrupt, subprocess.TimeoutExpired):
        child.kill()


def _code(code: int) -> int:
    """Return a shell's exit code for a child that a signal has ended."""
    return 128 - code if code < 0 else code


def leave(number: int, frame: FrameType | None) -> None:
    """End as a shell's child does that was told to."""
    raise SystemExit(128 + number)
