"""What follows from the registries: hours, order, homes, spellings."""

from __future__ import annotations

from pathlib import Path

import pytest
from roadmap.facts import Facts, load_facts

TESTS = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def small() -> Facts:
    return load_facts(TESTS / "data" / "registries")


@pytest.fixture(scope="module")
def real() -> Facts:
    return load_facts(TESTS.parent)


def test_hours(small: Facts) -> None:
    assert small.study_hours("scientist/tiny/tokens") == 2
    assert small.study_hours("scientist/tiny") == small.study_hours("scientist") == 5
    assert small.project_hours("scientist/tiny") == small.project_hours("scientist") == 5


def test_prerequisites(small: Facts) -> None:
    assert small.requires("scientist/tiny/sampling") == ("scientist/tiny/tokens",)
    assert small.section_requires("scientist/tiny") == ("foundations/mathematics",)
    assert small.minimal_path("scientist/tiny/sampling") == ("foundations/mathematics", "scientist/tiny/tokens")
    assert small.minimal_path("scientist/tiny") == ("foundations/mathematics",)
    assert small.levels("scientist/tiny") == ("intro", "intermediate")


def test_names(small: Facts) -> None:
    assert small.names["token"].home == "scientist/tiny/tokens"
    assert small.names["token"].spellings("en") == ("token", "subword token")
    assert small.names["token"].spellings("zh") == ("token", "subword token", "词元", "Token")
    assert small.names["toolbox"].spellings("en") == ("Toolbox", "The Toolbox")
    assert "工具箱" in small.names["toolbox"].spellings("zh")
    assert small.names["toolbox"].address == "https://toolbox.example/"


def test_the_contract_is_whole(real: Facts) -> None:
    assert len(real.tracks) == 2 and len(real.sections) == 15
    assert (
        len(real.topics) == 71 and sum(not place.added for place in real.places.values() if place.kind == "topic") == 58
    )
    assert set(real.homes) == set(real.names)


def test_no_topic_is_easier_than_what_it_requires(real: Facts) -> None:
    order = ("intro", "intermediate", "advanced")
    for path, node in real.nodes.items():
        for needed in real.requires(path):
            level, below = real.places[path].level, real.places[needed].level
            assert level and below and order.index(below) <= order.index(level), f"{path} requires {needed}: {node}"


def test_a_minimal_path_names_each_place_after_what_it_requires(real: Facts) -> None:
    for goal in (*real.topics, *real.sections):
        seen: set[str] = set()
        for place in real.minimal_path(goal):
            assert set(real.requires(place)) <= seen, goal
            seen.add(place)
