"""`/// totals`: how long it takes, counted from the facts: the whole roadmap, or the track whose page it stands on."""

from __future__ import annotations

import math

from roadmap.blocks import LeafBlock
from roadmap.facts import Facts, Language
from roadmap.pages.words import count, word

PACE = 8  # hours a week that someone with a job may have


class Totals(LeafBlock):
    """The hours of the roadmap, or of the track whose page this is."""

    NAME = "totals"

    def render(self) -> str:
        """Return the line of facts."""
        place = self.page.place
        return totals(self.facts, self.language, [place] if place in self.facts.tracks else list(self.facts.tracks))


def totals(facts: Facts, language: Language, tracks: list[str]) -> str:
    """Return sections, topics, hours and weeks of some tracks; the foundations belong to the whole roadmap only."""
    study = sum(facts.study_hours(track) for track in tracks)
    projects = sum(facts.project_hours(track) for track in tracks)
    foundations = facts.study_hours("foundations") if len(tracks) == len(facts.tracks) else 0
    hours = {"study": study, "projects": projects, "foundations": foundations}
    parts = [
        _what(facts, language, tracks),
        _hours(hours, language),
        count("weeks", math.ceil(sum(hours.values()) / PACE), language, pace=PACE),
    ]
    return f'<p class="llm-facts llm-totals">{word("dot", language).join(parts)}</p>'


def _what(facts: Facts, language: Language, tracks: list[str]) -> str:
    sections = count("sections", sum(len(facts.tracks[track].sections) for track in tracks), language)
    topics = count("topics", sum(path.split("/")[0] in tracks for path in facts.topics), language)
    return word("totals.what", language, sections=sections, topics=topics)


def _hours(hours: dict[str, int], language: Language) -> str:
    parts = word("list", language).join(count(f"totals.{key}", n, language) for key, n in hours.items() if n)
    return word("totals.hours", language, n=sum(hours.values()), parts=parts)
