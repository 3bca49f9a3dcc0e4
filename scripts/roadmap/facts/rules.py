"""What must hold between registries: every id and path known, every name at home, every state dated."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from roadmap.facts.facts import Facts
from roadmap.facts.source import line_of, read_text
from roadmap.facts.structure import contract_rules, graph_rules
from roadmap.finding import Finding, nearest


def cross_check(facts: Facts, root: Path) -> Iterator[Finding]:
    """Yield what contradicts between the registries, with the line of the entry."""
    found = [*contract_rules(facts, root), *graph_rules(facts, root)]
    yield from found
    if not found:  # what follows rests on them
        yield from _homes(facts, root)
        yield from _entries(facts, root)
        yield from _reviews(facts, root)


def at(facts: Facts, root: Path, registry: str, key: str, field: str) -> tuple[str, int]:
    """Return file and line of a field of an entry."""
    where, index = facts.lines[f"{registry}:{key}"]
    return where, line_of(read_text(root / where, root), (index, field))


def _homes(facts: Facts, root: Path) -> Iterator[Finding]:
    seen = {name.id: path for path, place in facts.places.items() for name in place.names}
    for registry, entries, home in (("systems", facts.systems, "home"), ("terms", facts.terms, "taught_in")):
        for key, entry in entries.items():
            stated = getattr(entry, home)
            if stated and key in seen:
                yield Finding(
                    *at(facts, root, registry, key, home),
                    "one-place",
                    f"`{home}` of `{key}`",
                    f"no field: the contract says {seen[key]}",
                )
            elif not stated and key not in facts.homes:
                yield Finding(
                    *at(facts, root, registry, key, "id"), "one-home", f"`{key}` without home", f"the field `{home}`"
                )
            elif stated and stated not in facts.places:
                yield Finding(
                    *at(facts, root, registry, key, home),
                    "known-id",
                    f"`{stated}`",
                    "a path of roadmap.yml",
                    nearest(stated, facts.places),
                )


def _entries(facts: Facts, root: Path) -> Iterator[Finding]:
    for key, ref in facts.references.items():
        for path in (ref.section, *ref.topics):
            if path not in facts.places and path != "foundations":
                yield Finding(
                    *at(facts, root, "references", key, "topics"),
                    "known-id",
                    f"`{path}`",
                    "a path of roadmap.yml",
                    nearest(path, facts.places),
                )
        if ref.replaced_by and ref.replaced_by not in facts.references:
            yield Finding(
                *at(facts, root, "references", key, "replaced_by"),
                "known-id",
                f"`{ref.replaced_by}`",
                "an id of references/",
                nearest(ref.replaced_by, facts.references),
            )
        if ref.origin.startswith("original") and not ref.fate:
            yield Finding(
                *at(facts, root, "references", key, "origin"),
                "fate",
                f"`{key}` of the original without fate",
                "kept, moved, replaced or gone",
            )
    for key, system in facts.systems.items():
        if system.board and not (system.status and system.as_of):
            yield Finding(
                *at(facts, root, "systems", key, "board"), "dated", f"`{key}` on the board", "`status` and `as_of`"
            )
    for key, error in facts.article_errors.items():
        if error.place not in facts.places:
            yield Finding(
                *at(facts, root, "findings", key, "place"),
                "known-id",
                f"`{error.place}`",
                "a path of roadmap.yml",
                nearest(error.place, facts.places),
            )


def _reviews(facts: Facts, root: Path) -> Iterator[Finding]:
    for index, review in enumerate(facts.reviews):
        if review.page not in facts.places:
            where = at(facts, root, "reviews", str(index), "page")
            yield Finding(
                *where, "known-id", f"`{review.page}`", "a path of roadmap.yml", nearest(review.page, facts.places)
            )
