"""What passes between the parts: a report as read, its numbers, its indicators.

Every object is frozen; a changed report is a new report. All offsets count characters of `Source.text`:
"办结率达98.8%" at offset 40 has its figure at Span(44, 49), and text[44:49] == "98.8%" always holds.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal
    from fractions import Fraction


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open piece of the source text, in characters."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Source:
    """A file as received: its text with newlines normalised, and how sure we are of having read it rightly."""

    name: str
    """File name without folder: `000_08dcf3201d913eac.txt`."""
    text: str
    """Decoded text, newlines `\\n`, no BOM; nothing else is changed, so offsets can be traced to the file."""
    sha256: str
    """Hex digest of the file's bytes."""
    encoding: str
    """`utf-8`, `utf-8-sig`, `gb18030`, ..."""
    certain: bool
    """False when the encoding was guessed."""
    line_starts: tuple[int, ...] = field(repr=False)
    """Offset of the first character of each line."""

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, both counted from 1."""
        line = bisect_right(self.line_starts, offset) - 1
        return line + 1, offset - self.line_starts[line] + 1


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading: 一、总体情况 · （一）主动公开。 · 1.优化机构设置。"""

    span: Span
    """Number, text and closing mark as they stand in the source."""
    number: str
    """`一、` `（一）` `1.` `第一，`; empty when there is none."""
    text: str
    """The heading without its number and without a closing 。 or ：."""
    level: int
    """1 for 一、, 2 for （一）, 3 for 1., 4 for （1）, 5 deeper: by the style of the number."""
    depth: int
    """1 for the outermost heading of this report, counted by nesting."""
    run_in: bool
    """True when the body goes on in the same line."""
    number_lost: bool = False
    """True when the neighbours are numbered and this one is not: the seed's （三）."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its closing mark; 。 inside “ ”, 《 》 or （ ） does not end it."""

    span: Span


class ParagraphKind(Enum):
    """What a paragraph is."""

    FRONT = "front"
    """A line of the head that is not the title: 发文字号, 索引号, date, subtitle, 各位代表：."""
    TEXT = "text"
    """Running text."""
    POINT = "point"
    """A run-in point: 一是强化组织领导。定期召开…"""
    ITEM = "item"
    """A numbered or dashed list item that is a whole sentence or list entry, not a heading."""
    TABLE = "table"
    """One line of a table whose cells were parted by blanks or tabs."""
    SIGNATURE = "signature"
    """Closing lines: the body that signs, and the date."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of text; its sentences cover all of it but blanks."""

    span: Span
    kind: ParagraphKind
    sentences: tuple[Sentence, ...]
    marker: str = ""
    """For a point or item its mark: 一是, ①, 1."""
    lead: Sentence | None = None
    """For a point with a heading sentence of its own, that sentence: 一是强化组织领导。"""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it; the root section of a report has no heading."""

    heading: Heading | None
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]

    def walk(self, path: tuple[Heading, ...] = ()) -> Iterator[tuple[tuple[Heading, ...], Section]]:
        """Section and headings that lead to it, its own last, for it and all below, in reading order."""
        here = (*path, self.heading) if self.heading else path
        yield here, self
        for section in self.sections:
            yield from section.walk(here)


@dataclass(frozen=True, slots=True)
class Report:
    """A report as read. Title lines, front paragraphs, headings and paragraphs together hold all its text."""

    source: Source
    title: str
    """The title in one line: lines joined, blanks at the joints dropped."""
    title_spans: tuple[Span, ...]
    """One span a line of the title; empty when no title was found."""
    issuer: str | None
    """发布机构 as the text names it; None when it does not."""
    year: int | None
    """The year that the report is about."""
    front: tuple[Paragraph, ...]
    """Lines of the head besides the title, in order, of kind FRONT."""
    body: Section
    """The root section."""

    def headings(self) -> Iterator[Heading]:
        """All headings in reading order."""
        for path, section in self.body.walk():
            if section.heading:
                yield path[-1]

    def paragraphs(self) -> Iterator[tuple[tuple[Heading, ...], Paragraph]]:
        """Front and body paragraphs in reading order, each with the headings above it."""
        for paragraph in self.front:
            yield (), paragraph
        for path, section in self.body.walk():
            for paragraph in section.paragraphs:
                yield path, paragraph


class FigureKind(Enum):
    """What a number mention is; the first seven are indicators."""

    COUNT = "count"
    """数量: 56个, 1371项."""
    RATE = "rate"
    """比率: 98.8%, 三分之二, 九成."""
    AMOUNT = "amount"
    """金额: 1.2亿元."""
    RANK = "rank"
    """名次: 居全市第1."""
    CHANGE = "change"
    """变化: 增长12.3%, 提高3个百分点, 减少6件."""
    MULTIPLE = "multiple"
    """倍数与比: 增长1倍, 12:47:41."""
    OTHER = "other"
    """度量: length, area, weight, power, time, score."""
    DATE = "date"
    """日期和时间."""
    ORDINAL = "ordinal"
    """序号: 第26届, 第四次会议."""
    IDENTIFIER = "identifier"
    """编号: 12345, 〔2022〕9号, a telephone number."""
    NAME = "name"
    """名称里的数字: “十四五”, “1+42+478”, 5A级."""
    REFERENCE = "reference"
    """条款、定义和列举: 第二十四条, 50岁以上, 6个方面."""
    WORD = "word"
    """词语里的数字: 统一, 三审三校, 一般; found, accounted for, never a value."""

    @property
    def is_indicator(self) -> bool:
        """Whether a number of this kind becomes a row."""
        return self in _INDICATOR_KINDS


_INDICATOR_KINDS = frozenset(
    {
        FigureKind.COUNT,
        FigureKind.RATE,
        FigureKind.AMOUNT,
        FigureKind.RANK,
        FigureKind.CHANGE,
        FigureKind.MULTIPLE,
        FigureKind.OTHER,
    }
)


class Qualifier(Enum):
    """限定语: how the written number bounds the true one."""

    OVER = "over"
    """余 多 超 突破: more than."""
    NEAR = "near"
    """近: close to, from below."""
    ABOUT = "about"
    """约 左右."""
    UNDER = "under"
    """不足 不到: less than."""
    AT_LEAST = "at_least"
    """以上 不少于."""
    AT_MOST = "at_most"
    """以内 不超过."""
    TOP = "top"
    """前: 居全省前3."""


class Direction(Enum):
    """Which way a change went."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number mention. `source.text[span] == raw`: number, unit and adjoining qualifier (近 约 余 以上)."""

    span: Span
    raw: str
    kind: FigureKind
    reason: str
    """Key of the rule in lexicon/ that decided the kind."""
    value: Decimal | Fraction | None = None
    """In plain numbers: 35万 is 350000; 三分之二 is Fraction(2, 3); 98.8% is 98.8. None for dates, codes and words.

    A reference (10件民生实事) keeps its value, so that a correction can make it an indicator.
    """
    value_max: Decimal | None = None
    """Upper end of a range: 5—10个."""
    ratio: tuple[Decimal, ...] = ()
    """Terms of a ratio: 12:47:41; `value` is then None."""
    unit: str = ""
    """As written, without 万 and 亿: 条, 元, %, 个百分点."""
    qualifier: Qualifier | None = None
    direction: Direction | None = None

    @property
    def is_indicator(self) -> bool:
        """Whether it becomes a row."""
        return self.kind.is_indicator

    def plain_value(self) -> str:
        """The value for data files: `350000`, `98.8`, `2/3`, `12:47:41`; empty when there is none."""
        if self.ratio:
            return ":".join(f"{term:f}" for term in self.ratio)
        if self.value is None:
            return ""
        return f"{self.value:f}" if hasattr(self.value, "as_tuple") else str(self.value)


