"""The style sheets: contrast in both schemes, small, nothing from outside, and the class prefix."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STYLES = Path(__file__).parents[2] / "docs/assets/styles"
SCHEMES = ("default", "slate")
TEXTS = ("ink", "muted", "scientist", "engineer", "good", "warn", "bad")
FIGURES = ("ink", "paper", "line", "scientist", "engineer")


def css() -> str:
    return "\n".join(
        re.sub(r"/\*.*?\*/", "", f.read_text(encoding="utf-8"), flags=re.DOTALL) for f in sorted(STYLES.glob("*.css"))
    )


def colors(scheme: str) -> dict[str, str]:
    block = re.search(rf'\[data-md-color-scheme="{scheme}"\] {{(.*?)}}', css(), re.DOTALL)
    assert block
    return dict(re.findall(r"--llm-([a-z]+): (#[0-9a-f]{6});", block[1]))


def luminance(color: str) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", ["paper", "tint"])
def test_text_stands_out(scheme: str, text: str, ground: str) -> None:
    found = colors(scheme)
    assert contrast(found[text], found[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_scheme_names_every_color(scheme: str) -> None:
    assert {*FIGURES, *TEXTS, "tint"} == {*colors(scheme)}


def test_black_on_white_has_the_contrast_that_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_figures_use_the_five_variables_only() -> None:
    used = re.findall(r"^[^{}\n]*llm-map__(?:box|arrows|heading)[^{}]*{([^{}]*)}", css(), re.MULTILINE)
    assert used
    assert {*re.findall(r"--llm-([a-z]+)", " ".join(used))} <= {*FIGURES}


def test_the_styles_are_small_and_stay_at_home() -> None:
    assert sum(file.stat().st_size for file in STYLES.glob("*.css")) < 20_000
    assert not re.search(r"https?:|//|url\(|@font-face", css())


def test_own_classes_carry_the_prefix() -> None:
    known = re.compile(r"\.(?:llm-|md-|katex|headerlink|focus-visible)")
    classes = re.findall(r"(?<![\w)\]])\.[a-z][\w-]*", re.sub(r"{[^{}]*}", "{}", css()))
    assert not [name for name in classes if not known.match(name)]


def test_every_variable_that_is_used_is_set() -> None:
    text = css()
    assert {*re.findall(r"var\((--llm-[a-z-]+)\)", text)} <= {*re.findall(r"(--llm-[a-z-]+)\s*[:{]", text)}
