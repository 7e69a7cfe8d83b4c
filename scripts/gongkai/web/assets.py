"""The site's own style sheet and scripts: pieces with one job each, joined in a fixed order.

`styles/tokens.css` + `styles/base.css` + … -> assets/gongkai.css. One request each, no build tool.
"""

from __future__ import annotations

import re
from pathlib import Path

from gongkai.search import asking

_HERE = Path(__file__).parent
# /* Focus: two rings */ and, at the end of a line, // name -> values; never in quotes: pieces have no such string
_COMMENT = re.compile(r"/\*.*?\*/|(?:^|(?<=[;,{} ]))[ \t]*//[^\n]*$", re.DOTALL | re.MULTILINE)
# white space at both ends of a line, and empty lines
_AROUND = re.compile(r"^[ \t]+|[ \t]+$|^\s*\n", re.MULTILINE)
STYLES = (
    "tokens",
    "base",
    "frame",
    "text",
    "figures",
    "tables",
    "charts",
    "lists",
    "policy",
    "home",
    "search",
    "found",
    "answer",
    "ruby",
    "aids",
    "aloud",
    "elder",
    "print",
)
"""Later pieces win over earlier ones; print comes last."""
ANSWERS = (
    "question",
    "evidence",
    "pieces",
    "differs",
    "candidates",
    "refuse",
    "sure",
    "quote",
    "known",
    "named",
    "choose",
    "answer",
)
"""The pieces of answers, in folder answer/; the last asks search, the others need only documents."""
SCRIPTS = {
    "settings.js": ("settings",),
    "gongkai.js": ("shared", "page", "tables", "listen", "elder", "aids_open", "search/open", "search/arrive"),
    "box.js": ("search/box",),
    "found.js": ("search/page", "answer/box"),
    "ask.js": ("answer/page",),
    "card.js": ("card",),
    "table.js": ("filter", "sort"),
    "aids.js": ("aids", "ruler", "caption"),
    "aloud.js": ("spoken", "sentences", "voice", "marked", "aloud"),
    "script.js": ("lookup", "hant", "pinyin", "settle"),
    "search.js": tuple(f"search/{name}" for name in ("files", "plan", "match", "rank", "excerpt", "search")),
    "alike.js": ("search/alike",),
    "narrow.js": ("search/narrow",),
    "answer.js": tuple(f"answer/{name}" for name in ANSWERS),
    "shown.js": ("answer/shown",),
}
"""`settings.js` runs before the first paint and `gongkai.js` when the page is parsed, then `card.js` on pages with
figures, `table.js` on pages with a table that can be sorted, `found.js` on the search page, `ask.js` on 问一问; others
are loaded on demand."""


def files() -> dict[str, str]:
    """Address below the site's root -> text, for every asset that is made of pieces."""
    scripts = {f"assets/{name}": _joined("scripts", pieces, ".js") for name, pieces in SCRIPTS.items()}
    scripts["assets/asking.js"] = asking.script()
    return {"assets/gongkai.css": _joined("styles", STYLES, ".css"), **scripts}


def _joined(folder: str, names: tuple[str, ...], ending: str) -> str:
    whole = "\n".join((_HERE / folder / f"{name}{ending}").read_text(encoding="utf-8") for name in names)
    return _AROUND.sub("", _COMMENT.sub("", whole)).lstrip("\n")
