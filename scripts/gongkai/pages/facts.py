"""What is known of a report when its pages are made: its own words, and what the office says in seeds/NAME.yml.

What neither says stays missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gongkai.errors import nearest
from gongkai.pages.escape import one_line
from gongkai.pages.rules import HIGHLIGHT_UNKNOWN
from gongkai.pages.stated import stated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gongkai.companion import Companion
    from gongkai.findings import Finding, Place
    from gongkai.model import Reading
    from gongkai.pages.address import Placed
    from gongkai.pages.meta import Value


@dataclass(frozen=True, slots=True)
class Facts:
    """A report's metadata, in the words that pages and data print."""

    title: str
    """The title; the source file's name without ending when there is none."""
    issuer: str
    year: int | None
    placed: Placed
    companion: Companion
    stated: Mapping[str, str]
    """Front-matter keys and values that the lines around the text give."""
    source_file: str
    source_sha256: str
    encoding: str
    certain: bool
    """Whether the encoding was known and not guessed."""
    indicators: int
    """How many indicators the report states."""

    def record(self) -> dict[str, str | int | bool]:
        """The report in data files."""
        return {
            "title": self.title,
            "type": self.placed.type,
            "issuer": self.issuer,
            "year": str(self.year or ""),
            "address": f"{self.placed.folder}/index.html",
            "source_file": self.source_file,
            "source_sha256": self.source_sha256,
            "source_encoding": self.encoding,
            "source_encoding_certain": self.certain,
            "indicators": self.indicators,
        }

    def front_matter(self) -> dict[str, Value]:
        """The front matter of the report's page, but for the checksums of the page itself."""
        said, stated = self.companion, self.stated
        return {
            "标题": self.title,
            "类型": self.placed.type,
            "发布机构": self.issuer,
            **({"年度": self.year} if self.year else {}),
            "发文字号": said.document_number or stated.get("发文字号", ""),
            "索引号": said.index_number or stated.get("索引号", ""),
            "主题分类": said.topic or stated.get("主题分类", ""),
            "体裁分类": said.genre or stated.get("体裁分类", "") or self.placed.genre,
            "成文日期": said.written or stated.get("成文日期", ""),
            "发布日期": said.published or stated.get("发布日期", ""),
            "来源": said.source or stated.get("来源", ""),
            "来源网址": said.source_url,
            "关键词": said.keywords,
            "摘要": said.summary,
            "重点数据": said.highlights,
            **self._source(),
            "指标数": self.indicators,
        }

    def beside(self, kind: str, counts: Mapping[str, int]) -> dict[str, Value]:
        """The front matter of a table beside the report: 指标表, 台账, 数字账; `counts` say what it holds."""
        return {
            "标题": f"{self.title}：{kind}",
            "类型": kind,
            "报告": "index.md",
            "发布机构": self.issuer,
            **({"年度": self.year} if self.year else {}),
            **self._source(),
            **counts,
        }

    def _source(self) -> dict[str, Value]:
        """What ties a page to its report's file."""
        return {"源文件": self.source_file, "源校验": f"sha256:{self.source_sha256}"}


def facts(reading: Reading, companion: Companion, placed: Placed) -> Facts:
    """What is known of a report; seeds/NAME.yml goes before the report's own words."""
    report = reading.report
    return Facts(
        title=one_line(companion.title or report.title).strip() or report.source.name.rpartition(".")[0],
        issuer=companion.issuer or report.issuer or "",
        year=companion.year or report.year,
        placed=placed,
        companion=companion,
        stated=stated(report),
        source_file=report.source.name,
        source_sha256=report.source.sha256,
        encoding=report.source.encoding,
        certain=report.source.certain,
        indicators=len(reading.indicators),
    )


def unknown_highlights(reading: Reading, companion: Companion, place: Place) -> list[Finding]:
    """The names under 重点数据 that no indicator of the report bears; `place` is where they stand."""
    names = {indicator.name for indicator in reading.indicators}
    return [
        HIGHLIGHT_UNKNOWN.at(
            place, f"没有叫“{name}”的指标{nearest(name, names) or '。'}", "照数据表里的名称写，或删去这一项"
        )
        for name in companion.highlights
        if name not in names
    ]
