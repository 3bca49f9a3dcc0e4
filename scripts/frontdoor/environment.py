"""Make `.venv` from the hash-locked requirements, or find that it is made."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from frontdoor import stamp
from frontdoor.arguments import Set
from frontdoor.lock import locked
from frontdoor.problem import Problem
from frontdoor.stamp import Stamp

OFFLINE = (
    "NewConnectionError",
    "NameResolutionError",
    "ConnectTimeout",
    "ProxyError",
    "Connection refused",
    "Max retries",
)
PIP = ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--retries", "2", "--require-hashes"]


def ensure(root: Path, wanted: Set) -> Path:
    """Return the Python of an environment that holds the `wanted` set; make or mend the environment where needed.

    Raise `Problem` where that cannot be done. Whatever interrupts the work, the next call repairs it.
    """
    venv = root / ".venv"
    python = python_of(venv)
    if is_ready(root, venv, wanted):
        return python
    with locked(root / ".venv.lock"):
        if not is_ready(root, venv, wanted):
            _make(root, venv, wanted)
    return python


def python_of(venv: Path) -> Path:
    """Return where the environment's Python stands on this system."""
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def is_ready(root: Path, venv: Path, wanted: Set) -> bool:
    """Return whether the environment is whole, of this Python and of today's lock files."""
    found = stamp.read(venv)
    return found is not None and python_of(venv).exists() and found.serves(stamp.key_of(root, venv), wanted)


def _make(root: Path, venv: Path, wanted: Set) -> None:
    key, found = stamp.key_of(root, venv), stamp.read(venv)
    print("dev.py: setting up .venv (once, about a minute) ...", file=sys.stderr, flush=True)
    whole = found is not None and found.key == key and python_of(venv).exists()
    stamp.remove(venv)
    if not whole:
        _create(venv)
    log = venv / "setup.log"
    _install(root, venv, ["-r", "requirements/build.txt"], log)
    _install(root, venv, ["-r", f"requirements/{wanted}.txt"], log)
    stamp.write(venv, Stamp(key, wanted))


def _create(venv: Path) -> None:
    """Make an empty environment in place of whatever stands there."""
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        raise Problem(
            f"this Python comes without its `{missing[0]}` module; on Debian and Ubuntu: apt install python3-venv"
        )
    try:
        if venv.exists():
            shutil.rmtree(venv)
    except OSError as error:
        raise Problem(f"cannot remove the old .venv ({error.strerror}): close the programs that use it") from None
    base = getattr(sys, "_base_executable", None) or sys.executable
    made = subprocess.run([base, "-m", "venv", str(venv)], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if made.returncode:
        last = (made.stdout + made.stderr).strip().splitlines() or ["no output"]
        raise Problem(f"cannot make .venv: {last[-1]} (on Debian and Ubuntu: apt install python3-venv)")


def _install(root: Path, venv: Path, what: list[str], log: Path) -> None:
    """Install from a lock file: wheels only, but for jieba, which is built with the locked setuptools."""
    sources = ["--only-binary", ":all:", "--no-binary", "jieba", "--no-build-isolation", "--use-pep517"]
    command = [str(python_of(venv)), *PIP, *sources, *what]
    with log.open("ab") as out:
        code = subprocess.call(
            command, cwd=root, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, env=_clean()
        )
    if code:
        raise Problem(_reason(log.read_text("utf-8", "replace"), log.relative_to(root)))


def _reason(output: str, log: Path) -> str:
    """Return one line for what pip has written."""
    if any(sign in output for sign in OFFLINE):
        return f"cannot install the requirements: no package index answered (no network?); pip's words: {log}"
    errors = [line for line in output.splitlines() if line.startswith("ERROR")]
    last = errors[-1].removeprefix("ERROR:").strip() if errors else "pip failed"
    return f"cannot install the requirements: {last} (pip's words: {log})"


def _clean() -> dict[str, str]:
    """Return this process's environment without what would lead pip to another place than `.venv`."""
    unwanted = {
        "PYTHONHOME",
        "PYTHONPATH",
        "PIP_USER",
        "PIP_TARGET",
        "PIP_PREFIX",
        "PIP_ROOT",
        "PIP_NO_BUILD_ISOLATION",
    }
    return {k: v for k, v in os.environ.items() if k not in unwanted}
