"""The text of one block: what a reader sees as spans, links with line and column, formulas, raw HTML."""

from __future__ import annotations

import re

from markdown_it.token import Token

from roadmap.checks.document import Formula, Kind, Link, Mark, Prose, Raw, Span

_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*(?P<inside>[#.\w][^{}\n]*?)[ \t]*\}[ \t]*$")
_BESIDE = re.compile(r"^\{:?[ \t]*[#.\w][^{}\n]*\}")
_ID = re.compile(r"(?:^|\s)#(\S+)|(?:^|\s)id=[\"']?([^\"'\s]+)")


def heading_id(content: str) -> str:
    """Return the explicit id of a heading, from the attributes at its end, or ''."""
    attributes = _ATTRIBUTES.search(content)
    found = _ID.search(attributes["inside"]) if attributes else None
    return (found[1] or found[2]) if found else ""


class Inline:
    """Turns the tokens of one block of text into spans and links."""

    def __init__(self, lines: list[str], first: int, content: str, kind: Kind, corrections: tuple[str, ...]) -> None:
        self.lines, self.first, self.content, self.kind, self.corrections = lines, first, content, kind, corrections
        self.line = first
        self.spans: list[Span] = []
        self.links: list[Link] = []
        self.formulas: list[Formula] = []
        self.raws: list[Raw] = []
        self.open: tuple[str, int, int, int] | None = None  # target, line, column and first span of the open link

    def finish(self) -> Prose:
        """Return what was read."""
        spans = self.spans
        if self.kind == "heading" and spans and spans[-1].mark == "text":
            last = spans[-1]
            spans[-1] = Span("text", _ATTRIBUTES.sub("", last.text), last.line, last.link)
        return Prose(self.kind, self.first, tuple(spans), tuple(self.links), self.corrections)

    def walk(self, tokens: list[Token]) -> None:
        """Read the tokens of the block."""
        for token in tokens:
            self.line = self._line(token)
            handler = getattr(self, f"_{token.type}", None)
            if handler:
                handler(token)

    def _line(self, token: Token) -> int:
        at = token.meta.get("at")
        return self.line if at is None else self.first + self.content.count("\n", 0, at)

    def _column(self, token: Token) -> int:
        at = token.meta.get("at", 0)
        begin = self.content.rfind("\n", 0, at) + 1
        end = self.content.find("\n", at)
        line = self.content[begin : end if end >= 0 else None]
        found = self.lines[self.line - 1].find(line.strip()) if self.line <= len(self.lines) else -1
        return found + 1 + at - begin - (len(line) - len(line.lstrip())) if found >= 0 else 0

    def _push(self, mark: Mark, text: str) -> None:
        self.spans.append(Span(mark, text, self.line))

    def _text(self, token: Token) -> None:
        beside = self.spans and (self.spans[-1].link or self.spans[-1].mark in ("code", "html")) and not self.open
        self._push("text", _BESIDE.sub("", token.content) if beside else token.content)

    _text_special = _text

    def _softbreak(self, _: Token) -> None:
        self._push("text", "\n")
        self.line += 1

    _hardbreak = _softbreak

    def _code_inline(self, token: Token) -> None:
        self._push("code", token.content)

    def _formula(self, token: Token) -> None:
        self._push("formula", token.content)
        self.formulas.append(Formula(token.content, False, self.line))

    def _html_inline(self, token: Token) -> None:
        self._push("html", token.content)
        self.raws.append(Raw(token.content, self.line))

    def _link_open(self, token: Token) -> None:
        self.open = (str(token.attrs.get("href", "")), self.line, self._column(token), len(self.spans))

    def _link_close(self, _: Token) -> None:
        if not self.open:
            return
        target, line, column, start = self.open
        text = "".join(span.text for span in self.spans[start:] if span.mark != "html")
        link = Link(target, text, line, column)
        self.links.append(link)
        self.spans[start:] = [Span(span.mark, span.text, span.line, link) for span in self.spans[start:]]
        self.open = None

    def _image(self, token: Token) -> None:
        target = str(token.attrs.get("src", ""))
        self.links.append(Link(target, token.content, self.line, self._column(token), image=True))
        self._push("html", "")  # holds the picture's place: attributes may follow
