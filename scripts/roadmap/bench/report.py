"""The tables that `bench` prints, and its verdict. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence

from roadmap.bench.runs import Timing

LIMIT = 4.5


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return the rows in columns, the first row as heading; columns of numbers stand to the right."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    numeric = [all(row[i].replace(".", "").isdecimal() for row in rows[1:]) for i in range(len(rows[0]))]
    lines = ["  ".join(_cell(*parts) for parts in zip(row, widths, numeric, strict=True)).rstrip() for row in rows]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])


def _cell(text: str, width: int, right: bool) -> str:
    return text.rjust(width) if right else text.ljust(width)


def times(timings: Sequence[Timing]) -> str:
    """Return the table of build times."""
    head = ("engine", "times", "pages", "median s", "ms/page", "all runs")
    return table([head, *(_row(t) for t in timings)])


def _row(t: Timing) -> tuple[str, ...]:
    runs = " ".join(f"{s:.2f}" for s in t.seconds)
    return (
        t.engine.name,
        f"{t.tree.times}",
        f"{t.tree.pages}",
        f"{t.median:.2f}",
        f"{t.median / t.tree.pages * 1000:.1f}",
        runs,
    )


def ratio(timings: Sequence[Timing], engine: str) -> float:
    """Return how many times longer the largest tree takes than the smallest."""
    own = sorted((t.tree.pages, t.median) for t in timings if t.engine.name == engine)
    return own[-1][1] / own[0][1]


def verdict(timings: Sequence[Timing]) -> tuple[list[str], bool]:
    """Return the closing lines, and whether growth and, where it was measured, the comparison are within the limits.

    `ours` is the whole build, `bare` the same without the checks of sources and output, which `theirs` does not have
    either: these two are compared.
    """
    small, large = min(t.tree.pages for t in timings), max(t.tree.pages for t in timings)
    lines, good = [], True
    for engine in dict.fromkeys(t.engine.name for t in timings):
        found = ratio(timings, engine)
        within = found <= LIMIT
        judged = f" (limit {LIMIT}): {'good' if within else 'TOO SLOW'}" if engine == "ours" else ""
        lines.append(f"{engine}: {large / small:.2f} times the pages take {found:.2f} times as long{judged}")
        good = good and (within or engine != "ours")
    compared = _compare(timings, "bare")
    for (pages, factor), (_, whole) in zip(compared, _compare(timings, "ours"), strict=bool(compared)):
        word = "good" if factor <= 1 else "SLOWER"
        lines.append(
            f"{pages} pages: ours / theirs = {factor:.2f} without checks: {word} ({whole:.2f} with all checks)"
        )
    return lines, good and all(factor <= 1 for _, factor in compared)


def _compare(timings: Sequence[Timing], engine: str) -> list[tuple[int, float]]:
    ours = {t.tree.pages: t.median for t in timings if t.engine.name == engine}
    theirs = {t.tree.pages: t.median for t in timings if t.engine.name == "theirs"}
    return [(pages, ours[pages] / theirs[pages]) for pages in sorted(theirs)]
