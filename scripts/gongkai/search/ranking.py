"""The ranking's weights, read once from ranking.yml."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from gongkai.frontmatter import load_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def ranking() -> Mapping[str, Any]:
    """`index` and `query`, each a mapping of weights."""
    values, _ = load_yaml(Path(__file__).with_name("ranking.yml").read_text(encoding="utf-8"))
    return MappingProxyType(values)
