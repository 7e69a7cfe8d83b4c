"""ledger.md: the problems and plans that a report states, numbered: next year's report can be held against them.

`1. <a id="p-5f0c2a91"></a>一是在构建一流法治化营商环境过程中，…有待加强。 [原文](index.md#s-5f0c2a91)`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.pages import escape
from gongkai.pages.inline import bold
from gongkai.pages.parts import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gongkai.pages.facts import Facts
    from gongkai.pages.parts import Item

_PARTS = ((Part.PROBLEMS, "存在的问题", "p"), (Part.PLANS, "下步打算", "q"))


def counts(items: Sequence[Item]) -> dict[str, int]:
    """How many problems and plans there are, as front matter says it."""
    return {
        f"{name}数": sum(item.part is part for item in items)
        for part, name in ((Part.PROBLEMS, "问题"), (Part.PLANS, "打算"))
    }


def body(text: str, items: Sequence[Item], facts: Facts) -> str:
    """The body of the ledger page; `text` is the report's."""
    blocks = [
        f"# {escape.heading(escape.literal(facts.title))}：台账",
        "报告写明的问题和打算，逐条编号，一字不改。来年的报告可以逐条对照。",
        "[看报告原文](index.md) · [指标](indicators.md) · [数字账](numbers.md)",
    ]
    for part, name, mark in _PARTS:
        chosen = [item for item in items if item.part is part]
        blocks.append(f"## {name}（{len(chosen)} 条）")
        lines = [_line(number, text, item, mark) for number, item in enumerate(chosen, 1)]
        blocks.append("\n".join(lines) or f"这份报告里没有找到专门写{name}的部分。")
    return "\n\n".join(blocks) + "\n"


def _line(number: int, text: str, item: Item, mark: str) -> str:
    words = escape.literal(item.span.of(text)).strip()
    above = ""
    if item.heading:
        heading = escape.literal(item.heading.number + item.heading.text, closed=True)
        above = bold(heading, ">", "：") + "："
    return f'{number}. <a id="{mark}-{item.key}"></a>{above}{words} [原文](index.md#s-{item.key})'
