"""When the environment is made, mended or left alone."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest
from frontdoor import environment, stamp
from frontdoor.environment import ensure
from frontdoor.problem import Problem

from tests.frontdoor.conftest import Setup


def test_a_second_start_installs_nothing(setup: Setup) -> None:
    assert ensure(setup.root, "site") == ensure(setup.root, "site")
    assert (setup.created, setup.installed) == (1, ["build.txt", "site.txt"])


def test_the_test_set_holds_the_site_set(setup: Setup) -> None:
    ensure(setup.root, "test")
    ensure(setup.root, "site")
    assert setup.installed == ["build.txt", "test.txt"]


def test_the_site_set_grows_into_the_test_set(setup: Setup) -> None:
    ensure(setup.root, "site")
    ensure(setup.root, "test")
    assert (setup.created, setup.installed[-1]) == (1, "test.txt")


@pytest.mark.parametrize("name", ["build", "site", "test"])
def test_a_changed_lock_makes_the_environment_anew(setup: Setup, name: str) -> None:
    ensure(setup.root, "site")
    (setup.root / "requirements" / f"{name}.txt").write_text("other==2\n", "utf-8")
    ensure(setup.root, "site")
    assert setup.created == 2


def test_another_python_makes_the_environment_anew(setup: Setup, monkeypatch: pytest.MonkeyPatch) -> None:
    ensure(setup.root, "site")
    monkeypatch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
    ensure(setup.root, "site")
    assert setup.created == 2


def test_a_moved_environment_is_made_anew(setup: Setup) -> None:
    assert stamp.key_of(setup.root, setup.venv) != stamp.key_of(setup.root, setup.root / "elsewhere")


@pytest.mark.parametrize("place", ["build.txt", "site.txt"])
def test_an_interrupted_setup_repairs_itself(setup: Setup, place: str) -> None:
    setup.dies_at = place
    with pytest.raises(KeyboardInterrupt):
        ensure(setup.root, "site")
    assert not environment.is_ready(setup.root, setup.venv, "site")
    setup.dies_at = ""
    ensure(setup.root, "site")
    assert setup.created == 2
    assert environment.is_ready(setup.root, setup.venv, "site")


def test_an_interrupted_growth_counts_as_unfinished(setup: Setup) -> None:
    ensure(setup.root, "site")
    setup.dies_at = "test.txt"
    with pytest.raises(KeyboardInterrupt):
        ensure(setup.root, "test")
    assert not environment.is_ready(setup.root, setup.venv, "site")


def test_a_vanished_python_makes_the_environment_anew(setup: Setup) -> None:
    environment.python_of(setup.venv)
    ensure(setup.root, "site").unlink()
    ensure(setup.root, "site")
    assert setup.created == 2


@pytest.mark.parametrize("content", ["", "{", "[]", '{"key": 1}', '"text"'])
def test_an_unreadable_stamp_is_no_stamp(tmp_path: Path, content: str) -> None:
    (tmp_path / "stamp.json").write_text(content, "utf-8")
    assert stamp.read(tmp_path) is None


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_without_venv_one_line_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    real = importlib.util.find_spec

    def find(name: str, package: str | None = None) -> ModuleSpec | None:
        return None if name == module else real(name, package)

    monkeypatch.setattr(importlib.util, "find_spec", find)
    with pytest.raises(Problem, match=f"`{module}`.*apt install python3-venv") as caught:
        environment._create(tmp_path / ".venv")
    assert len(caught.value.lines) == 1


def test_an_environment_that_cannot_be_made_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 1, "first\nThe end\n", "")

    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(Problem, match=r"cannot make \.venv: The end"):
        environment._create(tmp_path / ".venv")


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("WARNING: Retrying ... NewConnectionError(...)\nERROR: No matching distribution", "no package index answered"),
        ("ERROR: first\nERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "THESE PACKAGES DO NOT MATCH THE HASHES"),
        ("Killed", "pip failed"),
    ],
)
def test_the_words_of_pip_become_one_line(output: str, expected: str) -> None:
    reason = environment._reason(output, Path(".venv/setup.log"))
    assert expected in reason
    assert ".venv/setup.log" in reason.replace("\\", "/")
    assert "\n" not in reason


def test_a_pip_that_fails_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "python_of", lambda venv: Path(sys.executable))
    monkeypatch.setattr(environment, "PIP", ["-c", "import sys; sys.exit('ERROR: no such thing')"])
    with pytest.raises(Problem, match="no such thing"):
        environment._install(tmp_path, tmp_path, ["-r", "x.txt"], tmp_path / "setup.log")
