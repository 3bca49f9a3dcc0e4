"""Every fixed word that the front pages' blocks print, in both languages."""

from __future__ import annotations

from typing import Any

from roadmap.facts import Language

# Each pair is Chinese, English. A key with `.one` is the English form for the number 1.
WORDS: dict[str, tuple[str, str]] = {
    # numbers
    "hours": ("{n} 小时", "{n} h"),
    "sections": ("{n} 节", "{n} sections"),
    "sections.one": ("{n} 节", "{n} section"),
    "topics": ("{n} 个主题", "{n} topics"),
    "topics.one": ("{n} 个主题", "{n} topic"),
    "weeks": ("每周 {pace} 小时约需 {n} 周", "about {n} weeks at {pace} hours a week"),
    "weeks.one": ("每周 {pace} 小时约需 {n} 周", "about {n} week at {pace} hours a week"),
    "list": ("、", ", "),
    "dot": (" · ", " · "),
    # totals
    "totals.what": ("{sections}，{topics}", "{sections}, {topics}"),
    "totals.hours": ("<strong>共 {n} 小时</strong>：{parts}", "<strong>{n} hours in all</strong>: {parts}"),
    "totals.study": ("学习 {n}", "{n} of study"),
    "totals.projects": ("项目 {n}", "{n} of projects"),
    "totals.foundations": ("先修基础 {n}", "{n} of foundations"),
    # map
    "foundations": ("先修基础", "Foundations"),
    "map.title": ("两个方向的路线图", "Map of both tracks"),
    "map.desc": (
        "{sections} 节分属两个方向，自上而下排列；箭头从先学的一节指向后学的一节，起点是先修基础。图下的列表内容相同。",
        "{sections} sections in two tracks, from top to bottom; an arrow leads from what is learned first to"
        " what builds on it, beginning with the foundations. The list below the drawing says the same.",
    ),
    "map.caption": (
        "箭头从先学的一节指向后学的一节，能从其他箭头推出的不再画；每节下面是学习与项目的总小时数。",
        "An arrow leads from what is learned first to what builds on it; one that follows from others is left out."
        " Below each title: hours of study and project.",
    ),
    "map.list": ("同一张图的列表", "The same map as a list"),
    "map.requires": ("先学：{links}", "learn first: {links}"),
    "map.nothing": ("可以从这里开始", "you can start here"),
    # sections of a track
    "section.other": ("另一方向先读：{links}", "read first in the other track: {links}"),
    "level.span": ("{first}到{last}", "{first} to {last}"),
    "intro": ("入门", "introductory"),
    "intermediate": ("进阶", "intermediate"),
    "advanced": ("高阶", "advanced"),
    "study": ("学习 {n} 小时", "{n} study hours"),
    "study.one": ("学习 {n} 小时", "{n} study hour"),
    "project": ("项目 {n} 小时", "{n} project hours"),
    "project.one": ("项目 {n} 小时", "{n} project hour"),
    "plus": ("，", " + "),
    # ready learning paths, by their name in graph.yml
    "path.full": ("全程学习顺序", "The whole course in learning order"),
    "path.engineer_fast": ("工程师快速路径", "The engineer’s fast path"),
    "path.scientist_fast": ("科学家快速路径", "The scientist’s fast path"),
    "path.inference_fast": ("推理（inference）快速路径", "The inference fast path"),
    "path.section": ("{section}：", "{section}: "),
    "path.sum": ("{name}：{topics}，学习 {hours}", "{name}: {topics}, {hours} of study"),
    "path.assumes": ("默认已会：{names}。", "Assumes {names}."),
}


def word(key: str, language: Language, **values: Any) -> str:
    """Return the fixed text under `key` in the language, with `values` filled in; an unknown key is a `KeyError`."""
    return WORDS[key][0 if language == "zh" else 1].format(**values)


def count(key: str, n: int, language: Language, **values: Any) -> str:
    """Return the text under `key` for `n` things; English takes `key.one` for exactly one where there is one."""
    one = f"{key}.one"
    return word(one if n == 1 and one in WORDS else key, language, n=n, **values)
