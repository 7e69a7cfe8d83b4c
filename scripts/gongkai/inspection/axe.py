"""axe on an open page: A, AA, best practice, and of AAA contrast and links of one name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from gongkai.inspection.chromium import axe_source
from gongkai.inspection.modes import FORCED

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from gongkai.inspection.faults import Fault
    from gongkai.inspection.window import Tab

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_AAA = ["color-contrast-enhanced", "identical-links-same-purpose", "target-size"]
# axe reads -webkit-text-fill-color, which Chromium does not force: these rules judge colours that nobody sees
_BLIND_WHEN_FORCED = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]
_RUN = """async options => (await axe.run(document, options)).violations.flatMap(hit =>
    hit.nodes.map(node => [hit.id, node.target.flat().join(' '), node.html.slice(0, 100), hit.help]))"""


class Hit(NamedTuple):
    """An element that breaks a rule of axe."""

    rule: str
    target: str
    """Its selector."""
    html: str
    help: str


def run(tab: Tab) -> list[Fault]:
    """What axe finds on a page; under forced colours without the rules that are blind there."""
    found = hits(tab.page, forced=tab.mode.scheme is FORCED)
    return [tab.fault(hit.rule, f"{hit.html} （{hit.target}）", hit.help) for hit in found]


def hits(page: Page, *, forced: bool = False) -> list[Hit]:
    """What axe finds on any open page; `forced` when the colours are the system's."""
    page.evaluate(_source())
    rules = {rule: {"enabled": True} for rule in _AAA}
    if forced:
        rules |= {rule: {"enabled": False} for rule in _BLIND_WHEN_FORCED}
    options = {
        "runOnly": {"type": "tag", "values": _TAGS},
        "rules": rules,
        "resultTypes": ["violations"],
        "iframes": False,
    }
    return [Hit(*hit) for hit in page.evaluate(_RUN, options)]


@cache
def version() -> str:
    """axe-core 4.12.1."""
    # /*! axe v4.12.1
    head = _source()[:60].partition("axe v")[2]
    return f"axe-core {head.split()[0]}" if head else "axe-core"


@cache
def _source() -> str:
    return axe_source()
