"""Pages: each has its twin, a place of the contract, and front matter that says what it is."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.document import Document
from roadmap.checks.wordcount import units
from roadmap.facts import Facts
from roadmap.finding import Finding, nearest
from roadmap.languages import twin_of

KEYS = ("description", "hide", "search", "template")
LONGEST = {"en": 160, "zh": 80}


def page(document: Document, facts: Facts, sources: frozenset[str]) -> Iterator[Finding]:
    """Yield what is wrong with a page as a whole; `sources` are all pages below `docs/`."""
    if twin_of(document.source) not in sources:
        yield document.find(0, "twin", "no twin", f"docs/{twin_of(document.source)} beside it")
    if document.place not in facts.places:
        yield document.find(
            0,
            "known-place",
            f"`{document.place}`",
            "a place of docs/_data/roadmap.yml",
            nearest(document.place, facts.places),
        )
    yield from document.problems
    if not any(problem.rule in ("front-matter", "yaml") for problem in document.problems):
        yield from _front(document)


def _front(document: Document) -> Iterator[Finding]:
    for key in document.front:
        if key not in KEYS:
            line = document.front_lines[key]
            yield document.find(line, "front-matter", f"the field `{key}`", "a known field", nearest(key, KEYS) or KEYS)
    description = document.front.get("description")
    line = document.front_lines.get("description", 1)
    most = LONGEST[document.language]
    if not isinstance(description, str) or not description.strip():
        yield document.find(line, "description", f"{description!r}", f"one sentence, at most {most} characters")
        return
    length = units(description, "zh") if document.language == "zh" else len(description)
    if length > most:
        unit = "汉字 and Latin words" if document.language == "zh" else "characters"
        yield document.find(line, "description", f"{length} {unit}", f"at most {most}")
