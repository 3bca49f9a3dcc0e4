"""Links that name what they lead to: `name:`, `ref:` and `page:`. Outside addresses are not for pages to carry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from roadmap.blocks.html import LANG, is_blocked, state_text
from roadmap.blocks.session import Session
from roadmap.blocks.tips import with_tip
from roadmap.blocks.words import word
from roadmap.facts import Named
from roadmap.facts.registries import Mirror
from roadmap.finding import nearest

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
PARAGRAPHS = {"p", "li", "td", "th", "dd", "dt", "summary", "figcaption", *HEADINGS}
# Places whose pages may carry an outside address themselves, each with the reason.
BARE_ADDRESSES_ALLOWED: dict[str, str] = {}


@dataclass(frozen=True)
class Use:
    """A link where it stands: its parent, the heading or paragraph around it, and the id of the H2 above it."""

    link: Element
    parent: Element
    around: Element
    section: str

    @property
    def href(self) -> str:
        """What the writer wrote."""
        return self.link.get("href") or ""

    @property
    def in_heading(self) -> bool:
        """Whether the link stands in a heading."""
        return self.around.tag in HEADINGS

    def replace(self, new: Element) -> None:
        """Put another element where the link stands, with the text that follows it."""
        new.tail, self.link.tail = self.link.tail, None
        self.parent[list(self.parent).index(self.link)] = new

    def follow(self, after: Element, *elements: Element) -> None:
        """Put elements behind one of the parent's children, a space before each."""
        at = list(self.parent).index(after)
        for element in elements:
            element.tail, after.tail = after.tail, " "
            at += 1
            self.parent.insert(at, element)
            after = element


def uses(root: Element) -> list[Use]:
    """Return every link of the tree, in the order of the text."""
    found: list[Use] = []
    section = ""

    def walk(parent: Element, around: Element) -> None:
        nonlocal section
        for child in parent:
            if child.tag == "h2":
                section = child.get("id") or ""
            if child.tag == "a":
                found.append(Use(child, parent, around, section))
            walk(child, child if child.tag in PARAGRAPHS else around)

    walk(root, root)
    return found


