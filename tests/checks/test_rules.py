"""Each rule by its good and bad pages in tests/data/<rule>/."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from roadmap.checks.document import Document
from roadmap.checks.rule_blocks import blocks
from roadmap.checks.rule_budget import budget
from roadmap.checks.rule_corrections import corrections
from roadmap.checks.rule_headings import headings
from roadmap.checks.rule_links import links
from roadmap.checks.rule_names import names
from roadmap.checks.rule_pages import page as page_rule
from roadmap.checks.rule_references import references
from roadmap.checks.rule_wording import wording
from roadmap.facts import Facts
from roadmap.finding import Finding
from roadmap.languages import Addresses

from tests.checks.conftest import DATA, SECTION, page

FILES = frozenset({f"{SECTION}.md", f"{SECTION}.en.md", "scientist/tiny/other.en.md"})
ADDRESSES = Addresses.over(FILES, directory_urls=True)
RULES: dict[str, Callable[[Document, Facts], Iterable[Finding]]] = {
    "pages": lambda d, f: page_rule(d, f, FILES if d.language == "zh" else FILES - {f"{SECTION}.md"}),
    "headings": headings,
    "names": names,
    "budget": budget,
    "links": lambda d, f: links(d, f, ADDRESSES, FILES),
    "corrections": corrections,
    "references": references,
    "wording": wording,
    "blocks": blocks,
    "layout": lambda d, f: d.problems,
}
CASES = [(rule, file) for rule in RULES for file in sorted((DATA / rule).glob("*.md"))]


def told(finding: Finding) -> str:
    column = f":{finding.column}" if finding.column else ""
    return f"{finding.line}{column} {finding.rule}: {finding.found}"


@pytest.mark.parametrize(("rule", "file"), CASES, ids=[f"{rule}-{file.name}" for rule, file in CASES])
def test_rule(rule: str, file: Path, facts: Facts) -> None:
    found = sorted(RULES[rule](page(file), facts))
    wanted = file.with_suffix(".txt")
    expected = wanted.read_text(encoding="utf-8").splitlines() if file.name.startswith("bad") else []
    lines = [told(finding) for finding in found]
    unmet = [line for line in expected if not any(_fits(line, finding) for finding in found)]
    extra = [told(f) for f in found if not any(_fits(line, f) for line in expected)]
    assert not unmet and not extra, f"\nmissing {unmet}\nextra {extra}\nall {lines}"


def _fits(line: str, finding: Finding) -> bool:
    """Return whether a line of expectation, with or without column, is the beginning of what was found."""
    return told(finding).startswith(line) or f"{finding.line} {finding.rule}: {finding.found}".startswith(line)


def test_every_rule_has_a_good_and_a_bad_page() -> None:
    for rule in RULES:
        kinds = {file.name.split(".")[0].split("-")[0] for file in (DATA / rule).glob("*.md")}
        assert kinds == {"good", "bad"}, rule
