"""Indicators as data: rows of a report, its CSV and JSON, and the pages and files of all reports together."""

from __future__ import annotations

import posixpath
import shutil
from typing import TYPE_CHECKING

from gongkai.pages import escape, meta
from gongkai.pages.tables import pipe_table
from gongkai.rows import (
    COLUMNS,
    DIRECTIONS,
    KINDS,
    QUALIFIERS,
    Row,
    codebook_csv,
    csv_head,
    json_frame,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from gongkai.files import Content
    from gongkai.model import Indicator, Reading
    from gongkai.pages.facts import Facts

_LONGEST = 1000
_EACH = "每一行都写明报告原句、源文件、源文件校验值和数字在第几行第几列，可以逐项核对。"


def rows(reading: Reading, facts: Facts) -> list[Row]:
    """A row for each indicator, in reading order."""
    return [_row(reading, indicator, facts) for indicator in reading.indicators]


class Together:
    """The data of all reports, gathered on disk report by report, in the order of their addresses."""

    def __init__(self, stage: Path, folder: str) -> None:
        """`stage` is an empty folder to work in; `folder` stands below docs/."""
        stage.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._known: list[Facts] = []
        self._count = 0
        self._table, self._lines, self._whole = (
            stage / name for name in ("indicators.csv", "lines", "indicators.json")
        )
        self._table.write_bytes(csv_head())
        self._lines.write_bytes(b"")

    def add(self, facts: Facts, made: Mapping[str, bytes]) -> None:
        """Take in the data files that were made of a further report."""
        before, after = json_frame([facts.record()])
        rows = made[f"{facts.placed.folder}/indicators.json"][len(before) : -len(after)]
        with self._table.open("ab") as table:
            table.write(made[f"{facts.placed.folder}/indicators.csv"].removeprefix(csv_head()))
        with self._lines.open("ab") as lines:
            lines.write(b",\n" + rows if rows and self._count else rows)
        self._known.append(facts)
        self._count += facts.indicators

    def files(self) -> dict[str, Content]:
        """All reports together: pages and data by path below docs/."""
        before, after = json_frame(facts.record() for facts in self._known)
        with self._whole.open("wb") as whole, self._lines.open("rb") as lines:
            whole.write(before)
            shutil.copyfileobj(lines, whole)
            whole.write(after)
        made = {"indicators.csv": self._table, "indicators.json": self._whole}
        head: dict[str, meta.Value] = {
            "标题": "数据",
            "类型": "数据",
            "报告数": len(self._known),
            "指标数": self._count,
        }
        head[meta.DATA] = {name: meta.digest(path) for name, path in made.items()}
        codebook = codebook_csv()
        about: dict[str, meta.Value] = {
            "标题": "字段说明",
            "类型": "数据",
            meta.DATA: {"codebook.csv": meta.digest(codebook)},
        }
        return {
            f"{self._folder}/index.md": meta.page(head, _index(self._known, self._folder, self._count)),
            f"{self._folder}/codebook.md": meta.page(about, _codebook()),
            f"{self._folder}/codebook.csv": codebook,
            **{f"{self._folder}/{name}": path for name, path in made.items()},
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


def _index(reports: Sequence[Facts], folder: str, count: int) -> str:
    if not reports:
        return "# 数据\n\n本站还没有报告。\n"
    lines = [_line(facts, folder) for facts in reports]
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
