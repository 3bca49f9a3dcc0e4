"""The shape of the contract and the graph (`roadmap.yml`, `graph.yml`), and what all entries share.

Each field's type is its validation (msgspec refuses unknown fields, wrong types and values outside a pattern).
Text comes in pairs, `*_zh` and `*_en`; dates are ISO days, `as_of` is a month.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

Id = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9.-]*$")]
Path = Annotated[str, Meta(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+){0,2}$")]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Month = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}$")]
Url = Annotated[str, Meta(pattern=r"^https?://[^\s]+$")]
Text = Annotated[str, Meta(min_length=1)]
Level = Literal["intro", "intermediate", "advanced"]


class Entry(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all entries: unknown fields are refused."""


# ------------------------------------------------------------------------------------------------------ roadmap.yml
class Name(Entry, frozen=True):
    """A name that a place must explain: as it is written there, and its id in `systems/` or `terms/`."""

    name: Text
    id: Id
    added: bool = False


class Topic(Entry, frozen=True):
    """A topic of a section; `id` is its heading's id and its path segment."""

    id: Id
    graph: Text
    level: Level
    zh: Text
    en: Text
    names: tuple[Name, ...] = ()
    mentions: tuple[Id, ...] = ()
    added: bool = False


class Section(Entry, frozen=True):
    """A section of a track, with its topics in reading order."""

    id: Id
    graph: Text
    zh: Text
    en: Text
    promise_zh: Text
    promise_en: Text
    topics: tuple[Topic, ...]
    names: tuple[Name, ...] = ()
    mentions: tuple[Id, ...] = ()


class Track(Entry, frozen=True):
    """One of the two careers, with its sections in reading order."""

    id: Id
    zh: Text
    en: Text
    promise_zh: Text
    promise_en: Text
    sections: tuple[Section, ...]
    names: tuple[Name, ...] = ()
    mentions: tuple[Id, ...] = ()


class Foundation(Entry, frozen=True):
    """What both tracks build on; it has no page yet."""

    id: Id
    graph: Text
    level: Level
    zh: Text
    en: Text
    scope_zh: Text
    scope_en: Text
    added: bool = False


class SitePage(Entry, frozen=True):
    """A page that is no topic; `at` lists its addresses where it has several, `accept` says what makes it done."""

    id: Id
    zh: Text
    en: Text
    accept: Text
    at: tuple[Id, ...] = ()


class Roadmap(Entry, frozen=True):
    """The contract of the structure: ids, titles and names."""

    tracks: tuple[Track, ...]
    foundations: tuple[Foundation, ...]
    pages: tuple[SitePage, ...]


# -------------------------------------------------------------------------------------------------------- graph.yml
class Node(Entry, frozen=True):
    """Study hours of a topic or foundation, what it requires, and what helps; all by graph number."""

    graph: Text
    hours: Annotated[int, Meta(ge=1, le=40)]
    requires: tuple[Text, ...] = ()
    helped_by: tuple[Text, ...] = ()


class LearningPath(Entry, frozen=True):
    """A ready path: what it assumes and its topics in order, by graph number."""

    assumes: tuple[Text, ...]
    topics: tuple[Text, ...]


class Graph(Entry, frozen=True):
    """Prerequisites and hours. `projects` gives the hours of each section's project by graph number."""

    topics: tuple[Node, ...]
    foundations: tuple[Node, ...]
    projects: dict[str, int]
    paths: dict[str, LearningPath]
