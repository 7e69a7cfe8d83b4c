"""What a page made by `gongkai convert` says of its making: 源文件, 源校验, 元数据校验, 正文校验."""

from __future__ import annotations

from pydantic import Field

from gongkai.content.item import Checksum, Item
from gongkai.dates import Year  # noqa: TC001 - pydantic reads the annotation


class Derived(Item):
    """A page that was converted; the checksums tell whether a person changed it since."""

    source_file: str = Field("", alias="源文件")
    """Name of the report's file in seeds/."""
    source_sha256: Checksum = Field("", alias="源校验")
    head_sha256: Checksum = Field("", alias="元数据校验")
    body_sha256: Checksum = Field("", alias="正文校验")


class Table(Derived):
    """A page beside a report that shows it in another form."""

    report: str = Field("", alias="报告")
    """The report's page, seen from here: index.md."""
    year: Year | None = Field(None, alias="年度")
