"""indicators.md: one row a figure, section by section, each tied to its place in the text.

`| <a id="r-3a9c1e02"></a>办结率 | [98.8](index.md#f-3a9c1e02) | % | 2022年 | …4924件，办结率达**98.8%**，先后两次… |`
"""

from __future__ import annotations

import posixpath
import re
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from gongkai.pages import escape
from gongkai.pages.inline import around
from gongkai.pages.tables import pipe_table
from gongkai.rows import QUALIFIERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.model import Figure, Heading, Indicator, Reading
    from gongkai.pages.facts import Facts

_HEAD = ("指标", "数值", "单位", "时期", "报告原句")
_NO_SECTION = "标题之前"
# 35万余 · 1.2亿
_LARGE = re.compile(r"[万亿]")


def body(reading: Reading, facts: Facts, data_folder: str) -> str:
    """The body of the table page."""
    codebook = posixpath.relpath(f"{data_folder}/codebook.md", facts.placed.folder)
    count = len(reading.indicators)
    says = f"报告里的 {count} 项指标，按报告的顺序，一行一项。点数值回到正文里的那个数字。" if count else ""
    blocks = [
        f"# {escape.heading(escape.literal(facts.title))}：指标",
        says or "这份报告里没有找到指标。",
        "年份、文号、名称里的数字不是指标，在[数字账](numbers.md)里逐个说明。",
        f"下载：[CSV](indicators.csv) · [JSON](indicators.json) · [字段说明]({codebook})　[看报告原文](index.md)",
        *_sections(reading),
    ]
    return "\n\n".join(blocks) + "\n"


def written(figure: Figure) -> str:
    """The number as the report wrote it, without the unit that closes it: 35万余条 -> 35万余."""
    raw = figure.raw
    for unit in (figure.unit, figure.unit.replace("%", "％")):
        if unit and raw.endswith(unit) and raw != unit:
            return raw[: -len(unit)]
    return raw


def plainly(figure: Figure) -> str:
    """The number in plain digits when the report bounds, shortens or splits it: 多于 350000, 2/3; else empty."""
    shown = written(figure)
    split = isinstance(figure.value, Fraction) and figure.value.denominator != 1
    if not (figure.qualifier or _LARGE.search(shown) or split):
        return ""
    value = figure.plain_value()
    if figure.value_max is not None:
        value = f"{value}—{figure.value_max:f}"
    words = " ".join(word for word in (QUALIFIERS[figure.qualifier] if figure.qualifier else "", value) if word)
    return "" if not value or words.replace(" ", "") == shown else words


def _sections(reading: Reading) -> Iterator[str]:
    shown: tuple[Heading, ...] = ()
    for path, group in groupby(reading.indicators, lambda indicator: indicator.section):
        yield from _headings(path, shown)
        shown = path
        yield pipe_table(_HEAD, [_row(reading, indicator) for indicator in group], right=(1,))


def _headings(path: tuple[Heading, ...], shown: tuple[Heading, ...]) -> Iterator[str]:
    """The headings that lead to a section, less those that stand above already."""
    if not path:
        yield f"## {_NO_SECTION}"
    shared = 0
    while shared < min(len(path), len(shown)) and path[shared] == shown[shared]:
        shared += 1
    start = min(shared, max(len(path) - 1, 0))
    for depth, heading in enumerate(path[start:], start):
        yield f"{'#' * min(depth + 2, 6)} {escape.heading(escape.literal(heading.number + heading.text))}"


def _row(reading: Reading, indicator: Indicator) -> list[str]:
    figure, text = indicator.figure, reading.report.source.text
    plain = plainly(figure)
    return [
        f'<a id="r-{indicator.id}"></a>{escape.literal(indicator.name, cell=True)}',
        f"[{escape.literal(written(figure), cell=True, closed=True)}](index.md#f-{indicator.id})",
        escape.literal(figure.unit + (f"（{plain}）" if plain else ""), cell=True),
        escape.literal(indicator.period.label, cell=True),
        around(text, figure.span, indicator.sentence),
    ]
