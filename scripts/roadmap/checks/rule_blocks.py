"""Blocks: well written, and on a section's overview the ones that belong there, where they belong."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from roadmap.blocks.extension import BLOCKS
from roadmap.blocks.source import prose
from roadmap.blocks.usage import scan
from roadmap.checks.document import Document
from roadmap.checks.rule_headings import outline
from roadmap.facts import Facts
from roadmap.finding import Finding
from roadmap.pages import BLOCKS as PAGE_BLOCKS


def blocks(document: Document, facts: Facts) -> Iterator[Finding]:
    """Yield blocks that are unknown, ill-formed, missing or in the wrong place."""
    _, wrong = scan(prose(document.text), _known())
    for misuse in wrong:
        yield document.find(*misuse)
    if document.place in facts.sections:
        yield from _overview(document, facts)


@cache
def _known() -> dict[str, Any]:
    return {kind.NAME: kind for kind in (*BLOCKS, *PAGE_BLOCKS)}


def _overview(document: Document, facts: Facts) -> Iterator[Finding]:
    """Yield what is not in its place: answer and card above the first H2, board and references below theirs."""
    wanted = outline(document.place, facts, document.language)
    homes = {"board": "tools", "references": "references"}
    for part in document.parts:
        for block in part.blocks:
            home = homes.get(block.name, part.id)
            if block.name == "card" and part.level > 1:
                yield document.find(block.line, "overview", f"`/// card` under `#{part.id}`", "above the first H2")
            elif part.id != home:
                yield document.find(
                    block.line, "overview", f"`/// {block.name}` under `#{part.id}`", f"under `#{home}`"
                )
    names = [block.name for block in document.blocks]
    needed = ["card", "references", *(["board"] if "tools" in wanted else [])]
    for name in dict.fromkeys((*needed, "board")):
        count = names.count(name)
        if count > 1 or (not count and name in needed):
            yield document.find(0, "overview", f"{count} blocks `/// {name}`", "one")
    yield from _answer(document)


def _answer(document: Document) -> Iterator[Finding]:
    top = next((part for part in document.headings if part.level == 1), None)
    if not top:
        return
    answers = [p for p in top.prose if p.kind == "paragraph"]
    card = next((block for block in top.blocks if block.name == "card"), None)
    if not answers or (card and answers[0].line > card.line):
        yield document.find(
            top.line, "overview", "no paragraph below the H1", "the answer in two or three sentences, then `/// card`"
        )
