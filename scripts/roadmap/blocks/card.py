"""`/// card`: what a section promises, where it stands, how long it takes and what to read first."""

from __future__ import annotations

from html import escape

from roadmap.blocks.base import LeafBlock
from roadmap.blocks.context import PageContext
from roadmap.blocks.html import chip, foundation_link, place_link
from roadmap.blocks.reading import reading_minutes
from roadmap.blocks.words import count, word
from roadmap.facts import Facts


class Card(LeafBlock):
    """The card of a section overview; elsewhere it is a finding."""

    NAME = "card"

    def render(self) -> str:
        """Return the card of the section whose overview this page is."""
        if self.page.place not in self.facts.sections:
            self.report("block", f"`/// card` on the page of `{self.page.place}`", "the overview of a section")
            return ""
        return card(self.facts, self.page)


def card(facts: Facts, page: PageContext) -> str:
    """Return the card as HTML."""
    section = facts.sections[page.place]
    promise = section.promise_zh if page.language == "zh" else section.promise_en
    rows = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in _rows(facts, page) if value)
    return (
        f'<section class="llm-card" aria-label="{word("card", page.language)}">'
        f'<p class="llm-card__promise">{escape(promise)}</p>{steps(facts, page)}'
        f'<dl class="llm-card__facts" data-search-exclude>{rows}</dl></section>'
    )


def steps(facts: Facts, page: PageContext) -> str:
    """Return the sections of the track in order, the current one marked."""
    track = page.place.split("/")[0]
    label = escape(word("steps", page.language, track=facts.places[track].title(page.language)))
    items = "".join(_step(facts, page, path) for path in facts.sections if path.startswith(f"{track}/"))
    return f'<nav class="llm-steps" data-search-exclude aria-label="{label}"><ol>{items}</ol></nav>'


def _step(facts: Facts, page: PageContext, path: str) -> str:
    link = place_link(facts, page, path)
    current = ' aria-current="page"' if path == page.place else ""
    return f"<li>{link.replace('<a ', f'<a{current} ', 1)}</li>"


def _rows(facts: Facts, page: PageContext) -> list[tuple[str, str]]:
    place, language = page.place, page.language
    time = [count("study", facts.study_hours(place), language), count("project", facts.project_hours(place), language)]
    minutes = count("minutes", reading_minutes(page.text, language), language)
    return [
        (word("card.time", language), word("plus", language).join(time)),
        (word("card.levels", language), " ".join(chip(level, word(level, language)) for level in facts.levels(place))),
        (word("card.reading", language), word("about", language, what=minutes)),
        (word("card.first", language), _first(facts, page)),
        (word("card.path", language), _path(facts, page)),
        (word("card.review", language), _review(facts, page)),
    ]


def _first(facts: Facts, page: PageContext) -> str:
    links = [
        (foundation_link if path.startswith("foundations/") else place_link)(facts, page, path)
        for path in facts.section_requires(page.place)
    ]
    if not links:
        return word("card.nothing", page.language)
    return f"<ul>{''.join(f'<li>{link}</li>' for link in links)}</ul>"


def _path(facts: Facts, page: PageContext) -> str:
    path = facts.minimal_path(page.place)
    if not path:
        return ""
    language = page.language
    total = count("hours", sum(facts.study_hours(p) for p in path), language)
    items = "".join(f"<li>{_path_step(facts, page, p)}</li>" for p in path)
    summary = count("card.path.sum", len(path), language, hours=total)
    return f'<details class="llm-fold"><summary>{summary}</summary><ol>{items}</ol></details>'


def _path_step(facts: Facts, page: PageContext, path: str) -> str:
    hours = count("hours", facts.study_hours(path), page.language)
    return f'{place_link(facts, page, path)} <span class="llm-card__hours">{hours}</span>'


def _review(facts: Facts, page: PageContext) -> str:
    day = facts.review_day(page.place, page.language)
    return f'<time datetime="{day}">{day}</time>' if day else ""
