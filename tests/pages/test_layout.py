"""Where boxes and arrows stand, on small graphs whose best drawing is plain."""

from __future__ import annotations

import pytest
from roadmap.facts import Facts
from roadmap.pages.arrows import START, arrows
from roadmap.pages.layout import Nodes, levels, place

DIAMOND = Nodes({"a": 0, "b": 0, "c": 0, "d": 0}, {"b": ("a",), "c": ("a",), "d": ("b", "c")})


def test_a_box_stands_below_everything_that_it_has_an_arrow_from() -> None:
    assert levels(DIAMOND, False) == {"a": 0, "b": 1, "c": 1, "d": 2}


def test_stacked_groups_stand_below_each_other() -> None:
    nodes = Nodes({"a": 0, "b": 0, "x": 1, "y": 1}, {"b": ("a",), "x": ("a",), "y": ("x",)})
    assert levels(nodes, False) == {"a": 0, "b": 1, "x": 1, "y": 2}
    assert levels(nodes, True) == {"a": 0, "b": 1, "x": 2, "y": 3}


def test_arrows_do_not_cross_where_they_need_not() -> None:
    nodes = Nodes({"a": 0, "b": 0, "c": 0, "d": 0}, {"c": ("b",), "d": ("a",)})
    placed = place(nodes, 2, False)
    upper, lower = placed.layers
    assert (upper["a"] - upper["b"]) * (lower["d"] - lower["c"]) > 0


def test_groups_stand_from_left_to_right() -> None:
    nodes = Nodes({"x": 1, "a": 0}, {})
    (layer,) = place(nodes, 3, False).layers
    assert layer["a"] < layer["x"]


def test_a_long_arrow_runs_beside_the_boxes() -> None:
    nodes = Nodes({"a": 0, "b": 0, "c": 0}, {"b": ("a",), "c": ("a", "b")})
    middle = place(nodes, 1, False).layers[1]
    assert set(middle) == {"b", ">a"}
    assert middle["b"] == 1 and middle[">a"] in (0, 2)


def test_a_layer_with_many_boxes_widens_the_drawing() -> None:
    assert place(Nodes(dict.fromkeys("abcd", 0), {}), 2, False).columns == 4


def test_what_follows_from_other_arrows_is_not_drawn(real: Facts) -> None:
    drawn = arrows(real)
    assert START in drawn["scientist/architecture"]
    assert all(START not in sources for path, sources in drawn.items() if path != "scientist/architecture")


def test_every_prerequisite_is_reached_along_the_arrows(real: Facts) -> None:
    drawn = arrows(real)

    def behind(path: str) -> set[str]:
        return {path}.union(*(behind(source) for source in drawn.get(path, ())))

    for path in real.sections:
        needed = {START if p.startswith(START) else p for p in real.section_requires(path)}
        assert needed <= behind(path), path


def test_sections_in_a_circle_are_refused(real: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = dict(zip(real.sections, [*list(real.sections)[1:], next(iter(real.sections))], strict=True))
    monkeypatch.setattr(type(real), "section_requires", lambda self, path: (ring[path],))
    with pytest.raises(ValueError, match="circle"):
        arrows(real)
