"""The command line, as a user meets it: exit codes, one line each, no traceback."""

from __future__ import annotations

import ast
import runpy
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest
from frontdoor import main as door
from frontdoor.arguments import SETS, parser
from frontdoor.problem import Problem
from roadmap.cli import __main__ as inside
from roadmap.finding import Finding, Findings

ROOT = Path(__file__).resolve().parents[2]
DEV = ROOT / "scripts" / "dev.py"


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 10, 99)])
def test_an_old_python_is_told_so_in_one_line(monkeypatch: pytest.MonkeyPatch, version: tuple[int, ...]) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    with pytest.raises(
        SystemExit, match=rf"Python 3\.11 or newer is needed, and this one is {version[0]}\.{version[1]}"
    ):
        runpy.run_path(str(DEV), run_name="__main__")


def test_an_old_python_can_read_the_file() -> None:
    tree = ast.parse(DEV.read_text("utf-8"), feature_version=(3, 6))
    modern = (ast.JoinedStr, ast.AnnAssign, ast.FunctionDef, ast.ImportFrom)
    check = next(i for i, node in enumerate(tree.body) if isinstance(node, ast.If))
    assert not any(isinstance(node, modern) for top in tree.body[: check + 1] for node in ast.walk(top))
    assert not any(isinstance(node, (ast.JoinedStr, ast.AnnAssign)) for node in ast.walk(tree))


def test_help_needs_no_environment_and_lists_the_commands() -> None:
    told = subprocess.run([sys.executable, "-S", str(DEV), "--help"], capture_output=True, text=True)
    assert told.returncode == 0
    assert all(f"\n    {command} " in told.stdout for command in SETS)


@pytest.mark.parametrize(
    "line",
    [
        [],
        ["links"],
        ["build", "--what"],
        ["serve", "--port", "x"],
        ["serve", "--port", "0"],
        ["check", "--format", "xml"],
    ],
)
def test_a_wrong_command_line_is_refused(line: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        door.main(line)
    assert caught.value.code == 2


def test_each_command_has_its_inside() -> None:
    assert set(inside.COMMANDS) == set(SETS)


@pytest.mark.parametrize(("raised", "code"), [(Problem("no venv"), 1), (KeyboardInterrupt(), 130)])
def test_a_setup_that_ends_early(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], raised: BaseException, code: int
) -> None:
    def ensure(root: Path, wanted: str) -> Path:
        raise raised

    monkeypatch.setattr(door, "ensure", ensure)
    assert door.main(["build"]) == code
    assert capsys.readouterr().err == ("dev.py: no venv\n" if code == 1 else "")


def _fake_python(tmp_path: Path, body: str) -> Path:
    """Return a root whose `roadmap.cli` does what `body` says."""
    cli = tmp_path / "scripts" / "roadmap" / "cli"
    cli.mkdir(parents=True)
    (cli / "__main__.py").write_text(body, "utf-8")
    return tmp_path


@pytest.mark.parametrize("code", [0, 1, 3])
def test_the_exit_code_of_the_command_is_handed_out(tmp_path: Path, code: int) -> None:
    root = _fake_python(tmp_path, f"import sys; sys.exit({code})")
    assert door.hand_over(Path(sys.executable), root, ["build"]) == code


def test_the_command_gets_its_arguments_and_utf_8(tmp_path: Path) -> None:
    root = _fake_python(
        tmp_path, "import sys; assert sys.flags.utf8_mode and sys.argv[1:] == ['build', '--flat'], sys.argv"
    )
    assert door.hand_over(Path(sys.executable), root, ["build", "--flat"]) == 0


def _fails_with(error: BaseException) -> Callable[[object], int]:
    def command(_: object) -> int:
        raise error

    return command


@pytest.mark.parametrize(
    ("error", "code", "lines"),
    [
        (Findings([Finding("docs/a.md", 3, "link", "x"), Finding("docs/a.md", 1, "link", "y")]), 1, 2),
        (Problem("one", "two", "one"), 1, 2),
        (KeyboardInterrupt(), 130, 0),
    ],
)
def test_what_a_command_finds_is_one_line_each(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: BaseException, code: int, lines: int
) -> None:
    monkeypatch.setitem(inside.COMMANDS, "build", _fails_with(error))
    assert inside.main(["build"]) == code
    assert len(capsys.readouterr().err.splitlines()) == lines


def test_bench_gets_what_the_door_does_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []

    def bench(options: Namespace) -> int:
        seen.append(options.rest)
        return 0

    monkeypatch.setitem(inside.COMMANDS, "bench", bench)
    assert inside.main(["bench", "--peers", "--runs", "1"]) == 0
    assert seen == [["--peers", "--runs", "1"]]


def test_help_of_each_command_reads() -> None:
    for command in SETS:
        with pytest.raises(SystemExit, match="0"):
            parser().parse_args([command, "--help"])
