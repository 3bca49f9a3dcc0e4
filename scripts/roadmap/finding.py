"""What a check has found: a value, printed in one place."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that is wrong, with all that is needed to mend it.

    `path` is relative to the repository, with forward slashes; `line` and `column` start at 1, 0 means unknown.
    """

    path: str
    line: int
    rule: str
    found: str
    expected: str = ""
    choices: tuple[str, ...] = ()
    column: int = 0

    def __str__(self) -> str:
        """One line for people: `file:line:column: rule: found …; expected …; nearest: …`."""
        where = self.path + (f":{self.line}" if self.line else "") + (f":{self.column}" if self.column else "")
        parts = [f"found {self.found}"]
        if self.expected:
            parts.append(f"expected {self.expected}")
        if self.choices:
            parts.append("choices: " + ", ".join(self.choices))
        return " ".join(f"{where}: {self.rule}: {'; '.join(parts)}".split())

    def as_json(self) -> dict[str, Any]:
        """Return the fields as plain data for a JSON report."""
        return asdict(self)

    def as_annotation(self) -> str:
        """Return the finding as a workflow command of GitHub Actions (its data escaped as the docs ask)."""
        text = str(self).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        return f"::error file={self.path},line={max(self.line, 1)},col={max(self.column, 1)}::{text}"


class Findings(Exception):
    """Raised where work cannot go on: carries every finding, not only the first."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Keep the findings in the order of files and lines."""
        self.findings: list[Finding] = sorted(findings)
        super().__init__("\n".join(map(str, self.findings)))


def nearest(word: str, known: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """Return up to `count` of the known words that resemble `word`, the most similar first."""
    candidates: Sequence[str] = sorted(set(known))
    return tuple(difflib.get_close_matches(word, candidates, n=count, cutoff=0.5))
