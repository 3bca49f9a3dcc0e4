"""One set-up at a time, and no lock that outlives its process."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from frontdoor.lock import locked

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
HOLD = """
import sys, time
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from frontdoor.lock import locked
with locked(Path(sys.argv[2])):
    print("held", flush=True)
    time.sleep(float(sys.argv[3]))
"""


def _holder(path: Path, seconds: float) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLD, str(SCRIPTS), str(path), str(seconds)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "held"
    return child


def test_a_second_setup_waits_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "lock"
    with _holder(path, 0.5) as child, locked(path):
        assert child.poll() is not None or child.wait(5) == 0
    assert "waiting" in capsys.readouterr().err


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "lock"
    with _holder(path, 60) as child:
        child.kill()
    start = time.perf_counter()
    with locked(path):
        assert time.perf_counter() - start < 5
    assert capsys.readouterr().err == ""
    assert path.exists()
