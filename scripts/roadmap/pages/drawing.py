"""The map as SVG: boxes with links, arrows as calm curves, theme colors by class only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from roadmap.pages.geometry import Box, Drawing
from roadmap.pages.lettering import wrap


@dataclass(frozen=True)
class Label:
    """What a box says; `href` may be missing, `hint` is its tooltip, `look` its color."""

    title: str
    note: str
    hint: str
    look: str
    href: str | None = None


def svg(drawing: Drawing, labels: Mapping[str, Label], headings: Mapping[int, Label], title: str, desc: str) -> str:
    """Return the drawing as an `svg` element with title and description; all texts are escaped here."""
    key = f"llm-map-{drawing.shape.name}"
    frame = (
        f'class="llm-map__drawing llm-map__drawing--{drawing.shape.name}" role="group" '
        f'viewBox="0 0 {drawing.width:g} {drawing.height:g}" '
        f'aria-labelledby="{key}-title" aria-describedby="{key}-desc"'
    )
    over = "".join(_heading(drawing, group, label) for group, label in headings.items())
    boxes = "".join(_box(drawing, box, labels[box.key]) for box in drawing.boxes.values())
    return (
        f'<svg {frame}><title id="{key}-title">{escape(title)}</title><desc id="{key}-desc">{escape(desc)}</desc>'
        f'<g class="llm-map__arrows" aria-hidden="true">{_arrows(drawing, labels)}</g>{over}{boxes}</svg>'
    )


def _arrows(drawing: Drawing, labels: Mapping[str, Label]) -> str:
    targets = drawing.nodes.sources
    pairs = [(source, target) for target, sources in targets.items() for source in sources]
    lines = [f'<path class="llm-map__{labels[s].look}" d="{_curve(drawing.course(s, t))}"/>' for s, t in pairs]
    heads = [_head(drawing.boxes[target]) for target, sources in targets.items() if sources]
    return "".join([*lines, *heads])


def _curve(points: list[tuple[float, float]]) -> str:
    path = f"M{points[0][0]:g} {points[0][1]:g}"
    for (x, y), (to_x, to_y) in pairwise(points):
        bend = (to_y - y) * 0.55
        path += f"V{to_y:g}" if x == to_x else f"C{x:g} {y + bend:g} {to_x:g} {to_y - bend:g} {to_x:g} {to_y:g}"
    return path


def _head(box: Box) -> str:
    return f'<path class="llm-map__head" d="M{box.middle - 4:g} {box.y - 7:g}h8l-4 7z"/>'


def lines_of(drawing: Drawing, label: Label) -> list[str]:
    """Return the lines of a box's title."""
    return wrap(label.title, drawing.shape.size, drawing.shape.room)


def _box(drawing: Drawing, box: Box, label: Label) -> str:
    shape, lines = drawing.shape, lines_of(drawing, label)
    first = box.y + (box.height - len(lines) * shape.line - shape.small - 2) / 2 + shape.size - 1
    spans = [
        f'<tspan x="{box.middle:g}" y="{first + n * shape.line:g}">{escape(t)}</tspan>' for n, t in enumerate(lines)
    ]
    below = f'x="{box.middle:g}" y="{first + len(lines) * shape.line + 1:g}"'
    inner = (
        f"<title>{escape(label.hint)}</title>"
        f'<rect x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" rx="3"/>'
        f'<text style="font-size:{shape.size:g}px">{"".join(spans)}</text>'
        f'<text class="llm-map__note" style="font-size:{shape.small:g}px" {below}>{escape(label.note)}</text>'
    )
    return _linked(label, f"llm-map__box llm-map__{label.look}", inner)


def _heading(drawing: Drawing, group: int, label: Label) -> str:
    x, y = drawing.heading(group)
    inner = f'<text style="font-size:{drawing.shape.size:g}px" x="{x:g}" y="{y:g}">{escape(label.title)}</text>'
    return _linked(label, f"llm-map__heading llm-map__{label.look}", inner)


def _linked(label: Label, css: str, inner: str) -> str:
    if not label.href:
        return f'<g class="{css}">{inner}</g>'
    return f'<a class="{css}" href="{escape(label.href)}">{inner}</a>'
