"""Bad registries: each gives file, line, what was found, what was expected and the nearest choices."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from roadmap.facts import load_facts
from roadmap.finding import Finding, Findings

from tests.facts.bad_registries import CONTRADICTIONS
from tests.facts.bad_schema import SCHEMA, SYSTEMS, TERMS, Bad

REGISTRIES = Path(__file__).parents[1] / "data" / "registries"
DATA = "docs/_data"
BAD = [*SCHEMA, *CONTRADICTIONS]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(REGISTRIES, tmp_path, dirs_exist_ok=True)
    return tmp_path


def refused(root: Path) -> list[Finding]:
    with pytest.raises(Findings) as caught:
        load_facts(root)
    return caught.value.findings


@pytest.mark.parametrize("bad", BAD, ids=[bad.what for bad in BAD])
def test_bad_registry(bad: Bad, root: Path) -> None:
    file = root / DATA / bad.file
    before = file.read_text(encoding="utf-8")
    assert bad.old in before
    after = before.replace(bad.old, bad.new, 1)
    file.write_text(after, encoding="utf-8")
    found = [finding for finding in refused(root) if finding.rule == bad.rule]
    assert found, "refused for another reason"
    finding = found[0]
    assert bad.found in finding.found
    assert bad.expected.lower() in finding.expected.lower()
    assert set(bad.choices) <= set(finding.choices)
    if bad.near:
        assert finding.path == f"{DATA}/{bad.file}"
        assert finding.line == after[: after.index(bad.near)].count("\n") + 1, str(finding)


def test_the_line_is_right_after_an_entry_that_was_refused(root: Path) -> None:
    """What could not be read still counts when lines are told."""
    file = root / DATA / TERMS
    text = (
        file.read_text(encoding="utf-8")
        .replace("definition_en: The unit", "definition: The unit")
        .replace("- id: corpus", "- id: temperature")
    )
    file.write_text(text, encoding="utf-8")
    [twice] = [finding for finding in refused(root) if finding.rule == "unique-id"]
    assert twice.line == text[: text.rindex("- id: temperature")].count("\n") + 1


def test_a_file_that_is_not_utf8(root: Path) -> None:
    file = root / DATA / TERMS
    file.write_bytes(file.read_bytes().replace("温度".encode(), "温度".encode("gbk")))
    [finding] = refused(root)
    assert (finding.path, finding.rule) == (f"{DATA}/{TERMS}", "utf-8")
    assert finding.line == REGISTRIES.joinpath(DATA, TERMS).read_text(encoding="utf-8").split("温度")[0].count("\n") + 1


@pytest.mark.parametrize("name", ["roadmap.yml", "graph.yml", "findings.yml", "reviews.yml"])
def test_a_missing_file(root: Path, name: str) -> None:
    (root / DATA / name).unlink()
    assert any(finding.path == f"{DATA}/{name}" for finding in refused(root))


@pytest.mark.parametrize("name", ["roadmap.yml", "graph.yml", "findings.yml", TERMS])
@pytest.mark.parametrize(
    "text", ["", "null\n", "3\n", "[1, 2]\n", "{a: 1}\n", "\x07", "- - -", "&a [*a]\n", "!!python/object:x {}\n"]
)
def test_nonsense_is_refused_without_traceback(root: Path, name: str, text: str) -> None:
    (root / DATA / name).write_text(text, encoding="utf-8")
    assert all(finding.path and finding.found for finding in refused(root))


def test_everything_is_told_in_one_go(root: Path) -> None:
    for name in (TERMS, SYSTEMS):
        file = root / DATA / name
        file.write_text(re.sub(r"checked: .*", "checked: never", file.read_text(encoding="utf-8")), encoding="utf-8")
    assert {finding.path for finding in refused(root)} == {f"{DATA}/{TERMS}", f"{DATA}/{SYSTEMS}"}
    assert len(refused(root)) == 4


def test_windows_line_ends_and_a_byte_order_mark(root: Path) -> None:
    for file in (root / DATA).rglob("*.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert load_facts(root) == load_facts(REGISTRIES)
