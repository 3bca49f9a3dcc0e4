"""What all blocks of this site have in common, on pymdownx's block API."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from roadmap.blocks.context import PageContext
from roadmap.blocks.session import Session
from roadmap.blocks.usage import Opening
from roadmap.facts import Facts, Language


class RoadmapBlock(Block):  # type: ignore[misc]
    """A block that knows the facts and the page. Subclasses set NAME, ARGUMENT and OPTIONS as pymdownx has them."""

    TAKES_CONTENT = True

    @property
    def session(self) -> Session:
        """What the parts of the extension share."""
        session: Session = self.config["session"]
        return session

    @property
    def facts(self) -> Facts:
        """The registries."""
        return self.session.facts

    @property
    def page(self) -> PageContext:
        """The page at hand."""
        return self.session.page

    @property
    def language(self) -> Language:
        """The language of the page at hand."""
        return self.session.language

    def report(self, rule: str, found: str, expected: str, choices: tuple[str, ...] = (), option: str = "") -> None:
        """Keep a finding on the line of this block, or of one of its options."""
        line = self.opening.option_lines.get(option, self.opening.line)
        self.session.report(line, rule, found, expected, choices)

    def on_create(self, parent: Element) -> Element:
        """Look up the block's line, then make the element."""
        self.opening: Opening = self.session.next_opening(self.NAME)
        return self.create(parent)

    def create(self, parent: Element) -> Element:
        """Return the element, a child of `parent`, that takes the content."""
        raise NotImplementedError


class LeafBlock(RoadmapBlock):
    """A block without content, rendered from facts as HTML. Subclasses write `render`."""

    TAKES_CONTENT = False

    def render(self) -> str:
        """Return the HTML of the block, or '' after having reported what is wrong."""
        raise NotImplementedError

    def create(self, parent: Element) -> Element:
        """Put the rendered HTML where Markdown swaps it in after its own work."""
        return stashed(self.md, self.render(), parent)


def stashed(md: Any, html: str, parent: Element | None = None) -> Element:
    """Return a paragraph that Markdown's `raw_html` postprocessor replaces by the HTML, which has to be block level."""
    element = Element("p") if parent is None else SubElement(parent, "p")
    element.text = AtomicString(md.htmlStash.store(html)) if html else ""
    return element
