"""The facts of the repository, and its pages as contexts."""

from __future__ import annotations

from pathlib import Path

import pytest
from roadmap.blocks import PageContext
from roadmap.facts import Facts, load_facts
from roadmap.languages import Addresses

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def real() -> Facts:
    """The registries of the repository."""
    return load_facts(ROOT)


@pytest.fixture(scope="session")
def addresses(real: Facts) -> Addresses:
    """The addresses of the whole site, whether or not every page is written."""
    stems = ["index", "about", *(f"{path}/index" for path in (*real.tracks, *real.sections))]
    return Addresses.over([f"{stem}{end}" for stem in stems for end in (".md", ".en.md")], True)


@pytest.fixture(params=["index.md", "index.en.md"])
def home(request: pytest.FixtureRequest, addresses: Addresses) -> PageContext:
    """The home page, in each language."""
    return PageContext(request.param, "", addresses)
