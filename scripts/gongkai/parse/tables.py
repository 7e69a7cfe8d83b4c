"""Find the lines of tables that lost their rules: 一、本年新收政府信息公开申请数量 11 2 0 0 13; and lists of contents.

Cells are parted by tabs, bars or blanks, or each stands on a line of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gongkai.parse.numbering import Number, Style, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gongkai.parse.lines import Line

_LONGEST_CELL = 40
_LONGEST_ROW = 400
_FEWEST_FIGURES = 4
# 1,136 98.8% -3.2 （12） 0 / — 2 155.39亿元
_NUMERIC = re.compile(r"[（(]?[+\-－—–]?\d[\d,，.．]*(?:[%％‰]|[\u4e00-\u9fff]{1,3})?[）)]?|[/／—–\-－*]{1,3}")
_SENTENCE = re.compile("[。；！？]")
_PAUSE = re.compile("[，。；：！？]")
_WIDE_GAP = re.compile(r"\t+|[ \u00a0]{2,}|\u3000+|\s*[|｜│┃]\s*")
_GAP = re.compile(r"[\s\u3000|｜│┃]+")
_RULE = re.compile(r"[|｜│┃┌┐└┘├┤┬┴┼─━\s:=+-]{3,}")
_CONTENTS = re.compile("目\\s*[录次]")
_PAGE = re.compile(r"[.…·．\s]*[-—]?\d*[-—]?$")
_LONGEST_ENTRY = 80
_LEADER = re.compile(r"[.…·．]{4,}\s*\d*$")


def rows(lines: Sequence[Line]) -> frozenset[int]:
    """Which lines are rows of a table, by index."""
    sure = {at for at, line in enumerate(lines) if _is_row(line.text)}
    sure |= {at for at, line in enumerate(lines) if at not in sure and _is_head(line.text) and {at - 1, at + 1} & sure}
    sure |= _single_cells(lines, sure)
    return frozenset(sure | _between(lines, sure) | _contents(lines))


def _is_row(text: str) -> bool:
    """A line with at least two cells, of which enough are figures."""
    if len(text) > _LONGEST_ROW:
        return False
    if _RULE.fullmatch(text) or _LEADER.search(text):
        return True
    cells = [cell for cell in _GAP.split(text) if cell]
    figures = sum(1 for cell in cells if _NUMERIC.fullmatch(cell))
    if len(cells) < 2 or _SENTENCE.search(text):
        return False
    if figures >= 2 and len(cells) >= 3:
        return sum(len(cell) for cell in cells) - figures <= _LONGEST_CELL * 2
    wide = [cell for cell in _WIDE_GAP.split(text) if cell]
    if "\t" in text or re.search("[|｜│┃]", text):
        found = number(text)
        return len(wide) >= 3 or (len(wide) == 2 and not (found and text[found.end :].strip() == wide[-1]))
    return len(wide) == 2 and bool(_NUMERIC.fullmatch(wide[1])) and not _PAUSE.search(text)


def _is_head(text: str) -> bool:
    """At least three short cells of words: 申请人情况 自然人 商业企业 总计."""
    cells = _GAP.split(text)
    if len(cells) < 3 or len(text) > _LONGEST_ROW or _PAUSE.search(text):
        return False
    return all(len(cell) <= 16 for cell in cells) and sum(len(cell) for cell in cells) >= 2 * len(cells)


def _single_cells(lines: Sequence[Line], sure: set[int]) -> set[int]:
    """Runs of lines with one cell each: at least four figures alone on their lines, one line in four."""
    found: set[int] = set()
    run: list[int] = []
    for at in range(len(lines) + 1):
        if at < len(lines) and at not in sure and _is_cell(lines[at].text) and not _begins_section(lines, at):
            run.append(at)
            continue
        figures = [cell for cell in run if _NUMERIC.fullmatch(lines[cell].text)]
        if len(figures) >= _FEWEST_FIGURES and len(figures) * 4 >= len(run):
            found.update(cell for cell in run if cell <= figures[-1])
        run = []
    return found


def _is_cell(text: str) -> bool:
    return len(text) <= _LONGEST_CELL and not _SENTENCE.search(text) and text[-1] not in "：:，,"


def _begins_section(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is numbered and no figure stands below it."""
    mark = number(lines[at].text)
    if mark is None or mark.weak or mark.style not in (Style.HAN, Style.HAN_ROUND):
        return False
    return at + 1 >= len(lines) or not _NUMERIC.fullmatch(lines[at + 1].text)


def _between(lines: Sequence[Line], sure: set[int]) -> set[int]:
    """Lines without figures among the rows: 三、本年度办理结果 carries on the 二、 of the row above it."""
    found: set[int] = set()
    outside: dict[Style, int] = {}
    inside: dict[Style, int] = {}
    for at, line in enumerate(lines):
        mark = number(line.text)
        below_row = at - 1 in sure or at - 1 in found
        if at not in sure and below_row and _is_cell(line.text) and _carries_on(mark, at, sure, (inside, outside)):
            found.add(at)
        if at in sure or at in found:
            inside |= {mark.style: mark.value} if mark else {}
        else:
            outside |= {mark.style: mark.value} if mark else {}
            inside = inside if below_row else {}
    return found


def _carries_on(mark: Number | None, at: int, sure: set[int], last: tuple[dict[Style, int], dict[Style, int]]) -> bool:
    if mark is None:
        return at + 1 in sure
    inside, outside = last
    near = not {at + 1, at + 2, at + 3}.isdisjoint(sure)
    return near and inside.get(mark.style, 0) + 1 == mark.value != outside.get(mark.style, 0) + 1


def _contents(lines: Sequence[Line]) -> set[int]:
    """目录 and the lines below it up to where the first of them comes again."""
    start = next((at for at, line in enumerate(lines) if _CONTENTS.fullmatch(line.text)), None)
    if start is None or start + 1 >= len(lines):
        return set()
    first = _without_page(lines[start + 1].text)
    for at in range(start + 2, len(lines)):
        if _without_page(lines[at].text) == first:
            return set(range(start, at))
        if len(lines[at].text) > _LONGEST_ENTRY or "。" in lines[at].text:
            break
    return {start}


def _without_page(text: str) -> str:
    return _GAP.sub("", _PAGE.sub("", text))
