"""The rules over the sources, and how the sources are read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from roadmap.checks.document import Document
from roadmap.checks.parity import parity
from roadmap.checks.read import read
from roadmap.checks.revisions import load_records, revision, revisions, save
from roadmap.checks.rule_blocks import blocks
from roadmap.checks.rule_budget import budget
from roadmap.checks.rule_corrections import corrections
from roadmap.checks.rule_headings import headings
from roadmap.checks.rule_links import links
from roadmap.checks.rule_names import names
from roadmap.checks.rule_pages import page
from roadmap.checks.rule_references import references
from roadmap.checks.rule_wording import wording
from roadmap.facts import Facts
from roadmap.facts.source import read_text
from roadmap.finding import Finding, Findings, nearest
from roadmap.languages import Addresses, language_of, place_of, twin_of

HIDDEN = ("_data", "assets")


def files_of(root: Path) -> frozenset[str]:
    """Return every file below `docs/` that the site can publish, relative to it."""
    docs = root / "docs"
    found = (path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file())
    return frozenset(name for name in found if not name.startswith("_data/"))


def pages_of(files: frozenset[str]) -> list[str]:
    """Return the pages among the files, sorted."""
    return sorted(name for name in files if name.endswith(".md") and name.split("/")[0] not in HIDDEN)


def read_documents(root: Path) -> tuple[list[Document], list[Finding]]:
    """Return the documents of all pages, and findings for those that cannot be read."""
    documents, wrong = list[Document](), list[Finding]()
    for source in pages_of(files_of(root)):
        try:
            documents.append(_read(source, read_text(root / "docs" / source, root)))
        except Findings as error:
            wrong += error.findings
    return documents, wrong


@lru_cache(maxsize=256)
def _read(source: str, text: str) -> Document:
    return read(source, text)  # a server checks again after each change: one page has changed, not all


def check_sources(root: Path, facts: Facts) -> list[Finding]:
    """Return what is wrong with the pages of the repository at `root`, sorted by file and line; no file is written."""
    documents, found = read_documents(root)
    files = files_of(root)
    addresses = Addresses.over(pages_of(files), directory_urls=True)
    for document in documents:
        found += check_document(document, facts, addresses, files)
    halves = {document.source: document for document in documents}
    for document in documents:
        twin = halves.get(twin_of(document.source))
        if document.language == "zh" and twin:
            found += parity(document, twin)
    found += _revisions(root, documents)
    return sorted(set(found))


def check_document(document: Document, facts: Facts, addresses: Addresses, files: frozenset[str]) -> Iterator[Finding]:
    """Yield what is wrong with one page, its twin aside."""
    yield from page(document, facts, addresses.sources)
    yield from headings(document, facts)
    yield from blocks(document, facts)
    yield from names(document, facts)
    yield from budget(document, facts)
    yield from links(document, facts, addresses, files)
    yield from corrections(document, facts)
    yield from references(document, facts)
    yield from wording(document, facts)


def _revisions(root: Path, documents: list[Document]) -> list[Finding]:
    try:
        return list(revisions(documents, *load_records(root)))
    except Findings as error:
        return error.findings


def accept(root: Path, page: str) -> str:
    """Record that both halves of a page were looked at together, and return one line that says so.

    `page` is a place (`scientist/architecture`) or a source (`docs/scientist/architecture/index.md`). Raise `Findings`
    for a page that does not exist or has one half only; nothing is written then.
    """
    pages = pages_of(files_of(root))
    place = _place(page, pages)
    halves = [source for source in pages if place_of(source) == place]
    if len(halves) != 2:
        raise Findings([Finding(f"docs/{halves[0]}", 0, "twin", "no twin", f"docs/{twin_of(halves[0])} beside it")])
    now = {language_of(source): revision(read_text(root / "docs" / source, root)) for source in halves}
    records, _ = load_records(root)
    known = {place_of(source) for source in pages}
    save(
        root,
        {key: record for key, record in records.items() if key in known} | {place: {"zh": now["zh"], "en": now["en"]}},
    )
    return f"accepted {place}: zh {now['zh']}, en {now['en']}"


def _place(page: str, pages: list[str]) -> str:
    source = page.replace("\\", "/").removeprefix("./").removeprefix("docs/")
    if source in pages:
        return place_of(source)
    place, known = source.strip("/") or "home", sorted({place_of(name) for name in pages})
    if place not in known:
        raise Findings([Finding("docs", 0, "accept", f"`{page}`", "a page", nearest(place, known) or tuple(known))])
    return place
