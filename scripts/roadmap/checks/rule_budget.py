"""Budget: how much a topic of a section's overview says."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.document import Document
from roadmap.checks.wordcount import count
from roadmap.facts import Facts, Language
from roadmap.finding import Finding

FREE_NAMES = 5
BOUNDS: dict[Language, tuple[int, int, int, str]] = {
    "en": (120, 250, 25, "words"),
    "zh": (230, 480, 48, "units (汉字, Latin words, numbers)"),
}


def budget(document: Document, facts: Facts) -> Iterator[Finding]:
    """Yield the topics of an overview that are shorter or longer than CONTRIBUTING allows; corrections count."""
    least, most, more, unit = BOUNDS[document.language]
    section = facts.sections.get(document.place)
    for topic in section.topics if section else ():
        parts = document.under(topic.id)
        allowed = most + more * max(0, len(topic.names) - FREE_NAMES)
        found = count(parts, document.language)
        if parts and not least <= found <= allowed:
            yield document.find(parts[0].line, "budget", f"{found} {unit} under `#{topic.id}`", f"{least} to {allowed}")
