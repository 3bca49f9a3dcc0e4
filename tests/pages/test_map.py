"""The map of the real roadmap: one content, drawn twice and listed once, in both languages."""

from __future__ import annotations

import re
from html import unescape
from itertools import combinations
from xml.etree import ElementTree

import pytest
from roadmap.blocks import PageContext
from roadmap.facts import Facts
from roadmap.languages import Addresses
from roadmap.pages.arrows import START, arrows
from roadmap.pages.drawing import lines_of
from roadmap.pages.geometry import NARROW, SHAPES, WIDE, Drawing, Shape
from roadmap.pages.lettering import width, wrap
from roadmap.pages.map import _drawings, drawings_of, labels_of, learning_map

SVG = re.compile(r"<svg .*?</svg>", re.DOTALL)
LINKS = re.compile(r'<a [^>]*href="([^"]+)"')


@pytest.fixture(params=SHAPES, ids=lambda shape: shape.name)
def drawing(request: pytest.FixtureRequest, real: Facts) -> Drawing:
    shape: Shape = request.param
    return next(d for d in drawings_of(real) if d.shape is shape)


def test_every_section_is_a_link_in_each_drawing_and_in_the_list(real: Facts, home: PageContext) -> None:
    html = learning_map(real, home)
    sections = {home.href(path) for path in real.sections}
    drawings = SVG.findall(html)
    assert len(drawings) == len(SHAPES)
    for part in [*drawings, SVG.sub("", html)]:
        assert sections <= set(LINKS.findall(part))


def test_links_stay_in_the_language_of_the_page(real: Facts, addresses: Addresses) -> None:
    html = learning_map(real, PageContext("scientist/index.en.md", "", addresses))
    assert all(not link.startswith("/") and "../../scientist" not in link for link in LINKS.findall(html))
    assert '"architecture/"' in html


def test_a_section_without_page_stands_without_link(real: Facts) -> None:
    page = PageContext("index.md", "", Addresses.over(["index.md", "scientist/architecture/index.md"], True))
    html = learning_map(real, page)
    assert set(LINKS.findall(html)) == {"scientist/architecture/"}
    assert html.count("检索增强生成") >= 3


def test_drawing_and_list_say_the_same(real: Facts, home: PageContext) -> None:
    html = learning_map(real, home)
    hints = {unescape(hint) for hint in re.findall(r"<title>(.*?)</title>", SVG.findall(html)[0])}
    listed = re.findall(r'<li><a href="[^"]+">([^<]+)</a> <span class="llm-map__about">(.*?)</span></li>', html)
    assert len(listed) == len(real.sections)
    for title, about in listed:
        plain = unescape(re.sub(r"<[^>]+>", "", about)).split(" · ", 1)[1]
        assert f"{unescape(title)} · {plain}" in hints


def test_the_arrows_are_those_of_the_list(real: Facts) -> None:
    drawn = arrows(real)
    for drawing in drawings_of(real):
        assert drawing.nodes.sources == drawn


def test_the_drawing_is_well_formed_and_named(real: Facts, home: PageContext) -> None:
    for svg in SVG.findall(learning_map(real, home)):
        root = ElementTree.fromstring(svg)
        title, desc = root[0], root[1]
        assert (title.tag, desc.tag) == ("title", "desc") and title.text and desc.text
        assert (root.get("aria-labelledby"), root.get("aria-describedby")) == (title.get("id"), desc.get("id"))
        assert "fill=" not in svg and "stroke=" not in svg and "#" not in svg  # colors are the style sheet's


def test_the_map_is_the_same_each_time(real: Facts, home: PageContext) -> None:
    first = learning_map(real, home)
    _drawings.cache_clear()
    assert learning_map(real, home) == first


def test_boxes_do_not_overlap_and_stay_inside(drawing: Drawing) -> None:
    boxes = list(drawing.boxes.values())
    assert len(boxes) == 16
    for a, b in combinations(boxes, 2):
        beside = a.x + a.width <= b.x or b.x + b.width <= a.x
        assert beside or a.y + a.height <= b.y or b.y + b.height <= a.y, (a, b)
    assert all(
        box.x >= 0 and box.x + box.width <= drawing.width and box.y + box.height <= drawing.height for box in boxes
    )


def test_headings_stand_clear_of_boxes(real: Facts, drawing: Drawing) -> None:
    for group, track in enumerate(real.tracks.values()):
        x, y = drawing.heading(group)
        right, top = x + 1.1 * width(track.en, drawing.shape.size), y - drawing.shape.size
        assert x >= 0 and right <= drawing.width and top >= 0
        assert not any(
            b.x < right and x < b.x + b.width and b.y < y + 4 and top < b.y + b.height for b in drawing.boxes.values()
        )


def test_no_arrow_runs_through_a_box(drawing: Drawing) -> None:
    for target, sources in drawing.nodes.sources.items():
        for source in sources:
            for x, y in drawing.course(source, target)[1:-1]:
                assert not any(b.x < x < b.x + b.width and b.y <= y <= b.y + b.height for b in drawing.boxes.values())


@pytest.mark.parametrize("source", ["index.md", "index.en.md"])
def test_no_text_is_wider_or_higher_than_its_box(
    real: Facts, addresses: Addresses, drawing: Drawing, source: str
) -> None:
    shape = drawing.shape
    for label in labels_of(real, PageContext(source, "", addresses), arrows(real)).values():
        lines = lines_of(drawing, label)
        assert max(width(line, shape.size) for line in lines) <= shape.room, label.title
        assert width(label.note, shape.small) <= shape.room
        assert len(lines) * shape.line + shape.small + 4 <= shape.box[1], label.title


def test_the_wide_drawing_has_no_crossing_and_the_narrow_one_fits_a_phone(real: Facts) -> None:
    wide, narrow = (next(d for d in drawings_of(real) if d.shape is shape) for shape in (WIDE, NARROW))
    for above, below in zip(wide.placed.layers, wide.placed.layers[1:], strict=False):
        pieces = [(above[s], at) for key, at in below.items() for s in wide.nodes.sources.get(key, ()) if s in above]
        assert not any((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(pieces, 2))
    assert narrow.width <= 340 and narrow.shape.size >= 12
    assert START in wide.boxes


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("Retrieval-augmented generation", 80, ["Retrieval-", "augmented", "generation"]),
        ("推理（inference）优化", 70, ["推理", "（inference）", "优化"]),
        ("构建指令数据集", 60, ["构建指令", "数据集"]),
        ("LLM 架构", 90, ["LLM 架构"]),
        ("Pre-training models", 200, ["Pre-training models"]),
    ],
)
def test_lines_break_where_a_reader_expects(text: str, room: float, lines: list[str]) -> None:
    assert wrap(text, 12, room) == lines
