"""What must hold in the contract and the graph: every id and number once, every name at home once, no cycle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from roadmap.facts.contract import Name, Node, Roadmap
from roadmap.facts.facts import Facts
from roadmap.facts.source import line_of, read_text
from roadmap.finding import Finding, nearest

DATA = "docs/_data"
Steps = tuple[str | int, ...]
NUMBER, ENTRY = "a number of roadmap.yml", "an id of systems/ or terms/"


@dataclass(frozen=True)
class Registry:
    """One file of `docs/_data/`, to tell lines in it."""

    root: Path
    name: str

    @cached_property
    def _text(self) -> str:
        return read_text(self.root / DATA / self.name, self.root)

    def finding(self, steps: Steps, rule: str, found: str, expected: str, choices: tuple[str, ...] = ()) -> Finding:
        """Return a finding on the line of the node that `steps` lead to."""
        return Finding(f"{DATA}/{self.name}", line_of(self._text, steps), rule, found, expected, choices)


@dataclass(frozen=True)
class Station:
    """A place of the contract with its steps in the file, also where its path is not the only one."""

    path: str
    graph: str
    steps: Steps
    names: tuple[Name, ...] = ()
    mentions: tuple[str, ...] = ()


def stations(roadmap: Roadmap) -> Iterator[Station]:
    """Yield every track, section, topic, foundation and page, in the order of the file."""
    for t, track in enumerate(roadmap.tracks):
        yield Station(track.id, "", ("tracks", t), track.names, track.mentions)
        for s, section in enumerate(track.sections):
            steps: Steps = ("tracks", t, "sections", s)
            path = f"{track.id}/{section.id}"
            yield Station(path, section.graph, steps, section.names, section.mentions)
            for n, topic in enumerate(section.topics):
                where = (*steps, "topics", n)
                yield Station(f"{path}/{topic.id}", topic.graph, where, topic.names, topic.mentions)
    for n, foundation in enumerate(roadmap.foundations):
        yield Station(f"foundations/{foundation.id}", foundation.graph, ("foundations", n))
    for n, page in enumerate(roadmap.pages):
        yield Station(page.id, "", ("pages", n))


def contract_rules(facts: Facts, root: Path) -> Iterator[Finding]:
    """Yield ids, numbers and homes that are given twice, and names and mentions that no registry has."""
    file = Registry(root, "roadmap.yml")
    all_stations = list(stations(facts.roadmap))
    yield from _twice(file, "id", ((s.path, (*s.steps, "id")) for s in all_stations))
    yield from _twice(file, "number", ((s.graph, (*s.steps, "graph")) for s in all_stations if s.graph))
    known, homes = {*facts.systems, *facts.terms}, dict[str, str]()
    for station in all_stations:
        for n, name in enumerate(station.names):
            steps, found = (*station.steps, "names", n, "id"), f"`{name.id}` at {station.path}"
            if name.id not in known:
                yield file.finding(steps, "known-id", found, ENTRY, nearest(name.id, known))
            if name.id in homes:
                yield file.finding(steps, "one-home", found, f"one home (it has {homes[name.id]})")
            homes[name.id] = station.path
        for n, mention in enumerate(station.mentions):
            if mention not in known:
                steps, found = (*station.steps, "mentions", n), f"`{mention}` at {station.path}"
                yield file.finding(steps, "known-id", found, ENTRY, nearest(mention, known))


def graph_rules(facts: Facts, root: Path) -> Iterator[Finding]:
    """Yield numbers that are unknown, missing or given twice, and prerequisites in a circle."""
    file, known = Registry(root, "graph.yml"), _numbers(facts)
    nodes = dict(_nodes(facts))
    found = [*_unknown(file, nodes, known), *_paths(file, facts, known)]
    yield from found
    yield from _twice(file, "number", ((node.graph, (*steps, "graph")) for steps, node in nodes.items()))
    for missing in sorted(known - {node.graph for node in nodes.values()}):
        part = "foundations" if missing.startswith("P") else "topics"
        yield file.finding((part,), "complete", f"nothing for {missing}", "hours and prerequisites")
    for section in facts.sections.values():
        if section.graph not in facts.graph.projects:
            expected = "an entry in `projects`"
            yield file.finding(("projects",), "complete", f"no project hours for {section.graph}", expected)
    if not found:
        yield from _cycles(file, nodes)


def _numbers(facts: Facts) -> set[str]:
    return {place.graph for place in facts.places.values() if place.kind in ("topic", "foundation")}


def _nodes(facts: Facts) -> Iterator[tuple[Steps, Node]]:
    for part, nodes in (("topics", facts.graph.topics), ("foundations", facts.graph.foundations)):
        yield from (((part, index), node) for index, node in enumerate(nodes))


def _unknown(file: Registry, nodes: dict[Steps, Node], known: set[str]) -> Iterator[Finding]:
    for steps, node in nodes.items():
        for field, numbers in (("graph", (node.graph,)), ("requires", node.requires), ("helped_by", node.helped_by)):
            for n, number in enumerate(numbers):
                if number not in known:
                    found = f"`{number}` at {node.graph}"
                    yield file.finding((*steps, field, n), "known-id", found, NUMBER, nearest(number, known))


def _paths(file: Registry, facts: Facts, known: set[str]) -> Iterator[Finding]:
    for name, path in facts.graph.paths.items():
        for field, numbers in (("assumes", path.assumes), ("topics", path.topics)):
            for n, number in enumerate(numbers):
                if number not in known:
                    found = f"`{number}` on the path {name}"
                    yield file.finding(("paths", name, field, n), "known-id", found, NUMBER, nearest(number, known))


def _cycles(file: Registry, nodes: dict[Steps, Node]) -> Iterator[Finding]:
    edges = {node.graph: (*node.requires, *node.helped_by) for node in nodes.values()}
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        circle = [str(number) for number in error.args[1]]
        steps = next(steps for steps, node in nodes.items() if node.graph == circle[0])
        yield file.finding(steps, "no-cycle", " > ".join(circle), "prerequisites without a cycle")


def _twice(file: Registry, what: str, items: Iterable[tuple[str, Steps]]) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for key, steps in items:
        if seen[key]:
            yield file.finding(steps, "unique-id", f"the {what} `{key}` again", "each once")
        seen[key] += 1
