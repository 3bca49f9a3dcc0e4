"""`/// correction`."""

from __future__ import annotations

import pytest

from tests.blocks.conftest import ALPHA, ALPHA_ZH, Convert


def correction(ids: str) -> str:
    return f"Text.\n\n/// correction | {ids}\nThe article *said* so.\n\nIt is [Dead](name:dead).\n///\n\nMore."


def test_a_correction_is_an_aside_with_the_writers_text(convert: Convert) -> None:
    page = convert(correction("A1-a A1-b"))
    html = page.clean()
    assert '<aside aria-labelledby="correction-a1-a-title" class="llm-correction" id="correction-a1-a">' in html
    assert '<p class="llm-correction__title" id="correction-a1-a-title">Correcting the 2024 article</p>' in html
    assert "<p>The article <em>said</em> so.</p>" in html and "llm-name" in html
    assert html.rstrip().endswith("</aside>\n<p>More.</p>")
    assert page.extension.settled == {ALPHA: {"A1-a", "A1-b"}}


def test_the_title_is_in_the_language_of_the_page(convert: Convert) -> None:
    assert ">更正 2024 年的文章</p>" in convert(correction("A1-a"), ALPHA_ZH).clean()


@pytest.mark.parametrize(
    ("ids", "rule", "found", "choices"),
    [
        ("A1-x", "known-id", "`A1-x`", ("A1-b", "A1-a")),
        ("B1", "correction", "`B1`, which belongs to `scientist/beta`", ("A1-a", "A1-b")),
        ("A1-a A1-a", "unique-id", "`A1-a` a second time", ()),
    ],
)
def test_ids_have_to_be_those_of_the_page(
    convert: Convert, ids: str, rule: str, found: str, choices: tuple[str, ...]
) -> None:
    finding = convert(correction(ids)).only()
    assert (finding.line, finding.rule, finding.found) == (3, rule, found)
    assert set(finding.choices) == set(choices)


def test_an_id_settled_twice_on_a_page_is_one_finding_on_the_second(convert: Convert) -> None:
    finding = convert(correction("A1-a") + "\n\n" + correction("A1-b A1-a")).only()
    assert (finding.line, finding.rule) == (13, "unique-id")


def test_a_page_converted_again_starts_anew(convert: Convert) -> None:
    extension = convert(correction("A1-a")).extension
    assert not convert(correction("A1-a"), extension=extension).findings


def test_pages_without_a_section_correct_their_own(convert: Convert) -> None:
    convert(correction("G1"), "about.en.md").clean()


def test_a_correction_without_id_is_a_finding(convert: Convert) -> None:
    finding = convert("/// correction\nText.\n///").only()
    assert (finding.line, finding.expected) == (1, "an argument: `/// correction | …`")
