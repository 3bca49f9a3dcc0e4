"""Which section rests on which: the arrows of the map, taken from the topics' prerequisites."""

from __future__ import annotations

from roadmap.facts import Facts

START = "foundations"

Arrows = dict[str, tuple[str, ...]]


def arrows(facts: Facts) -> Arrows:
    """Return, for each section in reading order, what the map draws an arrow from: sections, or `foundations`.

    What already follows from the other arrows is left out (the graph's transitive reduction), so that every path stays
    and the drawing is calm. Sections whose topics require each other in a circle would have no order: `ValueError`.
    """
    direct = {path: _joined(facts.section_requires(path)) for path in facts.sections}
    behind = {path: _ancestors(path, direct, ()) for path in direct}
    return {
        path: tuple(a for a in needed if not any(a in behind[b] for b in needed if b in behind and b != a))
        for path, needed in direct.items()
    }


def _joined(required: tuple[str, ...]) -> tuple[str, ...]:
    """Take all foundations as the one place where the map begins."""
    return tuple(dict.fromkeys(START if path.startswith(f"{START}/") else path for path in required))


def _ancestors(path: str, direct: Arrows, trail: tuple[str, ...]) -> set[str]:
    if path in trail:
        raise ValueError("sections in a circle: " + " > ".join((*trail, path)))
    found: set[str] = set()
    for needed in direct.get(path, ()):
        found |= {needed} | _ancestors(needed, direct, (*trail, path))
    return found
