"""Pages tried as a build would make them, for what they may not hold: `[点](javascript:alert(1))`.

Only pages that look suspicious are worth it: a build's Markdown takes milliseconds a page, the look microseconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from markdown import Markdown
from mkdocs.exceptions import MkDocsException

from gongkai.web import engine, safety, unfit
from gongkai.web.deadlinks import DeadLinks
from gongkai.web.rawhtml import RawHtml
from gongkai.web.tree import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from gongkai.web.unfit import Unfit

_Made = TypeVar("_Made")
_SPARE = 80
"""Calls that a build stands deeper than a trial, and some more."""


class Trial:
    """The Markdown of a mkdocs.yml. EngineError when that cannot be loaded."""

    def __init__(self, config: Path) -> None:
        try:
            settings = engine.loaded(config)
        except MkDocsException as error:
            raise engine.EngineError(str(error)) from None
        self._raw = RawHtml()
        self._markdown = Markdown(
            extensions=[*settings.markdown_extensions, self._raw, DeadLinks()],
            extension_configs=settings.mdx_configs or {},
        )

    def unfit(self, body: str) -> list[Unfit]:
        """What a page's body may not hold, each once."""
        self._raw.shown()
        try:
            html = _deeper(_SPARE, lambda: self._markdown.reset().convert(body))
            removed = _deeper(_SPARE, lambda: safety.unfit(parse(html)))
        except RecursionError:
            return [unfit.nested()]
        except ValueError:
            return []
        return [*map(unfit.tag, self._raw.shown()), *removed]


def _deeper(calls: int, make: Callable[[], _Made]) -> _Made:
    """What a function makes when it is called from so many calls further down."""
    return _deeper(calls - 1, make) if calls else make()
