"""指标表: the indicators of one report."""

from __future__ import annotations

from pydantic import Field

from gongkai.content.derived import Table
from gongkai.content.item import Checksum  # noqa: TC001 - pydantic reads the annotation


class Indicators(Table):
    """One row a figure, tied to its place in the text."""

    label = "指标表"
    about = "一份报告的指标，一行一项"

    indicators: int = Field(0, alias="指标数")
    data_sha256: dict[str, Checksum] = Field(default_factory=dict, alias="数据校验")
    """Checksums of the data files beside, by name."""
