"""What pages a site has: the front matter, title and kind of each, and which belong together.

`fzzf/2022/yyx/index.md` with 类型: 法治政府建设年报 is a document of the column `fzzf`; `indicators.md` beside it
is its table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from gongkai.frontmatter import FrontMatter, FrontMatterError, split
from gongkai.web.references import References

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gongkai.settings import Column


class Kind(Enum):
    """What a page is; the value is the name of its template without .html."""

    HOME = "home"
    COLUMN = "column"
    LIST = "list"
    """A further page of a column's list, or one for readers' choice of its items; it is no file of docs/."""
    DOCUMENT = "document"
    """A report or another published item: it has the metadata block."""
    INDICATORS = "indicators"
    """指标表: one row a figure."""
    LEDGER = "ledger"
    """台账: problems and plans as numbered items."""
    NUMBERS = "numbers"
    """数字账: every numeral accounted for."""
    DATA = "data"
    """数据: all reports together."""
    MAP = "map"
    """站点地图."""
    ELDER = "elder"
    """The home of 长辈版."""
    SEARCH = "search"
    """The search page."""
    ASK = "ask"
    """问一问: questions and answers."""
    BROWSE = "browse"
    """A list to look through: all that a year published, or titles by letter; it is no file of docs/."""
    STATEMENT = "statement"
    """无障碍声明."""
    PAGE = "page"
    """Anything else: 说明."""

    @property
    def belongs_to_report(self) -> bool:
        """Whether it is one of the tables beside a report."""
        return self in {Kind.INDICATORS, Kind.LEDGER, Kind.NUMBERS}

    @property
    def is_table(self) -> bool:
        """Whether it is made of rows rather than of prose."""
        return self.belongs_to_report or self is Kind.DATA


_KINDS = {
    "首页": Kind.HOME,
    "栏目": Kind.COLUMN,
    "政策文件": Kind.DOCUMENT,
    "行政规范性文件": Kind.DOCUMENT,
    "政策解读": Kind.DOCUMENT,
    "通知公告": Kind.DOCUMENT,
    "政务动态": Kind.DOCUMENT,
    "常见问题": Kind.DOCUMENT,
    "指标表": Kind.INDICATORS,
    "台账": Kind.LEDGER,
    "数字账": Kind.NUMBERS,
    "数据": Kind.DATA,
    "站点地图": Kind.MAP,
    "长辈版": Kind.ELDER,
    "无障碍声明": Kind.STATEMENT,
    "说明": Kind.PAGE,
}
# a page with one of these is a published item
_DOCUMENT_KEYS = ("发布机构", "发布日期", "发文字号", "索引号", "成文日期", "源文件")
_TOO_LARGE = 10**30
# values of a list; more are a mistake or an attack
_MOST = 100
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
# # 云阳县人民政府办公室关于2022年法治政府建设情况的报告
_H1 = re.compile(r"^#[ \t]+(?P<title>[^\n]+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_MARKS = re.compile(r"<[^<>]*>|[*`]|\\(?=[!-/:-@\[-`{-~])|\]\([^()]*\)|[\[\]](?!\()")


@dataclass(frozen=True)
class Entry:
    """A page as the others know it: all that a list, a breadcrumb or a map needs."""

    src: str
    """Path below docs/: fzzf/2022/yyx/index.md."""
    url: str
    """Address below the site's root, fit for a link: fzzf/2022/yyx/index.html, tzgg/%23%E4%B8%80.html for #一.md."""
    kind: Kind
    title: str
    meta: Mapping[str, Any]

    @property
    def folder(self) -> str:
        """The folder below docs/, without closing slash; empty at the top."""
        return self.src.rpartition("/")[0]

    @property
    def column(self) -> str:
        """The outermost folder: fzzf."""
        return self.src.partition("/")[0] if "/" in self.src else ""

    def value(self, key: str) -> str:
        """A front-matter value as text, empty when there is none; lists are joined by 、."""
        return _words(self.meta.get(key))

    def listed(self, key: str) -> list[str]:
        """The words of a front-matter list; empty when the value is none."""
        value = self.meta.get(key)
        return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []

    def day(self, key: str) -> str:
        """A date of the front matter as ISO date; empty when not known."""
        found = _DATE.match(self.value(key))
        return found[0] if found else ""

    @property
    def published(self) -> str:
        """发布日期, or 答复日期, as ISO date; empty when not known."""
        return self.day("发布日期") or self.day("答复日期")

    @property
    def agency(self) -> str:
        """发布机构, or 答复单位; empty when not known."""
        return self.value("发布机构") or self.value("答复单位")

    @property
    def sample(self) -> bool:
        """Whether it belongs to an imaginary place."""
        return self.meta.get("示例") is True

    @property
    def searchable(self) -> bool:
        """Whether search may know it; 检索: 否 keeps it out."""
        return self.meta.get("检索", "是") in ("是", True)

    @property
    def withdrawn(self) -> Mapping[str, Any]:
        """日期 and 原因 of 撤下; empty for a page that was not withdrawn."""
        value = self.meta.get("撤下")
        return value if isinstance(value, dict) else {}

    @property
    def year(self) -> str:
        """年度, or the year of 发布日期; empty when not known."""
        return self.value("年度") or self.published[:4]


