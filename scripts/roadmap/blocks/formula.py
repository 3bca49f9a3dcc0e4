"""`$…$` in a line and `$$…$$` on lines of its own, rendered by KaTeX; a plain dollar sign is written `\\$`."""

from __future__ import annotations

import re
from typing import Any

from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor

from roadmap.blocks.katex import FormulaError, render
from roadmap.blocks.session import Session

# Something visible stands behind the opening sign and before the closing one, and no digit follows: not "$5 and $6".
INLINE = r"(?<![\\$])\$(?![\s$])((?:\\.|[^\\$\n]|\n(?![ \t]*\n))+?)(?<!\s)\$(?![\d$])"
DISPLAY = re.compile(r"^(?P<indent>[ \t]*)\$\$(?P<tex>(?:(?!\$\$|\n[ \t]*\n).)+)\$\$[ \t]*$", re.MULTILINE | re.DOTALL)
_LONE = re.compile(r"(?<!\\)\$+")
_HEADING = re.compile(r"^#{1,6}[^\n]*" + INLINE, re.MULTILINE)
EXPECTED = r"a formula `$…$`, `$$…$$` on lines of its own, or `\$` for a dollar sign"


def formula(session: Session, tex: str, display: bool) -> str:
    """Return the formula's HTML; report one that does not parse and return ''."""
    session.formulas.add(session.page.source)
    try:
        html = render(tex.strip(), display)
    except FormulaError as error:
        line = session.line_of(r"\$\s*" + re.escape(tex.strip()))
        session.report(line, "formula", f"`{' '.join(tex.split())}`: {error}", "a formula that KaTeX can parse")
        return ""
    html = html.replace('<span class="katex"', '<span class="katex" data-search-exclude', 1)
    return f'<div class="llm-math">{html}</div>' if display else html


class Displayed(Preprocessor):
    """Swaps displayed formulas for placeholders, after code was taken away and before anything is read into them."""

    def __init__(self, md: Any, session: Session) -> None:
        super().__init__(md)
        self.session = session

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with each displayed formula as a paragraph of its own, in its list item if it is in one."""
        return DISPLAY.sub(self._swap, "\n".join(lines)).split("\n")

    def _swap(self, match: re.Match[str]) -> str:
        html = formula(self.session, match["tex"], display=True)
        return f"\n{match['indent']}{self.md.htmlStash.store(html)}\n" if html else ""


class Inline(InlineProcessor):
    """Swaps formulas in a line for placeholders, before backslashes and emphasis are read."""

    def __init__(self, md: Any, session: Session) -> None:
        super().__init__(INLINE, md)
        self.session = session

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802
        """Return the placeholder and the span that it replaces."""
        html = formula(self.session, m[1], display=False)
        return self.md.htmlStash.store(html) if html else "", m.start(0), m.end(0)


def check_dollars(session: Session) -> None:
    """Report dollar signs that are neither formula nor escaped, and formulas in headings: contents cannot show them."""
    prose = session.page.prose
    for match in _HEADING.finditer(prose):
        session.report(
            prose.count("\n", 0, match.start()) + 1, "formula", f"`${match[1]}$` in a heading", "a heading in words"
        )
    rest = re.sub(INLINE, _spaces, DISPLAY.sub(_spaces, prose))
    for match in _LONE.finditer(rest):
        session.report(rest.count("\n", 0, match.start()) + 1, "formula", f"a lone `{match[0]}`", EXPECTED)


def _spaces(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
