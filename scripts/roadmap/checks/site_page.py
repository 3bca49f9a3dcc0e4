"""One page of the built site as a value: language, title, ids and everything it points at. One pass, no judgement."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Literal

Use = Literal["link", "load"]  # what a reader follows, and what the browser fetches by itself
Attributes = dict[str, str]

_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]+))\s*\)|@import\s+["']([^"']+)["']""")
_REFRESH = re.compile(r"url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
_LOADS = {
    *(
        (tag, "src")
        for tag in ("script", "img", "iframe", "frame", "source", "video", "audio", "track", "embed", "input")
    ),
    *((tag, name) for tag in ("use", "image") for name in ("href", "xlink:href")),
    *(("object", "data"), ("video", "poster"), ("body", "background")),
}
_LINKS = {("a", "href"), ("a", "xlink:href"), ("area", "href"), ("form", "action"), ("blockquote", "cite")}
# Relations of <link> that name an address without fetching it.
_NAMED = {"canonical", "alternate", "prev", "next", "author", "license", "help", "search", "edit"}
_PUBLIC = {"og:url", "og:image", "twitter:image", "og:image:secure_url"}


@dataclass(frozen=True)
class Target:
    """An address in a page; `switch` says that it leads to the other language on purpose."""

    use: Use
    url: str
    line: int
    tag: str
    switch: bool = False


@dataclass
class SitePage:
    """What one HTML file says; `ids` with the line of each, in order."""

    lang: str = ""
    title: str = ""
    h1: int = 0
    ids: list[tuple[str, int]] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)

    @property
    def anchors(self) -> frozenset[str]:
        """The fragments that lead somewhere."""
        return frozenset(key for key, _ in self.ids)


def read_page(html: str) -> SitePage:
    """Return what a page says."""
    parser = _Reader()
    parser.feed(html)
    parser.close()
    parser.page.title = " ".join(parser.page.title.split())
    return parser.page


def css_addresses(css: str) -> list[tuple[str, int]]:
    """Return the addresses of a style sheet, each with its line."""
    found = (
        (next(filter(None, match.groups()), ""), css.count("\n", 0, match.start()) + 1) for match in _URL.finditer(css)
    )
    return [(url, line) for url, line in found if url]


class _Reader(HTMLParser):
    """Fills a SitePage."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = SitePage()
        self.inside = ""  # title or style
        self.drawing = 0  # open <svg>: its <title> is not the page's

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._structure(tag, values)
        for name, value in values.items():
            self._attribute(tag, name, value, values)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self.drawing -= tag == "svg"
        self.inside = "" if tag == self.inside else self.inside

    def handle_data(self, data: str) -> None:
        if self.inside == "title":
            self.page.title += data
        elif self.inside == "style":
            line = self.getpos()[0] - 1
            self.page.targets += [Target("load", url, line + at, "style") for url, at in css_addresses(data)]

    def _structure(self, tag: str, values: Attributes) -> None:
        self.drawing += tag == "svg"
        if tag == "html":
            self.page.lang = values.get("lang", "")
        elif tag == "h1":
            self.page.h1 += 1
        elif (tag == "title" and not self.drawing) or tag == "style":
            self.inside = tag
        if values.get("id"):
            self.page.ids.append((values["id"], self.getpos()[0]))
        elif tag == "a" and values.get("name"):
            self.page.ids.append((values["name"], self.getpos()[0]))

    def _attribute(self, tag: str, name: str, value: str, values: Attributes) -> None:
        if name == "style" and "url(" in value:
            for url, _ in css_addresses(value):
                self._add("load", url, tag)
        elif name in ("srcset", "imagesrcset"):
            for candidate in value.split(","):
                self._add("load", (candidate.split() or [""])[0], tag)
        elif (tag, name) in _LOADS:
            self._add("load", value, tag)
        elif (tag, name) in _LINKS:
            self._add("link", value, tag, switch="hreflang" in values)
        elif tag == "link" and name == "href":
            named = set(values.get("rel", "").lower().split()) <= _NAMED
            self._add("link" if named else "load", value, tag, switch="hreflang" in values)
        elif tag == "meta" and name == "content":
            self._meta(value, values)

    def _meta(self, value: str, values: Attributes) -> None:
        refresh = _REFRESH.search(value) if values.get("http-equiv", "").lower() == "refresh" else None
        if refresh:
            self._add("link", refresh[1], "meta")
        elif {values.get("property"), values.get("name")} & _PUBLIC:
            self._add("link", value, "meta")

    def _add(self, use: Use, url: str, tag: str, *, switch: bool = False) -> None:
        self.page.targets.append(Target(use, url.strip(), self.getpos()[0], tag, switch))
