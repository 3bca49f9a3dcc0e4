"""Read all registries of `docs/_data/`, or say in one go what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from roadmap.facts.contract import Graph, Roadmap
from roadmap.facts.facts import Facts
from roadmap.facts.registries import ArticleError, Reference, Review, System, Term
from roadmap.facts.rules import cross_check
from roadmap.facts.source import decode, line_of, parse_yaml, read_text
from roadmap.finding import Finding, Findings

S = TypeVar("S", bound=msgspec.Struct)
DATA = "docs/_data"


class _Reader:
    """Collects findings over several files, so that one run tells everything."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.findings: list[Finding] = []
        self.lines: dict[str, tuple[str, int]] = {}

    def guard(self, work: Callable[[], S]) -> S | None:
        try:
            return work()
        except Findings as error:
            self.findings += error.findings
            return None

    def one(self, name: str, kind: type[S]) -> S | None:
        where = f"{DATA}/{name}"

        def work() -> S:
            text = read_text(self.root / where, self.root)
            return decode(parse_yaml(text, where), kind, text, where)

        return self.guard(work)

    def entries(self, path: Path, kind: type[S]) -> Iterator[tuple[int, S]]:
        """Yield the entries that fit, each with its number in the file."""
        where = path.relative_to(self.root).as_posix()
        try:
            text = read_text(path, self.root)
            data = parse_yaml(text, where)
        except Findings as error:
            self.findings += error.findings
            return
        if not isinstance(data, list):
            self.findings.append(Finding(where, 1, "schema", type(data).__name__, "a list of entries"))
            return
        for index, item in enumerate(data):
            entry = self._entry(item, kind, text, where, index)
            if entry is not None:
                yield index, entry

    def _entry(self, item: Any, kind: type[S], text: str, where: str, index: int) -> S | None:
        return self.guard(lambda: decode(item, kind, text, where, (index,)))

    def registry(self, name: str, kind: type[S]) -> dict[str, S]:
        """Read `name.yml` or every file of the folder `name/` by id; an id given twice is a finding."""
        base = self.root / DATA / name
        files = sorted(base.glob("*.yml")) if base.is_dir() else [base.with_suffix(".yml")]
        found: dict[str, S] = {}
        for file in files:
            where = file.relative_to(self.root).as_posix()
            for index, entry in self.entries(file, kind):
                key = str(getattr(entry, "id", index))
                if key in found:
                    line = line_of(read_text(file, self.root), (index, "id"))
                    first = self.lines[f"{name}:{key}"][0]
                    self.findings.append(
                        Finding(where, line, "unique-id", f"the id `{key}` again", f"one entry (the other: {first})")
                    )
                found[key] = entry
                self.lines[f"{name}:{key}"] = (where, index)
        return found


def load_facts(root: Path) -> Facts:
    """Return the facts of the repository at `root`; raise `Findings` with everything that does not fit."""
    reader = _Reader(root)
    roadmap, graph = reader.one("roadmap.yml", Roadmap), reader.one("graph.yml", Graph)
    references = reader.registry("references", Reference)
    systems, terms = reader.registry("systems", System), reader.registry("terms", Term)
    errors = reader.registry("findings", ArticleError)
    reviews = tuple(reader.registry("reviews", Review).values())
    if reader.findings or roadmap is None or graph is None:
        raise Findings(reader.findings)
    facts = Facts(roadmap, graph, references, systems, terms, errors, reviews, reader.lines)
    wrong = list(cross_check(facts, root))
    if wrong:
        raise Findings(wrong)
    return facts
