"""Where things are: source file, place of the contract, language and address, as pure functions over text.

A source is a path below `docs/` with forward slashes (`scientist/architecture/index.en.md`); a place is a path of
the contract (`scientist/architecture`, `home`, `about`); an address is relative to the site's root, without a slash
in front.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from roadmap.facts import Language

ENGLISH_SUFFIX = ".en.md"


def language_of(source: str) -> Language:
    """Return the language that the source's name states."""
    return "en" if source.endswith(ENGLISH_SUFFIX) else "zh"


def twin_of(source: str) -> str:
    """Return the source of the same page in the other language."""
    if language_of(source) == "en":
        return source.removesuffix(ENGLISH_SUFFIX) + ".md"
    return source.removesuffix(".md") + ENGLISH_SUFFIX


def place_of(source: str) -> str:
    """Return the place whose page the source is: `index.en.md` is `home`, `about.md` is `about`."""
    stem = source.removesuffix(ENGLISH_SUFFIX).removesuffix(".md")
    stem = posixpath.dirname(stem) if posixpath.basename(stem) == "index" else stem
    return stem or "home"


def address_of(source: str, directory_urls: bool) -> str:
    """Return the page's address: `en/scientist/architecture/`, or `…/index.html` without directory addresses."""
    stem = source.removesuffix(ENGLISH_SUFFIX).removesuffix(".md")
    prefix = "en/" if language_of(source) == "en" else ""
    if not directory_urls:
        return f"{prefix}{stem}.html"
    folder = posixpath.dirname(stem) if posixpath.basename(stem) == "index" else stem
    return f"{prefix}{folder}/" if folder else prefix


def output_of(source: str, directory_urls: bool) -> str:
    """Return the file that the page is written to, relative to the site's folder."""
    address = address_of(source, directory_urls)
    return address + "index.html" if address == "" or address.endswith("/") else address


def relative(target: str, base: str) -> str:
    """Return the link from the page at address `base` to address `target`; both relative to the root."""
    folder = base if base == "" or base.endswith("/") else posixpath.dirname(base) + "/"
    path, hash_, fragment = target.partition("#")
    result = posixpath.relpath("/" + path, "/" + folder)
    result = "./" if result == "." else result
    if (path == "" or path.endswith("/")) and not result.endswith("/"):
        result += "/"
    return result + hash_ + fragment


@dataclass(frozen=True)
class Addresses:
    """The pages that exist, and how to link to a place from any of them."""

    sources: frozenset[str]
    directory_urls: bool

    @classmethod
    def over(cls, sources: Iterable[str], directory_urls: bool) -> Addresses:
        """Build it over the Markdown sources of the site."""
        return cls(frozenset(s for s in sources if s.endswith(".md")), directory_urls)

    @cached_property
    def pages(self) -> dict[tuple[str, Language], str]:
        """Sources by place and language."""
        return {(place_of(s), language_of(s)): s for s in self.sources}

    def target(self, place: str, language: Language) -> str | None:
        """Return the address of a place: its page, or a topic's heading on its section's; None if neither exists."""
        source = self.pages.get((place, language))
        if source:
            return address_of(source, self.directory_urls)
        parent, _, last = place.rpartition("/")
        above = self.pages.get((parent, language)) if parent.count("/") == 1 else None
        return f"{address_of(above, self.directory_urls)}#{last}" if above else None

    def href(self, place: str, from_source: str) -> str | None:
        """Return the link from one page to a place in the same language; a heading of the same page is `#id`."""
        target = self.target(place, language_of(from_source))
        base = address_of(from_source, self.directory_urls)
        if target is None:
            return None
        same_page = target.partition("#")[0] == base and "#" in target
        return "#" + target.partition("#")[2] if same_page else relative(target, base)
