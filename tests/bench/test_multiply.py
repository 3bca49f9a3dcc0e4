"""Tracks under new ids, with every entry that belongs to them, and nothing else changed."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from roadmap.bench.data import multiplied, places, renaming
from roadmap.bench.plan import copies
from roadmap.bench.renaming import numbered

from tests.bench.small import PAGE, registries

WHOLE = ("a", "a/rope", "a/far")
PART = ("a", "a/rope")


@given(st.integers(1, 40), st.integers(1, 20), st.integers(0, 10))
def test_the_copies_give_that_many_times_the_pages(sections: int, times: int, others: int) -> None:
    paths = [f"a/{number}" for number in range(sections)]
    pages = 2 * (sections + others)
    plan = copies(paths, pages, times)
    assert pages + 2 * sum(map(len, plan)) == pages * times
    assert all(copy == tuple(paths) for copy in plan[:-1])
    assert all(plan)


@pytest.mark.parametrize(("old", "new"), [("S1", "S201"), ("S1.2", "S201.2"), ("E-a", "E200-a"), ("S3-b", "S203-b")])
def test_numbers_stay_apart(old: str, new: str) -> None:
    assert numbered(old, 2) == new


def test_a_page_points_at_the_copies_of_what_was_copied_with_it() -> None:
    text = renaming(registries(), 2, WHOLE).page(PAGE, "a/rope")
    assert "# Rope 2 { #rope }" in text
    assert "(name:kv-x2)" in text
    assert "(name:far-x2)" in text
    assert "(page:a-x2/far#x)" in text
    assert "/// correction | S201-a S202-b\n" in text
    assert "start: [book-x2, far-paper-x2]" in text


def test_a_page_points_at_the_originals_of_the_rest() -> None:
    text = renaming(registries(), 3, PART).page(PAGE, "a/rope")
    assert (
        "[KV](name:kv-x3), [other](name:far), [a book](ref:book-x3), [paper](ref:far-paper) and [there](page:a/far#x)"
        in text
    )
    assert "/// correction | S301-a S2-b\n" in text
    assert "start: [book-x3, far-paper]" in text


def test_the_registries_grow_by_what_belongs_to_the_copy() -> None:
    data = registries()
    before = copy.deepcopy(data)
    new = multiplied(data, [renaming(data, 2, PART)])
    assert data == before
    assert places(new) == ["a", "a/rope", "a/far", "a-x2", "a-x2/rope"]
    (made,) = new["roadmap"]["tracks"][1]["sections"]
    assert (made["zh"], made["en"]) == ("绳 2", "Rope 2")
    assert made["graph"] == "S201"
    assert made["mentions"] == ["far", "kv-x2"]
    assert made["topics"][0]["names"] == [{"name": "kv", "id": "kv-x2"}]
    assert new["graph"]["topics"][-1] == {"graph": "S201.1", "hours": 2, "requires": ["P0.1"]}
    assert new["graph"]["projects"] == {"S1": 1, "S2": 2, "S201": 1}
    assert new["findings"][-1] == {"id": "S201-a", "place": "a-x2/rope"}
    assert new["references/a-rope-x2"] == [
        {"id": "book-x2", "section": "a-x2/rope", "topics": ["a-x2/rope/knots"], "replaced_by": "far-paper"}
    ]
    assert new["systems/a-rope-x2"] == [{"id": "kv-x2"}, {"id": "helper-x2", "home": "a-x2/rope"}]
    assert new["terms/a-far-x2"] == [{"id": "kv-x2"}]
    assert "references/a-far-x2" not in new


def test_what_a_copy_requires_is_in_the_copy() -> None:
    data = registries()
    new = multiplied(data, [renaming(data, 2, WHOLE)])
    assert new["graph"]["topics"][-1]["requires"] == ["S201.1"]
    assert new["graph"]["topics"][-1]["helped_by"] == ["P0.1"]
    assert new["terms/a-far-x2"][-1] == {"id": "extra-x2", "taught_in": "a-x2/far/away"}
