"""The page on top of the bundle, which leads to the home page in the reader's language."""

from __future__ import annotations

# Without JavaScript it opens the Chinese home page, whose switch leads to the English one; both links stand here, too.
ENTRY = """\
<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>LLM 学习路线图 · LLM roadmap</title>
<noscript><meta http-equiv="refresh" content="0; url={zh}"></noscript>
<script>
(function () {{
  var preferred = (navigator.languages || [navigator.language || ""]).map(function (tag) {{
    return String(tag).slice(0, 2).toLowerCase();
  }}).filter(function (tag) {{ return tag === "zh" || tag === "en"; }});
  location.replace(preferred[0] === "en" ? "{en}" : "{zh}");
}})();
</script>
</head>
<body>
<h1>LLM 学习路线图 · LLM roadmap</h1>
<ul>
<li><a href="{zh}">中文</a></li>
<li><a href="{en}" lang="en">English</a></li>
</ul>
</body>
</html>
"""


def entry_page(folder: str) -> bytes:
    """Return the page; `folder` holds the site and stands beside it."""
    return ENTRY.format(zh=f"{folder}/index.html", en=f"{folder}/en/index.html").encode()
