"""Run MkDocs: build a site into a folder, or serve it. What it warns of comes back as text, not on the terminal."""

from __future__ import annotations

import logging
import os
from importlib.metadata import version
from typing import TYPE_CHECKING

from mkdocs.commands.build import build as build_site
from mkdocs.commands.serve import serve as serve_site
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from gongkai.errors import GongkaiError
from gongkai.web import unfit
from gongkai.web.plugin import GongkaiPlugin

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


class EngineError(GongkaiError):
    """MkDocs could not build the site."""


class _Kept(logging.Handler):
    """Keeps warnings and errors in the order they came."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def build(config: Path, into: Path, tick: Callable[[int, int], None] | None = None) -> list[str]:
    """Build the site of a mkdocs.yml into the folder `into`; what MkDocs warned of. EngineError when it gave up.

    `tick` is told how many steps of how many are done.
    """
    log = logging.getLogger("mkdocs")
    kept = _Kept()
    log.addHandler(kept)
    propagate, log.propagate = log.propagate, False
    try:
        settings = loaded(config, into)
        ours = settings.plugins.get("gongkai")
        if tick and isinstance(ours, GongkaiPlugin):
            ours.tick = tick
        _run(settings)
    except MkDocsException as error:
        raise EngineError("\n".join([*kept.lines, str(error)]).strip()) from None
    finally:
        log.removeHandler(kept)
        log.propagate = propagate
    return kept.lines


def loaded(config: Path, into: Path | None = None) -> MkDocsConfig:
    """MkDocs' configuration; its own check of site_url falls over a host that cannot be read."""
    try:
        return load_config(config_file=str(config), site_dir=str(into) if into else None)
    except ValueError as error:
        raise EngineError(f"{config}：设置里有读不出来的网址（{error}）。请检查 site_url。") from None


def _run(settings: MkDocsConfig) -> None:
    """Build; what goes wrong while a page is converted is told with the page's name."""
    settings.plugins.on_startup(command="build", dirty=False)
    try:
        build_site(settings)
    except (ValueError, RecursionError) as error:
        page = getattr(settings.plugins.get("gongkai"), "converting", "")
        if not page:
            raise
        if isinstance(error, RecursionError):
            raise EngineError(f"{page}：{unfit.nested()}gongkai check 说明在哪一行。") from None
        raise EngineError(f"{page}：这一页转换不了（{error}）。请检查这一页里的链接和标记。") from None
    finally:
        settings.plugins.on_shutdown()


def serve(config: Path, address: str) -> None:
    """Preview with live reload until interrupted. EngineError when it could not start."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        serve_site(config_file=str(config), dev_addr=address)
    except (MkDocsException, OSError, ValueError) as error:
        raise EngineError(f"预览没有启动：{error}") from None
    except RecursionError:
        raise EngineError("预览没有启动：有一页的列表、引用或星号套得太深。上面写了是哪一页，请减少层次。") from None


def versions() -> str:
    """The versions of what makes the pages: part of a build's fingerprint."""
    return " ".join(
        f"{name}={version(name)}" for name in ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2")
    )
