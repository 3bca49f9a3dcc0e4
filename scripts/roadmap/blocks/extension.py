"""The Markdown extension: everything that this site adds to Markdown, testable without MkDocs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension

from roadmap.blocks.base import RoadmapBlock, stashed
from roadmap.blocks.board import Board
from roadmap.blocks.card import Card
from roadmap.blocks.context import PageContext
from roadmap.blocks.correction import Correction
from roadmap.blocks.facts_line import facts_line
from roadmap.blocks.formula import Displayed, Inline, check_dollars
from roadmap.blocks.links import Links, check_raw_addresses
from roadmap.blocks.references import References
from roadmap.blocks.session import Session
from roadmap.blocks.usage import scan
from roadmap.facts import Facts
from roadmap.finding import Finding

BLOCKS: tuple[type[RoadmapBlock], ...] = (Card, Correction, Board, References)


class RoadmapExtension(Extension):
    """One a build: set `page` before each page is converted (one after the other), read `findings` at the end.

    `cited` and `named` are the ids of references and names used so far, `settled` the corrections by source, `formulas`
    the sources of the pages that need the style sheet of formulas. Nothing is raised for what a writer got wrong.
    """

    def __init__(self, facts: Facts, extra: Iterable[type[RoadmapBlock]] = ()) -> None:
        """Take the facts, and blocks of later rooms (subclasses of `RoadmapBlock` or `LeafBlock`)."""
        super().__init__()
        self.session = Session(facts)
        self.blocks = (*BLOCKS, *extra)

    @property
    def page(self) -> PageContext | None:
        """The page that is converted next."""
        return self.session.current

    @page.setter
    def page(self, page: PageContext | None) -> None:
        self.session.current = page

    @property
    def findings(self) -> list[Finding]:
        """What is wrong in the pages converted so far."""
        return self.session.findings

    @property
    def cited(self) -> set[str]:
        """The ids of references cited or listed so far."""
        return self.session.cited

    @property
    def named(self) -> set[str]:
        """The ids of names linked so far."""
        return self.session.named

    @property
    def settled(self) -> dict[str, set[str]]:
        """The ids of corrections by source."""
        return self.session.settled

    @property
    def formulas(self) -> set[str]:
        """The sources of the pages with formulas."""
        return self.session.formulas

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's own name
        """Register blocks, formulas and links."""
        session = self.session
        _Blocks(session, self.blocks).extendMarkdown(md)
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "$"]
        # First of all; then after fenced code (25) and before raw HTML (20).
        md.preprocessors.register(_Begin(md, session), "roadmap-begin", 50)
        md.preprocessors.register(Displayed(md, session), "roadmap-formula", 24)
        # After code (190) and before backslashes (180).
        md.inlinePatterns.register(Inline(md, session), "roadmap-formula", 185)
        # Last, after MkDocs' own link processor (0): it leaves our schemes alone and would not know our addresses.
        md.treeprocessors.register(_Finish(md, session), "roadmap-links", -10)


class _Blocks(BlocksExtension):  # type: ignore[misc]
    """Hands our blocks to pymdownx's block manager."""

    def __init__(self, session: Session, blocks: Iterable[type[RoadmapBlock]]) -> None:
        super().__init__()
        self.session, self.kinds = session, blocks

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: N802 - pymdownx's own name
        for kind in self.kinds:
            block_mgr.register(kind, {"session": self.session})


class _Begin(Preprocessor):
    """Starts a page and judges what can only be seen in the source."""

    def __init__(self, md: Markdown, session: Session) -> None:
        super().__init__(md)
        self.session = session

    def run(self, lines: list[str]) -> list[str]:
        page = self.session.page
        manager: Any = self.md.parser.blockprocessors["blocks"]
        openings, wrong = scan(page.prose, manager.blocks)
        self.session.begin(openings)
        for misuse in wrong:
            self.session.report(*misuse)
        check_dollars(self.session)
        check_raw_addresses(self.session)
        return lines


class _Finish(Treeprocessor):
    """Resolves links, puts the facts below the topics' headings and looks for ids that stand twice."""

    def __init__(self, md: Markdown, session: Session) -> None:
        super().__init__(md)
        self.session = session

    def run(self, root: Element) -> None:
        Links(self.session).resolve(root)
        self._facts(root)
        self._ids(root)

    def _facts(self, root: Element) -> None:
        facts, page = self.session.facts, self.session.page
        if page.place not in facts.sections:
            return
        for index, heading in reversed(list(enumerate(root))):
            topic = f"{page.place}/{heading.get('id')}"
            if heading.tag == "h2" and topic in facts.topics:
                root.insert(index + 1, stashed(self.md, facts_line(facts, page, topic)))

    def _ids(self, root: Element) -> None:
        seen: set[str] = set()
        for element in root.iter():
            key = element.get("id")
            if key in seen:
                line = self.session.page.line_of(rf"#{re.escape(key)}\b|\bid=[\"']?{re.escape(key)}\b", 1)
                self.session.report(line, "unique-id", f"the id `{key}` a second time", "each id once a page")
            seen |= {key} if key else set()
