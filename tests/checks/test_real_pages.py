"""Every name of the contract is used on the real pages in both languages, and taking one out is noticed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from roadmap.checks.document import Document, Part, Prose, Span
from roadmap.checks.rule_names import Scope, names, scopes, unused_names
from roadmap.checks.sources import read_documents
from roadmap.facts import LANGUAGES, Facts, Language

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def documents() -> dict[tuple[str, Language], Document]:
    found, wrong = read_documents(ROOT)
    assert not wrong
    return {(document.place, document.language): document for document in found}


def without(prose: Prose, target: str) -> Prose:
    """Return the paragraph with the link to `target` turned into plain text."""
    spans = tuple(Span(s.mark, s.text, s.line) if s.link and s.link.target == target else s for s in prose.spans)
    return replace(prose, spans=spans, links=tuple(link for link in prose.links if link.target != target))


def all_scopes(facts: Facts, documents: dict[tuple[str, Language], Document]) -> Iterator[tuple[Document, Scope]]:
    for document in documents.values():
        for scope in scopes(document, facts):
            yield document, scope


def test_every_place_with_names_stands_on_a_page_in_both_languages(
    real_facts: Facts, documents: dict[tuple[str, Language], Document]
) -> None:
    wanted = {
        path for path, place in real_facts.places.items() if place.names or place.mentions or place.kind == "topic"
    }
    covered = {(scope.place.path, document.language) for document, scope in all_scopes(real_facts, documents)}
    assert {(path, language) for path in wanted for language in LANGUAGES} - covered == set()
    assert sum(place.kind == "topic" for place in real_facts.places.values()) == 58 + 13


def test_every_name_is_used(real_facts: Facts, documents: dict[tuple[str, Language], Document]) -> None:
    found = [str(finding) for document in documents.values() for finding in names(document, real_facts)]
    assert not found, "\n".join(found)


def test_a_name_that_is_taken_out_is_missed(real_facts: Facts, documents: dict[tuple[str, Language], Document]) -> None:
    tried = 0
    for document, scope in all_scopes(real_facts, documents):
        for key in [name.id for name in scope.place.names]:
            target = f"name:{key}"
            parts = tuple(_part(part, target) for part in scope.parts)
            found = [
                f for f in unused_names(document, replace(scope, parts=parts), real_facts.names) if f.rule == "names"
            ]
            assert any(target in finding.found for finding in found), f"{document.path}: {target}"
            tried += 1
    assert tried == 2 * sum(len(place.names) for place in real_facts.places.values())


def _part(part: Part, target: str) -> Part:
    return replace(part, prose=tuple(without(prose, target) for prose in part.prose))


def test_a_bare_name_is_not_enough(real_facts: Facts, documents: dict[tuple[str, Language], Document]) -> None:
    """A sentence that consists of nothing but the name does not use it."""
    for document, scope in all_scopes(real_facts, documents):
        for name in scope.place.names:
            target = f"name:{name.id}"
            parts = tuple(replace(part, prose=tuple(_bare(p, target) for p in part.prose)) for part in scope.parts)
            found = unused_names(document, replace(scope, parts=parts), real_facts.names)
            assert any(f.expected.startswith(f"{name.name} used") and "words besides" in f.found for f in found), (
                f"{document.path}: {target}"
            )


def _bare(prose: Prose, target: str) -> Prose:
    links = tuple(link for link in prose.links if link.target == target)
    return (
        replace(prose, spans=tuple(span for span in prose.spans if span.link in links), links=links) if links else prose
    )
