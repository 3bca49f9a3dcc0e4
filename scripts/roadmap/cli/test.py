"""`test`: every step in turn, also after one has failed, and a sum at the end that hides nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from frontdoor.problem import Problem

from roadmap.cli.browser import browser as find_browser

CODE = ("scripts", "tests")
LAYERS = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
FLAT = ".cache/site-flat"
NOTHING_CHOSEN = 5


@dataclass(frozen=True)
class Step:
    """A command of the run, started with the environment's Python; with `-k`, choosing no test is no failure."""

    title: str
    arguments: tuple[str, ...]
    env: Mapping[str, str] = field(default_factory=dict)
    may_be_empty: bool = False


def test(root: Path, *, browser: bool, every_page: bool, only: str | None) -> int:
    """Run all steps, print heading and seconds of each, then what failed; return 0 only if nothing did.

    Without `browser` the tests of `tests/browser` are left out and the last line says so; `every_page` makes them
    take every page; `only` is pytest's `-k`. Raise `Problem` where git is missing.
    """
    if shutil.which("git") is None:
        raise Problem("test: git is needed and not installed (on Debian and Ubuntu: apt install git)")
    start = time.perf_counter()
    failed = [step.title for step in _before(only) if not run(root, step)]
    if browser:
        failed += _in_browser(
            root, built=not any("build" in title for title in failed), every_page=every_page, only=only
        )
    print(f"\n==== {_sum(failed)} ({time.perf_counter() - start:.0f} s)", flush=True)
    if not browser:
        print("The browser tests were left out (--no-browser).", flush=True)
    return 1 if failed else 0


def run(root: Path, step: Step) -> bool:
    """Run one step with its output shown as it comes; return whether it succeeded."""
    print(f"\n==== {step.title}", flush=True)
    start = time.perf_counter()
    code = subprocess.call([sys.executable, *step.arguments], cwd=root, env={**os.environ, **step.env})
    good = code == 0 or (step.may_be_empty and code == NOTHING_CHOSEN)
    print(f"---- {step.title}: {'good' if good else 'FAILED'}, {time.perf_counter() - start:.1f} s", flush=True)
    return good


def _before(only: str | None) -> list[Step]:
    """Return the steps that need no browser."""
    unit = ("-m", "pytest", "tests", "--ignore=tests/browser", *_chosen(only))
    return [
        Step("lint", ("-m", "ruff", "check", *CODE)),
        Step("format", ("-m", "ruff", "format", "--check", *CODE)),
        Step("types", ("-m", "mypy")),
        Step("order of the rooms", ("-c", LAYERS)),
        Step("unit tests", unit, may_be_empty=bool(only)),
        Step("strict build", ("-m", "roadmap.cli", "build")),
        Step("strict build, flat addresses", ("-m", "roadmap.cli", "build", "--flat", "--site-dir", FLAT)),
    ]


def _in_browser(root: Path, *, built: bool, every_page: bool, only: str | None) -> list[str]:
    """Run the browser tests; return what failed."""
    title = "browser tests"
    if not built:
        print(f"\n==== {title}\nNot run: they would use an old site.", flush=True)
        return [f"{title} (not run)"]
    try:
        env = {"ROADMAP_BROWSER": str(find_browser()), "ROADMAP_SITE": "site", "ROADMAP_SITE_FLAT": FLAT}
    except Problem as problem:
        print(f"\n==== {title}\n{problem}", flush=True)
        return [f"{title} (no browser)"]
    env |= {"ROADMAP_ALL_PAGES": "1"} if every_page else {}
    arguments = ("-m", "pytest", "tests/browser", *_chosen(only))
    return [] if run(root, Step(title, arguments, env, may_be_empty=bool(only))) else [title]


def _chosen(only: str | None) -> tuple[str, ...]:
    return ("-k", only) if only else ()


def _sum(failed: list[str]) -> str:
    return f"FAILED: {', '.join(failed)}" if failed else "All steps are good"
