"""Where things stand in a page's source: code blanked out, front matter left out, offsets turned into lines."""

from __future__ import annotations

import re

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FENCE = re.compile(
    r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t>]*(?P=fence)[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CODE = re.compile(r"(?<![\\`])(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_VISIBLE = re.compile(r"[^\n]")


def blank(match: re.Match[str]) -> str:
    """Return the matched text with every character but the line ends turned into a space."""
    return _VISIBLE.sub(" ", match[0])


def without_front_matter(text: str) -> str:
    """Return the text with its front matter blanked out; offsets and lines stay as they are."""
    return _FRONT_MATTER.sub(blank, text)


def prose(text: str) -> str:
    """Return the text with front matter, comments, fenced and inline code blanked out; offsets and lines stay."""
    text = without_front_matter(text)
    for pattern in (_FENCE, _COMMENT, _CODE):
        text = pattern.sub(blank, text)
    return text


def line_at(text: str, offset: int) -> int:
    """Return the line, from 1, on which the offset stands."""
    return text.count("\n", 0, offset) + 1
