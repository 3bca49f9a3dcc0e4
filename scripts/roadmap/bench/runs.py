"""Timed builds: each in its own process, the engines and sizes taking turns so that a busy moment hits all alike."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from frontdoor.problem import Problem


@dataclass(frozen=True)
class Engine:
    """What builds a tree: its name in `child.py` and the Python of its environment."""

    name: str
    python: Path


@dataclass(frozen=True)
class Tree:
    """A multiplied tree."""

    times: int
    pages: int
    folder: Path


@dataclass
class Timing:
    """The seconds of one engine on one tree."""

    engine: Engine
    tree: Tree
    seconds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The median of the runs."""
        return median(self.seconds)


Build = Callable[[Engine, Tree], float]


def measure(engines: Sequence[Engine], trees: Sequence[Tree], runs: int, build: Build) -> list[Timing]:
    """Return the timings of each engine on each tree, after `runs` rounds through all of them."""
    timings = [Timing(engine, tree) for tree in trees for engine in engines]
    for _ in range(runs):
        for timing in timings:
            timing.seconds.append(build(timing.engine, timing.tree))
    return timings


def timed_build(engine: Engine, tree: Tree) -> float:
    """Return the seconds of one build; raise `Problem` with its last words if it fails."""
    target = tree.folder / "site"
    shutil.rmtree(target, ignore_errors=True)
    command = [str(engine.python), "-m", "roadmap.bench.child", engine.name, str(tree.folder), str(target)]
    done = subprocess.run(command, cwd=tree.folder, env=_environment(), capture_output=True, text=True)
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.strip()] or ["no output"]
        raise Problem(f"bench: {engine.name} cannot build {tree.pages} pages:", *said[-5:])
    return float(done.stdout.split()[-1])


def _environment() -> dict[str, str]:
    scripts = Path(__file__).resolve().parents[2]
    return {**os.environ, "PYTHONPATH": str(scripts), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
