"""What tells whether `.venv` is whole and belongs to today's lock files, read without starting a process."""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path

from frontdoor.arguments import Set

LOCKS = ("build", "site", "test")


@dataclass(frozen=True)
class Stamp:
    """The state of an environment: `key` stands for locks, Python and place, `set` for what is in it."""

    key: str
    set: Set

    def serves(self, key: str, wanted: Set) -> bool:
        """Return whether an environment with this stamp can be used as it is."""
        return self.key == key and self.set in (wanted, "test")


def key_of(root: Path, venv: Path) -> str:
    """Return the SHA-256 over the lock files of `root`, the version of this Python and the place of `venv`."""
    digest = hashlib.sha256(f"{sys.implementation.name} {sys.version_info[:3]} {venv}".encode())
    for name in LOCKS:
        digest.update(b"\0" + (root / "requirements" / f"{name}.txt").read_bytes())
    return digest.hexdigest()


def read(venv: Path) -> Stamp | None:
    """Return the stamp of the environment, or None where it has none that can be read."""
    try:
        data = json.loads((venv / "stamp.json").read_text("utf-8"))
        return Stamp(data["key"], data["set"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write(venv: Path, stamp: Stamp) -> None:
    """Put the stamp into the environment, whole or not at all."""
    half = venv / "stamp.json.half"
    half.write_text(json.dumps({"key": stamp.key, "set": stamp.set}), "utf-8")
    half.replace(venv / "stamp.json")


def remove(venv: Path) -> None:
    """Take the stamp away: whatever ends the work from here on, the environment counts as unfinished."""
    (venv / "stamp.json").unlink(missing_ok=True)
