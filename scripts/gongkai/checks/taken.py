"""The places of pages that a build makes itself: search/index.md, which MkDocs also calls search/README.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs, Page


def names(place: str) -> tuple[str, str]:
    """The two paths below docs/ that MkDocs gives the same address."""
    return place, f"{folder(place)}/README.md"


def folder(place: str) -> str:
    """Its folder below docs/."""
    return place.rpartition("/")[0]


def pages(docs: Docs, paths: frozenset[str] | None, place: str) -> Iterator[Page]:
    """The chosen pages that stand there."""
    return (page for page in docs.chosen(paths) if page.path in names(place))
