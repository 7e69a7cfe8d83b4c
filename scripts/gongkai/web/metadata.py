"""What a page says about itself: the block at its head, META tags for inspectors, its title, where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from gongkai.content.faq import Faq
from gongkai.web import validity
from gongkai.web.catalogue import Entry, Kind

if TYPE_CHECKING:
    from gongkai.settings import Settings
    from gongkai.web.catalogue import Catalogue

_UNKNOWN = "原件未载明"
# the order of YSJ-01
_BLOCK = ("索引号", "发文字号", "主题分类", "体裁分类", "发布机构", "有效性", "成文日期", "发布日期")
_ANSWER = ("答复单位", "答复日期", "核对日期")
_DATES = frozenset({"成文日期", "发布日期", "答复日期", "核对日期"})


@dataclass(frozen=True, slots=True)
class Field:
    """A line of the metadata block."""

    label: str
    value: str
    date: bool = False
    """Whether the value is a date that goes into <time>."""
    state: bool = False
    """Whether the value is the state of the document, shown as its badge."""


@dataclass(frozen=True, slots=True)
class Step:
    """A breadcrumb; the last one has no address."""

    title: str
    url: str = ""


def block(item: Entry) -> list[Field]:
    """The eight fields of a document (YSJ-01), or those of an answer; what is not known is said to be so."""
    return [_field(item, label) for label in (_ANSWER if item.value("类型") == Faq.label else _BLOCK)]


def _field(item: Entry, label: str) -> Field:
    value = item.value(label)
    if label == "有效性":
        if not value and _is_report(item):
            return Field(label, "不适用（报告）")
        if validity.state(item):
            return Field(label, value, state=True)
    known = bool(value) and value != "无"
    return Field(label, value or _UNKNOWN, date=label in _DATES and known)


def _is_report(item: Entry) -> bool:
    return bool(item.meta.get("源文件")) or item.value("类型").endswith(("报告", "年报"))


def tags(
    item: Entry | None, where: Catalogue, site_name: str, site_url: str, settings: Settings
) -> list[tuple[str, str]]:
    """META tags in the order of BQ-01 to BQ-05; a tag without a value is left out, none is made up."""
    site = settings.site
    found: list[tuple[str, str]] = []
    if urlsplit(site_url).hostname:
        found += [("SiteName", site_name), ("SiteDomain", urlsplit(site_url).netloc)]
        found.append(("SiteIDCode", site.site_code or missing(settings)))
    column = where.column_of(item) if item else None
    if item and column:
        found.append(("ColumnName", column.name))
        if item == where.index_of(column):
            found += [
                ("ColumnDescription", column.about or column.name),
                ("ColumnKeywords", column.keywords or column.name),
            ]
        found.append(("ColumnType", column.kind or "信息公开"))
    if item and item.kind not in {Kind.HOME, Kind.COLUMN, Kind.LIST, Kind.MAP, Kind.SEARCH, Kind.ASK, Kind.BROWSE}:
        found += _article(item, site_url)
    return [(name, content) for name, content in found if content]


def _article(item: Entry, site_url: str) -> list[tuple[str, str]]:
    return [
        ("ArticleTitle", item.title),
        ("PubDate", item.value("发布日期") if item.published else ""),
        ("ContentSource", item.value("来源") or item.agency),
        ("Keywords", "" if item.withdrawn else item.value("关键词").replace("、", "，")),
        ("Author", item.value("责任编辑")),
        ("Description", "" if item.withdrawn else item.value("摘要")),
        ("Url", site_url + item.url if site_url else ""),
    ]


def missing(settings: Settings) -> str:
    """What stands for a record number that was not set (ZY-08)."""
    return "演示站点无" if settings.site.demo else "无"


def title(item: Entry, where: Catalogue, site_name: str) -> str:
    """`<title>`: page · column · site (BQ-08), each once."""
    column = where.column_of(item)
    names = [item.title, column.name if column else "", site_name]
    if item.kind is Kind.HOME:
        names = [site_name, item.title]
    return " · ".join(dict.fromkeys(name for name in names if name))


def trail(item: Entry, where: Catalogue) -> list[Step]:
    """首页 › 法治政府建设报告 › 2022年度; empty on the home page."""
    if item.kind is Kind.HOME:
        return []
    home = where.entries.get("index.md")
    steps = [Step("首页", home.url if home else "index.html")]
    column = where.column_of(item)
    index = where.index_of(column) if column else where.entries.get(f"{item.column}/index.md")
    if index and index != item:
        steps.append(Step(column.name if column else index.title, index.url))
    of = where.entries.get(item.value("栏目")) if item.kind is Kind.LIST else None
    if of and of != index:
        steps.append(Step(of.title, of.url))
    report = where.report_of(item)
    if report and report != item:
        steps.append(Step(_short(report), report.url))
    return [*steps, Step(_short(item))]


def _short(item: Entry) -> str:
    if item.kind is Kind.LIST:
        return item.value("条件")
    if item.kind is Kind.DOCUMENT and item.value("年度"):
        return f"{item.value('年度')}年度"
    return item.value("类型") if item.kind.belongs_to_report else item.title
