"""Compare the tables with pypinyin and OpenCC on real texts: python scripts/tables/measure.py REPORT.txt …."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import opencc
from make import forms_table, readings_table
from pypinyin import pinyin
from sources import common, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from compact import Table

# 一是强化组织领导
HAN = re.compile("[\u4e00-\u9fff]+")
CONVERTER = opencc.OpenCC("s2t")


def by_pypinyin(text: str) -> list[str]:
    """Readings of a whole sentence."""
    return [written(c, values[0]) for c, values in zip(text, pinyin(text, errors=list), strict=True)]  # type: ignore[arg-type]


def by_opencc(text: str) -> list[str]:
    """Traditional forms of a whole sentence."""
    return list(map(common, text, CONVERTER.convert(text)))


def compare(name: str, table: Table, judge: Callable[[str], list[str]], texts: list[str]) -> None:
    """Print the share of characters that agree, and each that does not."""
    total, others = 0, Counter[str]()
    for text in texts:
        ours, theirs = table.values(text), judge(text)
        total += len(text)
        for place, pair in enumerate(zip(ours, theirs, strict=True)):
            if pair[0] != pair[1]:
                others[f"{text[max(0, place - 3) : place]}[{text[place]}]{text[place + 1 : place + 4]} {pair}"] += 1
    print(f"{name}: {total} characters, {1 - others.total() / total:.3%} agree")
    for other, times in others.most_common():
        print(f"  {times} {other}")


if __name__ == "__main__":
    texts = [run for file in sys.argv[1:] for run in HAN.findall(Path(file).read_text(encoding="utf-8"))]
    compare("pinyin", readings_table(), by_pypinyin, texts)
    compare("hant", forms_table(), by_opencc, texts)
