"""`test` itself: all steps run, the sum is honest."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from frontdoor.problem import Problem
from roadmap.cli import test as steps
from roadmap.cli.test import Step

CHROME = Path("chrome")


class Runner:
    """Stands for `run`: remembers the steps, fails those that it was told to fail."""

    def __init__(self, *failing: str) -> None:
        self.failing, self.steps = failing, list[Step]()

    def __call__(self, root: Path, step: Step) -> bool:
        self.steps.append(step)
        return step.title not in self.failing

    @property
    def titles(self) -> list[str]:
        return [step.title for step in self.steps]


def _play(monkeypatch: pytest.MonkeyPatch, runner: Runner, *, browser: bool = True, only: str | None = None) -> int:
    monkeypatch.setattr(steps, "run", runner)
    monkeypatch.setattr(steps, "find_browser", lambda: CHROME)
    return steps.test(Path(), browser=browser, every_page=True, only=only)


def test_all_steps_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    runner = Runner()
    assert _play(monkeypatch, runner) == 0
    assert runner.titles[:5] == ["lint", "format", "types", "order of the rooms", "unit tests"]
    assert runner.titles[5:] == ["strict build", "strict build, flat addresses", "browser tests"]
    assert runner.steps[-1].env["ROADMAP_BROWSER"] == "chrome"
    assert runner.steps[-1].env["ROADMAP_ALL_PAGES"] == "1"


@pytest.mark.parametrize("failing", ["lint", "unit tests", "browser tests"])
def test_a_failed_step_stops_nothing_and_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], failing: str
) -> None:
    runner = Runner(failing)
    assert _play(monkeypatch, runner) == 1
    assert len(runner.steps) == 8
    assert f"FAILED: {failing}" in capsys.readouterr().out.splitlines()[-1]


def test_an_old_site_is_not_tested(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    runner = Runner("strict build")
    assert _play(monkeypatch, runner) == 1
    assert "browser tests" not in runner.titles
    assert "browser tests (not run)" in capsys.readouterr().out.splitlines()[-1]


def test_without_browser_the_last_line_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _play(monkeypatch, Runner(), browser=False) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "The browser tests were left out (--no-browser)."


def test_a_missing_browser_fails_the_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def none() -> Path:
        raise Problem("test: install Chromium")

    monkeypatch.setattr(steps, "run", Runner())
    monkeypatch.setattr(steps, "find_browser", none)
    assert steps.test(Path(), browser=True, every_page=False, only=None) == 1
    assert "test: install Chromium" in capsys.readouterr().out


def test_without_git_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(Problem, match="git is needed"):
        steps.test(Path(), browser=False, every_page=False, only=None)


@pytest.mark.parametrize(
    ("code", "may_be_empty", "good"), [(0, False, True), (1, True, False), (5, True, True), (5, False, False)]
)
def test_the_code_of_a_step_is_taken_seriously(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], code: int, may_be_empty: bool, good: bool
) -> None:
    step = Step("a step", ("-c", f"raise SystemExit({code})"), may_be_empty=may_be_empty)
    assert steps.run(tmp_path, step) is good
    assert "a step: good" in capfd.readouterr().out or not good
