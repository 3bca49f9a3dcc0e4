"""Parity: each way in which one half can lose something is seen, with file and line of both."""

from __future__ import annotations

import re

import pytest
from roadmap.checks.document import Document
from roadmap.checks.parity import parity
from roadmap.checks.read import read
from roadmap.finding import Finding

from tests.checks.conftest import DATA, SECTION

ZH = (DATA / "overview" / "good.md").read_text(encoding="utf-8")
EN = (DATA / "overview" / "good.en.md").read_text(encoding="utf-8")


def compare(zh: str, en: str) -> list[Finding]:
    halves: list[Document] = [read(f"{SECTION}.md", zh), read(f"{SECTION}.en.md", en)]
    return list(parity(*halves))


def test_equal_halves() -> None:
    assert compare(ZH, EN) == []


LOST = [
    ("a heading", "## How to choose { #decide }", "How to choose", "parity-headings"),
    ("a level", "## Project {", "### Project {", "parity-headings"),
    ("an id", "{ #why }", "{ #because }", "parity-headings"),
    ("a name", "one for each [token](name:token) of", "one for each token of", "parity-links"),
    ("a citation", "([Author 1](ref:ref-1))", "", "parity-links"),
    ("another citation", "(ref:ref-0)", "(ref:ref-2)", "parity-links"),
    ("a correction", "/// correction | S1-b", "/// correction | S1-c", "parity-blocks"),
    ("an option", "[ref-0, ref-1, ref-2]", "[ref-0, ref-1, ref-3]", "parity-blocks"),
    ("a row", "| variety | a higher one |\n", "", "parity-tables"),
    ("a listing", "```python\nscores = [2, 1]  # two tokens\nprint(max(scores))\n```", "", "parity-listings"),
    ("a line of code", "max(scores)", "min(scores)", "parity-listings"),
    ("the language of code", "```python", "```text", "parity-listings"),
    ("a displayed formula", "e^{z_i / T}}{", "e^{z_i}}{", "parity-formulas"),
    ("a formula in a line", "$2^{15} = 32768$", "$2^{16} = 65536$", "parity-formulas"),
    ("a number", "73%", "74%", "parity-numbers"),
    ("a magnitude", "100K", "100M", "parity-numbers"),
    ("a date", "March 2025", "May 2025", "parity-numbers"),
    ("a step", "2. Count the tokens.\n", "", "parity-lists"),
    ("code in a line", "`split.py`", "`cut.py`", "parity-code"),
]


@pytest.mark.parametrize(("what", "old", "new", "rule"), LOST, ids=[case[0] for case in LOST])
def test_a_loss_in_english_is_seen(what: str, old: str, new: str, rule: str) -> None:
    assert old in EN
    found = [finding for finding in compare(ZH, EN.replace(old, new, 1)) if finding.rule == rule]
    assert found
    for finding in found:
        assert finding.line > 0
        both = f"{finding.path} {finding.expected}"
        assert f"{SECTION}.md" in both and re.search(rf"{SECTION}\.en\.md", both)


def test_half_of_a_section_lost() -> None:
    start, end = ZH.index("文本先要变成"), ZH.index("## 词元")
    assert compare(ZH[:start] + "见（[Author 0](ref:ref-0)）。\n\n" + ZH[end:], EN) == []  # too short to tell
    start, end = ZH.index("只有一个正确答案时"), ZH.index("```python")
    assert "parity-length" in {finding.rule for finding in compare(ZH[:start] + "\n" + ZH[end:], EN)}


def test_what_may_differ() -> None:
    """Comments in code, words in formulas, blanks in TeX, how often a formula or number is said."""
    assert compare(ZH.replace("# 两个词元", "# 另一句话"), EN) == []
    assert compare(ZH.replace(r"\text{对每个词元}", r"\text{每个}"), EN.replace("e^{z_i / T}", "e^{ z_i/T }")) == []
    assert compare(ZH.replace("$T = 1$ 时", "$T = 1$ 时，$T = 1$ 就"), EN) == []
    assert compare(ZH.replace("73% 和 27%", "73% 和 27%（73%）"), EN) == []


def test_the_other_half_is_named_with_what_it_has_instead() -> None:
    [one, two] = compare(ZH, EN.replace("100K", "100M"))
    assert {one.path, two.path} == {f"docs/{SECTION}.md", f"docs/{SECTION}.en.md"}
    assert any("100000000 (100M)" in choice for finding in (one, two) for choice in finding.choices)
