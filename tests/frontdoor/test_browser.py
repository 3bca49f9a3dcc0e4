"""Which browser is taken on which system, and what happens where there is none."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from frontdoor.problem import Problem
from roadmap.cli import browser
from roadmap.cli.browser import Machine, installed

MAC = "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
EDGE = "Microsoft/Edge/Application/msedge.exe"


@pytest.fixture(autouse=True)
def every_file_works(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take each file as a browser that starts, so that the three systems can be played on one."""
    monkeypatch.setattr(browser, "works", lambda path, machine: path.is_file())


def _program(path: Path, body: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n" + body, "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="there, a program's name ends in .exe")
@pytest.mark.parametrize("name", ["google-chrome", "chromium", "chromium-browser", "microsoft-edge"])
def test_a_program_on_the_path(tmp_path: Path, name: str) -> None:
    program = _program(tmp_path / "bin" / name)
    assert installed(Machine("linux", {"PATH": str(tmp_path / "bin")}, tmp_path)) == program


@pytest.mark.parametrize("place", ["opt/google/chrome/chrome", "snap/bin/chromium"])
def test_a_usual_place_on_linux(tmp_path: Path, place: str) -> None:
    program = _program(tmp_path / place)
    assert installed(Machine("linux", {"PATH": ""}, tmp_path)) == program


@pytest.mark.parametrize("top", ["", "Users/me/"])
def test_a_usual_place_on_macos(tmp_path: Path, top: str) -> None:
    program = _program(tmp_path / top / MAC)
    machine = Machine("darwin", {"PATH": "", "HOME": str(tmp_path / "Users/me")}, tmp_path)
    assert installed(machine) == program


@pytest.mark.parametrize("place", ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"])
def test_a_usual_place_on_windows(tmp_path: Path, place: str) -> None:
    program = _program(tmp_path / EDGE)
    assert installed(Machine("win32", {"PATH": "", place: str(tmp_path)}, tmp_path)) == program


def test_the_named_browser_wins(tmp_path: Path) -> None:
    _program(tmp_path / "bin" / "chromium")
    named = _program(tmp_path / "my" / "chrome")
    env = {"PATH": str(tmp_path / "bin"), "CHROME_PATH": str(named)}
    assert installed(Machine("linux", env, tmp_path)) == named


def test_a_named_browser_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"CHROME_PATH is .*missing"):
        installed(Machine("linux", {"CHROME_PATH": str(tmp_path / "missing")}, tmp_path))


def test_none_is_none(tmp_path: Path) -> None:
    for platform in ("linux", "darwin", "win32"):
        assert installed(Machine(platform, {"PATH": ""}, tmp_path)) is None


def _machine(root: Path, ident: str, *, is_root: bool) -> Machine:
    (root / "etc").mkdir()
    (root / "etc/os-release").write_text(f"NAME=x\nID={ident}\n", "utf-8")
    return Machine("linux", {"PATH": ""}, root, is_root)


def test_debian_as_root_installs_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []

    def run(command: list[str], otherwise: str) -> None:
        ran.append(" ".join(command))
        if "install" in command:
            _program(tmp_path / "snap/bin/chromium")

    monkeypatch.setattr(browser, "_run", run)
    assert browser.install(_machine(tmp_path, "debian", is_root=True)) == tmp_path / "snap/bin/chromium"
    assert [command.split()[0] for command in ran] == ["apt-get", "apt-get"]
    assert ran[1].endswith("chromium fonts-noto-cjk")


@pytest.mark.parametrize(("ident", "is_root"), [("debian", False), ("fedora", True)])
def test_elsewhere_playwright_downloads_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ident: str, is_root: bool
) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(browser, "_run", lambda command, otherwise: ran.append(command))
    monkeypatch.setattr(browser, "own", lambda: tmp_path)
    assert browser.install(_machine(tmp_path, ident, is_root=is_root)) == tmp_path
    assert ran == [[sys.executable, "-m", "playwright", "install", "chromium"]]


@pytest.mark.parametrize("command", [[sys.executable, "-c", "raise SystemExit(1)"], ["no-such-program-anywhere"]])
def test_an_installation_that_fails_says_what_to_install(command: list[str]) -> None:
    with pytest.raises(Problem, match="install Google Chrome, Chromium or Microsoft Edge"):
        browser._run(command, f"it failed; {browser.WANTED}")


@pytest.mark.skipif(sys.platform == "win32", reason="no program is started there")
@pytest.mark.parametrize(("body", "good"), [("echo Chromium 1", True), ("exit 3", False)])
def test_a_browser_that_does_not_start_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, good: bool
) -> None:
    monkeypatch.undo()
    program = _program(tmp_path / "chromium", body)
    assert browser.works(program, Machine("linux", {}, tmp_path)) is good
    assert not browser.works(tmp_path / "missing", Machine("win32", {}, tmp_path))


def test_the_browser_of_playwright_is_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    there = _program(tmp_path / "chrome")
    for path, expected in ((there, there), (tmp_path / "missing", None)):
        answer = subprocess.CompletedProcess([], 0, f"{path}\n", "")
        monkeypatch.setattr(subprocess, "run", lambda *_, answer=answer, **__: answer)
        assert browser.own() == expected
