"""What the templates are given: everything about one page that is not its text."""

from __future__ import annotations

import html
import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gongkai.web import elder, facets, metadata, policy, questions, searching
from gongkai.web.catalogue import Catalogue, Entry, Kind
from gongkai.web.charts import charts
from gongkai.web.examples import examples
from gongkai.web.highlights import highlights
from gongkai.web.indicators import last_year_missing, only_year, shown
from gongkai.web.links import address_of, kind_of, readable
from gongkai.web.tables import LEAST_SORTED
from gongkai.web.titles import segments

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from gongkai.audited import Record
    from gongkai.rows import Row
    from gongkai.settings import Column, Settings
    from gongkai.web.article import Article
    from gongkai.web.browse import Shelves
    from gongkai.web.lists import Listing

_LATEST = 6
_LATEST_FOR_ELDERS = 2
_PLAIN = {Kind.PAGE, Kind.STATEMENT, Kind.DATA}
"""Pages of a column that are no items."""


@dataclass(frozen=True, slots=True)
class Contents:
    """An entry of the contents, with those below it."""

    title: str
    id: str
    inner: tuple[Contents, ...]


@dataclass(frozen=True, slots=True)
class Download:
    """A data file beside a page."""

    url: str
    words: str
    """CSV（12 kB）"""


