"""The line below the heading of each topic on a section overview: hours, level, what it requires, whether it is new."""

from __future__ import annotations

from roadmap.blocks.context import PageContext
from roadmap.blocks.html import chip, place_link
from roadmap.blocks.words import count, word
from roadmap.facts import Facts


def facts_line(facts: Facts, page: PageContext, topic: str) -> str:
    """Return the line as HTML. `topic` is the topic's path."""
    place, language = facts.places[topic], page.language
    parts = [f'<span class="llm-facts__hours">{count("study", facts.study_hours(topic), language)}</span>']
    if place.level:
        parts.append(chip(place.level, word(place.level, language)))
    required = [place_link(facts, page, path) for path in facts.requires(topic)]
    if required:
        links = word("list", language).join(required)
        parts.append(f'<span class="llm-facts__requires">{word("requires", language)}{links}</span>')
    if place.added:
        parts.append(chip("added", word("added", language)))
    return f'<p class="llm-facts" data-search-exclude>{" ".join(parts)}</p>'
