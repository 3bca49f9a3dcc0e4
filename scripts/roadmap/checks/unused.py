"""What the registries hold and no page uses: a note for the editors, not a failure."""

from __future__ import annotations

from pathlib import Path

from roadmap.checks.sources import read_documents
from roadmap.facts import Facts


def unused(root: Path, facts: Facts) -> list[str]:
    """Return a line for each reference, system and term that no page cites, links or lists in a rendered list."""
    documents, _ = read_documents(root)
    linked = {link.target for document in documents for link in document.links}
    listed = {block.name: set[str]() for document in documents for block in document.blocks}
    for document in documents:
        for block in document.blocks:
            listed[block.name].add(document.place)
    references = [
        f"reference {key} ({ref.section})"
        for key, ref in facts.references.items()
        if f"ref:{key}" not in linked and ref.section not in listed.get("references", ())
    ]
    boards = listed.get("board", set())
    named = [
        f"{'system' if key in facts.systems else 'term'} {key} ({item.home})"
        for key, item in facts.names.items()
        if f"name:{key}" not in linked
        and not (item.system and item.system.board and facts.section_of(item.home) in boards)
    ]
    return sorted(references) + sorted(named)
