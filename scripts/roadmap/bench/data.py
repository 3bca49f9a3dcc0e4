"""The registries of the multiplied site. Pure functions over plain data."""

from __future__ import annotations

import copy as copying
from collections.abc import Iterator, Sequence
from typing import Any

from roadmap.bench.renaming import Entry, Renaming, select

Registries = dict[str, Any]
"""Files of `docs/_data` by name without ending (`roadmap`, `terms/scientist-architecture`), as plain data."""

LISTS = {"references": "section", "systems": "home", "terms": "taught_in"}


def renaming(data: Registries, copy: int, chosen: Sequence[str]) -> Renaming:
    """Return the names of copy number `copy`, which holds the chosen tracks and sections."""
    places = [place for path, entry in _places(data) if path in chosen for place in (entry, *entry.get("topics", ()))]
    names = {name["id"] for place in places for name in place.get("names", ())}
    for kind, key in (("systems", "home"), ("terms", "taught_in")):
        names |= {e["id"] for e in select(_entries(data, kind), key, chosen)}
    refs = {e["id"] for e in select(_entries(data, "references"), "section", chosen)}
    numbers = {place["graph"] for place in places if "graph" in place}
    numbers |= {e["id"] for e in select(data["findings"], "place", chosen)}
    return Renaming(copy, frozenset(chosen), frozenset(names), frozenset(refs), frozenset(numbers))


def multiplied(data: Registries, renamings: Sequence[Renaming]) -> Registries:
    """Return the registries with the entries of all copies; `data` stays as it is."""
    result = copying.deepcopy(data)
    for new in renamings:
        _contract(result, data, new)
        result["findings"] += map(new.finding, select(data["findings"], "place", new.places))
        for name, entries in data.items():
            kind, _, rest = name.partition("/")
            if kind in LISTS and rest:
                _list(result, f"{name}-x{new.copy}", entries, kind, new)
    return result


def _contract(result: Registries, data: Registries, new: Renaming) -> None:
    result["roadmap"]["tracks"] += [new.track(t) for t in data["roadmap"]["tracks"] if t["id"] in new.places]
    graph = data["graph"]
    result["graph"]["topics"] += [new.node(n) for n in graph["topics"] if n["graph"] in new.numbers]
    hours = {new.number(number): hours for number, hours in graph["projects"].items() if number in new.numbers}
    result["graph"]["projects"] |= hours


def _list(result: Registries, name: str, entries: list[Entry], kind: str, new: Renaming) -> None:
    if kind == "references":
        found = [new.reference(entry) for entry in entries if entry["id"] in new.refs]
    else:
        found = [new.named(entry) for entry in entries if entry["id"] in new.names]
    if found:
        result[name] = found


def _places(data: Registries) -> Iterator[tuple[str, Entry]]:
    for track in data["roadmap"]["tracks"]:
        yield track["id"], track
        for section in track["sections"]:
            yield f"{track['id']}/{section['id']}", section


def _entries(data: Registries, kind: str) -> list[Entry]:
    return [entry for name, entries in data.items() if name.startswith(f"{kind}/") for entry in entries]


def places(data: Registries) -> list[str]:
    """Return the paths of all tracks and sections, each track before its sections."""
    return [path for path, _ in _places(data)]
