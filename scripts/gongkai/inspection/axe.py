"""axe on an open page: A, AA, best practice, and of AAA contrast and links of one name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from gongkai.inspection.chromium import axe_source
from gongkai.inspection.modes import FORCED

if TYPE_CHECKING:
    from gongkai.inspection.faults import Fault
    from gongkai.inspection.window import Tab

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_AAA = ["color-contrast-enhanced", "identical-links-same-purpose", "target-size"]
# axe reads -webkit-text-fill-color, which Chromium does not force: these rules judge colours that nobody sees
_BLIND_WHEN_FORCED = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]
_RUN = """async options => (await axe.run(document, options)).violations.map(hit => ({
    id: hit.id, help: hit.help,
    nodes: hit.nodes.map(node => [node.target.flat().join(' '), node.html.slice(0, 100)])}))"""


def run(tab: Tab) -> list[Fault]:
    """What axe finds on a page; under forced colours without the rules that are blind there."""
    tab.page.evaluate(_source())
    rules = {rule: {"enabled": True} for rule in _AAA}
    if tab.mode.scheme is FORCED:
        rules |= {rule: {"enabled": False} for rule in _BLIND_WHEN_FORCED}
    options = {
        "runOnly": {"type": "tag", "values": _TAGS},
        "rules": rules,
        "resultTypes": ["violations"],
        "iframes": False,
    }
    hits = tab.page.evaluate(_RUN, options)
    return [tab.fault(hit["id"], f"{html} （{target}）", hit["help"]) for hit in hits for target, html in hit["nodes"]]


@cache
def version() -> str:
    """axe-core 4.12.1."""
    # /*! axe v4.12.1
    head = _source()[:60].partition("axe v")[2]
    return f"axe-core {head.split()[0]}" if head else "axe-core"


@cache
def _source() -> str:
    return axe_source()