@dataclass(frozen=True, slots=True)
class Period:
    """时期: the time that a figure speaks of."""

    raw: str
    """The words it was taken from: 今年以来, 截至12月31日; empty when it is the report's year by default."""
    start: str
    """ISO date, month or year: 2022, 2022-01-01; empty when open."""
    end: str
    """ISO date, month or year: 2022, 2022-12-31; equal to start for a year."""

    @property
    def label(self) -> str:
        """For people: 2022年, 截至2022-12-31, 2021年—2022年; empty when nothing is known."""
        if not self.start and not self.end:
            return ""
        if self.start == self.end:
            return f"{self.start}年" if len(self.start) == 4 else self.start
        if not self.start:
            return f"截至{self.end}"
        return "—".join(f"{end}年" if len(end) == 4 else end for end in (self.start, self.end) if end)


@dataclass(frozen=True, slots=True)
class Indicator:
    """指标: a figure with the name, place and time that make it a row of a table."""

    id: str
    """Eight hex digits made from sentence, raw text and repetition, so that neighbours can come and go."""
    figure: Figure
    name: str
    """What a person would call it, at most 30 characters: 12345热线信息; 办结率; 行政规范性文件(废止)."""
    subject: str
    """Whom or what the name is about when the text says so: 12345热线; empty otherwise."""
    section: tuple[Heading, ...]
    """Headings above, outermost first."""
    point: str
    """Mark of the point it stands in: 一是; empty otherwise."""
    sentence: Span
    period: Period
    scope: str
    """全县, 全市 ... as written; empty otherwise."""
    part_of: str = ""
    """Id of the indicator it is part of (其中 分别); empty otherwise."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A report with every number judged."""

    report: Report
    figures: tuple[Figure, ...]
    """All number mentions in reading order, without overlap; together they hold every numeral of the text."""
    indicators: tuple[Indicator, ...]
    """One for each figure whose kind is an indicator's, in reading order, less what a correction drops."""
