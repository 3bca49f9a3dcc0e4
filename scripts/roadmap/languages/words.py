"""Every fixed word of navigation, head, footer and 404 page, in both languages."""

from __future__ import annotations

from roadmap.facts import Language

WORDS: dict[str, dict[Language, str]] = {
    "site": {"zh": "LLM 学习路线图", "en": "LLM Career Roadmap"},
    "locale": {"zh": "zh_CN", "en": "en_US"},
    # ------------------------------------------------------------------------------------------------ palette, headings
    "palette.auto": {"zh": "配色：跟随系统。改为浅色", "en": "Colors follow the system. Switch to light"},
    "palette.light": {"zh": "配色：浅色。改为深色", "en": "Light colors. Switch to dark"},
    "palette.dark": {"zh": "配色：深色。改为跟随系统", "en": "Dark colors. Follow the system"},
    "permalink": {"zh": "本节链接", "en": "Link to this section"},
    # ----------------------------------------------------------------------------------------------------------- footer
    "credits": {
        "zh": '改写自 2024 年的文章<a href="{article}"><cite>《9-12 LLM职业发展路线》</cite></a>，'
        '它译自 Maxime Labonne 的 <a href="{course}">LLM Course</a>（Apache-2.0）。<a href="{about}">致谢与许可</a>',
        "en": 'Rewritten from the 2024 article <a href="{article}"><cite lang="zh">9-12 LLM职业发展路线</cite></a>, '
        'which was translated from Maxime Labonne’s <a href="{course}">LLM Course</a> (Apache-2.0). '
        '<a href="{about}">Credits and licenses</a>',
    },
    "report": {"zh": "报告本页的错误", "en": "Report a mistake on this page"},
    "report.title": {"zh": "错误：{title}", "en": "Mistake: {title}"},
    "report.body": {
        "zh": "页面：{page}\n语言：中文\n版本：{version}\n\n哪里不对（请引用原句）：\n\n应当怎样（若有出处请附上）：\n",
        "en": "Page: {page}\nLanguage: English\nVersion: {version}\n\n"
        "What is wrong (please quote the sentence):\n\nWhat it should say (with a source, if you have one):\n",
    },
    # -------------------------------------------------------------------------------------------------------------- 404
    "lost.title": {"zh": "页面不存在", "en": "Page not found"},
    "lost.text": {
        "zh": "这个地址下没有页面：它可能改了名，或者链接有误。",
        "en": "There is no page at this address: it may have been renamed, or the link is wrong.",
    },
    "lost.places": {"zh": "从这里继续：", "en": "Go on from here:"},
    "lost.search": {
        "zh": "想搜索的话，打开首页后按 <kbd>/</kbd> 键。",
        "en": "To search, open the home page and press <kbd>/</kbd>.",
    },
}


def say(key: str, language: Language, **values: str) -> str:
    """Return the words of `key` in that language with `{names}` filled in; an unknown key is a `KeyError`."""
    return WORDS[key][language].format(**values) if values else WORDS[key][language]
