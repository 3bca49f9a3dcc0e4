"""Find a browser for the tests: an installed one, Playwright's own, or one that is installed now."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from frontdoor.problem import Problem

NAMES = ("google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "microsoft-edge", "msedge", "chrome")
MACOS = ("Google Chrome", "Chromium", "Microsoft Edge")
WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
WANTED = "install Google Chrome, Chromium or Microsoft Edge, or name one in CHROME_PATH"
APT = ("apt-get", "-o", "DPkg::Lock::Timeout=300")
OWN = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"


@dataclass(frozen=True)
class Machine:
    """What the search depends on, so that a test can stand in for any system."""

    platform: str = sys.platform
    env: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    root: Path = Path("/")
    is_root: bool = field(default_factory=lambda: hasattr(os, "geteuid") and os.geteuid() == 0)


def browser(machine: Machine | None = None) -> Path:
    """Return a browser that works, installed now if need be; raise `Problem` with what to install if that fails."""
    here = machine or Machine()
    return installed(here) or own() or install(here)


def installed(machine: Machine) -> Path | None:
    """Return the browser of CHROME_PATH, else the first on the system; raise `Problem` if CHROME_PATH is wrong."""
    named = machine.env.get("CHROME_PATH")
    if named:
        if not works(Path(named), machine):
            raise Problem(f"test: CHROME_PATH is {named}, which is no browser that starts")
        return Path(named)
    return next((path for path in _candidates(machine) if works(path, machine)), None)


def works(path: Path, machine: Machine) -> bool:
    """Return whether a program is at `path` and tells its version (not asked on Windows: that opens a window)."""
    if not path.is_file():
        return False
    if machine.platform == "win32":
        return True
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _candidates(machine: Machine) -> Iterator[Path]:
    for name in NAMES:
        found = shutil.which(name, path=machine.env.get("PATH", ""))
        if found:
            yield Path(found)
    if machine.platform == "darwin":
        for top in (machine.root, Path(machine.env.get("HOME", "/"))):
            yield from (top / f"Applications/{app}.app/Contents/MacOS/{app}" for app in MACOS)
    if machine.platform == "win32":
        for place in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            yield from (Path(machine.env[place]) / file for file in WINDOWS if machine.env.get(place))
    if machine.platform.startswith("linux"):
        yield from (
            machine.root / p for p in ("opt/google/chrome/chrome", "snap/bin/chromium", "opt/microsoft/msedge/msedge")
        )


def own() -> Path | None:
    """Return the browser that Playwright has downloaded before, or None."""
    asked = subprocess.run([sys.executable, "-c", OWN], capture_output=True, text=True)
    path = Path(asked.stdout.strip() or "missing")
    return path if asked.returncode == 0 and path.is_file() else None


def install(machine: Machine) -> Path:
    """Install a browser: Debian's package for root, Playwright's download for others. Raise `Problem` if that fails."""
    if machine.is_root and _is_debian(machine):
        _run([*APT, "update", "-q"], f"apt-get update failed; {WANTED}")
        _run([*APT, "install", "-q", "-y", "chromium", "fonts-noto-cjk"], f"apt-get install chromium failed; {WANTED}")
        found = installed(machine)
    else:
        _run([sys.executable, "-m", "playwright", "install", "chromium"], f"no browser could be downloaded; {WANTED}")
        found = own()
    if found is None:
        raise Problem(f"test: a browser was installed but does not start; {WANTED}")
    return found


def _is_debian(machine: Machine) -> bool:
    try:
        text = (machine.root / "etc/os-release").read_text("utf-8")
    except OSError:
        return False
    return "ID=debian" in text.splitlines()


def _run(command: list[str], otherwise: str) -> None:
    """Run a command whose output goes to stderr; raise `Problem` with the one line if it fails."""
    print(f"test: {' '.join(command)}", file=sys.stderr, flush=True)
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        code = subprocess.call(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, env=env)
    except OSError:
        code = 1
    if code:
        raise Problem(f"test: {otherwise}")
