"""Wrong use of `///` blocks.

pymdownx leaves a block that it cannot read as text, and lets one that is never closed swallow the rest of the page.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from roadmap.finding import nearest

_SLASHES = re.compile(r"^(?P<indent>[ \t]*)(?P<slashes>/{3,})[ \t]*(?P<rest>[^\n]*?)[ \t]*$")
_HEADER = re.compile(r"(?P<name>[\w-]+)[ ]*(?:\|[ ]*(?P<argument>.*))?$")


@dataclass
class Opening:
    """A block as it stands in the source; `line` is that of its opening."""

    name: str
    slashes: int
    line: int
    argument: str = ""
    indent: int = 0
    lines: list[str] = field(default_factory=list)
    option_lines: dict[str, int] = field(default_factory=dict)


class Misuse(NamedTuple):
    """What is wrong with a block, before it becomes a finding about a page."""

    line: int
    rule: str
    found: str
    expected: str
    choices: tuple[str, ...] = ()


def scan(prose: str, blocks: Mapping[str, Any]) -> tuple[list[Opening], list[Misuse]]:
    """Return the well-formed blocks in the order of the source, and what is wrong with the others.

    `blocks` are the classes by name, with pymdownx's ARGUMENT and OPTIONS; `TAKES_CONTENT = False` refuses content.
    """
    openings, wrong = _pair(prose)
    good = []
    for opening in openings:
        found = list(_judge(opening, blocks))
        good += [] if found else [opening]
        wrong += found or _content(opening, blocks[opening.name])
    return good, wrong


def _pair(prose: str) -> tuple[list[Opening], list[Misuse]]:
    found: list[Opening] = []
    wrong: list[Misuse] = []
    stack: list[Opening] = []
    for number, line in enumerate(prose.split("\n"), 1):
        match = _SLASHES.match(line)
        if not match:
            for opening in stack[-1:]:
                opening.lines.append(line)
        elif match["rest"]:
            _open(match, number, found, stack, wrong)
        else:
            _close(len(match["slashes"]), number, stack, wrong)
    return found, wrong + [_unclosed(opening) for opening in stack]


def _open(match: re.Match[str], number: int, found: list[Opening], stack: list[Opening], wrong: list[Misuse]) -> None:
    header = _HEADER.match(match["rest"])
    slashes = len(match["slashes"])
    while stack and stack[-1].slashes <= slashes:
        wrong.append(_unclosed(stack.pop()))
    if not header:
        wrong.append(Misuse(number, "block", f"`{match[0].strip()}`", "`/// name` or `/// name | argument`"))
    name, argument = (header["name"].lower(), header["argument"] or "") if header else ("", "")
    opening = Opening(name, slashes, number, argument, len(match["indent"]))
    for outer in stack[-1:]:
        outer.lines.append(match[0])
    stack.append(opening)
    found += [opening] if header else []


def _close(slashes: int, number: int, stack: list[Opening], wrong: list[Misuse]) -> None:
    if not any(opening.slashes == slashes for opening in stack):
        wrong.append(
            Misuse(number, "block", f"`{'/' * slashes}` that closes nothing", "an opening line `/// name` above it")
        )
        return
    while (opening := stack.pop()).slashes != slashes:
        wrong.append(_unclosed(opening))


def _unclosed(opening: Opening) -> Misuse:
    found = f"`/// {opening.name}` that is never closed"
    return Misuse(opening.line, "block", found, f"a line `{'/' * opening.slashes}` below its content")


def _judge(opening: Opening, blocks: Mapping[str, Any]) -> Iterator[Misuse]:
    kind = blocks.get(opening.name)
    if kind is None:
        choices = nearest(opening.name, blocks) or tuple(sorted(blocks))
        yield Misuse(opening.line, "known-block", f"`/// {opening.name}`", "the name of a block", choices)
        return
    if kind.ARGUMENT and not opening.argument:
        yield Misuse(opening.line, "block", f"`/// {opening.name}`", f"an argument: `/// {opening.name} | …`")
    if kind.ARGUMENT is False and opening.argument:
        yield Misuse(opening.line, "block", f"`| {opening.argument}`", f"no argument at `/// {opening.name}`")
    yield from _options(opening, kind)


def _options(opening: Opening, kind: Any) -> Iterator[Misuse]:
    text = textwrap.dedent("\n".join(_split(opening)[0]))
    try:
        options = yaml.safe_load(text) or {}
    except yaml.YAMLError as error:
        options = str(getattr(error, "problem", error))
    if not isinstance(options, dict):
        yield Misuse(
            opening.line + 1, "block", f"`{' '.join(text.split())}`", "options as `name: value`", tuple(kind.OPTIONS)
        )
        return
    for key, value in options.items():
        yield from _option(opening, kind, str(key), value)


def _content(opening: Opening, kind: Any) -> Iterator[Misuse]:
    head, body = _split(opening)
    if not getattr(kind, "TAKES_CONTENT", True) and any(line.strip() for line in body):
        line = opening.line + 1 + len(head) + next(n for n, text in enumerate(body) if text.strip())
        expected = f"none in `/// {opening.name}`; options stand right below the first line, indented by four spaces"
        yield Misuse(line, "block", "content in the block", expected)


def _option(opening: Opening, kind: Any, key: str, value: Any) -> Iterator[Misuse]:
    at = next((n for n, line in enumerate(opening.lines, 1) if line.strip().startswith(f"{key}:")), 1)
    opening.option_lines[key] = opening.line + at
    if key == "attrs" and not hasattr(kind, "TAKES_CONTENT"):
        return  # pymdownx's own option, which our blocks do not take
    if key not in kind.OPTIONS:
        choices = nearest(key, kind.OPTIONS) or tuple(kind.OPTIONS)
        yield Misuse(opening.line + at, "block", f"the option `{key}`", f"an option of `/// {opening.name}`", choices)
        return
    try:
        kind.OPTIONS[key][1](value)
    except Exception as error:  # whatever a block's own type raises is its way to refuse the value
        yield Misuse(opening.line + at, "block", f"`{key}: {value}`", str(error) or "a value of the right type")


def _split(opening: Opening) -> tuple[list[str], list[str]]:
    """Return the option lines, which are indented right below the opening, and the content."""
    count = 0
    while count < len(opening.lines) and re.match(rf" {{{opening.indent + 4}}}[ ]*\S", opening.lines[count]):
        count += 1
    return opening.lines[:count], opening.lines[count:]
