"""Write `requirements/` anew from `pyproject.toml`: `python3 scripts/frontdoor/relock.py [--upgrade]`.

Needs the network. uv is installed in a temporary environment for this and belongs to no requirement of the project.
The files hold hashes for every platform and every Python from 3.11 on, and name neither a registry nor a path.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMAND = ["pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes", "--quiet", "--no-config"]
COMMAND += ["--no-emit-index-url", "--no-emit-find-links"]
SETS = {
    "build": ["--group", "build"],
    "site": ["pyproject.toml"],
    "test": ["pyproject.toml", "--group", "test", "--constraints", "requirements/site.txt"],
}


def _environment() -> dict[str, str]:
    """Return this process's environment without settings that would leak from this machine into the lock."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("UV_")}
    return {**kept, "UV_CUSTOM_COMPILE_COMMAND": "python3 scripts/frontdoor/relock.py"}


def relock(uv: Path, options: list[str]) -> None:
    """Write the three files; `options` go to uv. Raise `CalledProcessError` where uv finds no solution."""
    (ROOT / "requirements").mkdir(exist_ok=True)
    for name, chosen in SETS.items():
        command = [str(uv), *COMMAND, *chosen, *options, "--output-file", f"requirements/{name}.txt"]
        subprocess.run(command, cwd=ROOT, env=_environment(), stdout=subprocess.DEVNULL, check=True)
        print(f"requirements/{name}.txt")


def main() -> None:
    """Install uv beside the project and write the lock files."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        tools = Path(folder) / ("Scripts" if os.name == "nt" else "bin")
        subprocess.run([str(tools / "python"), "-m", "pip", "install", "--quiet", "uv"], check=True)
        relock(tools / "uv", sys.argv[1:])


if __name__ == "__main__":
    main()
