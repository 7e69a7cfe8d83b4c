"""Indicators as data: rows of a report, its CSV and JSON, and the pages and files of all reports together."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from gongkai.pages import escape, meta
from gongkai.pages.tables import pipe_table
from gongkai.rows import COLUMNS, DIRECTIONS, KINDS, QUALIFIERS, Row, codebook_csv, to_csv, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gongkai.model import Indicator, Reading
    from gongkai.pages.facts import Facts

_LONGEST = 1000
_EACH = "每一行都写明报告原句、源文件、源文件校验值和数字在第几行第几列，可以逐项核对。"


def rows(reading: Reading, facts: Facts) -> list[Row]:
    """A row for each indicator, in reading order."""
    return [_row(reading, indicator, facts) for indicator in reading.indicators]


def data_files(reports: Iterable[tuple[Facts, Sequence[Row]]], folder: str) -> dict[str, bytes]:
    """All reports together: files by path below docs/."""
    known = sorted(reports, key=lambda pair: pair[0].placed.folder)
    every = [row for _, found in known for row in found]
    table, whole = to_csv(every), to_json([facts.record() for facts, _ in known], every)
    codebook = codebook_csv()
    head: dict[str, meta.Value] = {"标题": "数据", "类型": "数据", "报告数": len(known), "指标数": len(every)}
    head[meta.DATA] = {"indicators.csv": meta.digest(table), "indicators.json": meta.digest(whole)}
    about: dict[str, meta.Value] = {"标题": "字段说明", "类型": "数据"}
    about[meta.DATA] = {"codebook.csv": meta.digest(codebook)}
    return {
        f"{folder}/index.md": meta.page(head, _index(known, folder, len(every))),
        f"{folder}/codebook.md": meta.page(about, _codebook()),
        f"{folder}/codebook.csv": codebook,
        f"{folder}/indicators.csv": table,
        f"{folder}/indicators.json": whole,
    }


def _row(reading: Reading, indicator: Indicator, facts: Facts) -> Row:
    source, figure = reading.report.source, indicator.figure
    line, column = source.place(figure.span.start)
    return Row(
        id=indicator.id,
        name=indicator.name,
        value=figure.plain_value(),
        value_max="" if figure.value_max is None else f"{figure.value_max:f}",
        unit=figure.unit,
        qualifier=QUALIFIERS[figure.qualifier] if figure.qualifier else "",
        raw=figure.raw,
        kind=KINDS[figure.kind],
        direction=DIRECTIONS[figure.direction] if figure.direction else "",
        period=indicator.period.label,
        period_start=indicator.period.start,
        period_end=indicator.period.end,
        scope=indicator.scope,
        subject=indicator.subject,
        part_of=indicator.part_of,
        section=" / ".join(heading.number + heading.text for heading in indicator.section),
        point=indicator.point,
        sentence=_sentence(source.text, indicator),
        report=facts.title,
        issuer=facts.issuer,
        year=str(facts.year or ""),
        address=f"{facts.placed.folder}/index.html#f-{indicator.id}",
        source_file=source.name,
        source_sha256=source.sha256,
        line=line,
        column=column,
    )


def _sentence(text: str, indicator: Indicator) -> str:
    """The sentence as it stands; of one without end, what stands around the figure."""
    whole, figure = indicator.sentence, indicator.figure.span
    if whole.end - whole.start <= 2 * _LONGEST:
        return whole.of(text)
    return text[max(whole.start, figure.start - _LONGEST) : min(whole.end, figure.end + _LONGEST)]


def _index(reports: Sequence[tuple[Facts, Sequence[Row]]], folder: str, count: int) -> str:
    if not reports:
        return "# 数据\n\n本站还没有报告。\n"
    lines = [_line(facts, folder) for facts, _ in reports]
    blocks = [
        "# 数据",
        f"本站 {len(reports)} 份报告里的 {count} 项指标，一行一项。{_EACH}",
        "全部下载：[CSV](indicators.csv) · [JSON](indicators.json) · [字段说明](codebook.md)",
        "CSV 用 Excel 或 WPS 直接打开，JSON 供程序读取。两份内容相同。",
        "## 各份报告",
        pipe_table(("报告", "发布机构", "年度", "指标", "下载"), lines, right=(3,)),
    ]
    return "\n\n".join(blocks) + "\n"


def _line(facts: Facts, folder: str) -> list[str]:
    to = posixpath.relpath(facts.placed.folder, folder)
    return [
        f"[{escape.literal(facts.title, cell=True, closed=True)}]({to}/index.md)",
        escape.literal(facts.issuer, cell=True) or "未载明",
        str(facts.year or "未载明"),
        f"[{facts.indicators}]({to}/indicators.md)",
        f"[CSV]({to}/indicators.csv) · [JSON]({to}/indicators.json)",
    ]


def _codebook() -> str:
    lines = [(f"`{column.key}`", column.head, escape.literal(column.about, cell=True)) for column in COLUMNS]
    blocks = [
        "# 字段说明",
        "CSV 和 JSON 的字段相同：CSV 用中文表头，JSON 用英文字段名。不知道的一律为空，不作推测。",
        "CSV 里，表格软件会当成公式、日期或另一个数的内容（如 2/3），前面加了一个英文撇号。",
        "[下载字段说明 CSV](codebook.csv) · [数据](index.md)",
        pipe_table(("字段", "表头", "含义"), lines),
    ]
    return "\n\n".join(blocks) + "\n"
