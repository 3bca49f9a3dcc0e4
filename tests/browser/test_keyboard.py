"""By keyboard: skip link, visible focus, tips, and the search."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.tab import Open, Tab

# What shows that the focused element has the focus: its outline, or whatever differs from its look without focus.
MARKED = """() => {
  const e = document.activeElement;
  const shown = e.matches(".md-option") ? e.nextElementSibling : e;  // the palette's inputs lie under their labels
  const style = getComputedStyle(shown), box = shown.getBoundingClientRect();
  const parts = ["outlineStyle", "boxShadow", "color", "backgroundColor", "textDecorationLine", "borderColor"];
  const look = () => parts.map((part) => getComputedStyle(shown)[part]).join();
  const visible = style.visibility !== "hidden" && style.opacity !== "0";
  const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && visible;
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  const focused = look();
  e.blur();
  const changed = look() !== focused;
  e.focus({ focusVisible: true });
  return { name: e.outerHTML.slice(0, 90), seen, marked: outlined || changed };
}"""


def test_the_skip_link_comes_first_and_leads_to_the_text(tab: Tab) -> None:
    page = tab.open("/en/scientist/architecture/")
    page.keyboard.press("Tab")
    assert "md-skip" in page.evaluate("document.activeElement.className")
    box = page.locator(".md-skip").bounding_box()
    assert box
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash === '#architecture'")


def test_the_focus_can_be_seen(tab: Tab) -> None:
    page = tab.open("/en/scientist/architecture/")
    wrong = []
    for _ in range(25):
        page.keyboard.press("Tab")
        found = page.evaluate(MARKED)
        if not found["seen"]:
            page.wait_for_timeout(500)  # what fades in has done so by then
            found = page.evaluate(MARKED)
        if not (found["seen"] and found["marked"]):
            wrong.append(found)
    assert wrong == []


def tip_of(page: Page) -> str:
    """Put the focus on the first term with a definition and return its tip's id."""
    term = page.locator(".llm-has-tip [aria-describedby]").first
    term.focus()
    return f"#{term.get_attribute('aria-describedby')}"


def test_a_definition_shows_on_focus_and_escape_hides_it(tab: Tab) -> None:
    page = tab.open("/scientist/architecture/")
    tip = page.locator(tip_of(page))
    expect(tip).to_be_visible()
    assert tip.get_attribute("role") == "tooltip"
    assert len(tip.inner_text()) > 5
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    page.locator("body").evaluate("() => document.activeElement.blur()")
    expect(tip).to_be_hidden()
    tip_of(page)
    expect(tip).to_be_visible()  # Escape hides it for that time only


def test_a_definition_shows_on_hover_and_can_be_reached(tab: Tab) -> None:
    page = tab.open("/scientist/architecture/")
    holder = page.locator(".llm-has-tip").first
    holder.locator("[aria-describedby]").hover()
    tip = holder.locator(".llm-tip")
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()


def test_on_a_phone_an_open_definition_stays_in_the_window(tab_on: Open, server: str) -> None:
    page = tab_on(server, viewport={"width": 360, "height": 740}).open("/en/scientist/architecture/")
    outside = []
    for term in page.locator(".llm-has-tip [aria-describedby]").all()[:25]:
        term.focus()
        tip = page.locator(f"#{term.get_attribute('aria-describedby')}")
        box = tip.bounding_box()
        if not box or box["x"] < -1 or box["x"] + box["width"] > 361:
            outside.append((tip.inner_text()[:40], box))
    assert outside == []


def test_the_search_opens_by_key_and_closes_by_escape(tab: Tab) -> None:
    page = tab.open("/en/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "query"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.name") != "query"
