"""The measures of the drawing: from columns, lanes and layers to units on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from roadmap.pages.layout import Nodes, Placed, place

Point = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """One variant of the drawing, in units that are pixels at its natural size.

    `box` is the size of a box, `lane` the room between columns, `gap` that between layers, `band` the room for a
    group's heading; `size` and `line` are font size and line height, `padding` the room left and right of a box's text.
    """

    name: str
    columns: int
    stacked: bool
    box: tuple[int, int]
    lane: int
    gap: int
    size: float
    line: float
    band: int = 30
    padding: int = 7

    @property
    def small(self) -> float:
        """The font size of a box's note."""
        return self.size - 1.5

    @property
    def room(self) -> float:
        """The width that a box leaves for its text."""
        return self.box[0] - 2 * self.padding


WIDE = Shape("wide", 5, False, (164, 62), 16, 38, 13.5, 17)
NARROW = Shape("narrow", 3, True, (98, 70), 10, 28, 12, 15, padding=4)
SHAPES = (WIDE, NARROW)


@dataclass(frozen=True)
class Box:
    """A box on the drawing."""

    key: str
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The x of its middle."""
        return self.x + self.width / 2


@dataclass(frozen=True)
class Drawing:
    """One variant, laid out: everything follows from the nodes and the shape."""

    nodes: Nodes
    shape: Shape

    @cached_property
    def placed(self) -> Placed:
        """Layers and columns."""
        return place(self.nodes, self.shape.columns, self.shape.stacked)

    @cached_property
    def boxes(self) -> dict[str, Box]:
        """All boxes by key, from top to bottom."""
        width, height = self.shape.box
        return {key: Box(key, self._x(at) - width / 2, self.top(n), width, height) for n, key, at in self._standing()}

    @cached_property
    def bands(self) -> dict[int, int]:
        """The layer above which the heading of each group stands: its own first one, or all above the first."""
        layers = dict.fromkeys(sorted(set(self.nodes.groups.values())), 0)
        if self.shape.stacked:
            for number, key, _ in reversed(list(self._standing())):
                layers[self.nodes.groups[key]] = number
        return layers

    def _standing(self) -> Iterator[tuple[int, str, int]]:
        for number, row in enumerate(self.placed.layers):
            yield from ((number, key, at) for key, at in row.items() if key in self.nodes.groups)

    # ------------------------------------------------------------------------------------------------------- measures
    @property
    def width(self) -> float:
        """The width of the whole."""
        return self.placed.columns * (self.shape.box[0] + self.shape.lane) + self.shape.lane - 2 * self.crop

    @cached_property
    def crop(self) -> float:
        """What is cut off at both sides: the outer lanes, if no arrow runs there."""
        ends = {0, 2 * self.placed.columns}
        used = any(at in ends for row in self.placed.layers for at in row.values())
        return 0.0 if used else self.shape.lane - 2.0

    @property
    def height(self) -> float:
        """The height of the whole."""
        return self.top(len(self.placed.layers) - 1) + self.shape.box[1] + 2

    def top(self, number: int) -> float:
        """Return the y of a layer's upper edge."""
        bands = len({layer for layer in self.bands.values() if layer <= number})
        return bands * self.shape.band + number * (self.shape.box[1] + self.shape.gap)

    def _x(self, position: int) -> float:
        width, lane = self.shape.box[0], self.shape.lane
        return position // 2 * (width + lane) + (lane + width / 2 if position % 2 else lane / 2) - self.crop

    def heading(self, group: int) -> Point:
        """Return where the heading of a group begins, on its baseline."""
        left = min(box.x for box in self.boxes.values() if self.nodes.groups[box.key] == group)
        return left, self.top(self.bands[group]) - self.shape.band + self.shape.size + 3

    def course(self, source: str, target: str) -> list[Point]:
        """Return the points that the arrow between two boxes runs through, from edge to edge."""
        above, below = self.placed.layer_of(source), self.placed.layer_of(target)
        height = self.shape.box[1]
        points = [(self.boxes[source].middle, self.top(above) + height)]
        for number in range(above + 1, below):
            x = self._x(self.placed.layers[number][f">{source}"])
            points += [(x, self.top(number)), (x, self.top(number) + height)]
        return [*points, (self.boxes[target].middle, self.top(below))]
