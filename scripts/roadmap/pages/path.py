"""`/// path | engineer_fast`: a ready learning path of graph.yml, its topics in learning order, folded."""

from __future__ import annotations

from roadmap.blocks import LeafBlock, PageContext
from roadmap.facts import Facts
from roadmap.finding import nearest
from roadmap.pages.html import place_link
from roadmap.pages.words import count, word


class LearningPathBlock(LeafBlock):
    """A path by its name in graph.yml; an unknown one is a finding."""

    NAME = "path"
    ARGUMENT = True

    def render(self) -> str:
        """Return the path, or '' after having reported an unknown name."""
        name, known = self.argument.strip(), self.facts.graph.paths
        if name not in known:
            self.report("known-id", f"`{name}`", "a path of docs/_data/graph.yml", nearest(name, known) or tuple(known))
            return ""
        return path(self.facts, self.page, name)


def path(facts: Facts, page: PageContext, name: str) -> str:
    """Return the path as a fold: its sum on top, then the topics, grouped where neighbors are of one section."""
    language = page.language
    ready = facts.graph.paths[name]
    topics = [facts.by_graph[number] for number in ready.topics]
    hours = count("hours", sum(facts.study_hours(topic) for topic in topics), language)
    number = count("topics", len(topics), language)
    summary = word("path.sum", language, name=word(f"path.{name}", language), topics=number, hours=hours)
    assumed = word("list", language).join(facts.places[facts.by_graph[n]].title(language) for n in ready.assumes)
    return (
        f'<details class="llm-fold llm-path" data-search-exclude><summary>{summary}</summary>'
        f"<p>{word('path.assumes', language, names=assumed)}</p><ol>{_steps(facts, page, topics)}</ol></details>"
    )


def _steps(facts: Facts, page: PageContext, topics: list[str]) -> str:
    groups: list[list[str]] = []
    for topic in topics:
        if groups and facts.section_of(groups[-1][0]) == facts.section_of(topic):
            groups[-1].append(topic)
        else:
            groups.append([topic])
    return "".join(_step(facts, page, group) for group in groups)


def _step(facts: Facts, page: PageContext, group: list[str]) -> str:
    section = word("path.section", page.language, section=facts.places[facts.section_of(group[0])].title(page.language))
    links = word("list", page.language).join(place_link(facts, page, topic) for topic in group)
    return f'<li><span class="llm-path__section">{section}</span>{links}</li>'
