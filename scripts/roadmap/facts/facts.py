"""All that the registries know, joined: places, hours, prerequisites and names."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from roadmap.facts.contract import Graph, Level, Name, Node, Roadmap, Section, Topic, Track
from roadmap.facts.registries import ArticleError, Mirror, Reference, Review, System, Term

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
LEVELS: tuple[Level, ...] = ("intro", "intermediate", "advanced")


@dataclass(frozen=True)
class Place:
    """Something of the contract that has a title: its path is its identity and, where it has a page, its address."""

    path: str
    kind: Literal["track", "section", "topic", "foundation", "page"]
    zh: str
    en: str
    graph: str = ""
    level: Level | None = None
    names: tuple[Name, ...] = ()
    mentions: tuple[str, ...] = ()
    added: bool = False

    def title(self, language: Language) -> str:
        """Return the title in that language."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True)
class Named:
    """A name: the union of its entries in `systems/` and `terms/`, one of which may be missing."""

    id: str
    home: str
    system: System | None
    term: Term | None

    def label(self, language: Language) -> str:
        """Return the form that a text in that language uses."""
        if self.term:
            return self.term.zh if language == "zh" else self.term.en
        assert self.system
        return self.system.name

    def definition(self, language: Language) -> str:
        """Return one sentence that says what it is."""
        if self.term:
            return self.term.definition_zh if language == "zh" else self.term.definition_en
        assert self.system
        return self.system.what_zh if language == "zh" else self.system.what_en

    def state(self, language: Language) -> str:
        """Return the sentence about its state, or ''."""
        if not self.system:
            return ""
        return (self.system.state_zh if language == "zh" else self.system.state_en) or ""

    @property
    def address(self) -> str | None:
        """Its own address: site, repository or paper."""
        if not self.system:
            return None
        paper = self.system.paper
        arxiv = f"https://arxiv.org/abs/{paper.arxiv}" if paper and paper.arxiv else None
        return self.system.homepage or self.system.repo or arxiv or (paper.url if paper else None)

    @property
    def mirror(self) -> Mirror | None:
        """An alternative that opens in mainland China."""
        return self.system.mirror if self.system else None

    def spellings(self, language: Language) -> tuple[str, ...]:
        """Return every form that counts as using the name in a text of that language."""
        forms: list[str] = []
        if self.term:
            t = self.term
            forms += [t.en, *t.en_alt, *([t.abbr] if t.abbr else [])]
            forms += [t.zh, *t.zh_alt] if language == "zh" else []
        if self.system:
            aliases = self.system.aliases
            forms += [self.system.name, *(a for a in aliases if language == "zh" or a.isascii())]
        return tuple(dict.fromkeys(forms))


