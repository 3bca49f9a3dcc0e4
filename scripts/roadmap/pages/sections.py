"""`/// sections`: the sections of a track in order, with promise, hours, level and what to read first elsewhere."""

from __future__ import annotations

from html import escape

from roadmap.blocks import LeafBlock, PageContext
from roadmap.facts import Facts
from roadmap.pages.html import place_link, time
from roadmap.pages.words import word


class Sections(LeafBlock):
    """The list of a track page; elsewhere it is a finding."""

    NAME = "sections"

    def render(self) -> str:
        """Return the list of the track whose page this is."""
        if self.page.place not in self.facts.tracks:
            found = f"`/// sections` on the page of `{self.page.place}`"
            self.report("block", found, "the page of a track", tuple(self.facts.tracks))
            return ""
        return sections(self.facts, self.page, self.page.place)


def sections(facts: Facts, page: PageContext, track: str) -> str:
    """Return the sections of a track as an ordered list."""
    own = [path for path in facts.sections if path.startswith(f"{track}/")]
    items = "".join(_item(facts, page, path) for path in own)
    return f'<ol class="llm-sections" data-llm-track="{track}" data-search-exclude>{items}</ol>'


def _item(facts: Facts, page: PageContext, path: str) -> str:
    section, language = facts.sections[path], page.language
    promise = section.promise_zh if language == "zh" else section.promise_en
    levels = [word(level, language) for level in facts.levels(path)]
    span = levels[0] if len(levels) == 1 else word("level.span", language, first=levels[0], last=levels[-1])
    parts = [time(facts, path, language), span, *_elsewhere(facts, page, path)]
    return (
        f'<li class="llm-section"><p class="llm-section__title">{place_link(facts, page, path)}</p>'
        f'<p class="llm-section__promise">{escape(promise)}</p>'
        f'<p class="llm-facts">{word("dot", language).join(parts)}</p></li>'
    )


def _elsewhere(facts: Facts, page: PageContext, path: str) -> list[str]:
    """Return what to read first in the other track, as a list of one sentence or none."""
    own = path.split("/")[0]
    other = [p for p in facts.section_requires(path) if p in facts.sections and p.split("/")[0] != own]
    if not other:
        return []
    links = word("list", page.language).join(place_link(facts, page, place) for place in other)
    return [word("section.other", page.language, links=links)]
