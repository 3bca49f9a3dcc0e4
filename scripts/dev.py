"""The front door: `python3 scripts/dev.py COMMAND`. It parses on any Python, so an old one gets an answer."""

import sys

MINIMUM = (3, 11)
if sys.version_info < MINIMUM:
    sys.exit("dev.py: Python 3.11 or newer is needed, and this one is %d.%d." % tuple(sys.version_info[:2]))  # noqa: UP031

from frontdoor.main import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
