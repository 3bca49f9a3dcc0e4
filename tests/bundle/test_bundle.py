"""What the bundle holds, how it is dated, and what it leaves alone."""

from __future__ import annotations

import os
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from frontdoor.problem import Problem
from roadmap import site
from roadmap.bundle import archive, bundle, entry

FILES = (
    "index.html", "en/index.html", "404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz", "assets/a.min.js",
    "assets/a.min.js.map", "search/search_index.json", "search/search_index.js", "en/search/search_index.js",
)  # fmt: skip


def fake_build(site_dir: Path, **options: Any) -> None:
    assert options["directory_urls"] is False
    for name in FILES:
        (site_dir / name).parent.mkdir(parents=True, exist_ok=True)
        (site_dir / name).write_text(f"{name} {os.environ['SOURCE_DATE_EPOCH']}", encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(site, "build", fake_build)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    return tmp_path


def test_one_folder_with_both_languages_and_an_entry_page_on_top(root: Path) -> None:
    target = bundle.make(root)
    assert target == root / "dist" / "llm-roadmap-offline.zip"
    with zipfile.ZipFile(target) as written:
        names = written.namelist()
    inside = {"index.html", "en/index.html", "assets/a.min.js", "search/search_index.js", "en/search/search_index.js"}
    assert set(names) == {"llm-roadmap-offline/index.html", *(f"llm-roadmap-offline/site/{name}" for name in inside)}


def test_site_stays_alone_and_two_runs_are_equal(root: Path) -> None:
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("mine")
    first = bundle.make(root).read_bytes()
    assert bundle.make(root).read_bytes() == first
    assert (root / "site" / "index.html").read_text() == "mine"


def test_a_failed_build_leaves_the_last_good_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(site_dir: Path, **options: Any) -> None:
        raise Problem("mkdocs: no")

    target = bundle.make(root)
    before = target.read_bytes()
    monkeypatch.setattr(site, "build", fails)
    with pytest.raises(Problem, match="mkdocs: no"):
        bundle.make(root)
    assert target.read_bytes() == before
    assert list(target.parent.iterdir()) == [target]


def test_no_room_for_the_temporary_site_is_one_line(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(site_dir: Path, **options: Any) -> None:
        raise OSError(28, "No space left on device", str(site_dir))

    monkeypatch.setattr(site, "build", full)
    with pytest.raises(Problem, match="bundle: No space left on device") as caught:
        bundle.make(root)
    assert len(caught.value.lines) == 1


def test_a_folder_in_the_way_is_told_before_the_build(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "build", None)
    (root / "dist" / "llm-roadmap-offline.zip").mkdir(parents=True)
    with pytest.raises(Problem, match="is a folder"):
        bundle.make(root)


def test_the_date_is_that_of_the_environment_then_of_the_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert bundle.date_of(tmp_path) == archive.EARLIEST
    commit = ["git", "-c", "user.name=n", "-c", "user.email=e", "commit", "-q", "--allow-empty", "-m", "m"]
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(commit, cwd=tmp_path, check=True, env={**os.environ, "GIT_COMMITTER_DATE": "1700000000 +0800"})
    assert bundle.date_of(tmp_path) == 1700000000
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    assert bundle.date_of(tmp_path) == 1790000000


def test_the_environment_is_given_back(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle.make(root)
    assert os.environ["SOURCE_DATE_EPOCH"] == "1790000000"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    bundle.make(root)
    assert "SOURCE_DATE_EPOCH" not in os.environ


def test_a_date_that_is_no_number_is_one_line(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(Problem, match="SOURCE_DATE_EPOCH is 'yesterday'"):
        bundle.make(root)


def test_the_entry_page_has_both_links_and_works_without_script() -> None:
    page = entry.entry_page("site").decode()
    assert '<noscript><meta http-equiv="refresh" content="0; url=site/index.html"></noscript>' in page
    assert '<a href="site/index.html">' in page
    assert '<a href="site/en/index.html" lang="en">' in page
    assert "{" * 2 not in page
