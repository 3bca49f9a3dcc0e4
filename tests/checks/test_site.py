"""The built site: a small one that is right in both address styles, and each way to break it."""

from __future__ import annotations

from pathlib import Path

import pytest
from roadmap.checks import check_site
from roadmap.facts import Facts
from roadmap.finding import Finding
from roadmap.languages import output_of, relative

PUBLIC = "https://example.org/repo/"
SOURCES = ("index", "about", "scientist/tiny/index")


def html(source: str, folders: bool) -> str:
    """Return a page that links to all others of its language and has all that the checks look at."""
    address = output_of(source, folders)
    suffix, language = (".en.md", "en") if source.endswith(".en.md") else (".md", "zh")

    def to(target: str) -> str:
        link = relative(target, address)
        return link.removesuffix("index.html") or "./" if folders else link

    links = "".join(f'<a href="{to(output_of(s + suffix, folders))}#top">x</a>' for s in SOURCES)
    twin = source.replace(".en.md", ".md") if language == "en" else source.replace(".md", ".en.md")
    canonical = PUBLIC + address.removesuffix("index.html" if folders else "")
    return f"""<!doctype html>
<html lang="{language}"><head><title>{source}</title>
<link rel="canonical" href="{canonical}">
<link rel="stylesheet" href="{relative("assets/site.css", address)}">
<style>a {{ background: url("{relative("assets/a.svg", address)}") }}</style>
<script src="{relative("assets/a.js", address)}"></script></head>
<body><h1 id="top">x</h1>{links}
<a hreflang="xx" href="{to(output_of(twin, folders))}">other</a>
<a href="https://outside.example/">a reader may follow this</a> <a href="mailto:a@example.org">m</a>
<img src="{relative("assets/a.svg", address)}" srcset="{relative("assets/a.svg", address)} 2x">
<svg><title>not the page's</title><a xlink:href="#top"><use href="#top"></use></a></svg>
<p>END</p></body></html>
"""


@pytest.fixture(params=[True, False], ids=["folders", "files"])
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SITE_URL", PUBLIC)
    for source in [f"{s}{suffix}" for s in SOURCES for suffix in (".md", ".en.md")]:
        write(tmp_path / "docs" / source, "# x")
        write(tmp_path / "site" / output_of(source, request.param), html(source, request.param))
    for name, text in (("a.svg", "<svg/>"), ("a.js", ""), ("site.css", "a { background: url(a.svg) }")):
        write(tmp_path / "site/assets" / name, text)
    write(
        tmp_path / "site/404.html",
        '<html lang="zh"><title>x</title><a href="/repo/">a</a><a href="/repo/en/index.html">b</a>',
    )
    return tmp_path / "site"


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def check(site: Path, facts: Facts) -> list[Finding]:
    return check_site(site.parent, site, facts)


def test_a_good_site(site: Path, facts: Facts) -> None:
    assert check(site, facts) == []


BROKEN = [
    ("a lost page", '<a href="lost.html">', "site-link", "lost.html"),
    ("a lost folder", '<a href="lost/">', "site-link", "lost/"),
    ("a lost picture", '<img src="lost.png">', "site-link", "lost.png"),
    ("a lost candidate", '<img srcset="lost.png 1x, index.html 2x">', "site-link", "lost.png"),
    ("a lost drawing", '<svg><image xlink:href="lost.svg"/></svg>', "site-link", "lost.svg"),
    ("a lost link in a drawing", '<svg><a xlink:href="lost.html"><text>x</text></a></svg>', "site-link", "lost.html"),
    ("a lost refresh", '<meta http-equiv="refresh" content="0; url=lost.html">', "site-link", "lost.html"),
    ("a lost background", "<p style=\"background: url('lost.png')\">", "site-link", "lost.png"),
    ("an address from the root", '<a href="/repo/about/">', "site-link", "from the server's root"),
    ("a lost fragment", '<a href="#tap">', "site-anchor", "no `#tap` in"),
    ("a lost fragment elsewhere", '<a href="index.html#tap">', "site-anchor", "no `#tap` in"),
    ("its own address, lost", f'<a href="{PUBLIC}en/lost/">', "site-link", "lost/"),
    ("its own address, no such fragment", f'<a href="{PUBLIC}en/index.html#tap">', "site-anchor", "#tap"),
    ("a script from outside", '<script src="https://cdn.example/x.js"></script>', "site-outside", "cdn.example"),
    ("a style sheet from outside", '<link rel="stylesheet" href="//cdn.example/x.css">', "site-outside", "cdn.example"),
    ("a connection to outside", '<link rel="preconnect" href="https://cdn.example">', "site-outside", "cdn.example"),
    ("a picture from outside", '<img src="https://cdn.example/x.png">', "site-outside", "cdn.example"),
    ("a frame from outside", '<iframe src="https://cdn.example/"></iframe>', "site-outside", "cdn.example"),
    ("a font from outside", "<style>@import 'https://cdn.example/x.css';</style>", "site-outside", "cdn.example"),
    ("an id twice", '<p id="top">', "site-id", "the id `top` again"),
    ("a second H1", "<h1>x</h1>", "site-h1", "2 H1"),
]


