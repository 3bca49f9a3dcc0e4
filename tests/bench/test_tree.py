"""The real tree, twice as large: the registries still hold together, and the real engine builds it with every check."""

from __future__ import annotations

from pathlib import Path

import pytest
from roadmap import site
from roadmap.bench.tree import count_pages, multiply
from roadmap.facts import load_facts

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("bench") / "times-2"
    assert multiply(ROOT, target, 2) == 2 * count_pages(ROOT)
    return target


def test_the_registries_still_hold_together(twice: Path) -> None:
    before, after = load_facts(ROOT), load_facts(twice)
    added = len(after.sections) - len(before.sections) + len(after.tracks) - len(before.tracks)
    assert added == count_pages(ROOT) // 2
    assert after.study_hours("scientist-x2") == before.study_hours("scientist")


def test_it_builds_with_every_check(twice: Path) -> None:
    site.build(twice / "site", root=twice)
    assert len(list((twice / "site").rglob("index.html"))) == count_pages(twice)
    assert (twice / "site" / "en" / "scientist-x2" / "architecture" / "index.html").is_file()
