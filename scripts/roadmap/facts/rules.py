"""What must hold between registries: every id known, every name at home once, no cycle."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from roadmap.facts.facts import Facts
from roadmap.facts.source import line_of, read_text
from roadmap.finding import Finding, nearest

DATA = "docs/_data"


def cross_check(facts: Facts, root: Path) -> Iterator[Finding]:
    """Yield what contradicts between the registries, with the line of the entry."""
    yield from _graph(facts)
    if facts.graph and not any(_graph(facts)):
        yield from _cycles(facts)
        yield from _names(facts, root)
        yield from _entries(facts, root)


def at(facts: Facts, root: Path, registry: str, key: str, field: str) -> tuple[str, int]:
    """Return file and line of a field of an entry."""
    where, index = facts.lines[f"{registry}:{key}"]
    return where, line_of(read_text(root / where, root), (index, field))


def _graph(facts: Facts) -> Iterator[Finding]:
    where = f"{DATA}/graph.yml"
    nodes = (*facts.graph.topics, *facts.graph.foundations)
    known = {p.graph for p in facts.places.values() if p.kind in ("topic", "foundation")}
    for node in nodes:
        for number in (node.graph, *node.requires, *node.helped_by):
            if number not in known:
                yield Finding(
                    where,
                    0,
                    "known-id",
                    f"`{number}` at {node.graph}",
                    "a number of roadmap.yml",
                    nearest(number, known),
                )
    for missing in sorted(known - {n.graph for n in nodes}):
        yield Finding(where, 0, "complete", f"nothing for {missing}", "hours and prerequisites")
    for name, path in facts.graph.paths.items():
        for number in {*path.assumes, *path.topics} - known:
            yield Finding(
                where,
                0,
                "known-id",
                f"`{number}` on the path {name}",
                "a number of roadmap.yml",
                nearest(number, known),
            )
    for section in facts.sections.values():
        if section.graph not in facts.graph.projects:
            yield Finding(where, 0, "complete", f"no project hours for {section.graph}", "an entry in `projects`")


def _cycles(facts: Facts) -> Iterator[Finding]:
    edges = {n.graph: (*n.requires, *n.helped_by) for n in facts.nodes.values()}
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        yield Finding(
            f"{DATA}/graph.yml", 0, "no-cycle", " > ".join(map(str, error.args[1])), "prerequisites without a cycle"
        )


def _names(facts: Facts, root: Path) -> Iterator[Finding]:
    where = f"{DATA}/roadmap.yml"
    known = {*facts.systems, *facts.terms}
    seen: dict[str, str] = {}
    for path, place in facts.places.items():
        for name in place.names:
            if name.id not in known:
                yield Finding(
                    where,
                    0,
                    "known-id",
                    f"`{name.id}` at {path}",
                    "an id of systems/ or terms/",
                    nearest(name.id, known),
                )
            if name.id in seen:
                yield Finding(where, 0, "one-home", f"`{name.id}` at {path}", f"one home (it has {seen[name.id]})")
            seen[name.id] = path
        for mention in set(place.mentions) - known:
            yield Finding(
                where, 0, "known-id", f"`{mention}` at {path}", "an id of systems/ or terms/", nearest(mention, known)
            )
    for registry, entries, home in (("systems", facts.systems, "home"), ("terms", facts.terms, "taught_in")):
        for key, entry in entries.items():
            stated = getattr(entry, home)
            if stated and key in seen:
                yield Finding(
                    *at(facts, root, registry, key, home),
                    "one-place",
                    f"`{home}` of `{key}`",
                    f"no field: the contract says {seen[key]}",
                )
            elif not stated and key not in facts.homes:
                yield Finding(
                    *at(facts, root, registry, key, "id"), "one-home", f"`{key}` without home", f"the field `{home}`"
                )
            elif stated and stated not in facts.places:
                yield Finding(
                    *at(facts, root, registry, key, home),
                    "known-id",
                    f"`{stated}`",
                    "a path of roadmap.yml",
                    nearest(stated, facts.places),
                )


def _entries(facts: Facts, root: Path) -> Iterator[Finding]:
    for key, ref in facts.references.items():
        for path in (ref.section, *ref.topics):
            if path not in facts.places and path != "foundations":
                yield Finding(
                    *at(facts, root, "references", key, "topics"),
                    "known-id",
                    f"`{path}`",
                    "a path of roadmap.yml",
                    nearest(path, facts.places),
                )
        if ref.replaced_by and ref.replaced_by not in facts.references:
            yield Finding(
                *at(facts, root, "references", key, "replaced_by"),
                "known-id",
                f"`{ref.replaced_by}`",
                "an id of references/",
                nearest(ref.replaced_by, facts.references),
            )
        if ref.origin.startswith("original") and not ref.fate:
            yield Finding(
                *at(facts, root, "references", key, "origin"),
                "fate",
                f"`{key}` of the original without fate",
                "kept, moved, replaced or gone",
            )
    for key, system in facts.systems.items():
        if system.board and not (system.status and system.as_of):
            yield Finding(
                *at(facts, root, "systems", key, "board"), "dated", f"`{key}` on the board", "`status` and `as_of`"
            )
    for key, error in facts.article_errors.items():
        if error.place not in facts.places:
            yield Finding(
                *at(facts, root, "findings", key, "place"),
                "known-id",
                f"`{error.place}`",
                "a path of roadmap.yml",
                nearest(error.place, facts.places),
            )
