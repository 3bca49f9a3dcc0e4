"""Where the boxes and arrows of the map stand: layers by longest path, few crossings, the same on every machine.

A drawing has columns for boxes and lanes between and beside them. Positions count both: lane 0, column 1, lane 2, and
so on. An arrow that passes a layer runs through a lane there; long arrows from one box share it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, permutations, product

CROSSING, INNER_LANE = 100.0, 0.5


@dataclass(frozen=True)
class Nodes:
    """What is drawn: boxes by key with the number of their group, and what each has an arrow from."""

    groups: Mapping[str, int]
    sources: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Placed:
    """The layers from top to bottom: position by item. A box is its key, an arrow that passes `>` and its source's."""

    layers: tuple[dict[str, int], ...]
    columns: int

    def layer_of(self, key: str) -> int:
        """Return the number of the layer that a box stands in."""
        return next(number for number, layer in enumerate(self.layers) if key in layer)


def place(nodes: Nodes, columns: int, stacked: bool) -> Placed:
    """Return the quietest places of all boxes: groups side by side, or one below the other where `stacked`.

    A layer with more boxes than `columns` widens the drawing. Exact: the cheapest way through all arrangements of all
    layers (Viterbi), the first of equals; a layer's arrangements keep its groups in order, so there are few.
    """
    level = levels(nodes, stacked)
    rows = _rows(nodes, level)
    columns = max(columns, *(len(_boxes(row)) for row in rows))
    links = _links(nodes, level)
    ways = [_Way(0.0, ())]
    for number, row in enumerate(rows):
        pieces = sorted(links[number - 1]) if number else []
        ways = [_cheapest(ways, layer, pieces) for layer in _arrangements(row, nodes, columns)]
    return Placed(min(ways, key=lambda way: way.cost).layers, columns)


def levels(nodes: Nodes, stacked: bool) -> dict[str, int]:
    """Return the layer of each box: one below the lowest that it has an arrow from."""
    found: dict[str, int] = {}
    floor = 0
    for group in sorted(set(nodes.groups.values())):
        for key in (k for k, g in nodes.groups.items() if g == group):
            _level(key, nodes, found, floor)
        if stacked:
            floor = max(found.values()) + 1
    return found


def _level(key: str, nodes: Nodes, found: dict[str, int], floor: int) -> int:
    if key not in found:
        above = [_level(source, nodes, found, floor) + 1 for source in nodes.sources.get(key, ())]
        found[key] = max([floor, *above])
    return found[key]


def _rows(nodes: Nodes, level: dict[str, int]) -> list[list[str]]:
    rows: list[list[str]] = [[] for _ in range(max(level.values()) + 1)]
    for key in nodes.groups:
        rows[level[key]].append(key)
    for key, sources in nodes.sources.items():
        for source, number in product(sources, range(len(rows))):
            if level[source] < number < level[key] and f">{source}" not in rows[number]:
                rows[number].append(f">{source}")
    return rows


def _links(nodes: Nodes, level: dict[str, int]) -> list[set[tuple[str, str]]]:
    """Return the pieces of arrows below each layer, as pairs of the items that they join."""
    links: list[set[tuple[str, str]]] = [set() for _ in range(max(level.values()) + 1)]
    for key, sources in nodes.sources.items():
        for source in sources:
            for number in range(level[source], level[key]):
                upper = source if number == level[source] else f">{source}"
                links[number].add((upper, key if number + 1 == level[key] else f">{source}"))
    return links


def _boxes(row: list[str]) -> list[str]:
    return [item for item in row if not item.startswith(">")]


def _arrangements(row: list[str], nodes: Nodes, columns: int) -> Iterator[dict[str, int]]:
    """Yield every way to put a row's boxes into columns, groups from left to right, and its passing arrows beside."""
    passing = [item for item in row if item.startswith(">")]
    groups = sorted({nodes.groups[box] for box in _boxes(row)})
    orders = product(*(permutations(b for b in _boxes(row) if nodes.groups[b] == group) for group in groups))
    for order, taken in product(orders, combinations(range(1, 2 * columns, 2), len(_boxes(row)))):
        free = [position for position in range(2 * columns + 1) if position not in taken]
        boxes = dict(zip((box for part in order for box in part), taken, strict=True))
        for lanes in permutations(free, len(passing)):
            yield boxes | dict(zip(passing, lanes, strict=True))


@dataclass(frozen=True)
class _Way:
    """A way through the layers so far, and how unquiet it is."""

    cost: float
    layers: tuple[dict[str, int], ...]


def _cheapest(ways: list[_Way], layer: dict[str, int], pieces: list[tuple[str, str]]) -> _Way:
    """Return the best way that ends in this arrangement of the next layer."""
    inner = sum(INNER_LANE for item, at in layer.items() if item.startswith(">") and 0 < at < max(layer.values()))
    costs = [way.cost + (_between(way.layers[-1], layer, pieces) if way.layers else 0.0) for way in ways]
    best = min(range(len(ways)), key=costs.__getitem__)
    return _Way(costs[best] + inner, (*ways[best].layers, layer))


def _between(upper: dict[str, int], lower: dict[str, int], pieces: list[tuple[str, str]]) -> float:
    """Return the cost of the arrows between two layers: their slant, and each crossing."""
    lines = [(upper[a], lower[b]) for a, b in pieces]
    slant: float = sum(float(abs(a - b)) ** 1.5 for a, b in lines)
    return slant + CROSSING * sum((a - c) * (b - d) < 0 for i, (a, b) in enumerate(lines) for c, d in lines[:i])
