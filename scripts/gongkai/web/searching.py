"""What search knows of the site's pages, and what its own page offers: 政策文件, 2022年, 现行有效 as choices.

A page that says 检索: 否 is left out; so are lists, and the tables beside reports, whose rows are the report's facts.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gongkai.addresses import SEARCH
from gongkai.content.faq import Faq
from gongkai.search.record import Block, Fact, Ground, Record
from gongkai.web import facets, validity
from gongkai.web.catalogue import Entry, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gongkai.rows import Row
    from gongkai.web.catalogue import Catalogue
    from gongkai.web.passages import Passage

SRC, URL, TITLE = SEARCH, SEARCH.replace(".md", ".html"), "搜索"
FOLDER = SRC.rpartition("/")[0]
_NOT_IN_FORCE = {"废止", "失效", "尚未施行"}
_SEARCHED = {Kind.DOCUMENT: "", Kind.PAGE: "页面", Kind.STATEMENT: "无障碍声明", Kind.COLUMN: "栏目", Kind.DATA: "数据"}
"""The kinds of pages that are found, with what they are called when their front matter does not say."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a choice."""

    words: str
    value: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of the search page."""

    name: str
    """What readers call it: 年度."""
    key: str
    """Its name in the address: year."""
    values: tuple[Value, ...]


def page(entries: Iterable[Entry]) -> Entry | None:
    """The entry of the search page, when docs/ has nothing at its address."""
    if any(item.url == URL for item in entries):
        return None
    return Entry(SRC, URL, Kind.SEARCH, TITLE, {"标题": TITLE, "类型": TITLE})


def is_found(item: Entry) -> bool:
    """Whether readers may find a page."""
    return item.kind in _SEARCHED and item.searchable


def record(item: Entry, where: Catalogue, passages: Sequence[Passage], rows: Sequence[Row], number: int = 0) -> Record:
    """A page as search knows it; of one that was withdrawn only its title and the note."""
    column = where.column_of(item)
    known = Record(
        number=number,
        url=item.url,
        title=item.title,
        kind=item.value("类型") or _SEARCHED[item.kind],
        column=column.name if column else "",
        year=item.year,
        date=item.published,
        agency=item.agency,
        number_text=_stated(item, "发文字号"),
        index_number=_stated(item, "索引号"),
        validity=_standing(item, where),
        sample=item.sample,
    )
    if item.withdrawn:
        return replace(known, blocks=(Block("main", "", _note(item)),))
    summary = item.value("摘要") or (column.about if column and item.kind is Kind.COLUMN else "")
    return replace(
        known,
        keywords=tuple(item.listed("关键词")),
        summary=summary,
        blocks=tuple(Block(each.anchor, each.heading, each.text) for each in passages),
        facts=tuple(_facts(item, passages, rows)),
        otherwise=tuple(item.listed("同义问法")),
        grounds=tuple(_grounds(item, where)),
    )


def _standing(item: Entry, where: Catalogue) -> str:
    """有效性 of a page; a 解读 stands as what it explains, when that is not in force."""
    explained = [each.entry for each in where.references.names(item, "解读对象") if each.entry]
    ended = [state for state in map(validity.state, explained) if state and state.value in _NOT_IN_FORCE]
    state = validity.state(item) or next(iter(ended), None)
    return state.value if state else ""


def _stated(item: Entry, key: str) -> str:
    value = item.value(key)
    return "" if value == "无" else value


def _note(item: Entry) -> str:
    return f"撤下日期 {item.withdrawn.get('日期') or '未载明'} 原因 {item.withdrawn.get('原因') or '未载明'}"


def _facts(item: Entry, passages: Sequence[Passage], rows: Sequence[Row]) -> Iterable[Fact]:
    """The rows of a report whose figures stand in its text."""
    block_of = {figure: place for place, each in enumerate(passages) for figure in each.figures}
    table = posixpath.join(posixpath.dirname(item.url), "indicators.html")
    for row in rows:
        place = block_of.get(f"f-{row.id}")
        if place is not None:
            told = (row.sentence, row.name, row.raw, row.value, row.unit, row.qualifier, row.period)
            yield Fact(place, *told, f"{table}#r-{row.id}")


def _grounds(item: Entry, where: Catalogue) -> Iterable[Ground]:
    """What an answer of 常见问题 rests on."""
    for each in where.references.names(item, "依据") if item.value("类型") == Faq.label else ():
        state = validity.state(each.entry) if each.entry else None
        yield Ground(each.text, each.entry.url if each.entry else "", state.label if state else "")


def numbers(items: Iterable[Entry]) -> dict[str, int]:
    """Address -> number of each page that is found: by date, then address; what has no date goes by its year.

    They are known before any page is rendered, so that an index can be begun with the first that is.
    """
    found = [(item.published or item.year, item.url) for item in items if is_found(item)]
    return {url: number for number, (_, url) in enumerate(sorted(found))}


def choices(where: Catalogue) -> list[Choice]:
    """What readers may choose among on the search page; a choice between fewer than two values is none."""
    items = [item for item in where.entries.values() if is_found(item)]
    columns = [where.column_of(item) for item in items]
    named = {column.name for column in columns if column}
    offered = [
        ("内容", "column", [Value(each.name, each.name) for each in where.columns if each.name in named]),
        (
            "年度",
            "year",
            [Value(f"{year}年", year) for year in sorted({item.year for item in items} - {""}, reverse=True)],
        ),
        ("有效性", "validity", [Value(state.label, state.value) for state in _states(items)]),
        ("类型", "type", [Value(facets.name("type", name), name) for name in _frequent(map(_type, items))]),
        ("发布机构", "agency", [Value(name, name) for name in _frequent(item.agency for item in items)]),
    ]
    return [Choice(name, key, tuple(values)) for name, key, values in offered if len(values) > 1]


def _type(item: Entry) -> str:
    return item.value("类型") or _SEARCHED[item.kind]


def _frequent(names: Iterable[str]) -> list[str]:
    counts = Counter(name for name in names if name)
    return sorted(counts, key=lambda name: (-counts[name], name))


def _states(items: Iterable[Entry]) -> list[validity.State]:
    met = {state.value for state in map(validity.state, items) if state}
    return [state for state in facets.STATES.values() if state.value in met]
