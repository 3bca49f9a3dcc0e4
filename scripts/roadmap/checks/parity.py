"""Parity: two halves of a page say the same, part by part. Pure over two documents; nothing here knows the contract."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from roadmap.checks.document import Document, Listing, Part
from roadmap.checks.numbers import numbers
from roadmap.checks.wordcount import HAN, count
from roadmap.finding import Finding

# Chinese units for each English word: 1.24 to 1.91 on the first 145 sections of the site, 1.58 in the middle.
RATIO = (1.1, 2.2)
RATIO_FROM_WORDS = 40
_HASH = (
    "python",
    "py",
    "pycon",
    "bash",
    "sh",
    "shell",
    "console",
    "yaml",
    "yml",
    "toml",
    "ini",
    "dockerfile",
    "cypher",
)
_COMMENTS = (
    dict.fromkeys(_HASH, "#")
    | dict.fromkeys(("javascript", "js", "ts", "c", "cpp", "rust", "cypher"), "//")
    | {"sql": "--"}
)
_TEXT = re.compile(r"\\(?:text|textbf|textit|mbox)\{[^{}]*\}")
_COMMAND = re.compile(r"\\([A-Za-z]+)\s+(?=[A-Za-z])")
_CJK = re.compile(f"[{HAN}]")
Item = tuple[str, int]
Half = tuple[Document, Part]


def parity(zh: Document, en: Document) -> Iterator[Finding]:
    """Yield every difference between the two halves, with file and line of both."""
    yield from _outline(zh, en)
    english = {part.id: part for part in en.parts}
    for part in zh.parts:
        if part.id in english:
            yield from _part((zh, part), (en, english[part.id]))


def _outline(zh: Document, en: Document) -> Iterator[Finding]:
    ours, theirs = [(p.level, p.id) for p in zh.headings], [(p.level, p.id) for p in en.headings]
    for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        line, other = _line_at(zh, a), _line_at(en, c)
        expected = f"{_headings(theirs[c:d])} as in {en.path}:{other}"
        yield zh.find(line, "parity-headings", _headings(ours[a:b]), expected)


def _line_at(document: Document, index: int) -> int:
    parts = document.headings
    return parts[min(index, len(parts) - 1)].line if parts else 1


def _headings(items: Sequence[tuple[int, str]]) -> str:
    return ", ".join(f"`{'#' * level} … {{ #{key} }}`" for level, key in items) or "no heading"


def _part(zh: Half, en: Half) -> Iterator[Finding]:
    for rule, collect in _COMPARED.items():
        yield from _multiset(rule, zh, en, collect)
    for rule, collect in _COMPARED_AS_SETS.items():
        yield from _sets(rule, zh, en, collect)
    yield from _sequence("parity-listings", zh, en, _listings)
    yield from _sequence(
        "parity-tables", zh, en, lambda part: [(f"a table of {t.rows} × {t.columns}", t.line) for t in part.tables]
    )
    yield from _sequence(
        "parity-formulas", zh, en, lambda part: [(_tex(f.tex), f.line) for f in part.formulas if f.display]
    )
    yield from _ratio(zh, en)


# ------------------------------------------------------------------------------------------------ what is compared
def _links(part: Part) -> Iterator[Item]:
    for link in part.links:
        if not link.image:
            yield re.sub(r"\.en\.md(?=$|#)", ".md", link.target), link.line


def _images(part: Part) -> Iterator[Item]:
    for link in part.links:
        if link.image:
            yield re.sub(r"\.(?:en|zh)(?=\.\w+$)", "", link.target), link.line


def _blocks(part: Part) -> Iterator[Item]:
    for block in part.blocks:
        argument = f" | {block.argument}" if block.argument else ""
        yield (
            f"/// {block.name}{argument}"
            + "".join(f" {' '.join(line.split())}" for line in block.options.split("\n") if line),
            block.line,
        )


def _items(part: Part) -> Iterator[Item]:
    return (("a paragraph in a list", prose.line) for prose in part.prose if prose.kind == "item")


def _numbers(part: Part) -> Iterator[Item]:
    for prose in part.prose:
        text = "".join("\0" if span.mark != "text" else span.text for span in prose.spans)
        for number in numbers(text):
            raw = " ".join(number.raw.split())
            yield (
                number.value if number.value == raw else f"{number.value} ({raw})",
                prose.line + text.count("\n", 0, number.at),
            )


def _inline_code(part: Part) -> Iterator[Item]:
    for prose in part.prose:
        for span in prose.spans:
            if span.mark == "code" and not _CJK.search(span.text):
                yield span.text, span.line


def _formulas(part: Part) -> Iterator[Item]:
    for formula in part.formulas:
        # `$Q, K, V$` says the same as `$Q$, `$K$, `$V$`.
        plain = not formula.display and not re.search(r"[(\[{|]", formula.tex)
        for tex in re.split(r",\s*", formula.tex) if plain else [formula.tex]:
            if not formula.display:
                yield _tex(tex), formula.line


def _listings(part: Part) -> list[Item]:
    return [(f"```{listing.info}``` {_code(listing)}", listing.line) for listing in part.listings]


def _code(listing: Listing) -> str:
    """Return the code without the comments of its language."""
    mark = _COMMENTS.get((listing.info.split() or [""])[0].lower())
    code = re.sub(rf"(?:^|(?<=\s)){mark}.*$", "", listing.code, flags=re.MULTILINE) if mark else listing.code
    lines = (line.rstrip() for line in code.split("\n"))
    return "\n".join(line for line in lines if line)


def _tex(tex: str) -> str:
    """Return the formula without what may differ: words, and blanks other than the one that ends a command."""
    plain = _COMMAND.sub(lambda match: match[0].rstrip() + "\0", _TEXT.sub(r"\\text{}", tex))
    return "".join(plain.split()).replace("\0", " ")


_COMPARED: dict[str, Callable[[Part], Iterable[Item]]] = {
    "parity-links": _links,
    "parity-images": _images,
    "parity-blocks": _blocks,
    "parity-lists": _items,
}
# The same thing may be said once in one language and twice in the other: only whether it is said counts.
_COMPARED_AS_SETS: dict[str, Callable[[Part], Iterable[Item]]] = {
    "parity-numbers": _numbers,
    "parity-code": _inline_code,
    "parity-formulas": _formulas,
}


# ---------------------------------------------------------------------------------------------- how it is compared
def _where(half: Half, line: int = 0) -> str:
    return f"{half[0].path}:{line or half[1].line}"


def _multiset(rule: str, zh: Half, en: Half, collect: Callable[[Part], Iterable[Item]]) -> Iterator[Finding]:
    ours, theirs = list(collect(zh[1])), list(collect(en[1]))
    left, right = Counter(key for key, _ in ours), Counter(key for key, _ in theirs)
    for key in dict.fromkeys([*left, *right]):
        if left[key] == right[key]:
            continue
        more, items, other, others = (zh, ours, en, theirs) if left[key] > right[key] else (en, theirs, zh, ours)
        line = [line for k, line in items if k == key][-1]
        there = next((line for k, line in others if k == key), 0)
        most, least = max(left[key], right[key]), min(left[key], right[key])
        yield more[0].find(
            line,
            rule,
            f"`{key}` {most} times under `#{more[1].id}`",
            f"as often as in {_where(other, there)} ({least} times)",
        )


def _sets(rule: str, zh: Half, en: Half, collect: Callable[[Part], Iterable[Item]]) -> Iterator[Finding]:
    ours, theirs = _by_value(collect(zh[1])), _by_value(collect(en[1]))
    for half, own, other, others in ((zh, ours, en, theirs), (en, theirs, zh, ours)):
        only_there = tuple(f"{shown} (line {line})" for value, (shown, line) in others.items() if value not in own)
        for value, (shown, line) in own.items():
            if value not in others:
                yield half[0].find(
                    line, rule, f"`{shown}` under `#{half[1].id}`", f"the same in {_where(other)}", only_there
                )


def _by_value(items: Iterable[Item]) -> dict[str, Item]:
    """Return items by what they mean: the form that numbers have in both languages stands first."""
    found: dict[str, Item] = {}
    for shown, line in items:
        found.setdefault(shown.split(" (")[0], (shown, line))
    return found


def _sequence(rule: str, zh: Half, en: Half, collect: Callable[[Part], list[Item]]) -> Iterator[Finding]:
    ours, theirs = collect(zh[1]), collect(en[1])
    for index in range(max(len(ours), len(theirs))):
        own, other = (items[index] if index < len(items) else ("nothing", 0) for items in (ours, theirs))
        if own[0] != other[0]:
            mine, yours = _contrast(own[0], other[0])
            yield zh[0].find(own[1] or zh[1].line, rule, f"`{mine}`", f"`{yours}` as in {_where(en, other[1])}")
            return


def _contrast(one: str, two: str) -> tuple[str, str]:
    """Return what differs of two long texts: from the line of the first difference on."""
    pairs = zip(one.split("\n"), two.split("\n"), strict=False)
    return next(((a, b) for a, b in pairs if a != b), (one.rpartition("\n")[2], two.rpartition("\n")[2]))


def _ratio(zh: Half, en: Half) -> Iterator[Finding]:
    units, words = count([zh[1]], "zh"), count([en[1]], "en")
    if max(words, units / 2) < RATIO_FROM_WORDS:
        return
    ratio = units / max(words, 1)
    if not RATIO[0] <= ratio <= RATIO[1]:
        found = f"{units} units of Chinese for {words} words of English under `#{zh[1].id}`: {ratio:.2f} a word"
        yield zh[0].find(
            zh[1].line, "parity-length", found, f"{RATIO[0]} to {RATIO[1]}: one half has lost something ({_where(en)})"
        )
