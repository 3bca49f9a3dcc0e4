"""The other blocks of the front pages: sections of a track, totals, ready paths."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown
from roadmap.blocks import PageContext, RoadmapExtension
from roadmap.facts import Facts
from roadmap.finding import Finding
from roadmap.languages import Addresses
from roadmap.pages import BLOCKS
from roadmap.pages.words import WORDS


def convert(real: Facts, addresses: Addresses, source: str, text: str) -> tuple[str, list[Finding]]:
    extension = RoadmapExtension(real, extra=BLOCKS)
    extension.page = PageContext(source, text, addresses)
    return Markdown(extensions=[extension]).convert(text), extension.findings


def plain(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


@pytest.mark.parametrize("source", ["scientist/index.md", "engineer/index.en.md"])
def test_sections_stand_in_order_with_promise_hours_and_level(real: Facts, addresses: Addresses, source: str) -> None:
    html, findings = convert(real, addresses, source, "/// sections\n///\n")
    assert not findings
    own = [path for path in real.sections if path.startswith(source.split("/")[0])]
    assert re.findall(r'title"><a href="([^"]+)"', html) == [f"{path.split('/')[1]}/" for path in own]
    for path in own:
        section = real.sections[path]
        assert (section.promise_en if ".en." in source else section.promise_zh) in plain(html).replace("&amp;", "&")
        assert str(real.study_hours(path)) in html


def test_sections_say_what_to_read_first_in_the_other_track(real: Facts, addresses: Addresses) -> None:
    html, _ = convert(real, addresses, "engineer/index.en.md", "/// sections\n///\n")
    deployment = next(item for item in html.split("<li") if ">Deploying LLMs<" in item)
    assert 'href="../scientist/quantization/"' in deployment
    html, _ = convert(real, addresses, "scientist/index.en.md", "/// sections\n///\n")
    assert "engineer" not in html


def test_sections_elsewhere_are_a_finding(real: Facts, addresses: Addresses) -> None:
    _, findings = convert(real, addresses, "about.md", "text\n\n/// sections\n///\n")
    assert [(f.line, f.rule) for f in findings] == [(3, "block")]


def test_totals_are_counted(real: Facts, addresses: Addresses) -> None:
    html, findings = convert(real, addresses, "index.en.md", "/// totals\n///\n")
    assert not findings
    study = sum(node.hours for node in real.graph.topics)
    projects, foundations = sum(real.graph.projects.values()), sum(node.hours for node in real.graph.foundations)
    for number in (len(real.sections), len(real.topics), study, projects, foundations, study + projects + foundations):
        assert re.search(rf"\b{number}\b", html)


def test_totals_of_a_track_are_its_own(real: Facts, addresses: Addresses) -> None:
    html, _ = convert(real, addresses, "engineer/index.md", "/// totals\n///\n")
    hours = real.study_hours("engineer") + real.project_hours("engineer")
    assert plain(html).startswith("7 节，32 个主题") and f"共 {hours} 小时" in plain(html)


def test_a_path_lists_its_topics_in_order(real: Facts, addresses: Addresses) -> None:
    for name, path in real.graph.paths.items():
        html, findings = convert(real, addresses, "engineer/index.md", f"/// path | {name}\n///\n")
        assert not findings
        links = [link.rpartition("#")[2] for link in re.findall(r'href="([^"]+)"', html)]
        assert links == [real.by_graph[number].rpartition("/")[2] for number in path.topics]


def test_an_unknown_path_is_a_finding_with_choices(real: Facts, addresses: Addresses) -> None:
    _, findings = convert(real, addresses, "index.md", "/// path | engineer_fats\n///\n")
    assert findings[0].rule == "known-id" and "engineer_fast" in findings[0].choices


def test_every_ready_path_has_a_name(real: Facts) -> None:
    assert all(f"path.{name}" in WORDS for name in real.graph.paths)


def test_words_take_the_same_values_in_both_languages() -> None:
    for key, pair in WORDS.items():
        assert {*re.findall(r"{(\w+)}", pair[0])} == {*re.findall(r"{(\w+)}", pair[1])}, key
