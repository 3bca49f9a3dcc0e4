"""The shape of the registries in `docs/_data/`: one frozen struct a kind of entry. The only place that knows it.

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
class Name(Entry):
    """A name that a place must explain: as it is written there, and its id in `systems/` or `terms/`."""

    name: Text
    id: Id
    added: bool = False


class Topic(Entry):
    """A topic of a section; `id` is its heading's id and its path segment."""

    id: Id
    graph: Text
    level: Level
    zh: Text
    en: Text
    names: tuple[Name, ...] = ()
    mentions: tuple[Id, ...] = ()
    added: bool = False


class Section(Entry):
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


class Track(Entry):
    """One of the two careers, with its sections in reading order."""

    id: Id
    zh: Text
    en: Text
    promise_zh: Text
    promise_en: Text
    sections: tuple[Section, ...]
    names: tuple[Name, ...] = ()
    mentions: tuple[Id, ...] = ()


class Foundation(Entry):
    """What both tracks build on; it has no page yet."""

    id: Id
    graph: Text
    level: Level
    zh: Text
    en: Text
    scope_zh: Text
    scope_en: Text
    added: bool = False


class SitePage(Entry):
    """A page that is no topic; `at` lists its addresses where it has several, `accept` says what makes it done."""

    id: Id
    zh: Text
    en: Text
    accept: Text
    at: tuple[Id, ...] = ()


class Roadmap(Entry):
    """The contract of the structure: ids, titles and names."""

    tracks: tuple[Track, ...]
    foundations: tuple[Foundation, ...]
    pages: tuple[SitePage, ...]


# -------------------------------------------------------------------------------------------------------- graph.yml
class Node(Entry):
    """Study hours of a topic or foundation, what it requires, and what helps; all by graph number."""

    graph: Text
    hours: Annotated[int, Meta(ge=1, le=40)]
    requires: tuple[Text, ...] = ()
    helped_by: tuple[Text, ...] = ()


class LearningPath(Entry):
    """A ready path: what it assumes and its topics in order, by graph number."""

    assumes: tuple[Text, ...]
    topics: tuple[Text, ...]


class Graph(Entry):
    """Prerequisites and hours. `projects` gives the hours of each section's project by graph number."""

    topics: tuple[Node, ...]
    foundations: tuple[Node, ...]
    projects: dict[str, int]
    paths: dict[str, LearningPath]


# ------------------------------------------------------------------------------------------------------- references/
class Seen(Entry):
    """When an address was seen with its title, and where."""

    date: Day
    how: Literal["repository", "stored page", "abstract page"]


class Mirror(Entry):
    """An alternative that opens in mainland China."""

    url: Url
    language: Literal["zh", "en"]


class Reference(Entry):
    """An outside link of a section (the file's name says which), with why to read it. `note` is never rendered."""

    id: Id
    section: Path
    topics: tuple[Path, ...]
    origin: Literal["original-2024", "original-2024-inline", "upstream-2025", "added"]
    title: Text
    authors: Text
    url: Url
    kind: Literal["paper", "article", "video", "course", "docs", "code", "tool", "dataset", "book"]
    language: Literal["zh", "en"]
    level: Level
    why_en: Text
    why_zh: Text
    seen: Seen
    fate: Literal["kept", "moved", "replaced", "gone"] | None = None
    moved_from: Url | None = None
    replaced_by: Id | None = None
    year: Annotated[int, Meta(ge=1900, le=2100)] | None = None
    minutes: Annotated[int, Meta(ge=1)] | None = None
    mirror: Mirror | None = None
    arxiv: str | None = None
    doi: str | None = None
    note: str | None = None


# ---------------------------------------------------------------------------------------------------------- systems/
class Paper(Entry):
    """The paper of that very thing."""

    title: Text
    first_author: Text
    year: int
    arxiv: str | None = None
    doi: str | None = None
    url: Url | None = None


class System(Entry):
    """A system or method: what it is and, where it stands on the board, its state. `home` only if the contract has none.

    `as_of` is the month of the newest evidence for `status`, `checked` the day of our reading.
    """

    id: Id
    name: Text
    kind: Literal[
        "product", "library", "service", "model", "dataset", "benchmark", "format", "platform",
        "method", "concept", "language", "source-type",
    ]  # fmt: skip
    board: bool
    aliases: tuple[Text, ...]
    what_en: Text
    what_zh: Text
    sources: tuple[Text, ...]
    confidence: Literal["high", "medium", "low"]
    checked: Day
    home: Path | None = None
    seed_text: str | None = None
    state_en: str | None = None
    state_zh: str | None = None
    seed_error_en: str | None = None
    seed_error_zh: str | None = None
    paper: Paper | None = None
    homepage: Url | None = None
    repo: Url | None = None
    mirror: Mirror | None = None
    status: Literal["alive", "renamed", "moved", "archived", "superseded", "retired", "dormant"] | None = None
    as_of: Month | None = None
    licence: str | None = None
    successor: str | None = None


# ------------------------------------------------------------------------------------------------------------ terms/
class Never(Entry):
    """A wording to avoid. scope: `always`, or only in this `sense`, which no machine can tell."""

    form: Text
    scope: Literal["always", "sense"]
    zh: Text
    en: Text
    not_before: str | None = None


class Term(Entry):
    """A term in both languages. `taught_in` only if the contract gives it no home; *_alt are spellings people type."""

    id: Id
    en: Text
    zh: Text
    definition_en: Text
    definition_zh: Text
    checked: Day
    abbr: str | None = None
    en_alt: tuple[Text, ...] = ()
    zh_alt: tuple[Text, ...] = ()
    taught_in: Path | None = None
    never: tuple[Never, ...] = ()


# ------------------------------------------------------------------------------------------ findings.yml, reviews.yml
class ArticleError(Entry):
    """A statement of the 2024 article that is wrong or has aged, and the page that has to correct it."""

    id: Annotated[str, Meta(pattern=r"^[A-Z]\d*(-[a-z]+|\d*)$")]
    severity: Literal["high", "medium", "low"]
    kind: Literal["wrong", "misleading", "mistranslated", "outdated", "missing", "editorial"]
    place: Path
    quote: str | None = None


class Review(Entry):
    """A reading of a page in one language by two people other than its writer."""

    page: Path
    language: Literal["zh", "en"]
    day: Day
    readers: tuple[Literal["expert", "learner"], ...]
    rerun: str
    findings_closed: Annotated[int, Meta(ge=0)]
