"""References: a section has enough of them, enough in Chinese, and says which three to start with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roadmap.checks.document import Document
from roadmap.facts import Facts
from roadmap.facts.source import parse_yaml
from roadmap.finding import Finding, Findings, nearest

LEAST, LEAST_ZH, STARTS = 12, 3, 3


def references(document: Document, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with the references of a section's overview."""
    if document.place not in facts.sections:
        return
    own = {ref.id: ref for ref in facts.references_of.get(document.place, ())}
    blocks = [block for block in document.blocks if block.name == "references"]
    for block in blocks[:1]:
        yield from _start(document, block.line, block.options, own, facts)
    where = f"docs/_data/references/{document.place.replace('/', '-')}.yml"
    chinese = sum(ref.language == "zh" for ref in own.values())
    if document.language == "zh" and len(own) < LEAST:
        yield Finding(where, 0, "references", f"{len(own)} references of {document.place}", f"at least {LEAST}")
    if document.language == "zh" and chinese < LEAST_ZH:
        yield Finding(
            where, 0, "references", f"{chinese} Chinese references of {document.place}", f"at least {LEAST_ZH}"
        )


def _start(document: Document, line: int, options: str, own: Iterable[str], facts: Facts) -> Iterator[Finding]:
    try:
        data = parse_yaml(options, document.path, line + 1)
    except Findings as error:
        yield from error.findings
        return
    start = data.get("start") if isinstance(data, dict) else None
    ids = [str(key) for key in start] if isinstance(start, list) else []
    if len(set(ids)) != STARTS:
        yield document.find(
            line + 1 if start else line,
            "references",
            f"`start: {start}`",
            f"{STARTS} different ids: `start: [id, id, id]`",
        )
    for key in ids:
        if key not in facts.references:
            yield document.find(
                line + 1, "known-id", f"`{key}` in `start`", "an id of docs/_data/references/", nearest(key, own)
            )
