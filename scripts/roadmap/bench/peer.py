"""The other engine: mkdocs-static-i18n, in an environment of its own, because both plugins register the name `i18n`."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from frontdoor.environment import python_of
from frontdoor.problem import Problem

OURS = "mkdocs-i18n"
PEER = """\
mkdocs-static-i18n==1.3.1 \\
    --hash=sha256:4036e24795a150c9c4d4b001ed24a43aec01335f76188dbe5a5d8fb4a27eba65
"""
CONFIG = "mkdocs.peer.yml"
# The same pages, theme and Markdown; the plugin in place of our engine: no checks, one search index, MkDocs' own order
# (it cannot use `.pages`, which names Chinese files only).
SETTINGS = """\
INHERIT: mkdocs.yml
strict: false
theme: {custom_dir: peer_overrides, static_templates: []}
plugins:
  - search
  - i18n:
      docs_structure: suffix
      languages:
        - {locale: zh, name: 中文, default: true, build: true}
        - {locale: en, name: English, build: true}
hooks: [peer_hooks.py]
"""
HOOKS = "from roadmap.bench.peer_hooks import on_config, on_files, on_page_markdown  # noqa: F401\n"


def prepare(tree: Path) -> None:
    """Put the configuration for the other engine into a multiplied tree."""
    shutil.copytree(
        tree / "overrides", tree / "peer_overrides", ignore=shutil.ignore_patterns("*.html", "*.xml", "*.txt")
    )
    (tree / CONFIG).write_text(SETTINGS, encoding="utf-8")
    (tree / "peer_hooks.py").write_text(HOOKS, encoding="utf-8")


def environment(root: Path) -> Path:
    """Return the Python of the other engine's environment, made in the user's cache on first use.

    Everything in it is locked, by our own lock files and the lines above. Raise `Problem` where it cannot be made.
    """
    wanted = requirements((root / "requirements" / "site.txt").read_text(encoding="utf-8"))
    key = hashlib.sha256((sys.version + wanted).encode()).hexdigest()[:16]
    venv = cache() / f"peers-{key}"
    stamp = venv / "complete"
    if not stamp.is_file():
        print(f"bench: setting up {venv} (once, about a minute) ...", file=sys.stderr, flush=True)
        _make(venv, root / "requirements" / "build.txt", wanted)
        stamp.touch()
    return python_of(venv)


def cache() -> Path:
    """Return our folder among the user's caches."""
    home = Path.home()
    given = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
    usual = home / "Library" / "Caches" if sys.platform == "darwin" else home / ".cache"
    return (Path(given) if given else usual) / "llm-roadmap"


def requirements(locked: str) -> str:
    """Return our lock file with mkdocs-static-i18n in place of mkdocs-i18n; raise `Problem` if that is not in it."""
    entry = re.compile(rf"^{OURS}==.*\n(?:    .*\n)*", re.MULTILINE)
    changed, count = entry.subn(lambda _: PEER, locked)
    if count != 1:
        raise Problem(f"bench: requirements/site.txt does not lock {OURS}")
    return changed


def _make(venv: Path, build: Path, wanted: str) -> None:
    try:
        venv.parent.mkdir(parents=True, exist_ok=True)
        _run([sys.executable, "-m", "venv", "--clear", str(venv)])
        (venv / "requirements.txt").write_text(wanted, encoding="utf-8")
    except OSError as error:
        raise Problem(f"bench: cannot make {venv}: {error.strerror}") from None
    pip = [str(python_of(venv)), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes"]
    _run([*pip, "-r", str(build)])
    _run([*pip, "--no-build-isolation", "--use-pep517", "-r", str(venv / "requirements.txt")])


def _run(command: list[str]) -> None:
    unwanted = ("PYTHONPATH", "PYTHONHOME")
    env = {key: value for key, value in os.environ.items() if key not in unwanted}
    done = subprocess.run(command, capture_output=True, text=True, env=env, stdin=subprocess.DEVNULL)
    if done.returncode:
        said = (done.stdout + done.stderr).strip().splitlines() or ["no output"]
        raise Problem(f"bench: cannot set up the other engine: {said[-1]}")
