"""The Markdown of the pages as markdown-it reads it: CommonMark, tables, formulas and `///` blocks, with their lines.

Python-Markdown, which builds the site, keeps no positions; this reader has them and knows what is code and what is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from roadmap.blocks.formula import INLINE

_FORMULA = re.compile(INLINE)
_SLASHES = re.compile(r"(?P<slashes>/{3,})[ \t]*(?P<rest>[^\n]*?)[ \t]*$")
_DOLLARS = re.compile(r"\$\$")
_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
InlineRule = Callable[[StateInline, bool], bool]


@cache
def reader() -> MarkdownIt:
    """Return the reader; `meta["at"]` of links, images, code, HTML, formulas and line ends is their offset."""
    md = MarkdownIt("commonmark").enable("table")
    md.validateLink = lambda url: True  # type: ignore[method-assign]  # judged by our own rules
    md.normalizeLink = lambda url: url  # type: ignore[method-assign]  # findings show what the writer wrote
    md.block.ruler.before("fence", "slashes", _slashes, _INTERRUPTS)
    md.block.ruler.before("fence", "displayed", _displayed, _INTERRUPTS)
    md.inline.ruler.before("escape", "formula", _formula)
    for name in ("link", "image", "autolink", "html_inline", "backticks", "formula", "newline"):
        _remember(md, name)
    return md


def _remember(md: MarkdownIt, name: str) -> None:
    """Let a rule note where in the text its token begins."""
    plain: InlineRule = md.inline.ruler.__rules__[md.inline.ruler.__find__(name)].fn

    def rule(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        done = plain(state, silent)
        own = (token for token in state.tokens[count:] if token.type != "text")
        if done and not silent and (token := next(own, None)):
            token.meta["at"] = start
        return done

    md.inline.ruler.at(name, rule)


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _slashes(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read `/// name | argument` with its options below it, or `///` that closes."""
    match = _SLASHES.match(_line(state, start))
    if not match or state.sCount[start] - state.blkIndent >= 4:
        return False
    if silent:
        return True
    after, options = start + 1, list[str]()
    while match["rest"] and after < end and state.sCount[after] - state.blkIndent >= 4 and _line(state, after):
        options.append(" " * (state.sCount[after] - state.blkIndent - 4) + _line(state, after))
        after += 1
    token = state.push("slashes", "", 0)
    token.map = [start, after]
    token.info = match["rest"]
    token.markup = match["slashes"]
    token.content = "\n".join(options)
    state.line = after
    return True


def _displayed(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read `$$ … $$`, which begins a line and ends one."""
    if not _line(state, start).startswith("$$"):
        return False
    lines: list[str] = []
    for number in range(start, end):
        lines.append(_line(state, number))
        text = "\n".join(lines).rstrip()
        if len(_DOLLARS.findall(text)) == 2:
            return text.endswith("$$") and (silent or _push_displayed(state, start, number + 1, text))
        if not lines[-1]:
            return False
    return False


def _push_displayed(state: StateBlock, start: int, after: int, text: str) -> bool:
    token = state.push("displayed", "", 0)
    token.map = [start, after]
    token.content = text[2:-2].strip()
    state.line = after
    return True


def _formula(state: StateInline, silent: bool) -> bool:
    match = _FORMULA.match(state.src, state.pos) if state.src[state.pos] == "$" else None
    if not match:
        return False
    if not silent:
        token = state.push("formula", "", 0)
        token.content = match[1]
    state.pos = match.end()
    return True
