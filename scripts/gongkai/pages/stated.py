"""What the lines around a report's text say of it: 索引号：SQ0101-2024-00007, 清府〔2020〕14号, 2023年1月20日.

Only whole lines of the head and the closing date are read; a number or date in a sentence says nothing of the report.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from gongkai import words
from gongkai.model import ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.model import Report

_DATES = ("发布日期", "成文日期")
# 2023年1月20日 · 2023-01-20 09:30 · 2023/1/20 · 二〇二三年一月二十日
_DATE = re.compile(
    r"(?P<year>\d{4})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?(?:\s+(?P<time>\d{2}:\d{2}))?", re.ASCII
)
_CHINESE_DATE = re.compile(
    r"(?P<year>[〇○零一二三四五六七八九]{4})年(?P<month>[一二十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})日"
)
_DIGITS = {char: str(at // 3 if at < 3 else at - 2) for at, char in enumerate("〇○零一二三四五六七八九")}


def stated(report: Report) -> dict[str, str]:
    """Front-matter keys and values that the report's own lines give; the first of two wins."""
    text = report.source.text
    found: dict[str, str] = {}
    lines = [paragraph.span.of(text).strip() for paragraph in report.front]
    for key, value in _labelled(lines):
        said = iso(value, timed=key == "发布日期") if key in _DATES else value
        if said:
            found.setdefault(key, said)
    for line in lines:
        if _number().fullmatch("".join(line.split())):
            found.setdefault("发文字号", "".join(line.split()))
    closing = [p for _, p in report.paragraphs() if p.kind is ParagraphKind.SIGNATURE]
    for paragraph in reversed(closing):
        said = iso("".join(paragraph.span.of(text).split()).strip("（）()"))
        if said:
            found.setdefault("成文日期", said)
    return found


def iso(text: str, *, timed: bool = False) -> str:
    """A date that is all of `text` as 2023-01-20, with its time when wanted; empty when it is none."""
    digits = _CHINESE_DATE.fullmatch(text)
    if digits:
        text = f"{''.join(_DIGITS[char] for char in digits['year'])}-{_small(digits['month'])}-{_small(digits['day'])}"
    found = _DATE.fullmatch(text)
    if not found:
        return ""
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"])).isoformat()
    except ValueError:
        return ""
    return f"{day} {found['time']}" if timed and found["time"] else day


def _labelled(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Labels and their values, in the same line or, when the label stands alone, in the next."""
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        labels = list(_label().finditer(line))
        ends = [*(label.start() for label in labels[1:]), len(line)]
        for label, end in zip(labels, ends[: len(labels)], strict=True):
            value = line[label.end() : end].strip()
            if not value and not _label().match(following):
                value = following
            key = next(e["key"] for e in words.load("stated")["labels"] if re.fullmatch(e.expression, label["name"]))
            if value and len(value) <= 60:
                yield key, value


@cache
def _label() -> re.Pattern[str]:
    # 索引号：
    return re.compile(rf"(?:^|(?<=\s)|(?<=[\[【]))(?P<name>{words.alternation('stated', 'labels')})\s*[：:】\]]\s*")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(words.alternation("stated", "numbers"))


def _small(text: str) -> str:
    """十二 -> 12, 二十 -> 20, 二十一 -> 21."""
    tens, ten, ones = text.partition("十")
    if not ten:
        return _DIGITS[text] if len(text) == 1 else "0"
    return str(int(_DIGITS.get(tens, "1")) * 10 + int(_DIGITS.get(ones, "0")))
