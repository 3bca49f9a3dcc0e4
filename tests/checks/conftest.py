"""The small repository of tests/data/registries, and documents of test data."""

from __future__ import annotations

from pathlib import Path

import pytest
from roadmap.checks.document import Document
from roadmap.checks.read import read
from roadmap.facts import Facts, load_facts

DATA = Path(__file__).parents[1] / "data"
SECTION = "scientist/tiny/index"


@pytest.fixture(scope="session")
def facts() -> Facts:
    return load_facts(DATA / "registries")


@pytest.fixture(scope="session")
def real_root() -> Path:
    return Path(__file__).parents[2]


@pytest.fixture(scope="session")
def real_facts(real_root: Path) -> Facts:
    return load_facts(real_root)


def page(file: Path) -> Document:
    """Return a file of test data as the overview of the small section, in the language that its name states."""
    suffix = ".en.md" if file.name.endswith(".en.md") else ".md"
    return read(SECTION + suffix, file.read_text(encoding="utf-8"))
