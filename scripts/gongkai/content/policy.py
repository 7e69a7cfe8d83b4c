"""政策文件 and 行政规范性文件: documents that are in force, changed, not yet in force, or no longer so."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from gongkai.content.item import Item, Model
from gongkai.dates import Date  # noqa: TC001 - pydantic reads the annotation


class Amendment(Model):
    """修改: when the document was changed, and by what."""

    date: Date = Field(alias="日期")
    by: str = Field("", alias="依据")
    """Path below docs/ of the deciding document, or its name."""


class Policy(Item):
    """A document of the office; 有效性 is what the office declares, never reckoned from the day's date."""

    label = "政策文件"
    about = "通知、决定、意见等公文"
    listed = "其他公文"

    document_kind: str = Field("", alias="文种")
    validity: Literal["", "有效", "部分有效", "尚未施行", "已修改", "失效", "废止"] = Field("", alias="有效性")
    effective: Date = Field("", alias="施行日期")
    amended: tuple[Amendment, ...] = Field((), alias="修改")
    expired: Date = Field("", alias="失效日期")
    """The day from which it is 失效 or 废止."""
    expired_by: str = Field("", alias="失效依据")
    """Path below docs/ of the deciding document, or its name."""
    replaces: tuple[str, ...] = Field((), alias="替代")
    replaced_by: tuple[str, ...] = Field((), alias="被替代")
    no_reading: str = Field("", alias="不需解读")
    """Why it needs no 解读."""
    valid_until: Date | Literal["长期"] = Field("", alias="有效期至")
    term: str = Field("", alias="有效期说明")
    """Why 长期."""
    note: str = Field("", alias="附注")
    """此件公开发布."""


class Step(Model):
    """制定程序: a step of the making of a normative document."""

    stage: Literal["评估论证", "公开征求意见", "合法性审核", "集体审议", "公布"] = Field(alias="环节")
    date: Date = Field("", alias="日期")
    material: str = Field("", alias="材料")


class Normative(Policy):
    """行政规范性文件: binds people generally and for a time."""

    label = "行政规范性文件"
    about = "涉及权利义务、普遍适用的办法和规定"
    listed = "规范性文件"

    register_number: str = Field("", alias="登记编号")
    making: tuple[Step, ...] = Field((), alias="制定程序")
    filed: Date = Field("", alias="备案日期")
    filed_with: str = Field("", alias="备案机关")
    reviews: tuple[str, ...] = Field((), alias="清理")
    evaluation: tuple[str, ...] = Field((), alias="后评估")
