"""Findings over docs/, and the rules that findings of every part carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.errors import UsageError
from gongkai.findings import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from gongkai.findings import Finding, Rule
    from gongkai.settings import Project


def check(project: Project, config: Path, paths: Iterable[Path] = ()) -> list[Finding]:
    """Findings over docs/, or over the given pages and folders of it; `config` is the project's mkdocs.yml.

    UsageError when a path is outside or missing.
    """
    from gongkai.checks import docs, registry
    from gongkai.pipeline import trying

    need_docs(project)
    whole = docs.docs(project.docs, project.root, project.seeds)
    chosen = _chosen(project, whole.files, list(paths))
    tried = trying.findings(whole.chosen(chosen), config)
    return in_order([*registry.findings(whole, chosen), *tried, *_words(project)])


def rules() -> dict[str, Rule]:
    """Every rule that a finding may carry, by code."""
    from gongkai import companion, extract, pages, parse, sources
    from gongkai.checks import registry
    from gongkai.pipeline import flaws
    from gongkai.web import unfit

    known = [
        *sources.RULES,
        *parse.RULES,
        *extract.RULES,
        *pages.RULES,
        *registry.RULES,
        *unfit.RULES,
        *flaws.RULES,
        companion.BROKEN,
    ]
    return {rule.code: rule for rule in sorted(known, key=lambda rule: rule.code)}


def _words(project: Project) -> list[Finding]:
    """What is wrong with the site's own words for search."""
    from gongkai.findings import Place
    from gongkai.pipeline.flaws import VOCABULARY
    from gongkai.search.vocabulary import VocabularyError, entries

    try:
        list(entries(project.vocabulary) if project.vocabulary else ())
    except VocabularyError as error:
        return [VOCABULARY.at(Place(project.settings.vocabulary), str(error), "对照发布手册“本站自己的词”一节改正")]
    return []


def need_docs(project: Project) -> None:
    """UsageError when the project has no docs folder."""
    if not project.docs.is_dir():
        raise UsageError(f"没有 {project.docs} 这个文件夹。请先运行 gongkai convert，或在 mkdocs.yml 里改 docs_dir。")


def _chosen(project: Project, known: frozenset[str], paths: list[Path]) -> frozenset[str] | None:
    """Paths below docs/ of the given files and folders; None when none were given."""
    if not paths:
        return None
    found: set[str] = set()
    for path in paths:
        try:
            below = path.resolve().relative_to(project.docs.resolve()).as_posix()
        except ValueError:
            raise UsageError(f"{path} 不在 {project.docs} 里。检查只看 docs/ 里的页面。") from None
        if not path.exists():
            raise UsageError(f"没有 {path} 这个文件。")
        prefix = "" if below == "." else f"{below}/"
        found |= {name for name in known if name == below or name.startswith(prefix)}
    return frozenset(found)
