"""A page's source as a value: front matter, headings, text, links, listings, blocks, tables, formulas, with lines.

The checks are pure functions over these values. A *part* is what stands under one heading up to the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from roadmap.facts import Language
from roadmap.finding import Finding
from roadmap.languages import language_of, place_of

Mark = Literal["text", "code", "formula", "html"]
Kind = Literal["heading", "paragraph", "item", "cell"]


@dataclass(frozen=True)
class Link:
    """A link or, with `image`, a picture; `target` as the writer wrote it."""

    target: str
    text: str
    line: int
    column: int
    image: bool = False

    @property
    def scheme(self) -> str:
        """What stands before the colon: `name`, `ref`, `page`, `https` …, or ''."""
        found = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", self.target)
        return found[1].lower() if found else ""

    @property
    def key(self) -> str:
        """What stands behind the colon."""
        return self.target.partition(":")[2]


@dataclass(frozen=True)
class Span:
    """A stretch of text of one kind on one line; `link` is the link that it is the text of."""

    mark: Mark
    text: str
    line: int
    link: Link | None = None


@dataclass(frozen=True)
class Prose:
    """A paragraph, list item, heading or table cell; `corrections` are the ids of the correction that it stands in."""

    kind: Kind
    line: int
    spans: tuple[Span, ...]
    links: tuple[Link, ...] = ()
    corrections: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """What a reader sees, code and formulas included."""
        return "".join(span.text for span in self.spans if span.mark != "html")


@dataclass(frozen=True)
class Listing:
    """A code listing."""

    info: str
    code: str
    line: int


@dataclass(frozen=True)
class Block:
    """`/// name | argument` with its options as written; `outer` are the names of the blocks around it."""

    name: str
    argument: str
    options: str
    line: int
    outer: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table by its shape: rows with the head, and columns."""

    rows: int
    columns: int
    line: int


@dataclass(frozen=True)
class Formula:
    """A formula in TeX."""

    tex: str
    display: bool
    line: int


@dataclass(frozen=True)
class Raw:
    """HTML that stands in the source."""

    html: str
    line: int


@dataclass(frozen=True)
class Part:
    """A heading with what follows up to the next heading; the first part of a page may have none (level 0)."""

    level: int
    id: str
    title: str
    line: int
    prose: tuple[Prose, ...] = ()
    listings: tuple[Listing, ...] = ()
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    formulas: tuple[Formula, ...] = ()
    raws: tuple[Raw, ...] = ()

    @property
    def links(self) -> Iterator[Link]:
        """Links and pictures in the order of the text."""
        for prose in self.prose:
            yield from prose.links

    @property
    def running(self) -> Iterator[Prose]:
        """The running text: paragraphs and list items, in corrections too; no headings, no table cells."""
        return (prose for prose in self.prose if prose.kind in ("paragraph", "item"))


@dataclass(frozen=True)
class Document:
    """One page's source; `source` is relative to `docs/`."""

    source: str
    text: str
    front: dict[str, Any]
    front_lines: dict[str, int]
    parts: tuple[Part, ...]
    problems: tuple[Finding, ...] = field(default=(), compare=False)

    @property
    def path(self) -> str:
        """The file relative to the repository, for findings."""
        return f"docs/{self.source}"

    @property
    def language(self) -> Language:
        """The language that the file's name states."""
        return language_of(self.source)

    @cached_property
    def place(self) -> str:
        """The place of the contract whose page this is."""
        return place_of(self.source)

    @property
    def headings(self) -> tuple[Part, ...]:
        """The parts that have a heading."""
        return tuple(part for part in self.parts if part.level)

    @property
    def links(self) -> Iterator[Link]:
        """Every link and picture of the page."""
        for part in self.parts:
            yield from part.links

    @property
    def blocks(self) -> Iterator[Block]:
        """Every block of the page."""
        for part in self.parts:
            yield from part.blocks

    def under(self, heading_id: str) -> tuple[Part, ...]:
        """Return the part with that id and those of deeper level that follow; empty where there is none."""
        found: list[Part] = []
        for part in self.parts:
            if found and part.level <= found[0].level:
                break
            if found or (part.id == heading_id and part.level):
                found.append(part)
        return tuple(found)

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    def column(self, line: int, text: str) -> int:
        """Return the column of the first `text` on that line, or 0."""
        return self._lines[line - 1].find(text) + 1 if 0 < line <= len(self._lines) else 0

    def find(
        self, line: int, rule: str, found: str, expected: str = "", choices: tuple[str, ...] = (), column: int = 0
    ) -> Finding:
        """Return a finding about this page."""
        return Finding(self.path, line, rule, found, expected, choices, column)
