"""Medians, ratio, verdict and tables."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from frontdoor.problem import Problem
from roadmap.bench import report
from roadmap.bench.bench import arguments
from roadmap.bench.peer import requirements
from roadmap.bench.runs import Engine, Timing, Tree, measure, timed_build
from roadmap.bench.sizes import sizes

OURS, BARE, THEIRS = (Engine(name, Path("python")) for name in ("ours", "bare", "theirs"))
SMALL, LARGE = Tree(4, 152, Path("small")), Tree(16, 608, Path("large"))


def timings(small: float, large: float, *peers: float) -> list[Timing]:
    """Return timings whose medians are these; with `peers`, the bare build takes half of ours."""
    found = [Timing(OURS, SMALL, [small, 9.0, 0.1]), Timing(OURS, LARGE, [large, large, 99.0])]
    if peers:
        found += [Timing(BARE, SMALL, [small / 2]), Timing(BARE, LARGE, [large / 2])]
        found += [Timing(THEIRS, tree, [s]) for tree, s in zip((SMALL, LARGE), peers, strict=True)]
    return found


def test_engines_and_sizes_take_turns() -> None:
    order: list[tuple[str, int]] = []

    def build(engine: Engine, tree: Tree) -> float:
        order.append((engine.name, tree.times))
        return float(len(order))

    found = measure([OURS, THEIRS], [SMALL, LARGE], 3, build)
    once = [("ours", 4), ("theirs", 4), ("ours", 16), ("theirs", 16)]
    assert order == once * 3
    assert [t.seconds for t in found] == [[1, 5, 9], [2, 6, 10], [3, 7, 11], [4, 8, 12]]
    assert [t.median for t in found] == [5, 6, 7, 8]


@pytest.mark.parametrize(("large", "good"), [(9.0, True), (9.1, False)])
def test_growth_beyond_the_limit_is_no_success(large: float, good: bool) -> None:
    lines, found = report.verdict(timings(2.0, large))
    assert found is good
    assert lines == [
        f"ours: 4.00 times the pages take {large / 2:.2f} times as long (limit 4.5): {'good' if good else 'TOO SLOW'}"
    ]


@pytest.mark.parametrize(("theirs", "good"), [((1.0, 4.0), True), ((0.9, 4.0), False), ((1.0, 3.9), False)])
def test_slower_than_the_peer_at_any_size_is_no_success(theirs: tuple[float, float], good: bool) -> None:
    lines, found = report.verdict(timings(2.0, 8.0, *theirs))
    assert found is good
    assert [line.partition(" (")[0] for line in lines if "ours / theirs" in line] == [
        f"152 pages: ours / theirs = {1 / theirs[0]:.2f} without checks: {'good' if theirs[0] >= 1 else 'SLOWER'}",
        f"608 pages: ours / theirs = {4 / theirs[1]:.2f} without checks: {'good' if theirs[1] >= 4 else 'SLOWER'}",
    ]
    assert lines[-1].endswith(f"({8 / theirs[1]:.2f} with all checks)")


def test_the_growth_of_the_peer_is_told_but_not_judged() -> None:
    lines, good = report.verdict(timings(2.0, 8.0, 2.0, 90.0))
    assert good
    assert "theirs: 4.00 times the pages take 45.00 times as long" in lines


def test_the_table_stands_in_columns() -> None:
    assert report.times(timings(2.0, 8.0)) == (
        "engine  times  pages  median s  ms/page  all runs\n"
        "------  -----  -----  --------  -------  ---------------\n"
        "ours        4    152      2.00     13.2  2.00 9.00 0.10\n"
        "ours       16    608      8.00     13.2  8.00 8.00 99.00"
    )


def test_sizes_count_pages_indexes_styles_and_scripts(tmp_path: Path) -> None:
    for name, size in {
        "index.html": 1024, "en/index.html": 3072, "about/index.html": 2048, "404.html": 9999, "a/site.css": 512,
        "a/x.js": 100, "a/lunr/x.js": 100, "search/search_index.json": 4096, "en/search/search_index.json": 1,
    }.items():  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"a" * size)
    rows = {row[0]: row[1] for row in sizes(tmp_path)}
    assert rows == {
        "what": "KiB", "HTML, median of 3": "2.0", "HTML, largest: en/index.html": "3.0", "a/site.css": "0.5",
        "a/x.js": "0.1", "search/search_index.json": "4.0", "en/search/search_index.json": "0.0",
    }  # fmt: skip


def test_arguments() -> None:
    usual = arguments([])
    assert (usual.peers, usual.runs, usual.times) == (False, 3, [4, 16])
    given = arguments(["--peers", "--runs", "1", "--times", "2", "3"])
    assert (given.peers, given.runs, given.times) == (True, 1, [2, 3])


@pytest.mark.parametrize("wrong", [["--runs", "0"], ["--times", "x"], ["--fast"]])
def test_a_wrong_argument_ends_with_usage(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        arguments(wrong)
    assert caught.value.code == 2
    assert "usage: dev.py bench" in capsys.readouterr().err


def test_the_peer_takes_the_place_of_our_plugin_in_the_lock() -> None:
    ours = "mkdocs-i18n==0.4.6 \\\n    --hash=sha256:2 \\\n    --hash=sha256:3\n"
    first, last = "a==1 \\\n    --hash=sha256:1\n", "z==1 \\\n    --hash=sha256:4\n"
    changed = requirements(first + ours + last)
    assert "mkdocs-i18n" not in changed.replace("mkdocs-static-i18n", "")
    assert changed.startswith(f"{first}mkdocs-static-i18n==")
    assert changed.endswith(last)
    with pytest.raises(Problem, match="does not lock mkdocs-i18n"):
        requirements("a==1\n")


def test_a_build_that_fails_tells_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        timed_build(Engine("ours", Path(sys.executable)), Tree(4, 152, tmp_path))
    assert caught.value.lines[0] == "bench: ours cannot build 152 pages:"
    assert any("docs/_data/roadmap.yml" in line for line in caught.value.lines[1:])
    assert not any("Traceback" in line for line in caught.value.lines)
