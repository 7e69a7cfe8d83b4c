"""The columns of an indicator row, as CSV for people and JSON for programs, and back.

One row a figure: 办结率, 98.8, %, 2022年, the sentence, and the file, hash, line and column it was read from.
"""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from gongkai.model import Direction, FigureKind, Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

KINDS: Mapping[FigureKind, str] = {
    FigureKind.COUNT: "数量",
    FigureKind.RATE: "比率",
    FigureKind.AMOUNT: "金额",
    FigureKind.RANK: "名次",
    FigureKind.CHANGE: "变化",
    FigureKind.MULTIPLE: "倍数",
    FigureKind.OTHER: "度量",
}
QUALIFIERS: Mapping[Qualifier, str] = {
    Qualifier.OVER: "多于",
    Qualifier.NEAR: "接近",
    Qualifier.ABOUT: "大约",
    Qualifier.UNDER: "不足",
    Qualifier.AT_LEAST: "不少于",
    Qualifier.AT_MOST: "不超过",
    Qualifier.TOP: "前",
}
DIRECTIONS: Mapping[Direction, str] = {Direction.UP: "增", Direction.DOWN: "减"}
# =1+1 · +5件 · ＝1+1: a spreadsheet runs it as a formula
_FORMULA = re.compile(r"[=+\-@＝＋－＠\t\r\n']")
# -5 · 98.8
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d+)?", re.ASCII)
# 2/3 · 12:47:41 · 5-10 · 2022-12 (a date or time); 1e20 · 00123 · 18 digits (another number)
_MISREAD = re.compile(r"\d+(?:[/:-]\d+){1,2}|\d+(?:\.\d+)?[eE][+-]?\d+|0\d+|\d{16,}", re.ASCII)
# 2022-12-31
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator as data; every field is text or a whole number, an unknown one is empty."""

    id: str
    name: str
    value: str
    value_max: str
    unit: str
    qualifier: str
    raw: str
    kind: str
    direction: str
    period: str
    period_start: str
    period_end: str
    scope: str
    subject: str
    part_of: str
    section: str
    point: str
    sentence: str
    report: str
    issuer: str
    year: str
    address: str
    source_file: str
    source_sha256: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the data: its key, its Chinese head, and what stands in it."""

    key: str
    head: str
    about: str


COLUMNS: tuple[Column, ...] = (
    Column("id", "编号", "这一行的固定编号。指标表一行的锚点是 r-编号，正文里数字的锚点是 f-编号。"),
    Column("name", "指标", "指标名称，取自报告原句。"),
    Column(
        "value",
        "数值",
        "普通数字。35万 写作 350000；98.8% 写作 98.8；三分之二 写作 2/3；比例写作 12:47:41。没有时为空。",
    ),
    Column("value_max", "数值上限", "范围的上限：“5至10个”的 10。不是范围时为空。"),
    Column("unit", "单位", "原文的单位，不含 万、亿。"),
    Column("qualifier", "限定语", "原文数字带的限定：多于、接近、大约、不足、不少于、不超过、前。没有时为空。"),
    Column("raw", "原文", "报告里这个数字的原样写法。"),
    Column("kind", "类别", "数量、比率、金额、名次、变化、倍数、度量。"),
    Column("direction", "变化方向", "类别为变化时：增、减。"),
    Column("period", "时期", "这个数字说的是哪段时间。"),
    Column("period_start", "时期起", "时期的开始：年、月或日；不限时为空。"),
    Column("period_end", "时期止", "时期的结束：年、月或日。"),
    Column("scope", "范围", "原文写明的范围：全县、全市等。没有写明时为空。"),
    Column("subject", "对象", "指标说的是什么；指标名称里已经说清时为空。"),
    Column("part_of", "属于", "这是另一行的一部分时，那一行的编号。"),
    Column("section", "章节", "所在的标题，由大到小，以“ / ”分开。"),
    Column("point", "要点", "所在要点的序号：一是、二是。"),
    Column("sentence", "原句", "数字所在的整句，一字不改。超过 2000 字的只取前后各 1000 字。"),
    Column("report", "报告", "报告标题。"),
    Column("issuer", "发布机构", "报告载明的机构。"),
    Column("year", "年度", "报告所属年度。"),
    Column("address", "网页地址", "网站内的地址，指向正文里的这个数字。"),
    Column("source_file", "源文件", "收到的报告文件名。"),
    Column("source_sha256", "源文件校验值", "源文件的 SHA-256，用来核对文件没有改动。"),
    Column("line", "行", "数字在源文件的第几行，从 1 数起。"),
    Column("column", "列", "数字在那一行的第几个字，从 1 数起。"),
)
assert [column.key for column in COLUMNS] == [field.name for field in fields(Row)]  # noqa: S101 - one list, two uses


