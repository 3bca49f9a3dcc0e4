"""Formulas: what is one, what is none, and what KaTeX refuses."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from roadmap.blocks import katex
from roadmap.blocks.formula import INLINE

from tests.blocks.conftest import ALPHA, ROOT, Convert


def tex(html: str) -> list[str]:
    return re.findall(r'<annotation encoding="application/x-tex">(.*?)</annotation>', html, re.DOTALL)


@pytest.mark.parametrize(
    ("markdown", "formulas"),
    [
        ("The width is $d_k$.", ["d_k"]),
        (r"$\frac{a}{b}$ and $a*b*c$, $x_1 + x_2$", [r"\frac{a}{b}", "a*b*c", "x_1 + x_2"]),
        (r"$\{x\} \\ y$", [r"\{x\} \\ y"]),
        ("$a<b$ and $c>d$ & $p$", ["a&lt;b", "c&gt;d", "p"]),
        ("（$n$）是长度，$n=3$。", ["n", "n=3"]),
        ("broken $a +\nb$ over lines", ["a +\nb"]),
        ("- item $x$\n- **$y$**\n\n| a | b |\n|---|---|\n| $u$ | $v_1$ |", ["x", "y", "u", "v_1"]),
        ("[$O(n^2)$ attention](ref:kept)", ["O(n^2)"]),
        (r"costs \$5, not $x$", ["x"]),
        (r"$5\$$", [r"5\$"]),
    ],
)
def test_formulas_in_a_line(convert: Convert, markdown: str, formulas: list[str]) -> None:
    page = convert(markdown)
    assert tex(page.clean()) == formulas
    assert page.extension.formulas == {ALPHA}


@pytest.mark.parametrize("markdown", ["`$x$`", "```\n$x$ and $$y$$\n```", r"\$5 and \$6", "<!-- $ -->", "`` `$ ``"])
def test_what_is_no_formula(convert: Convert, markdown: str) -> None:
    page = convert(markdown)
    assert "katex" not in page.clean()
    assert not page.extension.formulas


@pytest.mark.parametrize("markdown", ["$5 and $6 more", "a $ b $ c", "costs $5", "US$5.$6", "$x $y"])
def test_prose_with_dollars_stays_prose_and_asks_for_the_escape(convert: Convert, markdown: str) -> None:
    page = convert(f"# T {{ #t }}\n\n{markdown}")
    assert f"<p>{markdown}</p>" in page.html
    assert {(f.rule, f.line) for f in page.findings} == {("formula", 3)}
    assert r"`\$` for a dollar sign" in page.findings[0].expected


@pytest.mark.parametrize(
    ("markdown", "formula"),
    [
        ("$$\nE = mc^2\n$$", "E = mc^2"),
        ("$$ E = mc^2 $$", "E = mc^2"),
        (
            "Text:\n$$\n\\begin{aligned} a &= b \\\\ &< c \\end{aligned}\n$$\nwhere",
            r"\begin{aligned} a &amp;= b \\ &amp;&lt; c \end{aligned}",
        ),
        ("1. item\n\n    $$ x_1*y*z $$\n\n2. next", "x_1*y*z"),
        ("/// correction | A1-a\nText.\n\n$$ x $$\n///", "x"),
        (r"$$ \text{中文} \left( \frac{1}{2} \right) \Big\{ $$", r"\text{中文} \left( \frac{1}{2} \right) \Big\{"),
    ],
)
def test_displayed_formulas(convert: Convert, markdown: str, formula: str) -> None:
    html = convert(markdown).clean()
    assert tex(html) == [formula]
    assert html.count('<div class="llm-math"><span class="katex-display">') == 1
    assert "<p><div" not in html


def test_a_list_with_a_formula_stays_one_list(convert: Convert) -> None:
    assert convert("1. item\n\n    $$ x $$\n\n2. next").clean().count("<ol>") == 1


def test_screen_readers_get_mathml_and_not_the_drawing(convert: Convert) -> None:
    html = convert("$x$").clean()
    assert "<math " in html and '<span class="katex-html" aria-hidden="true">' in html
    assert '<span class="katex" data-search-exclude' in html


@pytest.mark.parametrize(
    ("markdown", "line", "part"),
    [
        (r"$\fracc{1}{2}$", 6, r"`\fracc{1}{2}`: Undefined control sequence: \fracc"),
        ("$$\nx^{2\n$$", 6, "`x^{2`: Expected '}'"),
        ("$中文_i$", 6, "中文_i"),
        (r"$\href{https://example.com}{x}$", 6, "a command that may lead out of the page"),
        (r"$\includegraphics{x.png}$", 6, "a command that may lead out of the page"),
        ("$$\nx\n\ny", 6, "a lone `$$`"),
        ("text $$x$$ text", 6, "a lone `$$`"),
        ("## The $x$ { #x }", 6, "`$x$` in a heading"),
        ("one $ here\n\nand one $ there", 6, "a lone `$`"),
    ],
)
def test_what_does_not_parse_is_a_finding_with_its_line(convert: Convert, markdown: str, line: int, part: str) -> None:
    findings = convert(f"---\na: $\n---\n# T {{ #t }}\n\n{markdown}\n").findings
    assert findings and findings[0].rule == "formula" and findings[0].line == line
    assert part in findings[0].found


def test_the_second_of_two_wrong_formulas_has_its_own_line(convert: Convert) -> None:
    assert [f.line for f in convert("$\\no$\n\n$x$\n\n$\\no$ and $\\nono$\n").findings] == [1, 5, 5]


def test_rendering_is_remembered() -> None:
    katex.render("a+b", False)
    before = katex.render.cache_info().hits
    katex.render("a+b", False)
    assert katex.render.cache_info().hits == before + 1


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="\\{}$^_&%#~ab1 \n中", max_size=20))
def test_no_text_breaks_the_engine(source: str) -> None:
    try:
        assert "katex" in katex.render(source, True)
    except katex.FormulaError as error:
        assert str(error)


def test_the_pattern_takes_no_digit_behind_the_closing_sign() -> None:
    assert re.findall(INLINE, "$a$ $b$2 $$c$$ \\$d$") == ["a"]


def test_a_process_that_rendered_comes_to_its_end() -> None:
    code = "from roadmap.blocks import katex; katex.render('x', False)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    runs = [subprocess.Popen([sys.executable, "-c", code], env=environment) for _ in range(4)]
    try:
        assert [run.wait(timeout=30) for run in runs] == [0] * len(runs)
    finally:
        for run in runs:
            run.kill()


# ----------------------------------------------------------------------------------------------------- what is vendored
def test_published_are_the_style_sheet_and_its_fonts_only() -> None:
    folder = ROOT / "docs" / "assets" / "vendor" / "katex"
    css = (folder / "katex.min.css").read_text(encoding="utf-8")
    addresses = set(re.findall(r"url\(([^)]+)\)", css))
    assert addresses == {f"fonts/{path.name}" for path in (folder / "fonts").iterdir()}
    assert all(address.endswith(".woff2") for address in addresses) and len(addresses) == 20
    assert {path.name for path in folder.iterdir()} == {"LICENSE", "LICENSE-FONTS", "VERSION", "fonts", "katex.min.css"}
    assert not list((ROOT / "docs").rglob("katex*.js"))


def test_script_and_style_sheet_are_of_one_version() -> None:
    version = katex._engine().eval("katex.version")
    for folder in (katex.SCRIPT.parent, ROOT / "docs" / "assets" / "vendor" / "katex"):
        assert (folder / "VERSION").read_text(encoding="utf-8").startswith(f"KaTeX {version},")
        assert "MIT License" in (folder / "LICENSE").read_text(encoding="utf-8")
