"""`name:`, `ref:` and `page:`, and addresses that a page may not carry."""

from __future__ import annotations

import re

import pytest

from tests.blocks.conftest import ALPHA, ALPHA_ZH, SITE, Convert

ONE = "## One { #one }\n\n"


def test_a_name_at_home_leads_to_its_own_address_with_definition_and_state(convert: Convert) -> None:
    html = convert(ONE + "[Dead](name:dead) works.").clean()
    assert (
        '<a aria-describedby="tip-dead-1" class="llm-name llm-out" href="https://dead.example/?a=1&amp;b=2">Dead</a>'
        in html
    )
    assert 'id="tip-dead-1" role="tooltip">Dead is &lt;i&gt;a thing&lt;/i&gt;.' in html
    assert "Archived &amp; over. (as of 2026-03)" in html
    assert '<span class="llm-chip llm-chip--archived" data-search-exclude="">archived · 2026-03</span> works.' in html


def test_the_state_is_said_in_the_language_of_the_page(convert: Convert) -> None:
    page = convert("## 第一 { #one }\n\n[Dead](name:dead) 与 [键值缓存](name:cache)。", ALPHA_ZH)
    assert ">已归档 · 2026-03</span>" in page.clean()
    assert "已归档。（截至 2026-03）" in page.text
    assert '保存键和值。 · <span class="llm-tip__term" lang="en">KV cache</span>' in page.html


def test_the_definition_stands_once_in_each_h2_and_the_state_once_a_page(convert: Convert) -> None:
    name = "[Dead](name:dead)"
    text = f"{ONE}{name}, {name}.\n\n### Sub {{ #sub }}\n\n{name}\n\n## Two {{ #two }}\n\n{name}"
    html = convert(text).clean()
    assert html.count('role="tooltip"') == 2
    assert html.count("llm-chip--archived") == 1
    assert len(set(re.findall(r'id="(tip-[^"]+)"', html))) == 2


def test_a_living_system_has_no_chip_and_a_mirror_where_its_host_is_blocked(convert: Convert) -> None:
    html = convert(ONE + "[Live](name:live), again [Live](name:live).").clean()
    assert "llm-chip--alive" not in html
    assert html.count('href="https://huggingface.co/live"') == 2
    assert html.count('class="llm-mirror" href="https://mirror.example/live"') == 1  # once a paragraph


def test_elsewhere_a_name_leads_to_the_place_that_explains_it(convert: Convert) -> None:
    html = convert("## Two { #two }\n\n[Dead](name:dead)").clean()
    assert 'class="llm-name" href="#one">Dead</a>' in html
    assert "llm-chip--archived" not in html
    html = convert("[Dead](name:dead)", "about.en.md").clean()
    assert 'class="llm-name" href="../scientist/alpha/#one">Dead</a>' in html


def test_a_name_of_the_section_is_at_home_on_the_whole_page(convert: Convert) -> None:
    html = convert("[Whole](name:whole)\n\n## Why { #why }\n\n[Whole](name:whole)").clean()
    assert html.count('href="https://arxiv.org/abs/1706.03762"') == 2


def test_without_a_page_a_name_leads_to_its_own_address_or_is_a_term(convert: Convert) -> None:
    html = convert("[Far](name:far) and [Farther](name:farther), [Farther](name:farther).").clean()
    assert 'class="llm-name llm-out" href="https://far.example/"' in html
    assert '<span aria-describedby="tip-farther-2" class="llm-term" tabindex="0">Farther</span>' in html
    assert '<span class="llm-term">Farther</span>.' in html  # without a definition there is nothing to focus


def test_markup_within_a_name_and_the_text_behind_it_stay(convert: Convert) -> None:
    html = convert(ONE + "- the [*KV* `cache`](name:cache), and so on").clean()
    assert re.search(r'tabindex="0"><em>KV</em> <code[^>]*>cache</code></span>.*?</span></span>, and so on</li>', html)


def test_names_used_are_collected(convert: Convert) -> None:
    page = convert(ONE + "[Dead](name:dead) [x](ref:kept)")
    assert page.extension.named == {"dead"}
    assert page.extension.cited == {"kept"}


def test_a_citation_has_its_mirror_once_a_paragraph(convert: Convert) -> None:
    html = convert("[M](ref:mirrored) [M](ref:mirrored)\n\n[M](ref:mirrored 'title')").clean()
    assert html.count('<a class="llm-out" href="https://example.org/mirrored">M</a>') == 3
    assert html.count('href="https://mirror.example/m?a=1&amp;b=2"') == 2
    assert 'aria-label="mirror of Title mirrored"' in html and "title=" not in html


