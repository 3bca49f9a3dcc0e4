"""Ports, and a server that outlives a bad edit."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from frontdoor.problem import Problem
from roadmap import site
from roadmap.cli import serve
from roadmap.finding import Finding, Findings


@pytest.fixture
def busy() -> Iterator[int]:
    """Give a port that somebody listens on."""
    with socket.socket() as server:
        server.bind((serve.HOST, 0))
        server.listen()
        yield server.getsockname()[1]


def test_a_busy_port_is_seen(busy: int) -> None:
    assert not serve.is_free(busy)


def test_the_next_free_port_is_taken_and_named(
    busy: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(serve, "FIRST", busy)
    port = serve.choose_port(None)
    assert busy < port < busy + serve.TRIES
    assert capsys.readouterr().out == f"serve: port {busy} is busy, taking {port}\n"


def test_a_wanted_port_that_is_busy_is_refused(busy: int) -> None:
    with pytest.raises(Problem, match=f"port {busy} is busy"):
        serve.choose_port(busy)


def test_no_free_port_at_all(busy: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "FIRST", busy)
    monkeypatch.setattr(serve, "TRIES", 1)
    with pytest.raises(Problem, match="are busy; choose one with --port"):
        serve.choose_port(None)


@pytest.mark.parametrize(
    "error", [Findings([Finding("docs/a.md", 3, "link", "x")]), Problem("bad configuration"), ValueError("bad")]
)
def test_a_bad_edit_is_told_and_serving_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception
) -> None:
    def build(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(site, "build", build)
    serve.rebuilder(tmp_path, tmp_path / "site", "http://127.0.0.1:1/")()
    told = capsys.readouterr().err
    assert str(error) in told
    assert "the last good build stays" in told
    assert "Traceback" not in told
