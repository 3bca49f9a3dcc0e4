"""`/// map`: both tracks as a drawing and, with the same content, as nested lists."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from roadmap.blocks import LeafBlock, PageContext
from roadmap.facts import Facts, Language
from roadmap.pages.arrows import START, Arrows, arrows
from roadmap.pages.drawing import Label, svg
from roadmap.pages.geometry import SHAPES, Drawing
from roadmap.pages.html import linked, place_link
from roadmap.pages.layout import Nodes
from roadmap.pages.words import count, word


class Map(LeafBlock):
    """The map of the home page; it reads well on any page."""

    NAME = "map"

    def render(self) -> str:
        """Return the figure with both variants of the drawing, then the list."""
        return learning_map(self.facts, self.page)


def learning_map(facts: Facts, page: PageContext) -> str:
    """Return the map as HTML; a section that has no page yet stands without link."""
    language, needed = page.language, arrows(facts)
    title = word("map.title", language)
    desc = word("map.desc", language, sections=len(facts.sections))
    labels, headings = labels_of(facts, page, needed), headings_of(facts, page)
    drawings = "".join(svg(drawing, labels, headings, title, desc) for drawing in drawings_of(facts))
    caption = f"<figcaption>{word('map.caption', language)}</figcaption>"
    summary = f"<summary>{word('map.list', language)}</summary>"
    return (
        f'<figure class="llm-map" data-search-exclude>{drawings}{caption}</figure>'
        f'<details class="llm-fold llm-map__list" data-search-exclude>{summary}{as_list(facts, page, needed)}</details>'
    )


def drawings_of(facts: Facts) -> tuple[Drawing, ...]:
    """Return the variants of the drawing; they are the same in both languages and computed once."""
    tracks = tuple(facts.tracks)
    groups = ((START, 0), *((path, tracks.index(path.split("/")[0])) for path in facts.sections))
    return _drawings(groups, tuple(arrows(facts).items()))


Pairs = tuple[tuple[str, tuple[str, ...]], ...]


@lru_cache(maxsize=4)
def _drawings(groups: tuple[tuple[str, int], ...], needed: Pairs) -> tuple[Drawing, ...]:
    nodes = Nodes(dict(groups), dict(needed))
    return tuple(Drawing(nodes, shape) for shape in SHAPES)


# ------------------------------------------------------------------------------------------------------------ drawing
def labels_of(facts: Facts, page: PageContext, needed: Arrows) -> dict[str, Label]:
    """Return what each box says, by key."""
    language = page.language
    start = word("foundations", language)
    labels = {START: Label(start, hours(facts, START, language), _parts(facts, language), "start")}
    for path in facts.sections:
        title = facts.places[path].title(language)
        hint = f"{title}{word('dot', language)}{requires_text(facts, needed[path], language)}"
        labels[path] = Label(title, hours(facts, path, language), hint, path.split("/")[0], page.href(path))
    return labels


def headings_of(facts: Facts, page: PageContext) -> dict[int, Label]:
    """Return the headings of the two groups of boxes."""
    titles = [(track, facts.places[track].title(page.language)) for track in facts.tracks]
    return {n: Label(title, "", title, track, page.href(track)) for n, (track, title) in enumerate(titles)}


def hours(facts: Facts, path: str, language: Language) -> str:
    """Return the hours of a section, study and project together, or those of the foundations."""
    return count("hours", facts.study_hours(path) + facts.project_hours(path), language)


def _parts(facts: Facts, language: Language) -> str:
    names = [f.zh if language == "zh" else f.en for f in facts.roadmap.foundations]
    return f"{word('foundations', language)}{word('dot', language)}{word('list', language).join(names)}"


def requires_text(facts: Facts, needed: tuple[str, ...], language: Language) -> str:
    """Return what to learn first as plain text."""
    if not needed:
        return word("map.nothing", language)
    titles = [_title(facts, key, language) for key in needed]
    return word("map.requires", language, links=word("list", language).join(titles))


def _title(facts: Facts, key: str, language: Language) -> str:
    return word("foundations", language) if key == START else facts.places[key].title(language)


# --------------------------------------------------------------------------------------------------------------- list
def as_list(facts: Facts, page: PageContext, needed: Arrows) -> str:
    """Return tracks, their sections, and what each rests on, as nested lists."""
    language = page.language
    start = f"<p>{escape(_parts(facts, language))}{word('dot', language)}{hours(facts, START, language)}</p>"
    return f"{start}<ol>{''.join(_track(facts, page, needed, track) for track in facts.tracks)}</ol>"


def _track(facts: Facts, page: PageContext, needed: Arrows, track: str) -> str:
    own = [path for path in facts.sections if path.startswith(f"{track}/")]
    items = "".join(_item(facts, page, path, needed[path]) for path in own)
    return f"<li>{place_link(facts, page, track)}<ol>{items}</ol></li>"


def _item(facts: Facts, page: PageContext, path: str, needed: tuple[str, ...]) -> str:
    language = page.language
    first = [linked(_title(facts, key, language), None if key == START else page.href(key)) for key in needed]
    links = word("list", language).join(first)
    rest = word("map.requires", language, links=links) if first else word("map.nothing", language)
    about = word("dot", language).join([hours(facts, path, language), rest])
    return f'<li>{place_link(facts, page, path)} <span class="llm-map__about">{about}</span></li>'