class Links:
    """Resolves the links of one page."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.facts, self.page, self.language = session.facts, session.page, session.language
        self.tipped: set[tuple[str, str]] = set()
        self.stated: set[str] = set()
        self.mirrored: set[tuple[int, str]] = set()

    def resolve(self, root: Element) -> None:
        """Rewrite every link of the page; report what does not fit."""
        for use in uses(root):
            scheme, _, key = use.href.partition(":")
            handler = {"name": self._name, "ref": self._ref, "page": self._page}.get(scheme)
            if scheme in ("http", "https") or use.href.startswith("//"):
                self._bare(use)
            elif handler:
                line = self.session.line_of(rf"\]\(\s*<?{re.escape(use.href)}(?![^\s)>])")
                self._check_text(use, line)
                use.link.attrib.pop("title", None)  # the definition says more
                handler(use, key, line)

    # -------------------------------------------------------------------------------------------------------- name:
    def _name(self, use: Use, key: str, line: int) -> None:
        named = self.facts.names.get(key)
        if named is None:
            choices = nearest(key, self.facts.names)
            self.session.report(line, "known-id", f"`name:{key}`", "an id of systems/ or terms/", choices)
            return
        self.session.named.add(key)
        if use.in_heading:
            self.session.report(line, "name-in-heading", f"`name:{key}` in a heading", "the name in the text below it")
        outside = self._aim(use, named)
        placed = self._tip(use, named)
        beside = [*self._state(use, named)]
        if outside and named.mirror and is_blocked(use.href):
            beside += self._mirror(use, named.mirror, named.label(self.language), use.href)
        use.follow(placed, *beside)

    def _aim(self, use: Use, named: Named) -> bool:
        """Give the link its address, or make it a term without one; return whether it leads outside."""
        href = None if self._at_home(use, named) else self.page.href(named.home)
        outside = href is None and named.address is not None
        href = href or named.address
        if href:
            use.link.set("href", href)
            use.link.set("class", "llm-name llm-out" if outside else "llm-name")
            return outside
        use.link.tag = "span"
        del use.link.attrib["href"]
        use.link.set("class", "llm-term")
        use.link.set("tabindex", "0")
        return False

    def _at_home(self, use: Use, named: Named) -> bool:
        return named.home in (self.page.place, f"{self.page.place}/{use.section}")

    def _tip(self, use: Use, named: Named) -> Element:
        """Put the definition beside the first use in an H2's text; return what now stands in the link's place."""
        if use.in_heading or (use.section, named.id) in self.tipped:
            use.link.attrib.pop("tabindex", None)
            return use.link
        self.tipped.add((use.section, named.id))
        wrapper = Element("span")
        use.replace(wrapper)
        return with_tip(wrapper, use.link, named, self.language, f"tip-{named.id}-{len(self.tipped)}")

    def _state(self, use: Use, named: Named) -> Iterator[Element]:
        """Yield the chip of a system that is no longer alive, at its home, once a page."""
        system = named.system
        if not (system and system.status and system.status != "alive" and self._at_home(use, named)):
            return
        if named.id not in self.stated and not use.in_heading:
            self.stated.add(named.id)
            kind = f"llm-chip llm-chip--{system.status}"
            chip = Element("span", {"class": kind, "data-search-exclude": ""})
            chip.text = state_text(system, self.language)
            yield chip

    # --------------------------------------------------------------------------------------------------- ref:, page:
    def _ref(self, use: Use, key: str, line: int) -> None:
        ref = self.facts.references.get(key)
        if ref is None:
            choices = nearest(key, self.facts.references)
            self.session.report(line, "known-id", f"`ref:{key}`", "an id of references/", choices)
            return
        self.session.cited.add(key)
        use.link.set("href", ref.url)
        use.link.set("class", "llm-out")
        if ref.mirror:
            use.follow(use.link, *self._mirror(use, ref.mirror, ref.title, ref.url))

    def _mirror(self, use: Use, mirror: Mirror, title: str, url: str) -> Iterator[Element]:
        """Yield the link to the alternative, once a paragraph."""
        if (id(use.around), url) not in self.mirrored:
            self.mirrored.add((id(use.around), url))
            label = word("mirror.of", self.language, title=title)
            attributes = {
                "class": "llm-mirror",
                "href": mirror.url,
                "hreflang": LANG[mirror.language],
                "aria-label": label,
            }
            link = Element("a", attributes)
            link.text = word("mirror", self.language)
            yield link

    def _page(self, use: Use, key: str, line: int) -> None:
        known = key in self.facts.places
        href = self.page.href(key) if known else None
        if href is None:
            exist = sorted(p for p in self.facts.places if self.page.href(p))
            found = f"`page:{key}`, a place without a page" if known else f"`page:{key}`"
            expected = "a place that has a page" if known else "a path of docs/_data/roadmap.yml"
            self.session.report(line, "no-page" if known else "known-id", found, expected, nearest(key, exist))
            return
        use.link.set("href", href)

    # ------------------------------------------------------------------------------------------------------- findings
    def _check_text(self, use: Use, line: int) -> None:
        if not "".join(use.link.itertext()).strip() and len(use.link) == 0:
            self.session.report(line, "link-text", f"`[]({use.href})`", "a link with a text")

    def _bare(self, use: Use) -> None:
        if self.page.place not in BARE_ADDRESSES_ALLOWED:
            report_bare(self.session, self.session.line_of(re.escape(use.href)), use.href)


_RAW = re.compile(
    r"<(?:a|img|iframe|script|link|video|audio|source|object|embed)\b[^>]*?\b(?:href|src|data)\s*=\s*[\"']?((?:https?:)?//[^\s\"'>]+)",
    re.I,
)


def check_raw_addresses(session: Session) -> None:
    """Report outside addresses in raw HTML, which Markdown hands on unread."""
    prose = session.page.prose
    for match in _RAW.finditer(prose):
        if session.page.place not in BARE_ADDRESSES_ALLOWED:
            report_bare(session, prose.count("\n", 0, match.start(1)) + 1, match[1])


def report_bare(session: Session, line: int, address: str) -> None:
    """Report an outside address, with the ids that the registry has it under."""
    known = [f"ref:{r.id}" for r in session.facts.references.values() if address.rstrip("/") == r.url.rstrip("/")]
    known += [
        f"name:{n.id}" for n in session.facts.names.values() if address.rstrip("/") == (n.address or "").rstrip("/")
    ]
    session.report(line, "bare-address", f"`{address}`", "a `ref:` or `name:` link, its address in docs/_data/", known)
