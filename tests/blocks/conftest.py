"""A small set of facts made by hand, and a way to convert a page with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from markdown import Markdown
from roadmap.blocks import PageContext, RoadmapBlock, RoadmapExtension
from roadmap.facts import Facts, load_facts
from roadmap.facts.contract import Graph, Roadmap
from roadmap.facts.registries import ArticleError, Reference, Review, System, Term
from roadmap.finding import Finding
from roadmap.languages import Addresses

ROOT = Path(__file__).parents[2]
ALPHA, ALPHA_ZH = "scientist/alpha/index.en.md", "scientist/alpha/index.md"
SITE = (
    ALPHA,
    ALPHA_ZH,
    "index.md",
    "index.en.md",
    "about.md",
    "about.en.md",
    "scientist/index.md",
    "scientist/index.en.md",
)
# The extensions of mkdocs.yml: blocks have to get along with them.
EXTENSIONS = [
    "attr_list",
    "def_list",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.superfences",
]
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Converted:
    """A page as HTML, and what was found in it."""

    html: str
    extension: RoadmapExtension
    findings: list[Finding]

    @property
    def text(self) -> str:
        """The HTML without its tags."""
        return re.sub(r"<[^>]+>", "", self.html)

    def only(self) -> Finding:
        """Return the one finding."""
        assert len(self.findings) == 1, "\n".join(map(str, self.findings))
        return self.findings[0]

    def clean(self) -> str:
        """Return the HTML of a page that is in order."""
        assert not self.findings, "\n".join(map(str, self.findings))
        assert_balanced(self.html)
        return self.html


def assert_balanced(html: str) -> None:
    """Fail where a tag is not closed, or closed by another."""
    stack: list[str] = []

    class Parser(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            stack.extend([tag] if tag not in VOID else [])

        def handle_endtag(self, tag: str) -> None:
            assert stack and stack.pop() == tag, f"</{tag}> in {html}"

    parser = Parser()
    parser.feed(html)
    parser.close()
    assert not stack, stack


Convert = Callable[..., Converted]


@pytest.fixture
def convert(small: Facts) -> Convert:
    """Convert a text as the page of a source."""

    def run(
        text: str,
        source: str = ALPHA,
        facts: Facts | None = None,
        sources: Iterable[str] = SITE,
        extra: Iterable[type[RoadmapBlock]] = (),
        extension: RoadmapExtension | None = None,
    ) -> Converted:
        extension = extension or RoadmapExtension(facts or small, extra)
        before = len(extension.findings)
        extension.page = PageContext(source, text, Addresses.over({*sources, source}, True))
        body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
        html = Markdown(extensions=[*EXTENSIONS, extension]).convert(body)
        return Converted(html, extension, extension.findings[before:])

    return run


@pytest.fixture(scope="session")
def real() -> Facts:
    """The registries of the repository."""
    return load_facts(ROOT)


def _reference(key: str, **more: Any) -> dict[str, Any]:
    return {
        "id": key,
        "section": "scientist/alpha",
        "topics": ["scientist/alpha/one"],
        "origin": "added",
        "title": f"Title {key}",
        "authors": "A & B",
        "url": f"https://example.org/{key}",
        "kind": "paper",
        "language": "en",
        "level": "intro",
        "why_en": f"Why {key} <b>",
        "why_zh": f"为什么读 {key}",
        "seen": {"date": "2026-11-24", "how": "repository"},
        **more,
    }


def _system(key: str, **more: Any) -> dict[str, Any]:
    return {
        "id": key,
        "name": key.title(),
        "kind": "product",
        "board": False,
        "aliases": [],
        "what_en": f"{key.title()} is <i>a thing</i>.",
        "what_zh": f"{key.title()} 是一个东西。",
        "sources": ["seen"],
        "confidence": "high",
        "checked": "2026-11-24",
        **more,
    }


@pytest.fixture(scope="session")
def small() -> Facts:
    """Two sections with three topics and one foundation, one entry of each kind that the blocks tell apart."""
    data: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "small.yml").read_text(encoding="utf-8"))
    references = [_reference(**{"key": r.pop("id"), **r}) for r in data["references"]]
    systems = [_system(**{"key": s.pop("id"), **s}) for s in data["systems"]]
    return Facts(
        msgspec.convert(data["roadmap"], Roadmap),
        msgspec.convert(data["graph"], Graph),
        {r.id: r for r in msgspec.convert(references, list[Reference])},
        {s.id: s for s in msgspec.convert(systems, list[System])},
        {t.id: t for t in msgspec.convert(data["terms"], list[Term])},
        {e.id: e for e in msgspec.convert(data["errors"], list[ArticleError])},
        tuple(msgspec.convert(data["reviews"], list[Review])),
    )
