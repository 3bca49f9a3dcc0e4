"""All rules over a small repository: clean as it is, and one clear finding for each thing that is broken in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from roadmap.checks import accept, check_sources, unused
from roadmap.checks.revisions import FILE, revision
from roadmap.facts import Facts, load_facts
from roadmap.finding import Finding, Findings

from tests.checks.conftest import DATA

PAGE, ENGLISH = "docs/scientist/tiny/index.md", "docs/scientist/tiny/index.en.md"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    shutil.copytree(DATA / "registries", tmp_path, dirs_exist_ok=True)
    for name, source in ((PAGE, "good.md"), (ENGLISH, "good.en.md")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(DATA / "overview" / source, tmp_path / name)
    accept(tmp_path, "scientist/tiny")
    return tmp_path


def check(root: Path) -> list[Finding]:
    return check_sources(root, load_facts(root))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_good_repository_has_no_findings(repository: Path) -> None:
    assert check(repository) == []


def test_a_page_without_twin(repository: Path) -> None:
    (repository / ENGLISH).unlink()
    assert [(f.path, f.rule) for f in check(repository)] == [(PAGE, "twin")]


def test_a_page_that_is_not_utf8(repository: Path) -> None:
    (repository / ENGLISH).write_bytes((repository / ENGLISH).read_bytes().replace(b"corpus](", b"corpus\xff](", 1))
    found = [f for f in check(repository) if f.path == ENGLISH]
    assert [(f.line, f.rule, f.found) for f in found] == [(6, "utf-8", "byte 0xff")]


def test_a_page_at_an_unknown_place(repository: Path) -> None:
    for name in ("abuot.md", "abuot.en.md"):
        (repository / "docs" / name).write_text("---\ndescription: x\n---\n# X { #abuot }\n", encoding="utf-8")
    found = [f for f in check(repository) if f.rule == "known-place"]
    assert [f.choices for f in found] == [("about",)] * 2


def test_registries_and_assets_are_no_pages(repository: Path) -> None:
    for name in ("_data/notes.md", "assets/vendor/README.md"):
        (repository / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (repository / "docs" / name).write_text("no page", encoding="utf-8")
    assert check(repository) == []


# ------------------------------------------------------------------------------------------------------------ revisions
def revisions_found(root: Path) -> list[Finding]:
    return [finding for finding in check(root) if finding.rule == "revisions"]


def test_a_half_that_changed_alone_is_told_with_both_revisions(repository: Path) -> None:
    before = revision((repository / ENGLISH).read_text(encoding="utf-8"))
    edit(repository / ENGLISH, "the best one is taken", "the best is taken")
    after = revision((repository / ENGLISH).read_text(encoding="utf-8"))
    [finding] = revisions_found(repository)
    assert finding.path == ENGLISH
    assert f"en {before} → {after}" in finding.found and "zh" in finding.found and "unchanged" in finding.found
    assert accept(repository, PAGE).startswith("accepted scientist/tiny: ")
    assert check(repository) == []


def test_line_ends_and_trailing_blanks_are_no_change(repository: Path) -> None:
    text = (repository / PAGE).read_text(encoding="utf-8")
    (repository / PAGE).write_bytes(text.replace("\n", "  \r\n", 3).encode() + b"\r\n\r\n")
    assert revisions_found(repository) == []


def test_a_page_without_record(repository: Path) -> None:
    (repository / FILE).unlink()
    [finding] = revisions_found(repository)
    assert finding.path == PAGE and "no record" in finding.found and "check --accept scientist/tiny" in finding.expected


def test_a_record_without_page(repository: Path) -> None:
    with (repository / FILE).open("a", encoding="utf-8") as file:
        file.write('about: {zh: "000000000000", en: "000000000000"}\n')
    [finding] = revisions_found(repository)
    assert finding.path == FILE and finding.line > 1 and "`about`" in finding.found


@pytest.mark.parametrize("record", ["[1, 2]", '{zh: "0", en: "0"}', "{zh: 123456789012, en: 123456789012}", "{zh: 1"])
def test_a_broken_record(repository: Path, record: str) -> None:
    (repository / FILE).write_text(f"# comment\nscientist/tiny: {record}\n", encoding="utf-8")
    found = [finding for finding in check(repository) if finding.path == FILE]
    assert found and all(finding.line >= 2 for finding in found)


@pytest.mark.parametrize(
    "page", ["scientist/tiny", "scientist/tiny/", PAGE, ENGLISH, f"./{PAGE}", PAGE.replace("/", "\\")]
)
def test_accept_takes_places_and_sources(repository: Path, page: str) -> None:
    (repository / FILE).unlink()
    accept(repository, page)
    assert revisions_found(repository) == []


def test_accept_refuses_an_unknown_page_and_writes_nothing(repository: Path) -> None:
    before = (repository / FILE).read_bytes()
    with pytest.raises(Findings, match="scientist/tiny"):
        accept(repository, "scientist/tinny")
    assert (repository / FILE).read_bytes() == before


def test_accept_refuses_half_a_page(repository: Path) -> None:
    (repository / ENGLISH).unlink()
    with pytest.raises(Findings, match="no twin"):
        accept(repository, "scientist/tiny")


def test_accept_keeps_the_file_sorted_and_leaves_nothing_else(repository: Path) -> None:
    for name in ("index.md", "index.en.md", "about.md", "about.en.md"):
        (repository / "docs" / name).write_text("# X { #x }\n", encoding="utf-8")
    for page in ("home", "about"):
        accept(repository, page)
    lines = (repository / FILE).read_text(encoding="utf-8").splitlines()
    places = [line.partition(":")[0] for line in lines if not line.startswith("#")]
    assert places == ["about", "home", "scientist/tiny"]
    assert sorted(p.name for p in (repository / "docs/_data").iterdir() if "revisions" in p.name) == ["revisions.yml"]


# --------------------------------------------------------------------------------------------------------------- unused
def test_unused_ids_are_listed(repository: Path, facts: Facts) -> None:
    assert unused(repository, facts) == []
    edit(repository / PAGE, "[温度](name:temperature)", "温度")
    edit(repository / ENGLISH, "[temperature](name:temperature)", "temperature")
    edit(repository / PAGE, "/// references", "/// card")
    edit(repository / ENGLISH, "/// references", "/// card")
    assert "term temperature (scientist/tiny/sampling)" in unused(repository, facts)
    assert "reference ref-5 (scientist/tiny)" in unused(repository, facts)