def csv_head() -> bytes:
    """BOM and the line of Chinese heads."""
    return b"\xef\xbb\xbf" + _csv([[column.head for column in COLUMNS]])


def csv_lines(rows: Iterable[Row]) -> bytes:
    """The rows as lines of CSV, without heads.

    A cell that a spreadsheet would run as a formula or turn into a date or another number gets a leading apostrophe;
    `from_csv` takes it off.
    """
    return _csv([_guarded(getattr(row, column.key)) for column in COLUMNS] for row in rows)


def to_csv(rows: Iterable[Row]) -> bytes:
    """CSV with Chinese heads, UTF-8 with BOM and CRLF, as Excel and WPS open it rightly."""
    return csv_head() + csv_lines(rows)


def from_csv(data: bytes) -> list[Row]:
    """The rows of a CSV that `to_csv` wrote; ValueError when its heads are not ours."""
    lines = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    if next(lines, None) != [column.head for column in COLUMNS]:
        raise ValueError("表头与字段说明不一致")
    return [_row({column.key: _bare(cell) for column, cell in zip(COLUMNS, line, strict=True)}) for line in lines]


def codebook_csv() -> bytes:
    """The columns themselves as CSV: 字段, 表头, 含义."""
    lines = [("字段", "表头", "含义"), *((column.key, column.head, column.about) for column in COLUMNS)]
    return b"\xef\xbb\xbf" + _csv(lines)


def json_lines(records: Iterable[Mapping[str, Any]]) -> bytes:
    """JSON objects, one a line, parted by commas, without the brackets of their list."""
    return ",\n".join("  " + json.dumps(record, ensure_ascii=False) for record in records).encode()


def json_frame(reports: Iterable[Mapping[str, Any]]) -> tuple[bytes, bytes]:
    """What stands before and after the lines of the rows in a JSON file."""
    return b'{"reports": [\n' + json_lines(reports) + b'\n ],\n "indicators": [\n', b"\n ]}\n"


def to_json(reports: Iterable[Mapping[str, Any]], rows: Iterable[Row]) -> bytes:
    """`{"reports": [{...}], "indicators": [row, ...]}`, one report and one row a line so that versions compare well."""
    before, after = json_frame(reports)
    return before + json_lines(map(record, rows)) + after


def from_json(data: bytes) -> tuple[list[dict[str, Any]], list[Row]]:
    """The reports and rows that `to_json` was given; ValueError when it is something else."""
    try:
        whole = json.loads(data)
        return whole["reports"], [_row(known) for known in whole["indicators"]]
    except (KeyError, TypeError) as error:
        raise ValueError(f"不是指标数据文件：{error}") from None


def record(row: Row) -> dict[str, str | int]:
    """A row by the keys of its columns."""
    return {column.key: getattr(row, column.key) for column in COLUMNS}


def _row(known: dict[str, Any]) -> Row:
    return Row(**{**known, "line": int(known["line"]), "column": int(known["column"])})


def _csv(lines: Iterable[Iterable[str | int]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(lines)
    return text.getvalue().encode("utf-8")


def _guarded(cell: str | int) -> str | int:
    if not isinstance(cell, str) or _NUMBER.fullmatch(cell) or _DATE.fullmatch(cell):
        return cell
    return f"'{cell}" if _FORMULA.match(cell) or _MISREAD.fullmatch(cell) else cell


def _bare(cell: str) -> str:
    return cell.removeprefix("'")
