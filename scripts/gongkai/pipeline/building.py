"""The site: built beside the old one and put in its place, and only when something has changed."""

from __future__ import annotations

import json
import shutil
import time
from dataclasses import asdict, dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any

from gongkai import files, fingerprint
from gongkai.errors import UsageError
from gongkai.pipeline.checking import need_docs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from gongkai.findings import Finding
    from gongkai.settings import Project


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    built: bool
    """False when nothing had changed since the site was built."""
    pages: int
    files: int
    bytes: int
    """Size of all files of the site."""
    seconds: float
    warnings: tuple[str, ...] = ()
    """What the engine warned of."""
    findings: tuple[Finding, ...] = ()
    """Why nothing was built; the old site then stays."""

    def as_record(self) -> dict[str, Any]:
        """For `--json`; findings are told one by one."""
        return {key: value for key, value in asdict(self).items() if key != "findings"} | {
            "seconds": round(self.seconds, 3)
        }


def build(
    project: Project, config: Path, *, full: bool = False, tick: Callable[[int, int], None] | None = None
) -> Built:
    """Build the site; one that is up to date is left alone unless `full`. `tick` is told how far it is.

    Killed at any moment, the old site stays whole. EngineError when MkDocs gave up; the old site then stays, too.
    """
    need_docs(project)
    with files.locked(project.cache / "lock"):
        return _build(project, config, full=full, tick=tick)


def _build(project: Project, config: Path, *, full: bool, tick: Callable[[int, int], None] | None) -> Built:
    from gongkai.web import engine

    started = time.perf_counter()
    files.restore(project.output)
    _need_free(project.output)
    in_the_way = obstacles(project)
    if in_the_way:
        return _built(project, started, fresh=False, findings=tuple(in_the_way))
    state, inputs = project.cache / "build.json", _inputs(project, config, engine.versions())
    if not full and _known(state) == {"inputs": inputs, "site": fingerprint.listing(project.output)}:
        return _built(project, started, fresh=False)
    stage = project.output.with_name(f".{project.output.name}.gongkai-new")
    shutil.rmtree(stage, ignore_errors=True)
    try:
        warnings = [*_told(project), *engine.build(config, stage, tick)]
        files.swap(stage, project.output)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    files.write(state, json.dumps({"inputs": inputs, "site": fingerprint.listing(project.output)}).encode())
    return _built(project, started, fresh=True, warnings=tuple(warnings))


def obstacles(project: Project) -> list[Finding]:
    """Findings on docs/ with which there is no site to build: it has no first page."""
    from gongkai.checks import docs, home_missing

    need_docs(project)
    names = {path.name for path in project.docs.iterdir() if path.is_file()}
    return list(home_missing.missing(names, docs.shown(project.docs, project.root)))


def _told(project: Project) -> list[str]:
    """Findings that a build repeats, since the site lacks a part because of them: 长辈版, search, 问一问."""
    from gongkai.checks import ask_page_taken, docs, elder_home_taken, search_page_taken, taken

    checks = (elder_home_taken, search_page_taken, ask_page_taken)
    if not any((project.docs / path).exists() for check in checks for path in taken.names(check.PLACE)):
        return []
    whole = docs.docs(project.docs, project.root, project.seeds)
    return [f"{found.place} {found.what}。{found.mend}。" for check in checks for found in check.check(whole, None)]


def serve(config: Path, address: str) -> None:
    """Preview the site until interrupted."""
    from gongkai.web import engine

    engine.serve(config, address)


def _need_free(output: Path) -> None:
    """UsageError when something other than a site of ours stands where the site shall stand."""
    if not output.exists():
        return
    if not output.is_dir() or (any(output.iterdir()) and not (output / "assets" / "gongkai.css").exists()):
        raise UsageError(
            f"{output} 里有别的内容，不是本程序生成的网站，没有动它。请移走它，或在 mkdocs.yml 里改 site_dir。"
        )


def _inputs(project: Project, config: Path, versions: str) -> str:
    """Hash of all that a build reads: content, settings, our code and theme, the engine's versions."""
    with resources.as_file(resources.files("gongkai")) as package:
        folders = [project.docs, package, *project.inputs]
        whole = [versions, str(project.output), *map(fingerprint.contents, folders)]
    return files.sha256("\n".join([*whole, files.sha256(config.read_bytes())]).encode())


def _known(state: Path) -> object:
    try:
        return json.loads(state.read_bytes())
    except (OSError, ValueError):
        return None


def _built(
    project: Project,
    started: float,
    *,
    fresh: bool,
    warnings: tuple[str, ...] = (),
    findings: tuple[Finding, ...] = (),
) -> Built:
    names = list(fingerprint.names(project.output)) if project.output.exists() else []
    return Built(
        built=fresh,
        pages=sum(name.endswith(".html") for name in names),
        files=len(names),
        bytes=sum((project.output / name).stat().st_size for name in names),
        seconds=time.perf_counter() - started,
        warnings=warnings,
        findings=findings,
    )
