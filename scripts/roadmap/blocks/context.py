"""The page that is being converted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from roadmap.blocks.source import line_at, prose
from roadmap.facts import Language
from roadmap.languages import Addresses, language_of, place_of


@dataclass(frozen=True)
class PageContext:
    """One page: its source below `docs/`, its whole text with front matter, and where the other pages are."""

    source: str
    text: str
    addresses: Addresses

    @property
    def language(self) -> Language:
        """The language of the page, as its name states it."""
        return language_of(self.source)

    @cached_property
    def place(self) -> str:
        """The place of the contract whose page this is."""
        return place_of(self.source)

    @property
    def path(self) -> str:
        """The file relative to the repository, for findings."""
        return f"docs/{self.source}"

    @cached_property
    def prose(self) -> str:
        """The text with front matter, comments and code blanked out, so that offsets still fit."""
        return prose(self.text.replace("\r\n", "\n"))

    def href(self, place: str) -> str | None:
        """Return the link from this page to a place in the same language, or None where it has no page.

        Only a topic may stand as a heading on the page above it.
        """
        has_page = (place, self.language) in self.addresses.pages
        return self.addresses.href(place, self.source) if has_page or place.count("/") == 2 else None

    def line_of(self, pattern: str, nth: int = 0) -> int:
        """Return the line of the nth match (from 0) of a pattern in the prose, of the last one before it, or 0."""
        found = [match.start() for match in re.finditer(pattern, self.prose)]
        return line_at(self.prose, found[min(nth, len(found) - 1)]) if found else 0
