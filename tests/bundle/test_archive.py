"""The zip file: the same bytes for the same contents, and the old one until the new one is whole."""

from __future__ import annotations

import errno
import os
import zipfile
from pathlib import Path

import pytest
from frontdoor.problem import Problem
from roadmap.bundle import archive

NOON = 1_790_000_001


def sample(folder: Path) -> dict[str, Path | bytes]:
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / "页.html"
    page.write_text("<p>页</p>" * 100, encoding="utf-8")
    return {"top/b.css": b"b{}", "top/页.html": page, "top/a.js": b"a"}


def test_the_same_contents_give_the_same_bytes(tmp_path: Path) -> None:
    first, again = tmp_path / "1.zip", tmp_path / "other" / "2.zip"
    contents = sample(tmp_path / "x")
    archive.write(first, contents, NOON)
    os.utime(tmp_path / "x" / "页.html", (1, 1))
    (tmp_path / "x" / "页.html").chmod(0o600)
    archive.write(again, dict(reversed(list(contents.items()))), NOON)
    assert first.read_bytes() == again.read_bytes()


def test_entries_are_sorted_dated_in_utc_and_readable_by_all(tmp_path: Path) -> None:
    archive.write(tmp_path / "a.zip", sample(tmp_path), NOON)
    with zipfile.ZipFile(tmp_path / "a.zip") as written:
        entries = written.infolist()
    assert [e.filename for e in entries] == ["top/a.js", "top/b.css", "top/页.html"]
    assert {e.date_time for e in entries} == {(2026, 9, 21, 14, 13, 20)}
    assert {(e.external_attr >> 16, e.create_system, e.compress_type) for e in entries} == {(0o100644, 3, 8)}


@pytest.mark.parametrize(("seconds", "year"), [(0, 1980), (-5, 1980), (10**12, 2107)])
def test_a_time_that_the_format_cannot_hold_is_moved_into_it(tmp_path: Path, seconds: int, year: int) -> None:
    archive.write(tmp_path / "a.zip", {"a": b""}, seconds)
    with zipfile.ZipFile(tmp_path / "a.zip") as written:
        assert written.infolist()[0].date_time[0] == year


def test_a_full_disk_is_one_line_and_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: zipfile.ZipFile, *rest: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    target = tmp_path / "dist" / "a.zip"
    archive.write(target, {"a": b"good"}, NOON)
    before = target.read_bytes()
    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with pytest.raises(Problem) as caught:
        archive.write(target, {"a": b"new"}, NOON)
    assert caught.value.lines == [f"bundle: cannot write {target}: No space left on device"]
    assert target.read_bytes() == before
    assert [p.name for p in target.parent.iterdir()] == ["a.zip"]


def test_an_interruption_leaves_the_old_file_and_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(self: zipfile.ZipFile, *rest: object) -> None:
        raise KeyboardInterrupt

    target = tmp_path / "a.zip"
    archive.write(target, {"a": b"good"}, NOON)
    before = target.read_bytes()
    monkeypatch.setattr(zipfile.ZipFile, "writestr", interrupted)
    with pytest.raises(KeyboardInterrupt):
        archive.write(target, {"a": b"new"}, NOON)
    assert target.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["a.zip"]


def test_a_folder_in_the_way_is_one_line(tmp_path: Path) -> None:
    target = tmp_path / "a.zip"
    target.mkdir()
    with pytest.raises(Problem, match=r"is a folder") as caught:
        archive.write(target, {"a": b""}, NOON)
    assert len(caught.value.lines) == 1


def test_a_file_where_its_folder_should_be_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "dist").write_text("")
    with pytest.raises(Problem, match=r"^bundle: cannot write"):
        archive.write(tmp_path / "dist" / "a.zip", {"a": b""}, NOON)