@pytest.mark.parametrize(("what", "added", "rule", "part"), BROKEN, ids=[case[0] for case in BROKEN])
def test_a_broken_page(site: Path, facts: Facts, what: str, added: str, rule: str, part: str) -> None:
    file = site / "en/index.html"
    write(file, file.read_text(encoding="utf-8").replace("<p>END</p>", added))
    [finding] = check(site, facts)
    assert finding.rule == rule and part in finding.found
    assert finding.path == "docs/index.en.md" and "(en/index.html:" in finding.found


def test_a_fragment_tells_the_nearest(site: Path, facts: Facts) -> None:
    file = site / "index.html"
    write(file, file.read_text(encoding="utf-8").replace("<p>END</p>", '<a href="#tops">'))
    assert check(site, facts)[0].choices == ("top",)


@pytest.mark.parametrize(("file", "link"), [("en/index.html", "../index.html"), ("index.html", "en/index.html")])
def test_a_link_into_the_other_language(site: Path, facts: Facts, file: str, link: str) -> None:
    write(site / file, (site / file).read_text(encoding="utf-8").replace("<p>END</p>", f'<a href="{link}">'))
    assert [finding.rule for finding in check(site, facts)] == ["site-language"]


def test_the_wrong_lang(site: Path, facts: Facts) -> None:
    file = site / "en/index.html"
    write(file, file.read_text(encoding="utf-8").replace('lang="en"', 'lang="zh"'))
    assert [finding.rule for finding in check(site, facts)] == ["site-lang"]


@pytest.mark.parametrize(("title", "said"), [("", "an empty"), ("about.en.md", "about.en.md")])
def test_titles(site: Path, facts: Facts, title: str, said: str) -> None:
    file = site / "en/index.html"
    write(file, file.read_text(encoding="utf-8").replace("<title>index.en.md", f"<title>{title}"))
    [finding] = check(site, facts)
    assert finding.rule == "site-title" and said in finding.found


def test_a_style_sheet_that_loads_from_outside(site: Path, facts: Facts) -> None:
    write(site / "assets/site.css", "a {}\nb { background: url(https://cdn.example/x.png) }")
    [finding] = check(site, facts)
    assert (finding.path, finding.line, finding.rule) == ("site/assets/site.css", 2, "site-outside")


def test_a_folder_address_does_not_work_without_a_server(site: Path, facts: Facts) -> None:
    file = site / "index.html"
    write(file, file.read_text(encoding="utf-8").replace("<p>END</p>", '<a href="./">'))
    assert [f.rule for f in check(site, facts)] == ([] if (site / "about/index.html").exists() else ["site-link"])


def test_what_a_template_breaks_is_told_once(site: Path, facts: Facts) -> None:
    (site / "assets/a.js").unlink()
    [finding] = check(site, facts)
    assert "and so on 5 more pages" in finding.found


def test_the_sitemap(site: Path, facts: Facts) -> None:
    write(site / "sitemap.xml", f"<urlset><url><loc>{PUBLIC}</loc></url><url><loc>{PUBLIC}lost/</loc></url></urlset>")
    [finding] = check(site, facts)
    assert finding.rule == "site-sitemap" and "lost/" in finding.found
