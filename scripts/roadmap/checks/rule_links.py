"""Links: known ids, places that have a page, no bare outside address, the same language on the other end."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from urllib.parse import unquote

from roadmap.checks.document import Document, Link
from roadmap.facts import Facts
from roadmap.finding import Finding, nearest
from roadmap.languages import Addresses, language_of

_ADDRESS = re.compile(r"https?://[^\s)）」”>，。；、]+")
_OUTSIDE = ("http", "https", "ftp")


def links(document: Document, facts: Facts, addresses: Addresses, files: frozenset[str]) -> Iterator[Finding]:
    """Yield what is wrong with the links of one page; `files` are all files below `docs/`."""
    for link in document.links:
        if not link.image and not link.text.strip():
            yield _at(document, link, "link-text", f"`[]({link.target})`", "a link with a text")
        if link.scheme in ("name", "ref"):
            yield from _known(document, link, facts)
        elif link.scheme == "page":
            yield from _page(document, link, facts, addresses)
        elif link.scheme in _OUTSIDE or link.target.startswith("//"):
            yield _bare(document, facts, link.target, link.line, link.column)
        elif link.scheme and link.scheme != "mailto":
            choices = nearest(link.scheme, ("name", "ref", "page"))
            yield _at(document, link, "link", f"`{link.target}`", "`name:`, `ref:` or `page:`", choices)
        elif not link.scheme:
            yield from _relative(document, link, files)
    yield from _unlinked(document, facts)
    yield from _raw(document, facts)


def _at(document: Document, link: Link, rule: str, found: str, expected: str, choices: tuple[str, ...] = ()) -> Finding:
    return document.find(link.line, rule, found, expected, choices, link.column)


def _known(document: Document, link: Link, facts: Facts) -> Iterator[Finding]:
    known: Mapping[str, object] = facts.names if link.scheme == "name" else facts.references
    if link.key not in known:
        where = "systems/ or terms/" if link.scheme == "name" else "references/"
        yield _at(
            document, link, "known-id", f"`{link.target}`", f"an id of docs/_data/{where}", nearest(link.key, known)
        )


def _page(document: Document, link: Link, facts: Facts, addresses: Addresses) -> Iterator[Finding]:
    place, hash_, _ = link.key.partition("#")
    if place in facts.places and not hash_ and _has_page(place, addresses, document):
        return
    with_page = [path for path in facts.places if _has_page(path, addresses, document)]
    if hash_:
        expected = "a path without `#`; a topic has its own: `page:scientist/pretraining/scaling-laws`"
        yield _at(
            document, link, "page-link", f"`{link.target}`", expected, nearest(link.key.replace("#", "/"), with_page)
        )
    elif place not in facts.places:
        yield _at(
            document,
            link,
            "known-id",
            f"`{link.target}`",
            "a path of docs/_data/roadmap.yml",
            nearest(place, with_page),
        )
    else:
        yield _at(
            document,
            link,
            "no-page",
            f"`{link.target}`, a place without a page",
            "a place that has one",
            nearest(place, with_page),
        )


def _has_page(path: str, addresses: Addresses, document: Document) -> bool:
    """Only a topic may stand as a heading on the page above it."""
    if (path, document.language) in addresses.pages:
        return True
    return path.count("/") == 2 and addresses.target(path, document.language) is not None


def _relative(document: Document, link: Link, files: frozenset[str]) -> Iterator[Finding]:
    path, _, fragment = unquote(link.target).partition("#")
    if not path:
        ids = {part.id for part in document.headings if part.id}
        ids |= {
            f"correction-{key.lower()}"
            for block in document.blocks
            if block.name == "correction"
            for key in block.argument.split()
        }
        if fragment not in ids:
            yield _at(document, link, "anchor", f"`#{fragment}`", "an id of this page", nearest(fragment, ids))
        return
    if path.startswith("/"):
        yield _at(document, link, "link", f"`{link.target}`", "an address relative to the page, or `page:`")
        return
    target = posixpath.normpath(posixpath.join(posixpath.dirname(document.source), path))
    if target not in files:
        yield _at(
            document, link, "link", f"`{link.target}`, no such file", "a file below docs/", nearest(target, files)
        )
    elif target.endswith(".md") and language_of(target) != document.language:
        yield _at(
            document, link, "language", f"`{link.target}`", "a page in the same language; the switch leads to the other"
        )


def _bare(document: Document, facts: Facts, address: str, line: int, column: int) -> Finding:
    plain = address.rstrip("/")
    known = [f"ref:{key}" for key, ref in facts.references.items() if ref.url.rstrip("/") == plain]
    known += [f"name:{key}" for key, named in facts.names.items() if (named.address or "").rstrip("/") == plain]
    return document.find(
        line,
        "bare-address",
        f"`{address}`",
        "a `ref:` or `name:` link, its address in docs/_data/",
        tuple(known),
        column,
    )


def _unlinked(document: Document, facts: Facts) -> Iterator[Finding]:
    for part in document.parts:
        for prose in part.prose:
            for span in prose.spans:
                for match in _ADDRESS.finditer(span.text if span.mark == "text" and not span.link else ""):
                    yield _bare(document, facts, match[0], span.line, document.column(span.line, match[0]))


class _Outside(HTMLParser):
    """Collects outside addresses of raw HTML with the line below its first."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [
            (value, self.getpos()[0] - 1)
            for name, value in attrs
            if name in ("href", "src", "data", "action", "poster", "srcset")
            and value
            and re.match(r"(?:https?:)?//", value)
        ]


def _raw(document: Document, facts: Facts) -> Iterator[Finding]:
    for part in document.parts:
        for raw in part.raws:
            parser = _Outside()
            parser.feed(raw.html)
            for address, below in parser.found:
                yield _bare(document, facts, address, raw.line + below, document.column(raw.line + below, address))
