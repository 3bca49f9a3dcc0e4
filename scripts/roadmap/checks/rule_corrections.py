"""Corrections: what the 2024 article got wrong is settled on the page where a reader meets it, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.document import Block, Document
from roadmap.facts import Facts
from roadmap.finding import Finding, nearest

SETTLED = ("high", "medium")
SOURCED = ("wrong", "misleading", "outdated", "missing")
_SOURCES = ("ref", "name", "page")


def corrections(document: Document, facts: Facts) -> Iterator[Finding]:
    """Yield errors of the article that the page leaves, and corrections unknown, misplaced or without source."""
    found = {key: block for block in document.blocks if block.name == "correction" for key in block.argument.split()}
    for key, block in found.items():
        yield from _one(document, facts, key, block)
    place = document.place
    for key, error in facts.article_errors.items():
        if error.place == place and error.severity in SETTLED and key not in found:
            quote = f": {error.quote}" if error.quote else ""
            yield document.find(
                0,
                "corrections",
                f"{key} ({error.severity}, {error.kind}{quote}) not settled",
                f"`/// correction | {key}`",
            )


def _one(document: Document, facts: Facts, key: str, block: Block) -> Iterator[Finding]:
    error = facts.article_errors.get(key)
    if error is None:
        choices = nearest(key, facts.article_errors)
        yield document.find(
            block.line, "known-id", f"the correction `{key}`", "an id of docs/_data/findings.yml", choices
        )
    elif error.place != document.place:
        yield document.find(block.line, "corrections", f"`{key}` here", f"on the page {error.place}")
    elif error.kind in SOURCED and not _sourced(document, key):
        yield document.find(
            block.line,
            "corrections",
            f"`{key}` ({error.kind}) without a source",
            "a `ref:`, `name:` or `page:` link in it",
        )


def _sourced(document: Document, key: str) -> bool:
    inside = (prose for part in document.parts for prose in part.prose if key in prose.corrections)
    return any(link.scheme in _SOURCES for prose in inside for link in prose.links)
