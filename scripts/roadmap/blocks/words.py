"""Every fixed word that the blocks print, in both languages."""

from __future__ import annotations

from typing import Any

from roadmap.facts import Language

# Each pair is Chinese, English. A key with `.one` is the English form for the number 1.
WORDS: dict[str, tuple[str, str]] = {
    # levels, kinds, states, fates
    "intro": ("入门", "introductory"),
    "intermediate": ("进阶", "intermediate"),
    "advanced": ("高阶", "advanced"),
    "paper": ("论文", "paper"),
    "article": ("文章", "article"),
    "video": ("视频", "video"),
    "course": ("课程", "course"),
    "docs": ("文档", "documentation"),
    "code": ("代码", "code"),
    "tool": ("工具", "tool"),
    "dataset": ("数据集", "dataset"),
    "book": ("书", "book"),
    "zh": ("中文", "Chinese"),
    "en": ("英文", "English"),
    "alive": ("活跃", "alive"),
    "renamed": ("已改名", "renamed"),
    "moved": ("已迁移", "moved"),
    "archived": ("已归档", "archived"),
    "superseded": ("已被取代", "superseded"),
    "retired": ("已停用", "retired"),
    "dormant": ("停滞", "dormant"),
    "fate.kept": ("原文引用，保留", "in the 2024 article, kept"),
    "fate.moved": ("原文引用，地址已变", "in the 2024 article, moved"),
    "fate.replaced": ("原文引用，已替换", "in the 2024 article, replaced"),
    "fate.gone": ("原文引用，已失效", "in the 2024 article, gone"),
    # links
    "mirror": ("镜像", "mirror"),
    "mirror.of": ("镜像：{title}", "mirror of {title}"),
    "as_of": ("（截至 {month}）", " (as of {month})"),
    # numbers
    "hours": ("{n} 小时", "{n} hours"),
    "hours.one": ("{n} 小时", "{n} hour"),
    "study": ("学习 {n} 小时", "{n} study hours"),
    "study.one": ("学习 {n} 小时", "{n} study hour"),
    "project": ("项目 {n} 小时", "{n} project hours"),
    "project.one": ("项目 {n} 小时", "{n} project hour"),
    "minutes": ("{n} 分钟", "{n} minutes"),
    "minutes.one": ("{n} 分钟", "{n} minute"),
    "about": ("约 {what}", "about {what}"),
    "list": ("、", ", "),
    "plus": ("，", " + "),
    # facts line
    "requires": ("先修：", "requires: "),
    "added": ("2024 年文章之后新增", "added since the 2024 article"),
    "outside": ("（站外：{link}）", " (elsewhere: {link})"),
    # card
    "card": ("本节一览", "This section at a glance"),
    "steps": ("本节在“{track}”中的位置", "Where this section stands in {track}"),
    "card.time": ("用时", "Time"),
    "card.levels": ("难度", "Level"),
    "card.reading": ("阅读本页", "Reading this page"),
    "card.first": ("先读", "Read first"),
    "card.nothing": ("无：可以从这里开始", "nothing: you can start here"),
    "card.path": ("最短路径", "Minimal path"),
    "card.path.sum": ("此前 {n} 个主题，共 {hours}", "{n} topics before this section, {hours}"),
    "card.path.sum.one": ("此前 {n} 个主题，共 {hours}", "{n} topic before this section, {hours}"),
    "card.review": ("最近审阅", "Last review"),
    # correction
    "correction": ("更正 2024 年的文章", "Correcting the 2024 article"),
    # board
    "board": ("{section}：工具与现状", "{section}: tools and their state"),
    "board.name": ("名称", "Name"),
    "board.what": ("是什么", "What it is"),
    "board.state": ("现状", "State"),
    "board.as_of": ("截至", "As of"),
    # references
    "refs": ("{section}：参考资料", "{section}: references"),
    "refs.start": ("先读这三份", "Three to start with"),
    "refs.rest": (
        "其余 {n} 份（共 {all} 份，其中中文 {zh} 份，2024 年文章引用 {original} 份）",
        "The other {n} ({all} in all: {zh} in Chinese, {original} from the 2024 article)",
    ),
    "refs.section": ("整节", "The whole section"),
    "refs.old": ("原地址：{address}", "Old address: {address}"),
    "refs.by": ("改读：{link}", "Read instead: {link}"),
}


def word(key: str, language: Language, **values: Any) -> str:
    """Return the fixed text under `key` in the language, with `values` filled in."""
    return WORDS[key][0 if language == "zh" else 1].format(**values)


def count(key: str, n: int, language: Language, **values: Any) -> str:
    """Return the text under `key` for `n` things; English takes `key.one` for exactly one."""
    return word(f"{key}.one" if n == 1 else key, language, n=n, **values)
