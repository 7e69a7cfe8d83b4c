"""What axe finds on a page, A to AAA contrast and best practice: each rule with the elements that break it."""

from pathlib import Path

import axe_playwright_python

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {
        rule: {"enabled": True} for rule in ("color-contrast-enhanced", "target-size", "identical-links-same-purpose")
    },
    "resultTypes": ["violations"],
}


def faults(page):
    page.evaluate(AXE)
    found = page.evaluate("o => axe.run(document, o)", RULES)["violations"]
    return [(hit["id"], [node["html"][:120] for node in hit["nodes"][:3]]) for hit in found]
