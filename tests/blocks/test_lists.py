"""`/// board` and `/// references`."""

from __future__ import annotations

import re

import pytest
from roadmap.facts import LANGUAGES, Facts

from tests.blocks.conftest import ALPHA_ZH, Convert


def refs(start: str) -> str:
    return f"Text.\n\n/// references\n    start: [{start}]\n///\n\nAfter.\n"


START = refs("plain-ref, kept, chinese")


# ---------------------------------------------------------------------------------------------------------------- board
def test_the_board_shows_the_dead_first(convert: Convert) -> None:
    html = convert("/// board\n///").clean()
    assert (
        '<div class="llm-board" role="region" tabindex="0" aria-label="Alpha &amp; more: tools and their state">'
        in html
    )
    assert "<caption>" in html and html.count('scope="col"') == 4
    rows = re.findall(r"<tr>.*?</tr>", html)[1:]
    assert len(rows) == 2  # what is not on the board, or at home elsewhere, is not shown
    assert 'href="https://dead.example/?a=1&amp;b=2">Dead</a>' in rows[0]
    assert "Dead is &lt;i&gt;a thing&lt;/i&gt;." in rows[0]
    assert '<span class="llm-chip llm-chip--archived">archived</span> Archived &amp; over.' in rows[0]
    assert '<td data-label="As of"><time datetime="2026-03">2026-03</time></td>' in rows[0]
    assert 'class="llm-mirror" href="https://mirror.example/live"' in rows[1]


def test_the_board_in_chinese(convert: Convert) -> None:
    page = convert("/// board\n///", ALPHA_ZH)
    assert ">已归档</span> 已归档。" in page.clean() and "Dead 是一个东西。" in page.text


@pytest.mark.parametrize("source", ["about.en.md", "scientist/beta/index.en.md", "scientist/index.en.md"])
def test_a_board_without_systems_is_a_finding(convert: Convert, source: str) -> None:
    finding = convert("x\n\n/// board\n///", source).only()
    assert (finding.line, finding.expected) == (3, "a section whose systems stand on the board")


# ----------------------------------------------------------------------------------------------------------- references
def test_three_to_start_with_and_the_rest_folded_by_topic(convert: Convert) -> None:
    page = convert(START)
    html = page.clean()
    start, rest = html.split('<details class="llm-fold">')
    assert re.findall(r"https://example.org/([\w-]+)", start) == ["plain-ref", "kept", "chinese"]
    assert "The other 4 (7 in all: 1 in Chinese, 4 from the 2024 article)" in rest
    assert re.findall(r'llm-refs__topic">(.*?)<', rest) == ["One", "The whole section"]
    assert "beta-ref" not in html
    assert page.extension.cited >= {"plain-ref", "gone", "replaced"}


def test_every_reference_of_the_original_has_its_fate(convert: Convert) -> None:
    html = convert(START).clean()
    entries = dict(
        re.findall(
            r'<li class="llm-ref"><p class="llm-ref__title">.*?(plain-ref|kept|moved|replaced|Gone)(.*?)</li>', html
        )
    )
    assert "llm-chip" not in entries["plain-ref"]
    assert "in the 2024 article, kept" in entries["kept"]
    assert "Old address: <code>https://old.example/moved</code>" in entries["moved"]
    assert "https://example.org/gone" in entries["Gone"] and 'href="https://example.org/gone"' not in html
    assert 'Read instead: <a class="llm-out" href="https://example.org/kept">' in entries["replaced"]
    assert 'href="https://example.org/replaced"' not in html


def test_an_entry_says_why_and_is_escaped(convert: Convert) -> None:
    page = convert(START)
    assert "A &amp; B · 2020 · paper · English · introductory · 1 minute" in page.clean()
    assert "Why kept &lt;b&gt;" in page.html and "Gone &lt;script&gt;" in page.html and "<script" not in page.html
    assert 'lang="zh-CN">中文标题</a>' in page.html


def test_references_in_chinese(convert: Convert) -> None:
    page = convert(START, ALPHA_ZH)
    page.clean()
    assert "先读这三份" in page.text
    assert "其余 4 份（共 7 份，其中中文 1 份，2024 年文章引用 4 份）" in page.text
    assert "A &amp; B · 2020 · 论文 · 英文 · 入门 · 1 分钟" in page.text and "为什么读 kept" in page.text
    assert 'lang="en">Title kept</a>' in page.html


@pytest.mark.parametrize(
    ("markdown", "line", "rule", "found"),
    [
        (refs("plain-ref, kept"), 4, "block", "`start` with 2 ids"),
        (refs("plain-ref, kept, kept"), 4, "unique-id", "`kept` twice in `start`"),
        (refs("plain-ref, kept, chines"), 4, "known-id", "`chines`"),
        (refs("plain-ref, kept, beta-ref"), 4, "known-id", "`beta-ref`"),
        ("/// references\n///", 1, "block", "`start` with 0 ids"),
        ("/// references\n    start: kept\n///", 2, "block", "`start: kept`"),
        ("/// references\n    begin: [kept]\n///", 2, "block", "the option `begin`"),
        ("/// references\n    start: [kept\n///", 2, "block", "`start: [kept`"),
    ],
)
def test_wrong_options_are_findings(convert: Convert, markdown: str, line: int, rule: str, found: str) -> None:
    finding = convert(markdown).only()
    assert (finding.line, finding.rule, finding.found) == (line, rule, found)


def test_options_below_an_empty_line_are_content(convert: Convert) -> None:
    findings = sorted(convert("/// references\n\n    start: [plain-ref, kept, chinese]\n///").findings)
    assert [(f.line, f.found) for f in findings] == [(1, "`start` with 0 ids"), (3, "content in the block")]


def test_the_nearest_reference_is_offered(convert: Convert) -> None:
    assert convert(refs("plain-ref, kept, chines")).only().choices == ("chinese",)


def test_references_on_another_page_are_a_finding(convert: Convert) -> None:
    assert convert(START, "about.en.md").only().line == 3


# ------------------------------------------------------------------------------------------------------- the real facts
def test_every_section_of_the_registries_renders(convert: Convert, real: Facts) -> None:
    for place in real.sections:
        start = ", ".join([r.id for r in real.references.values() if r.section == place][:3])
        for language in LANGUAGES:
            source = f"{place}/index{'.en' if language == 'en' else ''}.md"
            convert(f"/// card\n///\n\n{refs(start)}", source, real).clean()


def test_every_reference_of_the_original_is_shown_once(convert: Convert, real: Facts) -> None:
    original = [r for r in real.references.values() if r.origin.startswith("original")]
    html = ""
    for place in real.sections:
        start = ", ".join([r.id for r in real.references.values() if r.section == place][:3])
        html += convert(refs(start), f"{place}/index.en.md", real).clean()
    assert html.count("llm-chip llm-chip--") == len(original) > 100