@dataclass(frozen=True, slots=True)
class Door:
    """A column as the home page and the header show it."""

    column: Column
    url: str
    count: int
    newest: str
    """Date or year of the newest item; empty when there is none."""
    current: bool


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages share; `rows` and `files` are the declared inputs of lists and data pages."""

    name: str
    url: str
    settings: Settings
    catalogue: Catalogue
    rows: Callable[[Entry], Sequence[Row]]
    """Indicator rows beside a page."""
    files: dict[str, int]
    """Address and size of every file that is no page."""
    audit: Callable[[Entry], Record | None]
    """What was measured, as it stands beside a statement."""
    listings: Mapping[str, Listing]
    """The pages of lists by path below docs/."""
    shelves: Shelves
    """The pages to look through."""

    def frame(self, item: Entry | None) -> dict[str, Any]:
        """Header, navigation, footer: the same for every page; without a page for the 404."""
        missing = metadata.missing(self.settings)
        return {
            "site": self.settings.site,
            "site_name": self.name,
            "missing": missing,
            "doors": self._doors(item),
            "map": self.catalogue.map,
            "about": self.catalogue.about,
            "elder": self.catalogue.elder,
            "statement": self.catalogue.statement,
            "search": self.catalogue.search,
            "asking": self.catalogue.ask,
            "item": item,
            "tags": metadata.tags(item, self.catalogue, self.name, self.url, self.settings),
            "head_title": metadata.title(item, self.catalogue, self.name) if item else f"没有这个页面 · {self.name}",
            "trail": metadata.trail(item, self.catalogue) if item else [],
        }

    def page(self, item: Entry, article: Article, toc: Iterable[Any]) -> dict[str, Any]:
        """All that the template of a page needs."""
        found = self.frame(item) | {
            "article": article,
            "segments": segments(item.title, item.value("发布机构")),
            "contents": contents(toc),
        }
        own = {
            Kind.HOME: self._home,
            Kind.COLUMN: self._column,
            Kind.LIST: self._column,
            Kind.DOCUMENT: self._document,
            Kind.INDICATORS: self._table,
            Kind.MAP: self._map,
            Kind.STATEMENT: self._statement,
            Kind.ELDER: self._elder,
            Kind.SEARCH: self._search,
            Kind.ASK: self._ask,
            Kind.BROWSE: self._browse,
        }.get(item.kind)
        return found | (own(item) if own else {})

    def _doors(self, item: Entry | None) -> list[Door]:
        found = []
        for column in self.settings.columns:
            index = self.catalogue.index_of(column)
            if index:
                items = self.catalogue.by_column.get(column.folder, [])
                newest = (items[0].published or _of_year(items[0])) if items else ""
                current = item is not None and self.catalogue.column_of(item) == column
                found.append(Door(column, index.url, len(items), newest, current))
        return found

    def _home(self, item: Entry) -> dict[str, Any]:  # noqa: ARG002 - same shape as its siblings
        documents = self.catalogue.documents
        report = next((found for found in documents if self.rows(found)), None)
        rows = self.rows(report) if report else []
        shown_rows = highlights(rows, report.listed("重点数据")) if report else []
        return {
            "latest": documents[:_LATEST],
            "report": report,
            "examples": examples(documents, shown_rows),
            "key_figures": [(row, shown(row)) for row in shown_rows],
            "row_count": len(rows),
            "indicators": self.catalogue.beside(report, Kind.INDICATORS) if report else None,
            "ledger": self.catalogue.beside(report, Kind.LEDGER) if report else None,
            "data": self.catalogue.entries.get(f"{self.settings.data}/index.md"),
        }

    def _elder(self, item: Entry) -> dict[str, Any]:  # noqa: ARG002 - same shape as its siblings
        return {
            "blocks": elder.blocks(
                [(door.column, door.url) for door in self._doors(None) if self.catalogue.holds(door.column)]
            ),
            "latest": [
                (found, elder.in_words(found.published) or _of_year(found) or "日期未载明")
                for found in self.catalogue.documents[:_LATEST_FOR_ELDERS]
            ],
        }

    def _search(self, item: Entry) -> dict[str, Any]:  # noqa: ARG002 - same shape as its siblings
        return {
            "choices": searching.choices(self.catalogue),
            "states": list(facets.STATES.values()),
            "shelves": self.shelves,
        }

    def _ask(self, item: Entry) -> dict[str, Any]:  # noqa: ARG002 - same shape as its siblings
        return {"examples": questions.examples(self.catalogue.documents, self.rows)}

    def _browse(self, item: Entry) -> dict[str, Any]:
        return {"shelf": self.shelves.of(item)}

    def _column(self, item: Entry) -> dict[str, Any]:
        listing = self.listings.get(item.src)
        items = listing.items if listing else ()
        return {"listing": listing, "items": [(entry, self._beside(entry)) for entry in items]}

    def _document(self, item: Entry) -> dict[str, Any]:
        rows, known = self.rows(item), self.catalogue.references
        return {
            "block": metadata.block(item),
            "banner": policy.banner(item, known),
            "subjects": policy.subjects(item, known),
            "course": policy.course(item, known),
            "related": policy.related(item, known),
            "rows": [(row, shown(row)) for row in rows],
            "downloads": self._downloads(item),
            "missing_year": last_year_missing(item, self._tables()) if rows else "",
            **self._beside(item),
        }

    def _table(self, item: Entry) -> dict[str, Any]:
        rows = self.rows(item)
        return {
            "charts": charts(rows),
            "only_year": only_year(item, self._tables()),
            "filtered": len(rows) >= LEAST_SORTED,
        }

    def _tables(self) -> list[Entry]:
        """The tables of all reports; each knows its report's year and 发布机构."""
        return [item for item in self.catalogue.entries.values() if item.kind is Kind.INDICATORS]

    def _map(self, item: Entry) -> dict[str, Any]:  # noqa: ARG002 - same shape as its siblings
        return {"listing": [(door, self._listed(door.column)) for door in self._doors(None)]}

    def _statement(self, item: Entry) -> dict[str, Any]:
        return {"audit": self.audit(item)}

    def _listed(self, column: Column) -> list[tuple[Entry, list[Entry]]]:
        """The items of a column, each with its tables, and pages of the column that are no items."""
        items = self.catalogue.by_column.get(column.folder, [])
        found = [(entry, [other for other in self._beside(entry).values() if other]) for entry in items]
        plain: list[tuple[Entry, list[Entry]]] = [
            (entry, [])
            for entry in self.catalogue.entries.values()
            if entry.column == column.folder and entry.kind in _PLAIN and not _is_index(entry, column)
        ]
        return found + plain

    def _beside(self, item: Entry) -> dict[str, Entry | None]:
        return {
            "indicators": self.catalogue.beside(item, Kind.INDICATORS),
            "ledger": self.catalogue.beside(item, Kind.LEDGER),
            "numbers": self.catalogue.beside(item, Kind.NUMBERS),
        }

    def _downloads(self, item: Entry) -> list[Download]:
        """The indicator data beside a report, CSV first."""
        wanted = [posixpath.join(item.folder, f"indicators{ending}") for ending in (".csv", ".json")]
        return [
            Download(address_of(path), f"{kind_of(path)}（{readable(self.files[path])}）")
            for path in wanted
            if path in self.files
        ]


def contents(toc: Iterable[Any]) -> tuple[Contents, ...]:
    """The contents of a page below its h1, from MkDocs' own list."""
    items = tuple(Contents(html.unescape(link.title), link.id, contents(link.children)) for link in toc)
    levels = [link.level for link in toc]
    return items[0].inner + items[1:] if levels[:1] == [1] else items


def _of_year(item: Entry) -> str:
    return f"{item.year}年度" if item.year else ""


def _is_index(entry: Entry, column: Column) -> bool:
    return entry.src == f"{column.folder}/index.md"
