"""What the parts of the extension share: the facts, the page at hand, and what was found and used so far."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from roadmap.blocks.context import PageContext
from roadmap.blocks.usage import Opening
from roadmap.facts import Facts, Language
from roadmap.finding import Finding


class Session:
    """Lives as long as the extension; `begin` forgets what belongs to one page."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.current: PageContext | None = None
        self.findings: list[Finding] = []
        self.cited: set[str] = set()
        self.named: set[str] = set()
        self.settled: dict[str, set[str]] = defaultdict(set)
        self.formulas: set[str] = set()
        self.begin()

    @property
    def page(self) -> PageContext:
        """The page at hand; the caller of Markdown has to have set one."""
        if self.current is None:
            raise RuntimeError("RoadmapExtension.page has to be set before a page is converted")
        return self.current

    @property
    def language(self) -> Language:
        """The language of the page at hand."""
        return self.page.language

    def begin(self, openings: Iterable[Opening] = ()) -> None:
        """Start a page whose well-formed blocks are `openings`, in the order of the source."""
        self.openings = list(openings)
        self.seen: Counter[str] = Counter()
        if self.current:
            self.settled.pop(self.current.source, None)
            self.formulas.discard(self.current.source)

    def next_opening(self, name: str) -> Opening:
        """Return the next block of that name: blocks are created in the order in which they stand."""
        for index, opening in enumerate(self.openings):
            if opening.name == name:
                return self.openings.pop(index)
        return Opening(name, 3, 0)

    def line_of(self, pattern: str) -> int:
        """Return the line of the next use of a pattern: the first call gives the first match, and so on."""
        self.seen[pattern] += 1
        return self.page.line_of(pattern, self.seen[pattern] - 1)

    def report(self, line: int, rule: str, found: str, expected: str, choices: Iterable[str] = ()) -> None:
        """Keep a finding about the page at hand, once."""
        finding = Finding(self.page.path, line, rule, found, expected, tuple(choices))
        if finding not in self.findings:
            self.findings.append(finding)
