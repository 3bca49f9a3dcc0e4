"""Headings: explicit ids, each once, and on a section's overview the contract's topics in the contract's order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap.checks.document import Document, Part
from roadmap.facts import Facts, Language
from roadmap.finding import Finding, nearest

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
TITLES: dict[str, dict[Language, str]] = {
    "why": {"en": "Why it matters", "zh": "为什么重要"},
    "decide": {"en": "How to choose", "zh": "怎么选"},
    "project": {"en": "Project", "zh": "项目"},
    "tools": {"en": "Tools and their state", "zh": "工具与现状"},
    "references": {"en": "References", "zh": "参考资料"},
}


def headings(document: Document, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with the headings of one page."""
    yield from _ids(document)
    yield from _steps(document)
    yield from _title(document, facts)
    if document.place in facts.sections:
        yield from _outline(document, outline(document.place, facts, document.language))


def outline(section: str, facts: Facts, language: Language) -> dict[str, str]:
    """Return the H2s of a section's overview, id to title, in their order."""
    topics = {t.id: t.zh if language == "zh" else t.en for t in facts.sections[section].topics}
    fixed = {key: titles[language] for key, titles in TITLES.items()}
    if not any(named.system and named.system.board for named in facts.names_of.get(section, ())):
        del fixed["tools"]
    return {"why": fixed.pop("why"), **topics, **fixed}


def _ids(document: Document) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for part in document.headings:
        if not part.id:
            yield document.find(
                part.line,
                "heading-id",
                f"`{part.title}` without id",
                "`{ #id }` at its end, the same in both languages",
            )
        elif not _ID.fullmatch(part.id):
            yield document.find(part.line, "heading-id", f"the id `{part.id}`", "small letters, digits and hyphens")
        elif part.id in seen:
            yield document.find(
                part.line, "heading-id", f"the id `{part.id}` again", f"each id once (the other: line {seen[part.id]})"
            )
        seen.setdefault(part.id, part.line)


def _steps(document: Document) -> Iterator[Finding]:
    level = 0
    for part in document.headings:
        if part.level > level + 1:
            yield document.find(
                part.line, "heading-level", f"level {part.level} below level {level}", f"level {level + 1} at most"
            )
        level = part.level


def _title(document: Document, facts: Facts) -> Iterator[Finding]:
    tops = [part for part in document.headings if part.level == 1]
    for part in tops[1:]:
        yield document.find(part.line, "one-h1", f"a second H1 `{part.title}`", "one H1 a page")
    if not tops or document.headings[0].level != 1:
        yield document.find(1, "one-h1", "no H1 at the top", "`# Title { #id }` as the first heading")
        return
    place, expected = facts.places.get(document.place), document.place.rpartition("/")[2]
    if tops[0].id and tops[0].id != expected:
        yield document.find(tops[0].line, "h1-id", f"`{tops[0].id}`", f"`{expected}`, the last segment of the address")
    if place and document.place != "home" and tops[0].title != place.title(document.language):
        yield document.find(
            tops[0].line,
            "title",
            f"`{tops[0].title}`",
            f"`{place.title(document.language)}` as in docs/_data/roadmap.yml",
        )


def _outline(document: Document, wanted: dict[str, str]) -> Iterator[Finding]:
    found = [part for part in document.headings if part.level == 2]
    ids = [part.id for part in found]
    for part in found:
        if part.id and part.id not in wanted:
            missing = [key for key in wanted if key not in ids]
            choices = nearest(part.id, missing) or tuple(missing) or nearest(part.id, wanted)
            yield document.find(
                part.line, "contract-id", f"the H2 `{part.id}`", "an id of the contract or of CONTRIBUTING", choices
            )
        elif part.id and part.title != wanted[part.id]:
            yield document.find(part.line, "title", f"`{part.title}`", f"`{wanted[part.id]}`")
    for key in wanted:
        if key not in ids:
            yield document.find(0, "outline", f"no H2 `{key}`", f"`## {wanted[key]} {{ #{key} }}`")
    yield from _order(document, found, [key for key in wanted if key in ids])


def _order(document: Document, found: list[Part], wanted: list[str]) -> Iterator[Finding]:
    known = [part for part in found if part.id in wanted]
    for part, expected in zip(known, wanted, strict=False):
        if part.id != expected:
            yield document.find(
                part.line, "outline", f"the H2 `{part.id}` here", f"`{expected}`: the order is {', '.join(wanted)}"
            )
            return
