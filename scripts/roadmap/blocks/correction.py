"""`/// correction | S1-e S1-g`: the writer's text, marked as a correction of the 2024 article."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from roadmap.blocks.base import RoadmapBlock
from roadmap.blocks.words import word
from roadmap.facts import Facts
from roadmap.finding import nearest


class Correction(RoadmapBlock):
    """Settles the statements with the given ids, which have to be those that this page is to correct, each once."""

    NAME = "correction"
    ARGUMENT = True

    def create(self, parent: Element) -> Element:
        """Return the `aside` with its title; the content follows."""
        ids = self.argument.replace(",", " ").split()
        element = SubElement(parent, "aside", {"class": "llm-correction"})
        title = SubElement(element, "p", {"class": "llm-correction__title"})
        if (
            ids[0] not in self.session.settled[self.page.source]
        ):  # a second one is a finding, and its id would be a second
            anchor = f"correction-{ids[0].lower()}"
            element.attrib |= {"id": anchor, "aria-labelledby": f"{anchor}-title"}
            title.set("id", f"{anchor}-title")
        for key in ids:
            self._settle(key)
        title.text = word("correction", self.language)
        return element

    def _settle(self, key: str) -> None:
        settled = self.session.settled[self.page.source]
        own = errors_of(self.facts, self.page.place)
        if key not in self.facts.article_errors:
            choices = nearest(key, own) or nearest(key, self.facts.article_errors) or own
            self.report("known-id", f"`{key}`", "an id of docs/_data/findings.yml", choices)
        elif key not in own:
            where = self.facts.article_errors[key].place
            self.report("correction", f"`{key}`, which belongs to `{where}`", f"an id of `{self.page.place}`", own)
        elif key in settled:
            self.report("unique-id", f"`{key}` a second time", "each correction once a page")
        settled.add(key)


def errors_of(facts: Facts, place: str) -> tuple[str, ...]:
    """Return the ids of the statements that the page of a place has to correct: its own and those of its topics."""
    return facts.article_errors_of.get(place, ())
