"""Numbers and dates have one form in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from roadmap.checks.numbers import numbers

SAME = [
    ("15T tokens", "15 万亿个词元", {"15000000000000"}),
    ("70B and 70 billion", "700 亿", {"70000000000"}),
    ("1.5 million", "150 万", {"1500000"}),
    ("a 100-million-row table", "1 亿行的表", {"100000000"}),
    ("32K or 32,000", "3.2 万，即 32000", {"32000"}),
    ("8 thousand", "8 千", {"8000"}),
    ("30%, 4 percent", "30%、4 %", {"30%", "4%"}),
    ("March 2025", "2025 年 3 月", {"2025-03"}),
    ("13 March 2025", "2025 年 3 月 13 日", {"2025-03-13"}),
    ("March 13, 2025", "2025-03-13", {"2025-03-13"}),
    ("in May 2026 and since June", "2026 年 5 月起，6 月又", {"2026-05", "month 06"}),
    ("April to June 2025", "2025 年 4 月到 6 月", {"2025-04", "2025-06"}),
    ("April–June 2025", "2025 年 4–6 月", {"2025-04", "2025-06"}),
    ("2024", "2024 年", {"2024"}),
    ("2× as fast, 2x", "快到 2 倍", {"2"}),
    ("Llama-3-8B", "Llama-3-8B", {"3", "8000000000"}),
    ("version 2.10.1", "2.10.1 版", {"2.10.1"}),
    ("10²⁴ operations", "10²⁴ 次运算", {"10^24"}),
    ("1e-5", "1e-5", {"0.00001"}),
    ("from −5 to 3", "从 −5 到 3", {"-5", "3"}),
    ("(−0.5), -2", "是−0.5，不是 -2", {"-0.5", "-2"}),
    ("3−5, 3 − 5, GPT-5", "3−5、3 − 5、GPT-5", {"3", "5"}),
    ("80 GB, 16 kB, 3 kW", "80 GB、16 kB、3 千瓦", {"80", "16", "3"}),
    ("3 percentage points", "3 个百分点", {"3"}),
    ("1/3", "1/3", {"1", "3"}),
    ("They may march", "它们", set()),
    ("3 months", "3 个月", {"3"}),
]


@pytest.mark.parametrize(("en", "zh", "values"), SAME, ids=[case[0] for case in SAME])
def test_both_languages_give_the_same(en: str, zh: str, values: set[str]) -> None:
    assert {number.value for number in numbers(en)} == values
    assert {number.value for number in numbers(zh)} == values


@pytest.mark.parametrize(
    ("one", "two"), [("15T", "15B"), ("30%", "30"), ("March 2025", "April 2025"), ("1.5", "15"), ("-3", "3")]
)
def test_different_numbers_stay_different(one: str, two: str) -> None:
    assert [n.value for n in numbers(one)] != [n.value for n in numbers(two)]


@given(st.integers(0, 10**15))
def test_thousands_separators_do_not_matter(value: int) -> None:
    assert (
        [n.value for n in numbers(f"about {value:,} of")]
        == [str(value)]
        == [n.value for n in numbers(f"约 {value} 个")]
    )


@given(st.text(max_size=60))
def test_offsets_lead_to_the_number(text: str) -> None:
    for number in numbers(text):
        assert 0 <= number.at < len(text)
