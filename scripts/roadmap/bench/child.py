"""One build, timed in a process of its own: `python -m roadmap.bench.child ours|bare|theirs TREE SITE`.

Measured is the build from reading the configuration to the last file; starting Python and importing are not.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

BUILD = Callable[[Path, Path], None]


def ours() -> BUILD:
    """Return our whole build, all checks with it."""
    from roadmap import site

    return lambda tree, target: site.build(target, root=tree)


def plain(name: str) -> BUILD:
    """Return MkDocs' build with the configuration `name` of the tree and nothing around it."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    def run(tree: Path, target: Path) -> None:
        config = load_config(str(tree / name), site_dir=str(target))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()

    return run


ENGINES: dict[str, Callable[[], BUILD]] = {
    "ours": ours,
    "bare": lambda: plain("mkdocs.yml"),
    "theirs": lambda: plain("mkdocs.peer.yml"),
}


def main(engine: str, tree: str, target: str) -> int:
    """Build once and print the seconds; what fails is told in lines on stderr, with exit code 1."""
    run = ENGINES[engine]()
    start = time.perf_counter()
    try:
        run(Path(tree), Path(target))
    except Exception as error:  # whatever it is, the parent tells its last line
        print(error, file=sys.stderr)
        return 1
    print(f"{time.perf_counter() - start:.6f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
