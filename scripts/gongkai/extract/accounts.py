"""Account for every numeral of a report: what each was judged to be and by which rule (数字账)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from gongkai import words
from gongkai.extract.figures import taken
from gongkai.model import FigureKind, Span
from gongkai.numerals import NUMERALS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gongkai.model import Reading

_NUMERAL = re.compile(f"[{NUMERALS}]")
_KIND_LABELS = {
    FigureKind.COUNT: "数量",
    FigureKind.RATE: "比率",
    FigureKind.AMOUNT: "金额",
    FigureKind.RANK: "名次",
    FigureKind.CHANGE: "变化",
    FigureKind.MULTIPLE: "倍数与比",
    FigureKind.OTHER: "度量",
    FigureKind.DATE: "日期",
    FigureKind.ORDINAL: "序数",
    FigureKind.IDENTIFIER: "编号",
    FigureKind.NAME: "名称",
    FigureKind.REFERENCE: "引用或列举",
    FigureKind.WORD: "词语",
}
_REASONS = {
    "word": "词语里的数字",
    "quoted": "引号里的名称",
    "quoted_word": "引号里的词语",
    "in_title": "书名号里的数字",
    "circled": "圈码",
    "lettered": "字母和数字组成的名称",
    "code": "字母和数字组成的编号",
    "bare": "没有单位的数字",
    "table_cell": "表格里的数字",
    "serial": "表格里的序号",
    "change": "变化",
    "correction": "按更正办理",
    "marker": "标题或要点的序号",
}


@dataclass(frozen=True, slots=True)
class Account:
    """One entry of the ledger of numbers."""

    span: Span
    raw: str
    judged: str
    """What it was taken for, in Chinese: 数量, 日期, 词语, 序号."""
    reason: str
    """Why, in Chinese."""
    indicator: bool
    """Whether it became a row."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """数字账: every figure and every heading number of a report, in order."""

    accounts: tuple[Account, ...]
    numerals: int
    """Numeral characters in the text."""
    covered: int
    """Those that an entry holds."""

    @property
    def complete(self) -> bool:
        """Whether nothing was left out."""
        return self.covered == self.numerals


def ledger(reading: Reading) -> Ledger:
    """The ledger of numbers of a reading."""
    text = reading.report.source.text
    rows = {indicator.figure.span for indicator in reading.indicators}
    accounts = [
        Account(figure.span, figure.raw, _KIND_LABELS[figure.kind], reason(figure.reason), figure.span in rows)
        for figure in reading.figures
    ]
    accounts += [
        Account(span, span.of(text), "序号", _REASONS["marker"], indicator=False)
        for span in taken(reading.report)
        if _NUMERAL.search(text, span.start, span.end)
    ]
    accounts.sort(key=lambda account: account.span)
    return Ledger(tuple(accounts), *_coverage(text, [account.span for account in accounts]))


def reason(key: str) -> str:
    """A rule's name in Chinese."""
    return _labels().get(key, _REASONS.get(key, "按单位判定" if key.startswith("unit_") else key))


def kind_label(kind: FigureKind) -> str:
    """A kind in Chinese: 数量."""
    return _KIND_LABELS[kind]


def _coverage(text: str, spans: Iterable[Span]) -> tuple[int, int]:
    numerals = covered = 0
    waiting = iter([*spans, Span(len(text) + 1, len(text) + 1)])
    span = next(waiting)
    for match in _NUMERAL.finditer(text):
        while span.end <= match.start():
            span = next(waiting)
        numerals += 1
        covered += span.start <= match.start()
    return numerals, covered


@cache
def _labels() -> dict[str, str]:
    forms, judgement = words.load("forms"), words.load("judgement")
    entries = [*forms["digits"], *forms["han"], *judgement["rules"], *judgement["change"]]
    return {entry["name"]: entry["label"] for entry in entries}
