"""What an inspection finds: Fault("index.html", "深色·手机·长辈版", "image-alt", "img.logo"), and the words for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_TEMPLATE = "按 axe 的说明改正，或报给维护网站的人"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that keeps somebody from using a page."""

    page: str
    """Address below the site's root: fzzf/2022/index.html."""
    state: str
    """In which colours, width and state it was seen."""
    rule: str
    """image-alt, sideways: axe's name or ours."""
    element: str
    """The element, shortest selector with its first words; empty when it is the whole page."""
    about: str = field(default="", compare=False)
    """What the rule says in its own words, where we have none."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property of the site that is measured; the goal is always no fault."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Words:
    """A rule in Chinese."""

    property: str
    what: str
    cure: str


def properties() -> tuple[Property, ...]:
    """All that is measured, in the order of the report."""
    return tuple(Property(group["property"], group["label"]) for group in _groups())


def words(fault: Fault) -> Words:
    """The words for a fault; for a rule of axe that we have none for, axe's own."""
    return _rules().get(fault.rule) or Words(properties()[0].name, fault.about or fault.rule, _TEMPLATE)


@cache
def _groups() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("rules.yml").read_text(encoding="utf-8"))
    return found


@cache
def _rules() -> dict[str, Words]:
    return {
        name: Words(group["property"], what, cure)
        for group in _groups()
        for name, (what, cure) in group["rules"].items()
    }
