"""A build that fails leaves the last good site as it was."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from frontdoor.problem import Problem
from roadmap import site
from roadmap.finding import Finding, Findings

FINDING = Finding("docs/a.md", 3, "link", "x")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a small repository with one page, whose facts and checks have nothing to say, and an older site."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Home\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ntheme: {name: mkdocs}\n", "utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("the last good build", "utf-8")
    monkeypatch.setattr(site, "load_facts", lambda root: None)
    monkeypatch.setattr(site, "check_sources", lambda root, facts: [])
    monkeypatch.setattr(site, "check_site", lambda root, built, facts: [])
    return tmp_path


def _build(root: Path, *, directory_urls: bool = True) -> str:
    site.build(root / "site", root=root, directory_urls=directory_urls)
    return (root / "site/index.html").read_text("utf-8")


def test_the_new_site_takes_the_place_of_the_old(root: Path) -> None:
    assert "Home" in _build(root)
    assert sorted(path.name for path in root.iterdir()) == ["docs", "mkdocs.yml", "site"]


@pytest.mark.parametrize(("directory_urls", "address"), [(True, "b/index.html"), (False, "b.html")])
def test_both_address_styles(root: Path, directory_urls: bool, address: str) -> None:
    (root / "docs/b.md").write_text("# B\n", "utf-8")
    _build(root, directory_urls=directory_urls)
    assert (root / "site" / address).is_file()


def _broken_link(root: Path, _: pytest.MonkeyPatch) -> None:
    (root / "docs/index.md").write_text("# Home\n\n[x](missing.md)\n", "utf-8")


def _broken_configuration(root: Path, _: pytest.MonkeyPatch) -> None:
    (root / "mkdocs.yml").write_text("site_name: x\nunknown_plugin: [\n", "utf-8")


def _unknown_plugin(root: Path, _: pytest.MonkeyPatch) -> None:
    (root / "mkdocs.yml").write_text("site_name: x\nplugins: [no-such-plugin]\n", "utf-8")


def _not_utf_8(root: Path, _: pytest.MonkeyPatch) -> None:
    (root / "docs/index.md").write_bytes(b"# \xff\xfe\n")


def _source_finding(root: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(site, "check_sources", lambda root, facts: [FINDING])


def _site_finding(root: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(site, "check_site", lambda root, built, facts: [FINDING])


def _missing_configuration(root: Path, _: pytest.MonkeyPatch) -> None:
    (root / "mkdocs.yml").unlink()


@pytest.mark.parametrize(
    "harm",
    [
        _broken_link,
        _broken_configuration,
        _unknown_plugin,
        _not_utf_8,
        _source_finding,
        _site_finding,
        _missing_configuration,
    ],
)
def test_a_failed_build_leaves_the_last_good_site(
    root: Path, monkeypatch: pytest.MonkeyPatch, harm: Callable[[Path, pytest.MonkeyPatch], None]
) -> None:
    harm(root, monkeypatch)
    with pytest.raises((Problem, Findings)) as caught:
        _build(root)
    assert str(caught.value)
    assert (root / "site/index.html").read_text("utf-8") == "the last good build"
    assert not list(root.glob(".site-*"))


def test_a_warning_is_one_line(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _broken_link(root, monkeypatch)
    with pytest.raises(Problem) as caught:
        _build(root)
    assert len(caught.value.lines) == 1
    assert "missing.md" in caught.value.lines[0]


def test_a_build_killed_between_the_renames_is_put_right(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / ".site-killed").mkdir()
    (root / "site").rename(root / ".site-killed/old")
    _broken_link(root, monkeypatch)
    with pytest.raises(Problem):
        _build(root)
    assert (root / "site/index.html").read_text("utf-8") == "the last good build"


def test_what_a_killed_build_left_is_cleared_after_an_hour(root: Path) -> None:
    (root / ".site-old").mkdir()
    (root / ".site-young").mkdir()
    os.utime(root / ".site-old", (1, 1))
    _build(root)
    assert [path.name for path in root.glob(".site-*")] == [".site-young"]


def test_a_swap_that_fails_puts_the_old_site_back(root: Path) -> None:
    with pytest.raises(FileNotFoundError):
        site._swap(root / "missing", root / "site", root / "old")
    assert (root / "site/index.html").read_text("utf-8") == "the last good build"
