"""KaTeX at build time, in an embedded JavaScript engine."""

from __future__ import annotations

import atexit
import json
from functools import cache
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).parent / "vendor" / "katex" / "katex.min.js"
# Signs that KaTeX has no metrics for are refused; what else it lets pass and LaTeX does not is harmless.
_SETUP = """
function roadmapRender(tex, display) {
  const strict = (code) => code === "unicodeTextInMathMode" || code === "unknownSymbol" ? "error" : "ignore";
  try {
    return [true, katex.renderToString(tex, {displayMode: display, output: "htmlAndMathml", throwOnError: true,
      trust: false, errorColor: "#bad", strict: strict})];
  } catch (error) {
    if (!(error instanceof katex.ParseError)) { throw error; }
    return [false, error.message];
  }
}
"""


class FormulaError(ValueError):
    """A formula that KaTeX refuses; its text is KaTeX's own message."""


@cache
def _engine() -> Any:
    from py_mini_racer import MiniRacer  # a page without formulas does not pay for the engine

    engine = MiniRacer()
    engine.eval(SCRIPT.read_text(encoding="utf-8"))
    engine.eval(_SETUP)
    atexit.register(engine.close)  # left to the interpreter's own teardown, about every second process hangs at its end
    return engine


@cache
def render(tex: str, display: bool) -> str:
    """Return the formula as HTML for the eye and MathML for the ear; raise `FormulaError` if it does not parse."""
    done, text = json.loads(_engine().eval(f"JSON.stringify(roadmapRender({json.dumps(tex)}, {json.dumps(display)}))"))
    if not done:
        raise FormulaError(text.removeprefix("KaTeX parse error: "))
    if "#bad" in text:
        raise FormulaError(r"a command that may lead out of the page (\href, \url, \includegraphics, \html…)")
    return str(text)