@dataclass(frozen=True)
class Facts:
    """The registries as they stand in `docs/_data/`, validated, with what follows from them."""

    roadmap: Roadmap
    graph: Graph
    references: dict[str, Reference]
    systems: dict[str, System]
    terms: dict[str, Term]
    article_errors: dict[str, ArticleError]
    reviews: tuple[Review, ...]
    lines: dict[str, tuple[str, int]] = field(default_factory=dict)

    @cached_property
    def tracks(self) -> dict[str, Track]:
        """Tracks by id, in order."""
        return {track.id: track for track in self.roadmap.tracks}

    @cached_property
    def sections(self) -> dict[str, Section]:
        """Sections by path (`scientist/architecture`), in reading order."""
        return {f"{t.id}/{s.id}": s for t in self.roadmap.tracks for s in t.sections}

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """Topics by path (`scientist/architecture/attention`), in reading order."""
        return {f"{path}/{t.id}": t for path, s in self.sections.items() for t in s.topics}

    @cached_property
    def places(self) -> dict[str, Place]:
        """Everything of the contract by path: tracks, sections, topics, foundations and pages."""
        r, found = self.roadmap, list[Place]()
        found += [Place(t.id, "track", t.zh, t.en, names=t.names, mentions=t.mentions) for t in r.tracks]
        found += [Place(p, "section", s.zh, s.en, s.graph, None, s.names, s.mentions) for p, s in self.sections.items()]
        found += [
            Place(p, "topic", t.zh, t.en, t.graph, t.level, t.names, t.mentions, t.added)
            for p, t in self.topics.items()
        ]
        found += [Place(f"foundations/{f.id}", "foundation", f.zh, f.en, f.graph, f.level) for f in r.foundations]
        found += [Place(p.id, "page", p.zh, p.en) for p in r.pages if not p.at]
        return {place.path: place for place in found}

    @cached_property
    def by_graph(self) -> dict[str, str]:
        """Paths by graph number: sections, topics and foundations."""
        return {place.graph: path for path, place in self.places.items() if place.graph}

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Hours and prerequisites of topics and foundations by path."""
        return {self.by_graph[n.graph]: n for n in (*self.graph.topics, *self.graph.foundations)}

    @cached_property
    def homes(self) -> dict[str, str]:
        """The path of the place that explains each name."""
        homes = {n.id: path for path, place in self.places.items() for n in place.names}
        for system in self.systems.values():
            if system.home:
                homes.setdefault(system.id, system.home)
        for term in self.terms.values():
            if term.taught_in:
                homes.setdefault(term.id, term.taught_in)
        return homes

    @cached_property
    def names(self) -> dict[str, Named]:
        """Every id of `systems/` and `terms/`."""
        ids = sorted({*self.systems, *self.terms})
        return {i: Named(i, self.homes[i], self.systems.get(i), self.terms.get(i)) for i in ids}

    # ------------------------------------------------------- by section: a page must not look through everything
    @cached_property
    def topics_of(self) -> dict[str, tuple[str, ...]]:
        """Topic paths by section, in reading order."""
        return {
            path: tuple(f"{path}/{topic.id}" for topic in section.topics) for path, section in self.sections.items()
        }

    @cached_property
    def references_of(self) -> dict[str, tuple[Reference, ...]]:
        """References by section (and `foundations`, `about`), in the order of the registry."""
        found: dict[str, list[Reference]] = {}
        for reference in self.references.values():
            found.setdefault(reference.section, []).append(reference)
        return {section: tuple(entries) for section, entries in found.items()}

    @cached_property
    def names_of(self) -> dict[str, tuple[Named, ...]]:
        """Names by the section that their home belongs to."""
        found: dict[str, list[Named]] = {}
        for named in self.names.values():
            found.setdefault(self.section_of(named.home), []).append(named)
        return {section: tuple(entries) for section, entries in found.items()}

    @cached_property
    def article_errors_of(self) -> dict[str, tuple[str, ...]]:
        """Ids of the article's errors by the page that corrects them: those of a topic stand on its section's."""
        found: dict[str, list[str]] = {}
        for key, error in self.article_errors.items():
            found.setdefault("/".join(error.place.split("/")[:2]), []).append(key)
        return {page: tuple(keys) for page, keys in found.items()}

    # ------------------------------------------------------------------------------------------- hours and order
    def study_hours(self, path: str) -> int:
        """Return the study hours of a topic, foundation, section or track: the sum of its topics."""
        if path in self.nodes:
            return self.nodes[path].hours
        below = self.topics_of.get(path) or [p for p in self.nodes if p.startswith(path + "/")]
        return sum(self.nodes[p].hours for p in below)

    def project_hours(self, path: str) -> int:
        """Return the hours of the project of a section, or of all projects of a track."""
        numbers = [s.graph for p, s in self.sections.items() if p == path or p.startswith(path + "/")]
        return sum(self.graph.projects[n] for n in numbers)

    def requires(self, path: str) -> tuple[str, ...]:
        """Return what a topic requires, directly, as paths."""
        return tuple(self.by_graph[g] for g in self.nodes[path].requires)

    def section_of(self, path: str) -> str:
        """Return the path of the section (or `foundations`) that a path belongs to."""
        return path if path in self.sections else path.rsplit("/", 1)[0]

    def section_requires(self, path: str) -> tuple[str, ...]:
        """Return the sections, and `foundations/…`, that some topic of this section requires; in reading order."""
        own = self.topics_of[path]
        needed = {r for t in own for r in self.requires(t) if self.section_of(r) != path}
        places = {r if r.startswith("foundations/") else self.section_of(r) for r in needed}
        order = list(self.places)
        return tuple(sorted(places, key=order.index))

    def minimal_path(self, path: str) -> tuple[str, ...]:
        """Return topics and foundations that `path` (a topic or a section) rests on, each after what it requires."""
        goals = [path] if path in self.nodes else list(self.topics_of[path])
        done: dict[str, None] = {}

        def visit(place: str) -> None:
            for needed in self.requires(place):
                if needed not in done:
                    visit(needed)
            done.setdefault(place)

        for goal in goals:
            visit(goal)
        return tuple(p for p in done if p not in goals)

    def levels(self, path: str) -> tuple[Level, ...]:
        """Return the levels that occur in a section or track, from easy to hard."""
        below = self.topics_of.get(path) or [p for p in self.topics if p.startswith(path + "/")]
        found = {self.topics[p].level for p in below}
        return tuple(level for level in LEVELS if level in found)

    def review_day(self, page: str, language: Language) -> str | None:
        """Return the day on which the page was last read by an expert and a learner, or None."""
        days = [r.day for r in self.reviews if r.page == page and r.language == language and len(set(r.readers)) == 2]
        return max(days, default=None)
