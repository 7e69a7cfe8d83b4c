"""numbers.md: every numeral of the source accounted for; those that are no indicators with the reason.

`| 1+42+478 | …建立“**1+42+478**”三级服务体系，… | 名称里的数字 |`
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from gongkai.model import FigureKind, Span
from gongkai.pages import escape
from gongkai.pages.inline import around
from gongkai.pages.tables import pipe_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gongkai.model import Reading
    from gongkai.pages.facts import Facts

JUDGED = {
    FigureKind.DATE: "日期和时间",
    FigureKind.ORDINAL: "序号",
    FigureKind.IDENTIFIER: "编号",
    FigureKind.NAME: "名称里的数字",
    FigureKind.REFERENCE: "条款、定义和列举",
    FigureKind.WORD: "词语里的数字",
}
_DROPPED, _UNKNOWN = "更正时删去的", "没有说明的"
_NEAR = 60
_HEAD = ("数字", "前后的字", "为什么不是指标")


class Entry(Protocol):
    """A numeral of the source, accounted for. `extract` makes them."""

    @property
    def span(self) -> Span:
        """Where it stands."""

    @property
    def raw(self) -> str:
        """As written."""

    @property
    def label(self) -> str:
        """Why it was judged so, in Chinese; empty when nothing accounts for it."""


def body(reading: Reading, entries: Sequence[Entry], facts: Facts) -> str:
    """The body of the page that accounts for every numeral."""
    text = reading.report.source.text
    shown = {indicator.figure.span for indicator in reading.indicators}
    kinds = {figure.span: figure.kind for figure in reading.figures}
    others = [entry for entry in entries if entry.span not in shown]
    lost = sum(not entry.label for entry in others)
    blocks = [
        f"# {escape.heading(escape.literal(facts.title))}：数字账",
        _summary(len(entries), len(entries) - len(others), lost),
        "[看报告原文](index.md) · [指标](indicators.md) · [台账](ledger.md)",
    ]
    order = [*JUDGED.values(), _DROPPED, _UNKNOWN]
    judged = [(_judged(kinds.get(entry.span), entry), entry) for entry in others]
    judged.sort(key=lambda pair: (order.index(pair[0]), pair[1].span))
    for name, group in groupby(judged, lambda pair: pair[0]):
        rows = [_row(text, entry) for _, entry in group]
        blocks += [f"## {name}（{len(rows)} 个）", pipe_table(_HEAD, rows)]
    return "\n\n".join(blocks) + "\n"


def _summary(total: int, indicators: int, lost: int) -> str:
    if not total:
        return "报告原文里没有数字。"
    covered = 100 * (total - lost) / total
    share = "100%" if not lost else f"{min(covered, 99.9):.1f}%"
    says = f"报告原文共有 {total} 处数字：{indicators} 处是指标，{total - indicators} 处不是，下面逐个说明原因。"
    return f"{says}已说明的占 {share}。"


def _judged(kind: FigureKind | None, entry: Entry) -> str:
    if kind is None or not entry.label:
        return _UNKNOWN
    return JUDGED.get(kind, _DROPPED)


def _row(text: str, entry: Entry) -> list[str]:
    return [
        escape.literal(entry.raw, cell=True).strip(),
        around(text, entry.span, _line(text, entry.span)),
        escape.literal(entry.label or _UNKNOWN, cell=True),
    ]


def _line(text: str, span: Span) -> Span:
    """The source line that a numeral stands in, as far as its neighbourhood goes."""
    first, last = max(0, span.start - _NEAR), min(len(text), span.end + _NEAR)
    start, end = text.rfind("\n", first, span.start), text.find("\n", span.end, last)
    return Span(first if start < 0 else start + 1, last if end < 0 else end)
