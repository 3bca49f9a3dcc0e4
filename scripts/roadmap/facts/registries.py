"""The shape of the registries in `docs/_data/`: one frozen struct a kind of entry.

Text comes in pairs, `*_zh` and `*_en`; dates are ISO days, `as_of` is a month. No other room knows these shapes.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from roadmap.facts.contract import Day, Entry, Id, Level, Month, Path, Text, Url


# ------------------------------------------------------------------------------------------------------- references/
class Seen(Entry, frozen=True):
    """When an address was seen with its title, and where."""

    date: Day
    how: Literal["repository", "stored page", "abstract page"]


class Mirror(Entry, frozen=True):
    """An alternative that opens in mainland China."""

    url: Url
    language: Literal["zh", "en"]


class Reference(Entry, frozen=True):
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
class Paper(Entry, frozen=True):
    """The paper of that very thing."""

    title: Text
    first_author: Text
    year: int
    arxiv: str | None = None
    doi: str | None = None
    url: Url | None = None


class System(Entry, frozen=True):
    """A system or method: what it is and, on the board, its state; `home` where the contract has none.

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
class Never(Entry, frozen=True):
    """A wording to avoid. scope: `always`, or only in this `sense`, which no machine can tell."""

    form: Text
    scope: Literal["always", "sense"]
    zh: Text
    en: Text
    not_before: str | None = None


class Term(Entry, frozen=True):
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
class ArticleError(Entry, frozen=True):
    """A statement of the 2024 article that is wrong or has aged, and the page that has to correct it."""

    id: Annotated[str, Meta(pattern=r"^[A-Z]\d*(-[a-z]+|\d*)$")]
    severity: Literal["high", "medium", "low"]
    kind: Literal["wrong", "misleading", "mistranslated", "outdated", "missing", "editorial"]
    place: Path
    quote: str | None = None


class Review(Entry, frozen=True):
    """A reading of a page in one language by two people other than its writer."""

    page: Path
    language: Literal["zh", "en"]
    day: Day
    readers: tuple[Literal["expert", "learner"], ...]
    rerun: str
    findings_closed: Annotated[int, Meta(ge=0)]
