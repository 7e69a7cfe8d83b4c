"""A page as search knows it: its title, what it is, and its paragraphs with their anchors."""

from __future__ import annotations

from dataclasses import dataclass

QUESTION = "常见问题"
"""What a page is that asks and answers a question."""


@dataclass(frozen=True, slots=True)
class Fact:
    """An indicator of a report, as a result of its own."""

    block: int
    """Which of the record's blocks states it."""
    sentence: str
    name: str
    raw: str
    """The figure as written: 98.8%."""
    value: str
    unit: str
    qualifier: str
    period: str
    row_url: str
    """Its row in the table of indicators, below the site's root."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item, heading or table row."""

    anchor: str
    heading: str
    """The heading of the section that it stands in; empty before the first."""
    text: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A document that an answer of 常见问题 rests on."""

    title: str
    url: str
    """Below the site's root; empty when it is not on the site."""
    state: str
    """Its 有效性 as readers see it: 已废止; or empty."""


@dataclass(frozen=True, slots=True)
class Record:
    """A page; the one with the number n is the n-th by date, then by address."""

    number: int
    url: str
    """Below the site's root: zcwj/2017/0520-x.html."""
    title: str
    kind: str = ""
    """What it is: 政策文件."""
    column: str = ""
    year: str = ""
    date: str = ""
    """ISO, or empty."""
    agency: str = ""
    """发布机构."""
    number_text: str = ""
    """发文字号."""
    index_number: str = ""
    """索引号."""
    validity: str = ""
    """有效性 as declared: 有效, 废止 …, or empty."""
    sample: bool = False
    """Whether it belongs to an imaginary place."""
    keywords: tuple[str, ...] = ()
    summary: str = ""
    blocks: tuple[Block, ...] = ()
    facts: tuple[Fact, ...] = ()
    otherwise: tuple[str, ...] = ()
    """The question of 常见问题 as others put it; each counts as a title."""
    grounds: tuple[Ground, ...] = ()
