"""How long a page takes to read, from its source."""

from __future__ import annotations

import math
import re

from roadmap.blocks.source import without_front_matter
from roadmap.facts import Language

WORDS_A_MINUTE = 220
UNITS_A_MINUTE = 400
_NOT_READ = re.compile(
    r"<!--[\s\S]*?-->"  # comments
    r"|^[ \t]*/{3,}.*(?:\n {4,}\S.*)*$"  # the opening of a block with its options, and its end
    r"|\]\([^)\s]*\)"  # where a link leads
    r"|\{[^}\n]*#[^}\n]*\}"  # ids
    r"|<[^>\n]+>",  # tags
    re.MULTILINE,
)
_FORMULA = re.compile(r"\$\$.+?\$\$|\$[^$\n]+\$", re.DOTALL)
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_UNIT = re.compile(r"[\u3400-\u9fff]|[A-Za-z0-9]+(?:[-'’.][A-Za-z0-9]+)*")


def units(text: str, language: Language) -> int:
    """Return the words of an English page; the 汉字 and Latin words of a Chinese one. A formula counts as one."""
    visible = _FORMULA.sub(" x ", _NOT_READ.sub(" ", without_front_matter(text)))
    return len((_UNIT if language == "zh" else _WORD).findall(visible))


def reading_minutes(text: str, language: Language) -> int:
    """Return the minutes, at least 1, that a steady reader needs for the page's own text."""
    pace = UNITS_A_MINUTE if language == "zh" else WORDS_A_MINUTE
    return max(1, math.ceil(units(text, language) / pace))
