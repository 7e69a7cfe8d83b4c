"""The proof that everybody can use the site: an inspection of the built site, and its record in the statement."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from gongkai import audited, files, frontmatter, settings
from gongkai.errors import UsageError
from gongkai.pipeline.checking import need_docs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from gongkai.inspection import Audit, Fault
    from gongkai.settings import Project

_MOST_NAMED = 3
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks for."""

    site: Path | None
    """Folder of a built site; the project's own when None."""
    pages: int
    every: bool
    full: bool
    write: bool
    date: str
    """2026-11-24; empty for today."""


@dataclass(frozen=True, slots=True)
class Plan:
    """An inspection that can be made."""

    folder: Path
    most: int | None
    """How many pages at most; None for all."""
    full: bool
    day: str
    into: tuple[Path, ...]
    """Files that the record is written to."""


def plan(wanted: Wanted, config: Path) -> Plan:
    """How to inspect; UsageError when there is no site, no statement to write to, or no such day."""
    project = settings.project(config) if wanted.write or not wanted.site else None
    folder = wanted.site or (project.output if project else config.parent)
    if not any(folder.rglob("*.html")):
        raise UsageError(f"{folder} 里没有网页。请先运行 gongkai build，或用 --site 指明网站的文件夹。")
    into = _places(project) if project and wanted.write else ()
    return Plan(folder, None if wanted.every else wanted.pages, wanted.full, _day(wanted.date), into)


def audit(asked: Plan, tick: Callable[[int, int], None] | None = None) -> Audit:
    """What an inspection finds, written to where the plan says. InspectionError without a browser."""
    from gongkai.inspection import inspect

    found = inspect(asked.folder, most=asked.most, full=asked.full, tick=tick)
    for path in asked.into:
        files.write(path, audited.text(record(found, asked.day)).encode())
    return found


def _places(project: Project) -> tuple[Path, ...]:
    """Where the record belongs: beside each 无障碍声明. UsageError when the site has none."""
    need_docs(project)
    found = tuple(page.with_name(audited.FILE) for page in sorted(project.docs.rglob("*.md")) if _is_statement(page))
    if not found:
        raise UsageError(
            f"{project.docs} 里没有“类型: {audited.LABEL}”的页面，结果没有地方写。"
            "请先写这一页，例如 about/accessibility.md。"
        )
    return found


def record(found: Audit, day: str) -> audited.Record:
    """The figures of an inspection as the statement shows them."""
    from gongkai.inspection import words

    pages: dict[str, set[str]] = defaultdict(set)
    for fault in found.faults:
        pages[words(fault).what].add(fault.page)
    values = {
        "date": day,
        "tools": found.tools,
        "pages": len(found.pages),
        "whole": found.whole,
        "loads": found.loads,
        "figures": tuple({"label": figure.label, "count": figure.count} for figure in found.figures),
        "failures": tuple({"what": what, "pages": len(where)} for what, where in sorted(pages.items())),
    }
    return audited.Record.model_validate(values)


def summary(found: Audit) -> list[str]:
    """The table of figures, numbers first: they keep their columns in any terminal."""
    rows = [
        f"{figure.count:>6}{0:>6}  {figure.label}{'' if not figure.count else '　没有达到'}" for figure in found.figures
    ]
    share = (
        f"{len(found.pages)} 页"
        if len(found.pages) == found.whole
        else f"{len(found.pages)} 页（全站 {found.whole} 页）"
    )
    head = f"检测 {share}，打开 {found.loads} 次，用时 {found.seconds:.0f} 秒。工具：{'、'.join(found.tools)}。"
    return [head, "", "  数值  目标  项目", *rows]


def details(found: Audit, most: int) -> list[str]:
    """The faults, one element of one rule together with all pages that have it; at most so many."""
    groups: dict[tuple[str, str], list[Fault]] = defaultdict(list)
    for fault in found.faults:
        groups[fault.rule, fault.element].append(fault)
    lines = []
    for (rule, element), faults in list(groups.items())[:most]:
        lines += ["", *_told(rule, element, faults)]
    if len(groups) > most:
        lines += ["", f"还有 {len(groups) - most} 种没有列出，用 --json 看全部。"]
    return lines


def _told(rule: str, element: str, faults: list[Fault]) -> list[str]:
    from gongkai.inspection import words

    said = words(faults[0])
    pages = list(dict.fromkeys(fault.page for fault in faults))
    states = list(dict.fromkeys(fault.state for fault in faults))
    where = "、".join(pages[:_MOST_NAMED]) + (f" 等 {len(pages)} 页" if len(pages) > _MOST_NAMED else "")
    how = states[0] + (f"，另外 {len(states) - 1} 种情形" if len(states) > 1 else "")
    return [
        f"{where} {said.what}（{rule}）",
        *([f"    │ {element}"] if element else []),
        f"    情形：{how}",
        f"    改法：{said.cure}",
    ]


def fault_record(fault: Fault) -> dict[str, str]:
    """A fault for machines, one JSON object a line."""
    from gongkai.inspection import words

    said = words(fault)
    return {
        "page": fault.page,
        "state": fault.state,
        "property": said.property,
        "rule": fault.rule,
        "element": fault.element,
        "message": said.what,
        "cure": said.cure,
    }


def _day(asked: str) -> str:
    """The day of the record: the only use of a clock, and only when nobody said which day it is."""
    today = datetime.now().astimezone().date().isoformat()
    try:
        real = _DAY.fullmatch(asked or today) and date.fromisoformat(asked or today)
    except ValueError:
        real = None
    if not real:
        raise UsageError(f"“{asked}”不是日期，或者没有这一天。写成 2026-11-24 这样。")
    return real.isoformat()


def _is_statement(page: Path) -> bool:
    try:
        values = frontmatter.split(page.read_text(encoding="utf-8-sig")).values
    except (frontmatter.FrontMatterError, UnicodeDecodeError):
        return False
    return values.get("类型") == audited.LABEL