def entry(src: str, url: str, text: str) -> tuple[Entry, FrontMatter, FrontMatterError | None]:
    """A page's entry, its front matter and body, and what is wrong with the front matter."""
    fault = None
    try:
        front = split(text)
    except FrontMatterError as error:
        front, fault = FrontMatter({}, {}, text, 1), error
    return Entry(src, url, _kind(src, front.values), _title(src, front), front.values), front, fault


def _words(value: object) -> str:
    """A plain value or a short list of them as text; what else YAML can hold counts as missing."""
    if isinstance(value, list):
        fit = len(value) <= _MOST and all(map(_is_plain, value))
        return "、".join(map(str, value)) if fit else ""
    return str(value) if _is_plain(value) else ""


def _is_plain(value: object) -> bool:
    """Whether it is a word or number; Python refuses to write out numbers of thousands of digits."""
    return isinstance(value, (str, float)) or (isinstance(value, int) and abs(value) < _TOO_LARGE)


def _kind(src: str, meta: Mapping[str, Any]) -> Kind:
    named = _KINDS.get(_words(meta.get("类型")))
    if named:
        return named
    if src == "index.md":
        return Kind.HOME
    return Kind.DOCUMENT if any(meta.get(key) for key in _DOCUMENT_KEYS) else Kind.PAGE


def _title(src: str, front: FrontMatter) -> str:
    titled = _words(front.values.get("标题"))
    if titled:
        return titled
    heading = _H1.search(front.body)
    return _MARKS.sub("", heading["title"]).strip() if heading else src.rpartition("/")[2].removesuffix(".md")


def _newest(item: Entry) -> tuple[str, str, str]:
    return (item.published or item.year, item.year, item.src)


@dataclass(frozen=True)
class Catalogue:
    """All pages of the site."""

    entries: dict[str, Entry]
    """By path below docs/."""
    columns: tuple[Column, ...]

    @classmethod
    def of(cls, entries: Iterable[Entry], columns: tuple[Column, ...]) -> Catalogue:
        """The catalogue of these pages, in order of path."""
        return cls({item.src: item for item in sorted(entries, key=lambda item: item.src)}, columns)

    @cached_property
    def by_column(self) -> dict[str, list[Entry]]:
        """Published items of each outermost folder, newest first."""
        found: dict[str, list[Entry]] = {}
        for item in self.entries.values():
            if item.kind is Kind.DOCUMENT:
                found.setdefault(item.column, []).append(item)
        return {name: sorted(items, key=_newest, reverse=True) for name, items in found.items()}

    @cached_property
    def documents(self) -> list[Entry]:
        """All published items of the columns, newest first."""
        known = {column.folder for column in self.columns}
        items = [item for name in known for item in self.by_column.get(name, [])]
        return sorted(items, key=_newest, reverse=True)

    @cached_property
    def references(self) -> References:
        """Which pages name which."""
        return References(self.entries)

    def below(self, index: Entry) -> list[Entry]:
        """Published items in the folder of a column's index and in the folders below, newest first."""
        inside = f"{index.folder}/"
        return [item for item in self.by_column.get(index.column, []) if item.src.startswith(inside)]

    def column_of(self, item: Entry) -> Column | None:
        """The column of the settings that a page belongs to."""
        return next((column for column in self.columns if _holds(column.folder, item.src)), None)

    def index_of(self, column: Column) -> Entry | None:
        """The first page of a column."""
        return self.entries.get(f"{column.folder}/index.md")

    def holds(self, column: Column) -> bool:
        """Whether a column has more than its first page, or a first page that is no mere list."""
        index = self.index_of(column)
        more = any(_holds(column.folder, src) and src != f"{column.folder}/index.md" for src in self.entries)
        return more or (index is not None and index.kind is not Kind.COLUMN)

    @cached_property
    def _in_folder(self) -> dict[tuple[str, Kind], Entry]:
        """The first page of each kind in each folder."""
        return {(item.folder, item.kind): item for item in reversed(self.entries.values())}

    def beside(self, item: Entry, kind: Kind) -> Entry | None:
        """The page of a kind in the same folder."""
        return self._in_folder.get((item.folder, kind))

    def report_of(self, item: Entry) -> Entry | None:
        """The report that a table stands beside."""
        return self.entries.get(f"{item.folder}/index.md") if item.kind.belongs_to_report else None

    @cached_property
    def map(self) -> Entry | None:
        """The page 站点地图."""
        return next((item for item in self.entries.values() if item.kind is Kind.MAP), None)

    @cached_property
    def elder(self) -> Entry | None:
        """The home of 长辈版."""
        return next((item for item in self.entries.values() if item.kind is Kind.ELDER), None)

    @cached_property
    def search(self) -> Entry | None:
        """The search page."""
        return next((item for item in self.entries.values() if item.kind is Kind.SEARCH), None)

    @cached_property
    def ask(self) -> Entry | None:
        """The page 问一问."""
        return next((item for item in self.entries.values() if item.kind is Kind.ASK), None)

    @cached_property
    def statement(self) -> Entry | None:
        """The page 无障碍声明."""
        return next((item for item in self.entries.values() if item.kind is Kind.STATEMENT), None)

    @cached_property
    def about(self) -> list[Entry]:
        """Pages about the site itself: those right below about/, its index first."""
        found = [item for item in self.entries.values() if item.folder == "about" and item.kind is not Kind.LIST]
        return sorted(found, key=lambda item: (item.src != "about/index.md", item.src))


def _holds(folder: str, src: str) -> bool:
    return src.startswith(f"{folder}/")
