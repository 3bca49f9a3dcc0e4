"""The order of pages: what `.pages` lists, each page with its twin, and nothing left out."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping

import yaml

from roadmap.finding import Finding, nearest
from roadmap.languages.addresses import language_of, twin_of

ORDER_FILE = ".pages"


def order_findings(sources: Iterable[str], orders: Mapping[str, str]) -> list[Finding]:
    """Return what keeps a page out of the navigation or without its twin.

    `sources` are the pages below `docs/`, `orders` the texts of the `.pages` files by folder ('' is the top one).
    """
    pages = frozenset(sources)
    return sorted([*_twins(pages), *_orders(pages, orders)])


def _twins(pages: frozenset[str]) -> Iterator[Finding]:
    for page in pages:
        if twin_of(page) not in pages:
            yield Finding(f"docs/{page}", 0, "twin", "a page without its twin", f"docs/{twin_of(page)}")


def _orders(pages: frozenset[str], orders: Mapping[str, str]) -> Iterator[Finding]:
    there = _children(pages)
    for folder in {*there, *orders}:
        where = f"docs/{posixpath.join(folder, ORDER_FILE)}"
        if folder not in orders:
            yield Finding(where, 0, "order", "no such file", "a list `nav:` of the folder's pages")
            continue
        try:
            listed = _listed(orders[folder])
        except (yaml.YAMLError, TypeError) as error:
            yield Finding(where, 1, "order", f"what cannot be read ({error})", "a list `nav:` of names")
            continue
        yield from _compare(where, listed, there.get(folder, frozenset()))


def _compare(where: str, listed: Mapping[str, int], there: frozenset[str]) -> Iterator[Finding]:
    for name, line in listed.items():
        if name not in there:
            expected = "the name of a Chinese page or of a folder with pages"
            yield Finding(where, line, "order", f"`{name}`", expected, nearest(name, there - listed.keys()))
    for name in sorted(there - listed.keys()):
        yield Finding(where, 0, "order", f"no entry for `{name}`", "every page in the navigation")


def _children(pages: frozenset[str]) -> dict[str, frozenset[str]]:
    """Return for each folder what `.pages` has to list: its Chinese pages and the folders below it."""
    found: dict[str, set[str]] = {}
    for page in pages:
        folder, name = posixpath.split(page)
        if language_of(page) == "zh":
            found.setdefault(folder, set()).add(name)
        while folder:
            folder, name = posixpath.split(folder)
            found.setdefault(folder, set()).add(name)
    return {folder: frozenset(names) for folder, names in found.items()}


def _listed(text: str) -> dict[str, int]:
    """Return the entries of `nav:` with their lines; raise `TypeError` where they are not plain names."""
    root = yaml.compose(text, yaml.SafeLoader)
    entries = {k.value: v for k, v in root.value}.get("nav") if isinstance(root, yaml.MappingNode) else None
    if not isinstance(entries, yaml.SequenceNode) or not all(isinstance(e, yaml.ScalarNode) for e in entries.value):
        raise TypeError("no list of names below `nav:`")
    return {entry.value: entry.start_mark.line + 1 for entry in entries.value}
