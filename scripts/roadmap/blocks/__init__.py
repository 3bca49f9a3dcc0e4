"""The Markdown extension of this site: one file a block, each rendered from facts."""

from roadmap.blocks.base import LeafBlock, RoadmapBlock
from roadmap.blocks.context import PageContext
from roadmap.blocks.extension import RoadmapExtension

__all__ = ["LeafBlock", "PageContext", "RoadmapBlock", "RoadmapExtension"]
