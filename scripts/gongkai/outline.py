"""A report as read, as a tree for the terminal: headings, points, and under each the indicators it states.

`│   ├ 98.8%  12345热线办结率  2022年`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.model import Heading, Indicator, Paragraph, Reading

_OPENING = 24
"""Characters of a paragraph that are shown."""


def outline(reading: Reading) -> Iterator[str]:
    """Lines of text, head first."""
    report = reading.report
    yield report.title or "（没有找到标题）"
    yield f"发布机构：{report.issuer or '原件未载明'}　年度：{report.year or '原件未载明'}"
    encoding = report.source.encoding + ("" if report.source.certain else "（推测）")
    yield f"编码：{encoding}　数字：{len(reading.figures)} 处，其中指标 {len(reading.indicators)} 项"
    yield ""
    shown: tuple[Heading, ...] = ()
    rest = list(reversed(reading.indicators))
    for path, paragraph in report.paragraphs():
        if path != shown:
            yield from _headings(path, shown)
            shown = path
        indent = "    " * len(path)
        yield f"{indent}{_opening(reading, paragraph)}"
        while rest and rest[-1].figure.span.start < paragraph.span.end:
            yield f"{indent}    · {_line(rest.pop())}"


def _headings(path: tuple[Heading, ...], before: tuple[Heading, ...]) -> Iterator[str]:
    for depth, heading in enumerate(path):
        if before[: depth + 1] != path[: depth + 1]:
            lost = "（原文缺序号）" if heading.number_lost else ""
            yield f"{'    ' * depth}{heading.number}{heading.text}{lost}"


def _opening(reading: Reading, paragraph: Paragraph) -> str:
    text = " ".join(paragraph.span.of(reading.report.source.text).split())
    return text if len(text) <= _OPENING else f"{text[:_OPENING]}…"


def _line(indicator: Indicator) -> str:
    details = [indicator.figure.raw, indicator.name, indicator.period.label, indicator.scope]
    return "  ".join(part for part in details if part)
