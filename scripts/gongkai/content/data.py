"""数据: the indicators of all reports together, and what their columns mean."""

from __future__ import annotations

from pydantic import Field

from gongkai.content.derived import Derived
from gongkai.content.item import Checksum  # noqa: TC001 - pydantic reads the annotation


class Data(Derived):
    """A page of the data folder."""

    label = "数据"
    about = "全部报告的数据和字段说明"

    reports: int = Field(0, alias="报告数")
    indicators: int = Field(0, alias="指标数")
    data_sha256: dict[str, Checksum] = Field(default_factory=dict, alias="数据校验")
    """Checksums of the data files beside, by name."""
