"""What is checked on sources and on the built site: one rule a file, each a pure function that yields findings."""

from roadmap.checks.site import check_site
from roadmap.checks.sources import accept, check_sources
from roadmap.checks.unused import unused

__all__ = ["accept", "check_site", "check_sources", "unused"]
