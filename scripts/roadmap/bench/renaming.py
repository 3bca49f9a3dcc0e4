"""What the copy of a track is called, and its pages and registry entries under the new names. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

LINK = re.compile(r"\]\((name|ref|page):([^)#\s]+)")
CORRECTION = re.compile(r"^(/// correction \| *)(.+)$", re.MULTILINE)
START = re.compile(r"^(\s+start: *\[)([^]]*)(\])", re.MULTILINE)
HEADING = re.compile(r"^# (.*?) *\{ *#[^ }]+", re.MULTILINE)
NUMBER = re.compile(r"^([A-Z])(\d*)")
APART = 100  # between the numbers of two copies: more than any track has sections

Entry = dict[str, Any]


def numbered(number: str, copy: int) -> str:
    """Return a graph number or finding's id in that copy: `S1.2` becomes `S201.2`, `E-a` becomes `E200-a`."""
    return NUMBER.sub(lambda m: f"{m[1]}{int(m[2] or 0) + APART * copy}", number, count=1)


@dataclass(frozen=True)
class Renaming:
    """The names of one copy: `places` (tracks, sections), `names`, `refs` and `numbers` change, all others stay."""

    copy: int
    places: frozenset[str]
    names: frozenset[str]
    refs: frozenset[str]
    numbers: frozenset[str]

    def slug(self, word: str) -> str:
        """Return an id as the copy has it."""
        return f"{word}-x{self.copy}"

    def title(self, words: str) -> str:
        """Return a page's title as the copy has it: no two pages have the same."""
        return f"{words} {self.copy}"

    def name(self, word: str) -> str:
        """Return the id of a name."""
        return self.slug(word) if word in self.names else word

    def ref(self, word: str) -> str:
        """Return the id of a reference."""
        return self.slug(word) if word in self.refs else word

    def number(self, word: str) -> str:
        """Return a graph number or the id of a finding."""
        return numbered(word, self.copy) if word in self.numbers else word

    def path(self, path: str) -> str:
        """Return the path of a track, a section or a topic: a copied section has its own id in the copied track."""
        track, slash, rest = path.partition("/")
        return f"{self.slug(track)}{slash}{rest}" if place_above(path) in self.places else path

    # --------------------------------------------------------------------------------------------------------- pages
    def page(self, text: str, place: str) -> str:
        """Return the page of a copied place: links, corrections, starting references and the H1's id renamed."""
        kinds: dict[str, Callable[[str], str]] = {"name": self.name, "ref": self.ref, "page": self.path}
        text = LINK.sub(lambda m: f"]({m[1]}:{kinds[m[1]](m[2])}", text)
        text = CORRECTION.sub(lambda m: m[1] + " ".join(map(self.number, m[2].split())), text)
        text = START.sub(lambda m: m[1] + ", ".join(self.ref(i.strip()) for i in m[2].split(",")) + m[3], text)
        ident = self.path(place).rpartition("/")[2]
        return HEADING.sub(lambda m: f"# {self.title(m[1])} {{ #{ident}", text, count=1)

    # -------------------------------------------------------------------------------------------------- the registries
    def track(self, entry: Entry) -> Entry:
        """Return a track of the contract with those of its sections that are copied."""
        chosen = [s for s in entry["sections"] if f"{entry['id']}/{s['id']}" in self.places]
        return {**self._titled(entry), "id": self.slug(entry["id"]), "sections": list(map(self._section, chosen))}

    def _section(self, entry: Entry) -> Entry:
        return {**self._titled(entry), "topics": list(map(self._place, entry["topics"]))}

    def _titled(self, entry: Entry) -> Entry:
        return {**self._place(entry), "zh": self.title(entry["zh"]), "en": self.title(entry["en"])}

    def _place(self, entry: Entry) -> Entry:
        changed = dict(entry)
        if "graph" in entry:
            changed["graph"] = self.number(entry["graph"])
        if "names" in entry:
            changed["names"] = [{**name, "id": self.name(name["id"])} for name in entry["names"]]
        if "mentions" in entry:
            changed["mentions"] = list(map(self.name, entry["mentions"]))
        return changed

    def node(self, entry: Entry) -> Entry:
        """Return hours and prerequisites of a topic."""
        lists: Entry = {key: list(map(self.number, entry[key])) for key in ("requires", "helped_by") if key in entry}
        return {**entry, "graph": self.number(entry["graph"]), **lists}

    def reference(self, entry: Entry) -> Entry:
        """Return a reference."""
        changed = {"id": self.ref(entry["id"]), "section": self.path(entry["section"])}
        if "replaced_by" in entry:
            changed["replaced_by"] = self.ref(entry["replaced_by"])
        return {**entry, **changed, "topics": list(map(self.path, entry["topics"]))}

    def named(self, entry: Entry) -> Entry:
        """Return a system or a term, without the wordings that it refuses: every page is held to those already."""
        homes: Entry = {key: self.path(entry[key]) for key in ("home", "taught_in") if key in entry}
        kept = {key: value for key, value in entry.items() if key != "never"}
        return {**kept, "id": self.name(entry["id"]), **homes}

    def finding(self, entry: Entry) -> Entry:
        """Return a statement of the article to correct."""
        return {**entry, "id": self.number(entry["id"]), "place": self.path(entry["place"])}


def place_above(path: str) -> str:
    """Return the section of a section's or topic's path; of any other path, itself."""
    return "/".join(path.split("/")[:2])


def select(entries: list[Entry], key: str, places: Collection[str]) -> list[Entry]:
    """Return the entries whose path at `key` lies in one of the places."""
    return [entry for entry in entries if place_above(str(entry.get(key) or "")) in places]
