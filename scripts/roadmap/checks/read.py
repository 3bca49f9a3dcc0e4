"""Read a page's source into a `Document`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from markdown_it.token import Token

from roadmap.checks.document import Block, Document, Formula, Kind, Listing, Part, Prose, Raw, Table
from roadmap.checks.inline import Inline, heading_id
from roadmap.checks.syntax import reader
from roadmap.facts.source import parse_yaml
from roadmap.finding import Finding, Findings

_FRONT = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)(?:^---[ \t]*(?:\n|\Z))", re.DOTALL | re.MULTILINE)
INDENT = 4  # what Python-Markdown wants
_HEADER = re.compile(r"(?P<name>[\w-]+)[ ]*(?:\|[ ]*(?P<argument>.*))?$")


def read(source: str, text: str) -> Document:
    """Return the document of a source; what is broken in its front matter is in `problems`."""
    text = text.replace("\r\n", "\n")
    front, lines, problems, body = _front(f"docs/{source}", text)
    walker = _Walker(text.split("\n"))
    walker.walk(reader().parse(body))
    problems += [
        Finding(f"docs/{source}", line, "layout", found, expected) for line, found, expected in walker.problems
    ]
    return Document(source, text, front, lines, tuple(walker.finish()), tuple(problems))


def _front(path: str, text: str) -> tuple[dict[str, Any], dict[str, int], list[Finding], str]:
    """Return the front matter, the lines of its keys, what is wrong, and the text with the front matter blanked out."""
    match = _FRONT.match(text)
    if not match:
        broken = text.startswith("---\n")
        finding = Finding(path, 1, "front-matter", "`---` that is never closed", "a line `---` below the front matter")
        return {}, {}, [finding] if broken else [], text
    body = "\n" * match[0].count("\n") + text[match.end() :]
    try:
        data = parse_yaml(match["yaml"], path, 2)
    except Findings as error:
        return {}, {}, error.findings, body
    if not isinstance(data, dict):
        wrong = Finding(path, 2, "front-matter", f"{type(data).__name__}", "fields as `name: value`")
        return {}, {}, [wrong] if data is not None else [], body
    keys = {str(key): _key_line(match["yaml"], str(key)) for key in data}
    return {str(key): value for key, value in data.items()}, keys, [], body


def _key_line(yaml: str, key: str) -> int:
    at = re.search(rf"^{re.escape(key)}\s*:", yaml, re.MULTILINE)
    return yaml.count("\n", 0, at.start()) + 2 if at else 2


@dataclass
class _Open:
    """A part while it is read."""

    level: int = 0
    id: str = ""
    title: str = ""
    line: int = 1
    prose: list[Prose] = field(default_factory=list)
    listings: list[Listing] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    formulas: list[Formula] = field(default_factory=list)
    raws: list[Raw] = field(default_factory=list)

    def close(self) -> Part:
        return Part(
            self.level, self.id, self.title, self.line, tuple(self.prose), tuple(self.listings), tuple(self.blocks),
            tuple(self.tables), tuple(self.formulas), tuple(self.raws),
        )  # fmt: skip


class _Walker:
    """Turns the flat list of tokens into parts."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.parts = [_Open()]
        self.stack: list[tuple[int, Block]] = []  # open blocks, with the number of their slashes
        self.around: list[str] = []  # the open elements of Markdown
        self.lists: list[int] = []  # the indentation of the open lists
        self.problems: list[tuple[int, str, str]] = []  # line, found, expected

    def finish(self) -> Iterator[Part]:
        for part in self.parts:
            if part.level or any((part.prose, part.blocks, part.listings, part.tables, part.formulas, part.raws)):
                yield part.close()

    def walk(self, tokens: list[Token]) -> None:
        for token in tokens:
            handler = getattr(self, f"_{token.type}", None)
            if handler:
                handler(token)
            elif token.nesting > 0:
                self.around.append(token.type)
            elif token.nesting < 0:
                self.around.pop()

    # ------------------------------------------------------------------------------------------------ block tokens
    def _heading_open(self, token: Token) -> None:
        self.around.append("heading_open")
        self.parts.append(_Open(int(token.tag[1]), line=_first(token)))

    def _table_open(self, token: Token) -> None:
        self._apart(token, "a table")
        self.around.append("table_open")
        self.parts[-1].tables.append(Table(0, 0, _first(token)))

    def _tr_open(self, _: Token) -> None:
        self.around.append("tr_open")
        last = self.parts[-1].tables[-1]
        self.parts[-1].tables[-1] = Table(last.rows + 1, 0, last.line)

    def _td_open(self, token: Token) -> None:
        self.around.append(token.type)
        last = self.parts[-1].tables[-1]
        self.parts[-1].tables[-1] = Table(last.rows, last.columns + 1, last.line)

    _th_open = _td_open

    def _bullet_list_open(self, token: Token) -> None:
        first = _first(token)
        indent = len(self.lines[first - 1]) - len(self.lines[first - 1].lstrip())
        if not self.lists:
            self._apart(token, "a list")
        elif 0 < indent - self.lists[-1] < INDENT:
            found = f"a list {indent - self.lists[-1]} spaces inside another"
            self.problems.append((first, found, f"{INDENT} spaces, or the site puts both on one level"))
        self.around.append(token.type)
        self.lists.append(indent)

    def _bullet_list_close(self, _: Token) -> None:
        self.around.pop()
        self.lists.pop()

    _ordered_list_open, _ordered_list_close = _bullet_list_open, _bullet_list_close

    def _apart(self, token: Token, what: str) -> None:
        """Note a list or table right below a paragraph, which Python-Markdown takes for a part of it."""
        first = _first(token)
        above = self.lines[first - 2].strip() if first > 1 else ""
        if above and not above.startswith(("///", "#", ">", "<!--")) and not above.endswith(("```", "$$")):
            self.problems.append((first, f"{what} right below a paragraph", "an empty line between them"))

    def _fence(self, token: Token) -> None:
        self.parts[-1].listings.append(Listing(token.info.strip(), token.content, _first(token)))

    _code_block = _fence

    def _html_block(self, token: Token) -> None:
        self.parts[-1].raws.append(Raw(token.content, _first(token)))

    def _displayed(self, token: Token) -> None:
        self.parts[-1].formulas.append(Formula(token.content, True, _first(token)))

    def _slashes(self, token: Token) -> None:
        slashes = len(token.markup)
        header = _HEADER.match(token.info)
        if header:
            outer = tuple(block.name for _, block in self.stack)
            block = Block(
                header["name"].lower(), (header["argument"] or "").strip(), token.content, _first(token), outer
            )
            self.parts[-1].blocks.append(block)
            self.stack.append((slashes, block))
        elif any(count == slashes for count, _ in self.stack):
            while self.stack.pop()[0] != slashes:
                pass

    def _inline(self, token: Token) -> None:
        kind = self._kind()
        content = token.content
        part = self.parts[-1]
        if kind == "heading":
            part.id = heading_id(content)
        prose = Inline(self.lines, _first(token), content, kind, self._corrections())
        prose.walk(token.children or [])
        part.prose.append(prose.finish())
        part.formulas += prose.formulas
        part.raws += prose.raws
        if kind == "heading":
            part.title = part.prose[-1].text.strip()

    def _kind(self) -> Kind:
        if "heading_open" in self.around:
            return "heading"
        if self.around and self.around[-1] in ("td_open", "th_open"):
            return "cell"
        return "item" if "list_item_open" in self.around else "paragraph"

    def _corrections(self) -> tuple[str, ...]:
        ids = [block.argument for _, block in self.stack if block.name == "correction"]
        return tuple(" ".join(ids).split())


def _first(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1
