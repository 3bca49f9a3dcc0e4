"""A small repository that stands for the real one: lock files, and a pip that writes down what it was asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from frontdoor import environment


@dataclass
class Setup:
    """A root whose environment is made without a network; `installed` lists the lock files as they were used."""

    root: Path
    installed: list[str] = field(default_factory=list)
    created: int = 0
    dies_at: str = ""

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    def create(self, venv: Path) -> None:
        self.created += 1
        python = environment.python_of(venv)
        python.parent.mkdir(parents=True, exist_ok=True)
        python.write_bytes(b"")

    def install(self, root: Path, venv: Path, what: list[str], log: Path) -> None:
        assert (root, venv, log) == (self.root, self.venv, self.venv / "setup.log")
        if self.dies_at and self.dies_at in what[-1]:
            raise KeyboardInterrupt
        self.installed.append(what[-1].removeprefix("requirements/"))


@pytest.fixture
def setup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Setup:
    """Give such a root, with `_create` and `_install` of the environment replaced."""
    (tmp_path / "requirements").mkdir()
    for name in ("build", "site", "test"):
        (tmp_path / "requirements" / f"{name}.txt").write_text(f"{name}==1\n", "utf-8")
    made = Setup(tmp_path)
    monkeypatch.setattr(environment, "_create", made.create)
    monkeypatch.setattr(environment, "_install", made.install)
    return made
