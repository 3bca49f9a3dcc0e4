"""What is rendered from facts into the site: map, lists of sections, learning paths, totals, search index."""

from roadmap.blocks import RoadmapBlock
from roadmap.pages.map import Map
from roadmap.pages.path import LearningPathBlock
from roadmap.pages.sections import Sections
from roadmap.pages.totals import Totals

BLOCKS: tuple[type[RoadmapBlock], ...] = (Map, Sections, Totals, LearningPathBlock)

__all__ = ["BLOCKS", "LearningPathBlock", "Map", "Sections", "Totals"]
