"""Find the title of a report and the other lines of its head.

云阳县人民政府办公室关于2022年 / 法治政府建设情况的报告 are the title, 清府〔2020〕14号 and 各位代表： are front lines,
and with 2022年，县政府办公室坚持… the body begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from gongkai import words
from gongkai.parse.numbering import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gongkai.parse.lines import Line

_MOST_HEAD_LINES = 40
_MOST_TITLE_LINES = 4
_LONGEST = 90
# 政府工作报告[1] · 统计公报① · 审计报告*
_MARK = re.compile(r"(?<=.)(?:[\[［〔【]\d{1,2}[\]］〕】]|[①-⑳]|[*＊※])+$")
_BLANKS = re.compile(r"\s+")
_SPACED = re.compile(r"\S(?:\s+\S)+")
_YEAR = re.compile("(?:19|20|１９|２０)[0-9０-９]{2}|二[〇○零Ｏ][〇○零一二]")


@dataclass(frozen=True, slots=True)
class Opening:
    """The head of a report, told apart."""

    title: tuple[Line, ...]
    """Lines of the title; empty when there is none."""
    front: tuple[Line, ...]
    """Other lines of the head, in order, before and behind the title."""
    body: int
    """How many lines the head has."""


def opening(lines: Sequence[Line]) -> Opening:
    """Title and front lines at the beginning of a report."""
    head = _head(lines)
    is_front = [_is_front(line.text) or _is_value(lines, at) for at, line in enumerate(lines[:head])]
    runs = _runs(is_front)
    if not runs:
        return Opening((), tuple(lines[:head]), head)
    first, last = _title(lines, _best(lines, runs))
    if _repeats(lines, is_front, (first, last)):
        return Opening(tuple(lines[first:last]), (*lines[:first], *lines[last:head]), head)
    body = next((at for at in range(last, head) if not any(is_front[at:head])), head)
    front = (*lines[:first], *lines[last:body])
    return Opening(tuple(lines[first:last]), front, body)


def _repeats(lines: Sequence[Line], is_front: Sequence[bool], title: tuple[int, int]) -> bool:
    """Whether the lines below the title that are no front lines say the title once more."""
    whole = squeezed("".join(line.text for line in lines[slice(*title)]))
    others = (line.text for line, front in zip(lines[title[1] :], is_front[title[1] :], strict=False) if not front)
    return squeezed("".join(others)) == whole


def one_line(title: Sequence[Line]) -> str:
    """The lines of a title joined, without footnote marks, letter-spaced words closed up: 工 作 报 告 -> 工作报告."""
    texts = (unmarked(line.text) for line in title)
    return "".join(squeezed(text) if _SPACED.fullmatch(text) else text for text in texts)


def unmarked(text: str) -> str:
    """A line without the footnote mark at its end: 政府工作报告[1], 统计公报① -> 政府工作报告, 统计公报."""
    return _MARK.sub("", text)


def squeezed(text: str) -> str:
    """A line without any blanks: 政 府 工 作 报 告 -> 政府工作报告."""
    return _BLANKS.sub("", text)


@cache
def _pattern(name: str, group: str) -> re.Pattern[str]:
    return re.compile(words.alternation(name, group))


@cache
def _endings() -> re.Pattern[str]:
    # …情况的报告 …公报（摘要） …工作总结[1]
    return re.compile(f"(?:{words.alternation('title', 'endings')})(?:[（(][^）)]{{1,12}}[）)])?$")


@cache
def _body_name() -> re.Pattern[str]:
    # 大堰县农业农村局（乡村振兴局）
    return re.compile(f"(?:{words.alternation('issuers', 'suffixes')})(?:[（(][^）)]{{2,20}}[）)])?$")


@cache
def _place_first() -> re.Pattern[str]:
    # 2022年上海市… , never 2022年全市…
    return re.compile(f"(?:\\d{{4}}年(?:度)?)?(?![全各本])(?:{words.alternation('issuers', 'places')})")


def _head(lines: Sequence[Line]) -> int:
    """How many lines stand before the first that must belong to the body."""
    for at, line in enumerate(lines[:_MOST_HEAD_LINES]):
        if _is_body(line.text):
            return at
    return min(len(lines), _MOST_HEAD_LINES)


def _is_body(text: str) -> bool:
    """A long line, a sentence, or a numbered one."""
    if len(text) > _LONGEST:
        return True
    if _is_front(text):
        return False
    found = number(text)
    if found and not found.weak:
        return True
    return "。" in text or text[-1] in "：:；;，,！!？?、"


def _is_front(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_pattern("front", "lines").search(text))


def _is_value(lines: Sequence[Line], at: int) -> bool:
    """The line below a label that stands alone: 来源： / 陕西省人民政府."""
    if at == 0 or len(lines[at].text) > 40:
        return False
    before = lines[at - 1].text
    return before[-1] in ":：" and len(before) <= 12 and _is_front(before)


def _runs(is_front: Sequence[bool]) -> list[tuple[int, int]]:
    """Spans of neighbouring lines that are not front lines."""
    runs = []
    start = None
    for at, front in enumerate((*is_front, True)):
        if not front and start is None:
            start = at
        elif front and start is not None:
            runs.append((start, at))
            start = None
    return runs


def _best(lines: Sequence[Line], runs: list[tuple[int, int]]) -> tuple[int, int]:
    """The first run with a line that ends as titles do, else the first."""
    for run in runs:
        if any(_ends(line.text) and not _is_column(line.text) for line in lines[slice(*run)]):
            return run
    return runs[0]


def _title(lines: Sequence[Line], run: tuple[int, int]) -> tuple[int, int]:
    """First line of the title and the line behind its last, within a run of lines."""
    first, stop = run
    while first + 1 < stop and _is_column(lines[first].text):
        first += 1
    stop = min(stop, first + _MOST_TITLE_LINES)
    last = first
    while last < stop and not _is_done(lines, last, (first, stop)):
        last += 1
    if last == stop:
        return first, _unfinished(lines, first, stop)
    while first < last and not _belongs(*(line.text for line in (lines[first], lines[first + 1], lines[last]))):
        first += 1
    return first, last + 1


def _is_done(lines: Sequence[Line], at: int, run: tuple[int, int]) -> bool:
    """Whether the title ends with a line: it ends as titles do, and the next one does not carry it on."""
    first, stop = run
    if not _ends(lines[at].text):
        return False
    if at + 1 >= stop:
        return True
    if _pattern("title", "continuing").match(squeezed(lines[at + 1].text)):
        return False
    about = any("关于" in line.text for line in lines[first : at + 1])
    return _is_firm(lines[at].text) or not about or not any(_is_firm(line.text) for line in lines[at + 1 : stop])


def _unfinished(lines: Sequence[Line], first: int, stop: int) -> int:
    """The line behind a title that does not end as titles do: as far as each line asks for the next."""
    last = first
    while last + 1 < stop and _goes_on(lines[last].text):
        last += 1
    return last + 1


def _goes_on(text: str) -> bool:
    plain = squeezed(text)
    return bool(_pattern("title", "unfinished").search(plain) or _body_name().search(plain))


def _belongs(text: str, below: str, last: str) -> bool:
    """Whether a line above is part of the title whose last line is known."""
    plain, final = squeezed(text), squeezed(last)
    if _pattern("title", "continuing").match(squeezed(below)):
        return True
    is_body = bool(_body_name().search(plain))
    if _pattern("title", "unfinished").search(plain) and not is_body:
        return True
    if _place_first().match(final):
        return False
    return is_body or bool(_place_first().match(plain)) or not (_YEAR.search(final) or final.startswith("关于"))


def _ends(text: str) -> bool:
    return bool(_endings().search(unmarked(squeezed(text))))


def _is_firm(text: str) -> bool:
    return _ends(text) and unmarked(squeezed(text)).endswith(_firm_endings())


@cache
def _firm_endings() -> tuple[str, ...]:
    return tuple(entry.word for entry in words.load("title")["endings"] if entry["firm"])


def _is_column(text: str) -> bool:
    return squeezed(text) in words.words("title", "columns")