def test_page_links_stay_in_the_language(convert: Convert) -> None:
    assert 'href="../../about/"' in convert("[a](page:about)").clean()
    assert 'href="../../../about/"' not in convert("[a](page:about)", ALPHA_ZH).clean()
    assert 'href="#two"' in convert("[a](page:scientist/alpha/two)").clean()
    assert 'href="../../"' in convert("[a](page:home)").clean()
    assert 'href="../"' in convert("[a](page:scientist)").clean()


@pytest.mark.parametrize(
    ("markdown", "rule", "found", "choice"),
    [
        ("[x](name:cach)", "known-id", "`name:cach`", "cache"),
        ("[x](ref:mirored)", "known-id", "`ref:mirored`", "mirrored"),
        ("[x](page:scientist/alfa)", "known-id", "`page:scientist/alfa`", "scientist/alpha"),
        ("[x](page:scientist/alpha/thre)", "known-id", "`page:scientist/alpha/thre`", ""),
        ("[x](page:foundations/maths)", "no-page", "`page:foundations/maths`, a place without a page", ""),
        ("[x](page:scientist/beta)", "no-page", "`page:scientist/beta`, a place without a page", ""),
        ("[x](page:map)", "no-page", "`page:map`, a place without a page", ""),
        ("[](name:cache)", "link-text", "`[](name:cache)`", ""),
        ("[ ](ref:kept)", "link-text", "`[](ref:kept)`", ""),
        ("[x](https://example.org/kept)", "bare-address", "`https://example.org/kept`", "ref:kept"),
        ("<https://example.com/a>", "bare-address", "`https://example.com/a`", ""),
        ("[x][r]\n\n[r]: https://far.example", "bare-address", "`https://far.example`", "name:far"),
        ('an <a class="b" href="https://example.com">x</a>', "bare-address", "`https://example.com`", ""),
        ('<div>\n<img src="//example.com/x.png">\n</div>', "bare-address", "`//example.com/x.png`", ""),
        ("[x](//example.com/x)", "bare-address", "`//example.com/x`", ""),
        ("## The [cache](name:cache) { #x }", "name-in-heading", "`name:cache` in a heading", ""),
    ],
)
def test_a_wrong_link_is_a_finding_with_its_line(
    convert: Convert, markdown: str, rule: str, found: str, choice: str
) -> None:
    finding = convert(f"---\ndescription: x\n---\n# T {{ #t }}\n\n{markdown}\n").only()
    line = 8 if markdown.startswith("[x][r]") else 7 if markdown.startswith("<div>") else 6
    assert (finding.rule, finding.found, finding.path, finding.line) == (rule, found, f"docs/{ALPHA}", line)
    assert (choice in finding.choices) if choice else True


def test_the_line_is_that_of_the_use_not_of_the_first(convert: Convert) -> None:
    text = (
        "# T { #t }\n\n`[x](name:bad)` [x](name:bad)\n\n```\n[x](name:bad)\n```\n\n[y](name:bad)\n\n[z](name:bad-too)\n"
    )
    assert [f.line for f in convert(text).findings] == [3, 9, 11]


def test_addresses_in_code_and_local_links_are_left_alone(convert: Convert) -> None:
    html = convert(
        "`https://example.com`\n\n```\nhttps://example.com\n<a href='https://x.y'>\n```\n\n[x](#t) [m](mailto:a@b.c)"
    ).clean()
    assert 'href="#t"' in html


def test_two_elements_with_one_id_are_a_finding(convert: Convert) -> None:
    finding = convert("## One { #one }\n\ntext\n\n## Uno { #one }\n").only()
    assert (finding.rule, finding.line) == ("unique-id", 5)


def test_mkdocs_leaves_our_links_alone(convert: Convert, caplog: pytest.LogCaptureFixture) -> None:
    from markdown import Markdown
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import _RelativePathTreeprocessor
    from roadmap.blocks import PageContext
    from roadmap.languages import Addresses

    extension = convert("").extension
    text = "[a](name:dead) [b](ref:kept) [c](page:about) [d](page:scientist/alpha/two)\n\n/// card\n///\n"
    extension.page = PageContext(ALPHA, text, Addresses.over(SITE, True))
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "validation": {"links": {"unrecognized_links": "warn", "anchors": "warn"}}})
    config.validate()
    file = File(ALPHA, "docs", "site", True)
    md = Markdown(extensions=["attr_list", extension])
    _RelativePathTreeprocessor(file, Files([file]), config)._register(md)
    assert 'href="../../about/"' in md.convert(text)
    assert not caplog.records and not extension.findings
