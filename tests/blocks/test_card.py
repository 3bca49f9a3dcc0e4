"""`/// card` and the facts below each topic's heading."""

from __future__ import annotations

import re

import pytest

from tests.blocks.conftest import ALPHA_ZH, SITE, Convert

CARD = "# Alpha & more { #alpha }\n\nThe answer.\n\n/// card\n///\n\nAfter.\n"


def test_the_card_says_what_a_reader_needs_first(convert: Convert) -> None:
    page = convert(CARD)
    html = page.clean()
    assert '<section class="llm-card" aria-label="This section at a glance">' in html
    assert "After alpha you can do &lt;alpha&gt;." in html
    assert "4 study hours + 1 project hour" in page.text
    assert "about 1 minute" in page.text
    assert "<p>After.</p>" in html


def test_the_card_speaks_chinese(convert: Convert) -> None:
    text = convert(CARD, ALPHA_ZH)
    text.clean()
    assert "学习 4 小时，项目 1 小时" in text.text
    assert "读完甲节，你会做甲。" in text.text and "约 1 分钟" in text.text
    assert "此前 1 个主题，共 11 小时" in text.text


def test_the_steps_show_where_the_section_stands(convert: Convert) -> None:
    steps = re.search(r'<nav class="llm-steps" .*?</nav>', convert(CARD).clean())
    assert steps and steps[0].count("<li>") == 2
    assert '<a aria-current="page" href="./">Alpha &amp; more</a>' in steps[0]
    assert "<li>Beta</li>" in steps[0]  # no page, no link
    html = convert(CARD, sources=(*SITE, "scientist/beta/index.en.md")).clean()
    assert '<li><a href="../beta/">Beta</a></li>' in html


def test_what_to_read_first_and_the_minimal_path(convert: Convert) -> None:
    html = convert(CARD, "scientist/beta/index.en.md").clean()
    assert '<dt>Read first</dt><dd><ul><li><a href="../alpha/">Alpha &amp; more</a></li></ul></dd>' in html
    assert '<details class="llm-fold"><summary>3 topics before this section, 15 hours</summary>' in html
    path = re.findall(r'<li>([^\n]*?) <span class="llm-card__hours">(\d+)', html.split("<summary>")[1])
    assert [hours for _, hours in path] == ["11", "1", "3"]
    assert 'href="../alpha/#two"' in html


@pytest.mark.parametrize(("source", "reference"), [(ALPHA_ZH, "maths-zh"), ("scientist/alpha/index.en.md", "maths-en")])
def test_a_foundation_is_named_with_an_introduction_in_the_language(
    convert: Convert, source: str, reference: str
) -> None:
    first = re.search(r"(?:Read first|先读)</dt><dd>(.*?)</dd>", convert(CARD, source).clean())
    assert first and f'class="llm-out" href="https://example.org/{reference}"' in first[1]
    assert "foundations/" not in first[1]


def test_a_section_without_prerequisites_says_so(convert: Convert, real: object) -> None:
    from dataclasses import replace

    from roadmap.facts import Facts

    assert isinstance(real, Facts)
    nodes = tuple(type(n)(graph=n.graph, hours=n.hours) for n in real.graph.topics)
    graph = type(real.graph)(topics=nodes, foundations=real.graph.foundations, projects=real.graph.projects, paths={})
    html = convert("/// card\n///", "scientist/architecture/index.en.md", replace(real, graph=graph)).clean()
    assert "nothing: you can start here" in html and "Minimal path" not in html


def test_the_last_review_comes_from_the_record_only(convert: Convert) -> None:
    assert '<time datetime="2026-11-20">2026-11-20</time>' in convert(CARD, ALPHA_ZH).clean()
    assert "Last review" not in convert(CARD).clean()  # one reader is no review


def test_a_card_elsewhere_is_a_finding(convert: Convert) -> None:
    finding = convert("# About { #about }\n\n/// card\n///\n", "about.en.md").only()
    assert (finding.line, finding.found) == (3, "`/// card` on the page of `about`")


def test_facts_stand_below_the_headings_of_topics_only(convert: Convert) -> None:
    html = convert(
        "## One { #one }\n\nText.\n\n## Two { #two }\n\nText.\n\n## Project { #project }\n\n### One { #one-more }"
    ).clean()
    assert html.count('<p class="llm-facts" data-search-exclude>') == 2
    one, two = html.split('<h2 id="two"')
    assert '</h2>\n<p class="llm-facts" data-search-exclude><span class="llm-facts__hours">1 study hour</span>' in one
    assert 'href="https://example.org/maths-en" aria-label="Maths: Title maths-en">Maths</a>' in one
    assert "llm-chip--added" not in one
    assert 'requires: <a href="#one">One</a>' in two
    assert '<span class="llm-chip llm-chip--added">added since the 2024 article</span>' in two


def test_facts_in_chinese(convert: Convert) -> None:
    page = convert("## 第二 { #two }\n\n文。", ALPHA_ZH)
    page.clean()
    assert "学习 3 小时 进阶 先修：第一 2024 年文章之后新增" in page.text


def test_no_facts_on_other_pages(convert: Convert) -> None:
    assert "llm-facts" not in convert("## One { #one }", "about.en.md").clean()
